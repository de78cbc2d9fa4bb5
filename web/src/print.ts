import type { Filter } from "./filter";
import type { MapView } from "./map";
import type { Choice } from "./state.svelte";
import type { TimelineView } from "./timeline";

/** On paper the page is as the server wrote it: all of it, at the whole span. Which tables are printed open the style says. */
export function prepareForPrint(filters: Filter[], choice: Choice, timeline: TimelineView | null, map: MapView | null) {
  window.addEventListener("beforeprint", () => {
    for (const filter of filters) filter.apply(null, null);
    timeline?.show(choice.whole);
    map?.restore();
  });
  window.addEventListener("afterprint", () => {
    for (const filter of filters) {
      filter.apply(choice.brush, choice.clause?.report === filter.report.index ? choice.clause.clause : null);
    }
    timeline?.show(choice.window);
    map?.toAll();
  });
}
