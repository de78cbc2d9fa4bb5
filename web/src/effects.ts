import type { PageReport } from "./page";

/** What a page says of an effect, read from its row in the table of effects. */
export interface EffectNote {
  seq: number;
  clause: string | null;
  kind: string;
  /** Column headings and what stands there, without the because. */
  cells: { name: string; text: string }[];
  facts: { name: string; href: string | null }[];
  effects: number[];
  /** What the because says besides its links, such as how many facts were left out. */
  rest: string;
}

const textOf = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, " ").trim() ?? "";

/** Column headings of the table that a row is in. */
function headingsOf(row: Element): string[] {
  return [...(row.closest("table")?.querySelectorAll("thead tr:last-child > *") ?? [])].map((cell) => textOf(cell));
}

/** Cells of a row with their headings; those that are empty are left out. */
export function cellsOf(row: Element): { name: string; text: string; element: Element }[] {
  const names = headingsOf(row);
  return [...row.children]
    .map((element, index) => ({ name: names[index] ?? "", text: textOf(element), element }))
    .filter(({ text }) => text !== "");
}

/** Null where the page does not hold it: too many effects are cut. */
export function readEffect(report: PageReport, seq: number): EffectNote | null {
  const row = report.find(`effect-${seq}`);
  if (!row) return null;
  const because = row.querySelector(".because");
  const facts = [...(because?.querySelectorAll("a.fact") ?? [])].map((link) => ({
    name: textOf(link),
    href: link.getAttribute("href"),
  }));
  const shownFacts = facts.length;
  for (const index of row.getAttribute("data-more")?.split(" ") ?? []) {
    const id = report.id(`row-${index}`);
    facts.push({ name: textOf(document.getElementById(id)?.firstElementChild), href: `#${id}` });
  }
  const effects = [...(because?.querySelectorAll("a.effect") ?? [])].map((link) =>
    Number(link.getAttribute("data-seq")),
  );
  const bare = because?.cloneNode(true) as Element | undefined;
  for (const link of bare?.querySelectorAll("a.fact, a.effect") ?? []) link.remove();
  return {
    seq,
    clause: row.getAttribute("data-clause"),
    kind: row.getAttribute("data-kind") ?? "",
    cells: cellsOf(row).filter(({ element }) => element !== because),
    facts,
    effects: effects.filter((each) => !Number.isNaN(each)),
    rest: restOf(textOf(bare), facts.length - shownFacts),
  };
}

/** What stands between the links, and how many facts are still left out where some of them are listed after all. */
function restOf(text: string, listed: number): string {
  const parts = text.split(",").map((part) => part.trim());
  const said = parts
    .filter((part) => part !== "")
    .map((part) => {
      const more = /^and ([\d,]+) more$/.exec(part);
      if (!more) return part;
      const left = Number(more[1]!.replaceAll(",", "")) - listed;
      return left > 0 ? `and ${left} more that this page does not hold` : "";
    });
  return said.filter((part) => part !== "").join(", ");
}

/** The line on which a clause begins. */
export function lineOf(report: PageReport, clause: string | null): Element | null {
  if (!clause) return null;
  return report.find("text")?.querySelector(`li.text-line[id][data-clause="${CSS.escape(clause)}"]`) ?? null;
}

/** The sentence of a clause: the lines from where it begins to where the next begins. */
export function readSentence(report: PageReport, clause: string | null): string {
  if (!clause) return "";
  const first = lineOf(report, clause);
  const lines: string[] = [];
  for (let line: Element | null = first; line; line = line.nextElementSibling) {
    if (line !== first && (line.id !== "" || line.getAttribute("data-clause") !== clause)) break;
    const bare = line.cloneNode(true) as Element;
    for (const extra of bare.querySelectorAll(".margin, .line-number, .only-clause")) extra.remove();
    lines.push(textOf(bare));
  }
  return lines.join(" ").trim();
}
