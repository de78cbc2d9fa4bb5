import { type Page, numberOf } from "./page";
import type { TimelineView } from "./timeline";

/** One mark of the lanes can be reached with Tab; from it arrow keys go to the others: left and right in a lane, up and down between lanes. */
export class MarkKeys {
  #current: SVGElement | null = null;

  constructor(
    readonly page: Page,
    readonly view: TimelineView,
  ) {
    view.plot?.addEventListener("keydown", (event) => this.#key(event));
  }

  /** To be called when marks were drawn anew. */
  renew() {
    if (this.#current?.isConnected && !this.#current.classList.contains("beyond")) return;
    this.#reach(this.#marksOf(this.#lanes()[0])[0] ?? null);
  }

  #lanes(): SVGGElement[] {
    return [...(this.view.plot?.querySelectorAll<SVGGElement>("g.lane") ?? [])].filter(
      (lane) => this.#marksOf(lane).length > 0,
    );
  }

  #marksOf(lane: Element | undefined): SVGElement[] {
    const showing = document.documentElement.dataset["showing"] ?? "both";
    const marks = [...(lane?.querySelectorAll<SVGElement>("[data-seq]") ?? [])].filter((mark) => {
      const view = mark.getAttribute("data-view");
      return !mark.classList.contains("beyond") && (showing === "both" || view === null || view === showing);
    });
    return marks.sort((one, other) => numberOf(one, "from") - numberOf(other, "from"));
  }

  #reach(mark: SVGElement | null) {
    this.#current?.removeAttribute("tabindex");
    this.#current = mark;
    if (!mark) return;
    mark.setAttribute("tabindex", "0");
    mark.setAttribute("role", "button");
    mark.setAttribute("aria-label", this.#words(mark));
  }

  #words(mark: SVGElement): string {
    const report = this.page.reports[numberOf(mark.closest("[data-report]") ?? mark, "report") || 0]!;
    const when = report.clock.words(numberOf(mark, "from"));
    if (mark.classList.contains("bar")) {
      const duty = report.data.duties[numberOf(mark, "duty")];
      return `Duty ${duty?.clause ?? ""} of ${duty?.bearer ?? ""}, ${mark.getAttribute("data-status") ?? ""}, from ${when}: why`;
    }
    const lane = mark.closest("g.lane") ?? mark;
    const grade = report.data.grades[numberOf(lane, "grade")]?.name ?? "";
    const view = mark.getAttribute("data-view") === "hindsight" ? "in hindsight" : "as known then";
    return `${grade} ${mark.getAttribute("data-verdict") ?? ""} ${view}, from ${when}: why`;
  }

  #key(event: KeyboardEvent) {
    const mark = (event.target as Element).closest<SVGElement>("[data-seq]");
    const lane = mark?.closest<SVGGElement>("g.lane");
    if (!mark || !lane) return;
    let next: SVGElement | undefined;
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      const marks = this.#marksOf(lane);
      next = marks[marks.indexOf(mark) + (event.key === "ArrowRight" ? 1 : -1)];
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      const lanes = this.#lanes();
      const at = numberOf(mark, "from");
      const marks = this.#marksOf(lanes[lanes.indexOf(lane) + (event.key === "ArrowDown" ? 1 : -1)]);
      next = marks.sort(
        (one, other) => Math.abs(numberOf(one, "from") - at) - Math.abs(numberOf(other, "from") - at),
      )[0];
    } else return;
    event.preventDefault();
    if (!next) return;
    this.#reach(next);
    next.focus();
  }
}
