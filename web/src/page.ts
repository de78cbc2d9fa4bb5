import { LocalClock } from "./instants";
import { type Report, readReports } from "./model";
import { Tallies } from "./tallies";

/** One of the page's reports: its data, and its elements by the names of CONTRACT.md. */
export interface PageReport {
  index: number;
  data: Report;
  clock: LocalClock;
  tallies: Tallies;
  /** `A`, `B`, or nothing where the page has one report. */
  letter: string;
  find<E extends Element = HTMLElement>(id: string): E | null;
  /** The id that an element of this report has in the page. */
  id(name: string): string;
}

export interface Page {
  reports: PageReport[];
  map: SVGSVGElement | null;
  timeline: SVGSVGElement | null;
  controls: HTMLElement | null;
  status: HTMLElement | null;
  because: HTMLElement | null;
}

export function readPage(document: Document): Page {
  const data = readReports(document);
  const isPair = data.length > 1;
  const reports = data.map((report, index): PageReport => {
    const id = (name: string) => (isPair ? `${"ab"[index]}-${name}` : name);
    return {
      index,
      data: report,
      clock: new LocalClock(report.agreement.timeZone),
      tallies: new Tallies(report.places),
      letter: isPair ? "AB"[index]! : "",
      id,
      find: <E extends Element>(name: string) => document.getElementById(id(name)) as unknown as E | null,
    };
  });
  const shared = <E extends Element = HTMLElement>(name: string) =>
    (document.getElementById(name) ?? document.getElementById(`a-${name}`)) as unknown as E | null;
  return {
    reports,
    map: shared<SVGSVGElement>("map"),
    timeline: shared<SVGSVGElement>("timeline"),
    controls: shared("casus-controls"),
    status: shared("casus-status"),
    because: shared("casus-because"),
  };
}

const svgNames = "http://www.w3.org/2000/svg";

/** An SVG element with its attributes. */
export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Record<string, string | number> = {},
  ...children: (Node | string)[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(svgNames, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** A number that an element says of itself; NaN where it does not. */
export function numberOf(element: Element, name: string): number {
  const text = element.getAttribute(`data-${name}`);
  return text === null ? Number.NaN : Number(text);
}

/** Where a pointer is, in units of the drawing. */
export function pointIn(drawing: SVGSVGElement, event: { clientX: number; clientY: number }): { x: number; y: number } {
  const matrix = drawing.getScreenCTM();
  if (!matrix) return { x: 0, y: 0 };
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
  return { x, y };
}

/** At most one call a frame, with what was asked for last. */
export function eachFrame<T>(work: (last: T) => void): (value: T) => void {
  let waiting = false;
  let last: T;
  return (value) => {
    last = value;
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      work(last);
    });
  };
}
