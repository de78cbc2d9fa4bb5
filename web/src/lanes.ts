import type { Instant } from "./instants";
import type { GradeLane } from "./model";

/** A stretch as a lane draws it: what lies closer than can be seen is one. */
export interface DrawnStretch {
  from: Instant;
  to: Instant;
  met: boolean;
  hindsight: boolean;
  seq?: number;
}

/** The stretches of some lanes in [from, to), those closer than `together` seconds as one; what is met comes last: it lies on top. */
export function drawn(lanes: GradeLane[], from: Instant, to: Instant, together: number): DrawnStretch[] {
  const all: DrawnStretch[] = [];
  for (const met of [false, true]) {
    for (const hindsight of [false, true]) {
      const stretches = lanes
        .filter((lane) => lane.hindsight === hindsight)
        .flatMap((lane) => lane.stretches)
        .filter((stretch) => stretch.met === met && stretch.to > from && stretch.from < to)
        .sort((one, other) => one.from - other.from || one.to - other.to);
      let last: DrawnStretch | undefined;
      for (const stretch of stretches) {
        if (last && stretch.from <= last.to + together) {
          last.to = Math.max(last.to, stretch.to);
          last.seq ??= stretch.seq!;
        } else {
          last = { ...stretch, hindsight };
          all.push(last);
        }
      }
    }
  }
  return all;
}

/** Clause 5.2 holds 5.2 and 5.2(b), and not 5.21. */
export function isOf(clause: string | undefined, wanted: string): boolean {
  return (
    clause !== undefined && (clause === wanted || clause.startsWith(`${wanted}(`) || clause.startsWith(`${wanted}.`))
  );
}
