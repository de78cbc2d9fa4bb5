import type { Instant } from "./instants";
import { drawn } from "./lanes";
import type { GradeLane } from "./model";
import { type Page, numberOf, svg } from "./page";
import { TimeScale, type Window } from "./scale";
import { ticks } from "./ticks";

const overdue = new Set(["overdue", "bornOverdue", "performanceUnknown"]);

/** An element that has a time, and how it lies on an axis. */
interface Timed {
  element: SVGElement;
  from: Instant;
  to: Instant;
  place(scale: TimeScale): void;
}

/**
 * Draws the server's timeline at another scale. At the whole span the server's own drawing stands; closer, lanes of grades are drawn anew from
 * the data, since the server puts together what lies closer than half a unit.
 */
export class TimelineView {
  readonly base: TimeScale;
  scale: TimeScale;
  readonly plot: SVGGElement | null;
  readonly #axis: SVGGElement | null;
  readonly #wholeAxis: Node[];
  readonly #timed: Timed[] = [];
  readonly #lanes: { lane: SVGGElement; server: SVGElement[]; data: GradeLane[]; top: number; zoomed: SVGGElement }[] =
    [];

  constructor(
    readonly page: Page,
    readonly drawing: SVGSVGElement,
  ) {
    this.base = new TimeScale(
      numberOf(drawing, "from"),
      numberOf(drawing, "to"),
      numberOf(drawing, "x0"),
      numberOf(drawing, "x1"),
    );
    this.scale = this.base;
    this.plot = drawing.querySelector("#timeline-plot");
    this.#axis = drawing.querySelector("#timeline-axis");
    this.#wholeAxis = [...(this.#axis?.childNodes ?? [])];
    for (const lane of this.plot?.querySelectorAll<SVGGElement>("g.lane") ?? []) {
      if (lane.getAttribute("data-lane") === "grade") this.#addGrades(lane);
      else this.#addTimed(lane);
    }
  }

  get height(): number {
    return this.drawing.viewBox.baseVal.height;
  }

  #addGrades(lane: SVGGElement) {
    const report = this.page.reports[numberOf(lane, "report") || 0];
    const party = lane.getAttribute("data-party");
    const grade = numberOf(lane, "grade");
    if (!report) return;
    const data = report.data.lanes.filter(
      (each) => each.grade === grade && (party === null || (each.party ?? null) === party),
    );
    const base = lane.querySelector("line.base");
    const top = Number(base?.getAttribute("y1") ?? 0) - 11;
    const zoomed = svg("g");
    lane.append(zoomed);
    this.#lanes.push({ lane, server: [...lane.querySelectorAll<SVGElement>("rect.stretch")], data, top, zoomed });
  }

  #addTimed(lane: SVGGElement) {
    for (const element of lane.querySelectorAll<SVGElement>("[data-from]")) {
      const [from, to] = [numberOf(element, "from"), numberOf(element, "to")];
      if (element instanceof SVGRectElement)
        this.#timed.push({ element, from, to, place: placeBox(element, from, to) });
      else
        this.#timed.push({
          element,
          from,
          to: Math.max(to, numberOf(element, "deadline") || to),
          place: this.#placeBar(element, from, to),
        });
      // An episode's name stands after its box.
      const name = element.nextElementSibling;
      if (name instanceof SVGTextElement) {
        const place = (scale: TimeScale) => name.setAttribute("x", String(Math.max(scale.left, scale.x(from)) + 1));
        this.#timed.push({ element: name, from, to, place });
      }
    }
  }

  /** A duty's bar: its clock, what is late, and the mark of what became of it. */
  #placeBar(bar: SVGElement, from: Instant, to: Instant): (scale: TimeScale) => void {
    const deadline = numberOf(bar, "deadline");
    const due = Number.isNaN(deadline) ? to : deadline;
    const marked = overdue.has(bar.getAttribute("data-status") ?? "") ? due : to;
    const lines = [...bar.querySelectorAll("line")];
    const mark = bar.querySelector<SVGElement>("path.mark");
    return (scale) => {
      for (const line of lines) {
        const isLate = line.classList.contains("late");
        const start = scale.x(isLate ? due : from);
        const end = line.classList.contains("arising") ? start : Math.max(scale.x(isLate ? to : due), start + 1);
        line.setAttribute("x1", String(start));
        line.setAttribute("x2", String(end));
      }
      mark?.setAttribute("transform", `translate(${scale.x(marked) - this.base.x(Math.min(marked, this.base.to))} 0)`);
    };
  }

  /** Shows a window of time. */
  show(window: Window) {
    this.scale = new TimeScale(window.from, window.to, this.base.left, this.base.right);
    const isWhole = window.from <= this.base.from && window.to >= this.base.to;
    for (const { element, from, to, place } of this.#timed) {
      const isSeen = to >= window.from && from <= window.to;
      element.classList.toggle("beyond", !isSeen);
      if (isSeen) place(this.scale);
    }
    for (const lane of this.#lanes) {
      for (const element of lane.server) element.classList.toggle("beyond", !isWhole);
      lane.zoomed.replaceChildren(...(isWhole ? [] : this.#stretches(lane.data, lane.top, lane.lane, window)));
    }
    this.#drawAxis(window, isWhole);
  }

  #stretches(data: GradeLane[], top: number, lane: SVGGElement, window: Window): SVGElement[] {
    const together = (0.5 * (window.to - window.from)) / (this.base.right - this.base.left);
    return drawn(data, window.from, window.to, together).map((stretch) => {
      const from = Math.max(stretch.from, window.from);
      const to = Math.min(stretch.to, window.to);
      const view = stretch.hindsight ? "hindsight" : "known";
      const verdict = stretch.met ? "met" : "undetermined";
      return svg("rect", {
        class: `stretch ${view} ${verdict}`,
        x: this.scale.x(from),
        y: stretch.hindsight ? top + 12 : top,
        width: Math.max(1, this.scale.x(to) - this.scale.x(from)),
        height: 10,
        "data-view": view,
        "data-verdict": verdict,
        "data-grade": lane.getAttribute("data-grade") ?? "",
        "data-from": stretch.from,
        "data-to": stretch.to,
        ...(stretch.seq === undefined ? {} : { "data-seq": stretch.seq }),
      });
    });
  }

  #drawAxis(window: Window, isWhole: boolean) {
    if (!this.#axis) return;
    if (isWhole) {
      this.#axis.replaceChildren(...this.#wholeAxis);
      return;
    }
    const clock = this.page.reports[0]!.clock;
    const marks: SVGElement[] = [];
    for (const { at, label } of ticks(window.from, window.to, clock, 9)) {
      const x = this.scale.x(at);
      marks.push(svg("line", { class: "tick", x1: x, x2: x, y1: 24, y2: this.height - 8 }));
      if (label && x < this.base.right - 40) {
        marks.push(svg("text", { class: "tick-label", x: x + 3, y: 16 }, label));
      }
    }
    this.#axis.replaceChildren(...marks);
  }
}

function placeBox(box: SVGRectElement, from: Instant, to: Instant): (scale: TimeScale) => void {
  const least = box.classList.contains("episode") ? 3 : 1;
  const gap = box.classList.contains("bin") ? 0.4 : 0;
  return (scale) => {
    // Far beyond the edges a box ends: browsers draw with single precision.
    const left = Math.max(scale.x(from), scale.left - 50);
    const right = Math.min(scale.x(to), scale.right + 50);
    box.setAttribute("x", String(left));
    box.setAttribute("width", String(Math.max(least, right - left - gap)));
  };
}
