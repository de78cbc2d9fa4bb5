import { type Instant, type LocalClock, dayWords, monthName } from "./instants";

/** Where a tick stands and what is written at it; empty: a tick alone. */
export interface Tick {
  at: Instant;
  label: string;
}

const hour = 3600;
const day = 86_400;

/** Steps from years to minutes, each with how long it is at least. */
const steps: { seconds: number; unit: "year" | "month" | "day" | "hour" | "minute"; count: number }[] = [
  { seconds: 1800, unit: "minute", count: 30 },
  { seconds: hour, unit: "hour", count: 1 },
  { seconds: 3 * hour, unit: "hour", count: 3 },
  { seconds: 6 * hour, unit: "hour", count: 6 },
  { seconds: 12 * hour, unit: "hour", count: 12 },
  { seconds: day, unit: "day", count: 1 },
  { seconds: 2 * day, unit: "day", count: 2 },
  { seconds: 7 * day, unit: "day", count: 7 },
  { seconds: 28 * day, unit: "month", count: 1 },
  { seconds: 90 * day, unit: "month", count: 3 },
  { seconds: 365 * day, unit: "year", count: 1 },
  { seconds: 5 * 365 * day, unit: "year", count: 5 },
  { seconds: 10 * 365 * day, unit: "year", count: 10 },
];

/** Ticks of a stretch of time on the zone's own clock, at most `most` of them. */
export function ticks(from: Instant, to: Instant, clock: LocalClock, most: number): Tick[] {
  const step = steps.find(({ seconds }) => (to - from) / seconds <= most) ?? steps.at(-1)!;
  switch (step.unit) {
    case "year":
      return years(from, to, clock, step.count);
    case "month":
      return months(from, to, clock, step.count);
    case "day":
      return days(from, to, clock, step.count);
    case "hour":
      return hours(from, to, clock, step.count * hour);
    case "minute":
      return hours(from, to, clock, step.count * 60);
  }
}

const pad = (number: number, length = 2) => String(number).padStart(length, "0");
const inside = (list: Tick[], from: Instant, to: Instant) => list.filter(({ at }) => at >= from && at <= to);

function years(from: Instant, to: Instant, clock: LocalClock, count: number): Tick[] {
  const list: Tick[] = [];
  const last = Number(clock.day(to).slice(0, 4));
  for (let year = Number(clock.day(from).slice(0, 4)); year <= last; year++) {
    if (year % count === 0) list.push({ at: clock.at(`${pad(year, 4)}-01-01`), label: String(year) });
  }
  return inside(list, from, to);
}

function months(from: Instant, to: Instant, clock: LocalClock, count: number): Tick[] {
  const list: Tick[] = [];
  const start = clock.day(from);
  let index = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1;
  for (; ; index++) {
    const first = `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1)}-01`;
    const at = clock.at(first);
    if (at > to) break;
    if (index % count === 0) list.push({ at, label: `${monthName(first)} ${first.slice(0, 4)}` });
  }
  return inside(list, from, to);
}

function days(from: Instant, to: Instant, clock: LocalClock, count: number): Tick[] {
  const list: Tick[] = [];
  // Noon, so that a step of 24 hours meets each local day once also where clocks change.
  let noon = clock.at(clock.day(from)) + day / 2;
  for (let index = 0; noon - day <= to; index++, noon += day) {
    if (index % count !== 0) continue;
    const local = clock.day(noon);
    list.push({ at: clock.at(local), label: dayWords(local) });
  }
  return inside(list, from, to);
}

function hours(from: Instant, to: Instant, clock: LocalClock, seconds: number): Tick[] {
  const list: Tick[] = [];
  let noon = clock.at(clock.day(from)) + day / 2;
  for (; noon - day <= to; noon += day) {
    const local = clock.day(noon);
    for (let of = 0; of < day; of += seconds) {
      const time = `${pad(Math.floor(of / hour))}:${pad((of % hour) / 60)}`;
      list.push({ at: clock.at(`${local}T${time}:00`), label: of === 0 ? dayWords(local) : time });
    }
  }
  return inside(list, from, to);
}
