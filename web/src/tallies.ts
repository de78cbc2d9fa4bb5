import type { Instant } from "./instants";
import type { PlaceTable } from "./model";

/** Rows by bin in typed arrays, so that a brush over a million incidents is answered by one pass over a slice. */
export class Tallies {
  /** Where each bin begins, ascending; one more than there are bins. */
  readonly bins: Float64Array;
  readonly #place: Int32Array;
  readonly #rows: Int32Array;
  readonly #acts: Float64Array;
  /** Of each bin, where its tallies begin in the arrays above. */
  readonly #start: Int32Array;
  readonly #counts: Int32Array;

  constructor(table: PlaceTable) {
    this.bins = Float64Array.from(table.bins);
    const count = Math.max(0, table.bins.length - 1);
    const kept = table.tallies.filter((tally) => tally.bin >= 0 && tally.bin < count);
    this.#start = new Int32Array(count + 1);
    for (const { bin } of kept) this.#start[bin + 1]! += 1;
    for (let bin = 0; bin < count; bin++) this.#start[bin + 1]! += this.#start[bin]!;
    this.#place = new Int32Array(kept.length);
    this.#rows = new Int32Array(kept.length);
    this.#acts = new Float64Array(kept.length);
    const next = this.#start.slice();
    for (const tally of kept) {
      const at = next[tally.bin]!++;
      this.#place[at] = tally.place;
      this.#rows[at] = tally.rows;
      this.#acts[at] = tally.acts;
    }
    this.#counts = new Int32Array(table.places.length);
  }

  get binCount(): number {
    return this.#start.length - 1;
  }

  /** The bin in which an instant lies; the first or the last for instants before or after all. */
  binAt(instant: Instant): number {
    let low = 0;
    let high = this.binCount - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.bins[middle]! <= instant) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }

  /** The whole bins that hold a stretch of time: what a brush selects. */
  snap(from: Instant, to: Instant): { from: Instant; to: Instant } {
    if (this.binCount === 0) return { from, to };
    const first = this.binAt(Math.min(from, to));
    const last = this.binAt(Math.max(from, to) - 1);
    return { from: this.bins[first]!, to: this.bins[Math.max(first, last) + 1]! };
  }

  /**
   * What began in [from, to), both bounds of bins. `byPlace` is one array, written anew by each call.
   */
  count(from: Instant, to: Instant): { rows: number; acts: number; placed: number; byPlace: Int32Array } {
    const byPlace = this.#counts.fill(0);
    const result = { rows: 0, acts: 0, placed: 0, byPlace };
    if (this.binCount === 0 || to <= this.bins[0]!) return result;
    const first = this.#start[this.binAt(from)]!;
    const end = this.#start[this.binAt(to - 1) + 1]!;
    for (let at = first; at < end; at++) {
      const rows = this.#rows[at]!;
      result.rows += rows;
      result.acts += this.#acts[at]!;
      const place = this.#place[at]!;
      if (place >= 0) {
        byPlace[place]! += rows;
        result.placed += rows;
      }
    }
    return result;
  }

  /** Rows of each bin. */
  rowsByBin(): Int32Array {
    const rows = new Int32Array(this.binCount);
    for (let bin = 0; bin < rows.length; bin++) {
      for (let at = this.#start[bin]!; at < this.#start[bin + 1]!; at++) rows[bin]! += this.#rows[at]!;
    }
    return rows;
  }
}
