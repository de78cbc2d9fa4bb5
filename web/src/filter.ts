import { isOf } from "./lanes";
import { type PageReport, numberOf } from "./page";
import type { Window } from "./scale";

/** A row of a table, when it was, and of which clause. */
interface Entry {
  element: Element;
  from: number;
  to: number;
  clause: string | undefined;
}

/**
 * Narrows the tables, strips and bars of one report to a time and a clause. Only what changes is touched, so that a brush over long tables
 * does not lay them out anew.
 */
export class Filter {
  readonly #rows: Entry[] = [];
  readonly #dimmed: Entry[] = [];
  readonly #state = new Map<Entry, boolean>();

  constructor(readonly report: PageReport) {
    const { data } = report;
    this.#addRows("rows-table", (row) => [numberOf(row, "from"), numberOf(row, "from"), undefined]);
    this.#addRows("effects-table", (row) => {
      const at = numberOf(row, "at");
      const when = Number.isNaN(at) ? numberOf(row, "known") : at;
      return [when, when, row.getAttribute("data-clause") ?? undefined];
    });
    this.#addRows("episodes-table", (row) => {
      const span = data.episodes[numberOf(row, "episode")]?.span;
      return [span?.from ?? Number.NaN, span?.to ?? Number.NaN, undefined];
    });
    this.#addFigures();
    this.#addStrips();
  }

  #addRows(table: string, read: (row: Element) => [number, number, string | undefined]) {
    for (const element of this.report.find(table)?.querySelectorAll("tbody tr") ?? []) {
      const [from, to, clause] = read(element);
      if (!Number.isNaN(from)) this.#rows.push({ element, from, to, clause });
    }
  }

  /** Rows of grades and duties are dimmed, not hidden: their figures are of the whole run. */
  #addFigures() {
    const { data } = this.report;
    for (const element of this.report.find("grades-table")?.querySelectorAll("tr[data-grade]") ?? []) {
      const grade = numberOf(element, "grade");
      for (const { from, to } of data.lanes.filter((lane) => lane.grade === grade).flatMap((lane) => lane.stretches)) {
        this.#grouped(element, from, to, data.grades[grade]?.clause);
      }
    }
    for (const element of this.report.find("duties-table")?.querySelectorAll("tr[data-duty]") ?? []) {
      const duty = numberOf(element, "duty");
      for (const bar of data.bars.filter((each) => each.duty === duty)) {
        this.#grouped(element, bar.at, bar.closedAt ?? bar.deadline ?? data.horizon, data.duties[duty]?.clause);
      }
    }
  }

  readonly #groups = new Map<Element, { times: [number, number][]; clause: string | undefined }>();

  #grouped(element: Element, from: number, to: number, clause: string | undefined) {
    const group = this.#groups.get(element) ?? { times: [], clause };
    group.times.push([from, to]);
    this.#groups.set(element, group);
  }

  #addStrips() {
    const { months } = this.report.data.strips;
    const begins = months.map((month) => this.report.clock.at(month));
    const ends = [...begins.slice(1), this.report.data.span.to + 1];
    for (const element of this.report.find("strips")?.querySelectorAll("[data-month]") ?? []) {
      const month = numberOf(element, "month");
      const grade = numberOf(element.closest("[data-grade]") ?? element, "grade");
      const clause = Number.isNaN(grade) ? undefined : this.report.data.grades[grade]?.clause;
      this.#dimmed.push({ element, from: begins[month]!, to: ends[month]! - 1, clause });
    }
  }

  /** How many rows of `rows-table` and `effects-table` are left. */
  apply(time: Window | null, clause: string | null) {
    const isIn = (from: number, to: number) => !time || (to >= time.from && from < time.to);
    const isOfClause = (own: string | undefined) => clause === null || own === undefined || isOf(own, clause);
    for (const entry of this.#rows) {
      this.#set(entry, isIn(entry.from, entry.to) && isOfClause(entry.clause), (element, isLeft) => {
        element.toggleAttribute("hidden", !isLeft);
      });
    }
    for (const entry of this.#dimmed) {
      this.#set(entry, isIn(entry.from, entry.to) && isOfClause(entry.clause), (element, isLeft) => {
        element.classList.toggle("dimmed", !isLeft);
      });
    }
    for (const [element, { times, clause: own }] of this.#groups) {
      element.classList.toggle("faded", !(isOfClause(own) && times.some(([from, to]) => isIn(from, to))));
    }
  }

  #set(entry: Entry, isLeft: boolean, change: (element: Element, isLeft: boolean) => void) {
    if ((this.#state.get(entry) ?? true) === isLeft) return;
    this.#state.set(entry, isLeft);
    change(entry.element, isLeft);
  }
}
