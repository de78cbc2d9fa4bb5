import type { Instant } from "./instants";
import { isOf } from "./lanes";
import type { Report } from "./model";

export interface GradeCount {
  name: string;
  clause: string;
  met: number;
  undetermined: number;
}

export interface DutyCount {
  clause: string;
  bearer: string;
  arose: number;
  overdue: number;
}

const overdue = new Set(["overdue", "bornOverdue", "performanceUnknown"]);

/**
 * What of grades began in [from, to), over all parties and sectors: arisings, each once however often it was known to
 * stand; and undetermined stretches. Grades with none are left out.
 */
export function gradesIn(
  report: Report,
  from: Instant,
  to: Instant,
  hindsight: boolean,
  clause?: string,
): GradeCount[] {
  const counts = report.grades.map((grade) => ({
    name: grade.name,
    clause: grade.clause ?? "",
    met: 0,
    undetermined: 0,
  }));
  for (const lane of report.lanes) {
    if (lane.hindsight !== hindsight) continue;
    const count = counts[lane.grade];
    if (!count || (clause && !isOf(count.clause, clause))) continue;
    const arisings = new Set<number>();
    for (const stretch of lane.stretches) {
      if (stretch.from < from || stretch.from >= to) continue;
      if (stretch.met && stretch.seq !== undefined) arisings.add(stretch.seq);
      else if (stretch.met) count.met++;
      else count.undetermined++;
    }
    count.met += arisings.size;
  }
  return counts.filter((count) => count.met + count.undetermined > 0);
}

/** Duties that arose in [from, to), and those of them that are overdue. */
export function dutiesIn(report: Report, from: Instant, to: Instant, clause?: string): DutyCount[] {
  const counts = report.duties.map((duty) => ({ clause: duty.clause, bearer: duty.bearer, arose: 0, overdue: 0 }));
  for (const bar of report.bars) {
    const count = counts[bar.duty];
    if (!count || bar.at < from || bar.at >= to || (clause && !isOf(count.clause, clause))) continue;
    count.arose++;
    if (overdue.has(bar.status)) count.overdue++;
  }
  return counts.filter((count) => count.arose > 0);
}

const grouped = new Intl.NumberFormat("en-GB");

/** `12,345`. */
export const amount = (number: number) => grouped.format(number);

/** `1 row`, `12,345 rows`. */
export const amountOf = (number: number, one: string, many: string) => `${amount(number)} ${number === 1 ? one : many}`;
