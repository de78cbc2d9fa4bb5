import { isOf } from "./lanes";
import { type Page, type PageReport, numberOf } from "./page";
import type { Choice } from "./state.svelte";

/** Ways to an effect: a mark in a lane, a link, a line of the text, a deep link; and back by the browser's own button. */
export class Links {
  #opener: Element | null = null;

  constructor(
    readonly page: Page,
    readonly choice: Choice,
  ) {
    document.addEventListener("click", (event) => this.#click(event));
    document.addEventListener("keydown", (event) => this.#key(event));
    window.addEventListener("popstate", () => this.followHash());
    for (const report of page.reports) this.#addClauseButtons(report);
  }

  open(report: number, seq: number) {
    this.choice.effect = { report, seq };
    const hash = `#${this.page.reports[report]!.id(`effect-${seq}`)}`;
    if (location.hash !== hash) history.pushState(null, "", hash);
  }

  close() {
    this.choice.effect = null;
    if (location.hash.includes("effect-")) history.pushState(null, "", location.pathname + location.search);
    if (this.#opener instanceof HTMLElement || this.#opener instanceof SVGElement)
      this.#opener.focus({ preventScroll: true });
    this.#opener = null;
  }

  followHash() {
    const found = /^#(?:([ab])-)?effect-(\d+)$/.exec(location.hash);
    this.choice.effect = found ? { report: found[1] === "b" ? 1 : 0, seq: Number(found[2]) } : null;
  }

  /** The report that an element belongs to. */
  #reportOf(element: Element): PageReport {
    const index = numberOf(element.closest("[data-report]") ?? element, "report");
    return this.page.reports[index] ?? this.page.reports[0]!;
  }

  #click(event: MouseEvent) {
    const target = event.target as Element;
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (target.closest(".casus-row-link")) {
      this.choice.effect = null;
      return;
    }
    const link = target.closest<HTMLAnchorElement>("a[href^='#']");
    const ofLink = /^#(?:([ab])-)?effect-(\d+)$/.exec(link?.getAttribute("href") ?? "");
    if (link && ofLink) {
      event.preventDefault();
      this.#opener = link;
      this.open(ofLink[1] === "b" ? 1 : 0, Number(ofLink[2]));
    } else if (link) {
      this.#reveal(link.getAttribute("href")!.slice(1));
    } else this.#choose(target);
  }

  #choose(target: Element) {
    const mark = target.closest("#timeline [data-seq], tr[data-seq]");
    if (mark && !target.closest("a, button, summary, input")) {
      this.#opener = mark;
      this.open(this.#reportOf(mark).index, numberOf(mark, "seq"));
      return;
    }
    const line = target.closest("li.text-line[data-clause]");
    if (line && !target.closest("a, button, summary") && getSelection()?.isCollapsed !== false) {
      this.#narrow(this.#reportOf(line), line.getAttribute("data-clause")!);
    }
  }

  #narrow(report: PageReport, clause: string) {
    const { clause: now } = this.choice;
    const isSame = now?.report === report.index && now.clause === clause;
    this.choice.clause = isSame ? null : { report: report.index, clause };
  }

  /** What a link points at is shown, whatever hides it. */
  #reveal(id: string) {
    const target = document.getElementById(id);
    if (!target) return;
    if (target.closest("[hidden]")) {
      this.choice.brush = null;
      this.choice.clause = null;
    }
    for (let box = target.closest("details"); box; box = box.parentElement?.closest("details") ?? null) box.open = true;
  }

  /** In the lanes arrow keys go from mark to mark, Enter asks why. */
  #key(event: KeyboardEvent) {
    const mark = (event.target as Element).closest?.("#timeline [data-seq], tr[data-seq]");
    if (!mark || event.defaultPrevented) return;
    if ((event.key === "Enter" || event.key === " ") && event.target === mark) {
      event.preventDefault();
      this.#opener = mark;
      this.open(this.#reportOf(mark).index, numberOf(mark, "seq"));
    }
  }

  #addClauseButtons(report: PageReport) {
    const seen = new Set<string>();
    const clauses = [
      ...report.data.grades.map(({ clause }) => clause),
      ...report.data.duties.map(({ clause }) => clause),
    ].filter((clause) => clause !== undefined);
    for (const line of report.find("text")?.querySelectorAll("li.text-line[id]") ?? []) {
      const clause = line.getAttribute("data-clause");
      if (!clause || seen.has(clause) || !clauses.some((each) => isOf(each, clause))) continue;
      seen.add(clause);
      const button = document.createElement("button");
      button.type = "button";
      button.className = "only-clause";
      button.textContent = "only this";
      button.setAttribute("aria-label", `only this: clause ${clause}`);
      button.addEventListener("click", () => this.#narrow(report, clause));
      (line.querySelector(".margin") ?? line).append(" ", button);
    }
  }
}
