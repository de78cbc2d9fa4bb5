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
    rest: textOf(bare).replace(/^[\s,;.·]+|[\s,;·]+$/g, ""),
  };
}

/** The sentence of a clause: the lines from where it begins to where the next begins. */
export function readSentence(report: PageReport, clause: string | null): string {
  if (!clause) return "";
  const first = report.find(`clause-${clause}`);
  const lines: string[] = [];
  for (let line: Element | null = first; line; line = line.nextElementSibling) {
    if (line !== first && (line.id !== "" || line.getAttribute("data-clause") !== clause)) break;
    const bare = line.cloneNode(true) as Element;
    for (const extra of bare.querySelectorAll(".figures, .only-clause")) extra.remove();
    lines.push(textOf(bare.querySelector(".words") ?? bare));
  }
  return lines.join(" ").trim();
}
