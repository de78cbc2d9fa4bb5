import type { Instant } from "./instants";

/** A stretch of time on a horizontal axis, linear; x in units of the drawing. */
export class TimeScale {
  constructor(
    readonly from: Instant,
    readonly to: Instant,
    readonly left: number,
    readonly right: number,
  ) {}

  x(instant: Instant): number {
    return this.left + ((this.right - this.left) * (instant - this.from)) / (this.to - this.from);
  }

  at(x: number): Instant {
    return this.from + ((this.to - this.from) * (x - this.left)) / (this.right - this.left);
  }
}

/** The shortest stretch that a zoom shows: six hours. */
export const shortestWindow = 6 * 3600;

export interface Window {
  from: Instant;
  to: Instant;
}

/** A window zoomed by a factor about an instant, kept within the whole and not shorter than the shortest. */
export function zoomed(window: Window, whole: Window, factor: number, about: Instant): Window {
  const length = Math.min(
    Math.max((window.to - window.from) / factor, shortestWindow),
    Math.max(whole.to - whole.from, shortestWindow),
  );
  const share = (about - window.from) / (window.to - window.from);
  return within({ from: about - share * length, to: about + (1 - share) * length }, whole);
}

/** A window moved so that it lies within the whole; the whole where it is longer. */
export function within(window: Window, whole: Window): Window {
  const length = window.to - window.from;
  if (length >= whole.to - whole.from) return { ...whole };
  const from = Math.min(Math.max(window.from, whole.from), whole.to - length);
  return { from: Math.round(from), to: Math.round(from + length) };
}
