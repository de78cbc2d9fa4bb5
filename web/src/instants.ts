/** Whole seconds of UTC since 1970, as the report has them. */
export type Instant = number;

const minute = 60;
const hour = 3600;
const day = 86_400;

/** Local wall-clock parts of instants in one time zone. Formatting is slow in a browser, so answers are kept. */
export class LocalClock {
  readonly #format: Intl.DateTimeFormat;
  readonly #kept = new Map<Instant, string>();

  constructor(readonly zone: string) {
    this.#format = new Intl.DateTimeFormat("en-CA-u-hc-h23", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
  }

  /** `2022-02-24T05:00:00` in the zone. */
  local(at: Instant): string {
    let text = this.#kept.get(at);
    if (text === undefined) {
      const parts = new Map<string, string>();
      for (const { type, value } of this.#format.formatToParts(at * 1000)) parts.set(type, value);
      const get = (type: string) => parts.get(type) ?? "";
      text = `${get("year").padStart(4, "0")}-${get("month")}-${get("day")}T${get("hour")}:${get("minute")}:${get("second")}`;
      if (this.#kept.size > 5000) this.#kept.clear();
      this.#kept.set(at, text);
    }
    return text;
  }

  day(at: Instant): string {
    return this.local(at).slice(0, 10);
  }

  /** `24 Feb 2022, 05:00`. */
  words(at: Instant): string {
    const local = this.local(at);
    return `${dayWords(local)}, ${local.slice(11, 16)}`;
  }

  /** The instant at which a local date (`2022-02-24`, or with a time) begins; where clocks skip it, the first after. */
  at(localText: string): Instant {
    const wanted = utc(localText);
    let guess = wanted;
    for (let round = 0; round < 3; round++) {
      const seen = utc(this.local(guess));
      if (seen === wanted) break;
      guess += wanted - seen;
    }
    return guess;
  }
}

/** A local text read as if it were UTC, in seconds. */
export function utc(text: string): Instant {
  const at = Date.parse(`${text.length === 10 ? `${text}T00:00:00` : text}Z`);
  if (Number.isNaN(at)) throw new RangeError(`not a local date or time: ${text}`);
  return at / 1000;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export function monthName(local: string): string {
  return months[Number(local.slice(5, 7)) - 1] ?? "";
}

/** `24 Feb 2022`. */
export function dayWords(local: string): string {
  return `${Number(local.slice(8, 10))} ${monthName(local)} ${local.slice(0, 4)}`;
}

/** `3 years`, `2 months`, `5 days`, `7 h`, `20 min`: the largest unit that is at least one. */
export function spanWords(seconds: number): string {
  const say = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
  if (seconds >= 2 * 365.25 * day) return say(Math.round(seconds / (365.25 * day)), "year", "years");
  if (seconds >= 60 * day) return say(Math.round(seconds / (30.44 * day)), "month", "months");
  if (seconds >= 2 * day) return say(Math.round(seconds / day), "day", "days");
  if (seconds >= hour) return `${Math.round(seconds / hour)} h`;
  return `${Math.max(0, Math.round(seconds / minute))} min`;
}
