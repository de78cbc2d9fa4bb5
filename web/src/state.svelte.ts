import type { Window } from "./scale";

export type Showing = "both" | "known" | "hindsight";

/** What the reader has chosen; everything else follows from it. */
export class Choice {
  /** The brushed time, whole bins; null: all of it. */
  brush = $state.raw<Window | null>(null);
  /** What the timeline shows. */
  window = $state.raw<Window>({ from: 0, to: 1 });
  /** A clause that tables and lanes are narrowed to. */
  clause = $state.raw<{ report: number; clause: string } | null>(null);
  /** The effect whose because is open. */
  effect = $state.raw<{ report: number; seq: number } | null>(null);
  /** Places whose rows are listed beside the map. */
  places = $state.raw<number[] | null>(null);
  showing = $state<Showing>("both");

  constructor(readonly whole: Window) {
    this.window = { ...whole };
  }
}
