import type { Instant } from "./instants";

// The members of report.json that the islands read (src/Casus.Reports/Model); what the page holds as tables is not in it.

export interface Span {
  from: Instant;
  to: Instant;
}

export interface GradeRow {
  name: string;
  clause?: string;
}

export interface DutyRow {
  clause: string;
  bearer: string;
  says: string;
}

export interface EpisodeRow {
  name: string;
  span: Span;
}

/** [from, to) of one verdict. */
export interface Stretch {
  from: Instant;
  to: Instant;
  met: boolean;
  seq?: number;
}

export interface GradeLane {
  grade: number;
  party?: string;
  sector?: number;
  hindsight: boolean;
  stretches: Stretch[];
}

export interface DutyBar {
  duty: number;
  at: Instant;
  deadline?: Instant;
  closedAt?: Instant;
  status: string;
  seq: number;
}

export interface PlaceRow {
  at: { longitude: number; latitude: number };
  radiusKm: number;
  observer?: { arcs: { from: number; to: number }[]; minKm: number; maxKm?: number };
  zone: string;
  sectors: number[];
  rows: number;
}

export interface PlaceTally {
  place: number;
  bin: number;
  conduct: number;
  rows: number;
  acts: number;
}

export interface PlaceTable {
  cell?: number;
  bins: Instant[];
  conducts: string[];
  withoutPlace: number;
  places: PlaceRow[];
  tallies: PlaceTally[];
}

export interface Report {
  agreement: { title: string; timeZone: string };
  span: Span;
  horizon: Instant;
  grades: GradeRow[];
  duties: DutyRow[];
  episodes: EpisodeRow[];
  lanes: GradeLane[];
  bars: DutyBar[];
  places: PlaceTable;
  strips: { months: string[] };
  rows: { total: number };
}

/** The format that these islands read. */
const format = 1;

/** @throws {Error} where the page holds no data, or data of another format. */
export function readReports(page: Document): Report[] {
  const text = page.getElementById("casus-report")?.textContent;
  if (!text) throw new Error("the page holds no #casus-report");
  const data = JSON.parse(text) as { format: number; reports: Report[] };
  if (data.format !== format)
    throw new Error(`#casus-report is of format ${data.format}; these scripts read ${format}`);
  return data.reports;
}
