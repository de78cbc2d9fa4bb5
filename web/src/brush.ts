import { type Instant, spanWords } from "./instants";
import { type Page, eachFrame, pointIn, svg } from "./page";
import { type Window, within, zoomed } from "./scale";
import type { Choice } from "./state.svelte";
import type { TimelineView } from "./timeline";

/** A pointer that moved less is a click, not a brush; pixels. */
const least = 4;

/** The selected time over the lanes: dragged with a pointer, moved and resized with arrow keys. */
export class Brush {
  readonly #veil: SVGPathElement;
  readonly #box: SVGRectElement;
  readonly #surface: SVGRectElement;

  constructor(
    readonly page: Page,
    readonly view: TimelineView,
    readonly choice: Choice,
  ) {
    const { left, right } = view.base;
    const height = view.height - 28;
    this.#surface = svg("rect", { class: "brush-surface", x: left, y: 20, width: right - left, height });
    this.#veil = svg("path", { class: "brush-veil", "aria-hidden": "true" });
    this.#box = svg("rect", {
      class: "brush",
      y: 20,
      height,
      tabindex: 0,
      role: "slider",
      "aria-label": "Selected time",
    });
    this.#box.setAttribute("aria-valuemin", String(choice.whole.from));
    this.#box.setAttribute("aria-valuemax", String(choice.whole.to));
    view.plot?.before(this.#surface);
    view.plot?.after(this.#veil, this.#box);
    this.#followPointer();
    this.#box.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Draws the selection where the scale has it now. */
  draw() {
    const { brush, whole } = this.choice;
    const { scale } = this.view;
    const { left, right } = this.view.base;
    const shown = brush ?? whole;
    const x0 = Math.min(Math.max(scale.x(shown.from), left), right);
    const x1 = Math.max(Math.min(scale.x(shown.to), right), left);
    this.#box.setAttribute("x", String(x0));
    this.#box.setAttribute("width", String(Math.max(x1 - x0, 2)));
    this.#box.classList.toggle("all", brush === null);
    const [top, bottom] = [20, this.view.height - 8];
    this.#veil.setAttribute(
      "d",
      brush ? `M${left} ${top}H${x0}V${bottom}H${left}ZM${x1} ${top}H${right + 6}V${bottom}H${x1}Z` : "",
    );
    this.#box.setAttribute("aria-valuenow", String(Math.round((shown.from + shown.to) / 2)));
    this.#box.setAttribute("aria-valuetext", this.words());
  }

  words(): string {
    const { brush } = this.choice;
    if (!brush) return "the whole time";
    const clock = this.page.reports[0]!.clock;
    return `${clock.words(brush.from)} to ${clock.words(brush.to)}, ${spanWords(brush.to - brush.from)}`;
  }

  #followPointer() {
    let start: { x: number; at: Instant } | null = null;
    let isBrushing = false;
    const move = eachFrame((to: Instant) => {
      if (start) this.#select(start.at, to);
    });
    const { drawing } = this.view;
    drawing.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      const { x } = pointIn(drawing, event);
      if (x < this.view.base.left - 4) return;
      start = { x: event.clientX, at: this.view.scale.at(x) };
      isBrushing = false;
    });
    drawing.addEventListener("pointermove", (event) => {
      if (!start) return;
      if (!isBrushing && Math.abs(event.clientX - start.x) < least) return;
      if (!isBrushing) drawing.setPointerCapture(event.pointerId);
      isBrushing = true;
      move(this.view.scale.at(pointIn(drawing, event).x));
    });
    const end = () => {
      // The last frame's selection is still to come.
      requestAnimationFrame(() => (start = null));
    };
    drawing.addEventListener("pointerup", end);
    drawing.addEventListener("pointercancel", end);
    // A drag ends with a click, which is not one.
    drawing.addEventListener("click", (event) => isBrushing && event.stopImmediatePropagation(), true);
  }

  #select(one: Instant, other: Instant) {
    const { whole } = this.choice;
    const clamp = (at: Instant) => Math.min(Math.max(at, whole.from), whole.to);
    const [from, to] = [clamp(Math.min(one, other)), clamp(Math.max(one, other))];
    this.choice.brush = this.page.reports[0]!.tallies.snap(from, Math.max(to, from + 1));
  }

  /** Arrows move by a bin, with Shift they move the end, with Ctrl or Alt by a twentieth of what is shown. */
  #key(event: KeyboardEvent) {
    const { choice, view } = this;
    const { tallies } = this.page.reports[0]!;
    const direction = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (direction !== 0) {
      const bin = (tallies.bins[1] ?? 86_400) - (tallies.bins[0] ?? 0);
      const isFar = event.ctrlKey || event.altKey;
      const far = Math.max(bin, Math.round((view.scale.to - view.scale.from) / 20 / bin) * bin);
      const step = direction * (isFar ? far : bin);
      const middle = (view.scale.from + view.scale.to) / 2;
      const now = choice.brush ?? tallies.snap(middle - far, middle + far);
      const next = event.shiftKey
        ? { from: now.from, to: Math.max(now.from + bin, now.to + step) }
        : within({ from: now.from + step, to: now.to + step }, choice.whole);
      // Half a bin inside, so that a day of 23 or 25 hours is not left or entered by an hour.
      this.#select(next.from + bin / 2, next.to - bin / 2 + 1);
    } else if (event.key === "Escape") {
      choice.brush = null;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Zoom of the timeline by wheel with Ctrl, by keys and by buttons. */
export class TimelineZoom {
  constructor(
    readonly view: TimelineView,
    readonly choice: Choice,
  ) {
    view.drawing.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    view.drawing.addEventListener("keydown", (event) => this.#key(event));
  }

  /** A factor about an instant; without one, about the selection or the middle. */
  by(factor: number, about?: Instant) {
    const { window, whole, brush } = this.choice;
    const middle = brush ? (brush.from + brush.to) / 2 : (window.from + window.to) / 2;
    const at = Math.min(Math.max(about ?? middle, window.from), window.to);
    this.choice.window = zoomed(window, whole, factor, at);
  }

  /** Moves by a share of what is shown. */
  move(share: number) {
    const { window, whole } = this.choice;
    const step = share * (window.to - window.from);
    this.choice.window = within({ from: window.from + step, to: window.to + step }, whole);
  }

  toAll() {
    this.choice.window = { ...this.choice.whole };
  }

  toBrush() {
    const { brush, whole } = this.choice;
    if (!brush) return;
    const edge = (brush.to - brush.from) * 0.02;
    const wanted: Window = { from: brush.from - edge, to: brush.to + edge };
    this.choice.window = within(wanted, whole);
  }

  #wheel(event: WheelEvent) {
    if (event.ctrlKey || event.metaKey) {
      this.by(Math.exp(-event.deltaY / 300), this.view.scale.at(pointIn(this.view.drawing, event).x));
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      this.move((event.deltaX || event.deltaY) / 1200);
    } else return;
    event.preventDefault();
  }

  #key(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+" || event.key === "=") this.by(2);
    else if (event.key === "-") this.by(0.5);
    else if (event.key === "0") this.toAll();
    else return;
    event.preventDefault();
  }
}
