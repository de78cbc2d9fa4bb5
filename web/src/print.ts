import type { Filter } from "./filter";
import type { MapView } from "./map";
import type { Choice } from "./state.svelte";
import type { TimelineView } from "./timeline";

/** On paper the page is as the server wrote it: all of it, at the whole span, every table open. */
export function prepareForPrint(filters: Filter[], choice: Choice, timeline: TimelineView | null, map: MapView | null) {
  let opened: HTMLDetailsElement[] = [];
  window.addEventListener("beforeprint", () => {
    for (const filter of filters) filter.apply(null, null);
    timeline?.show(choice.whole);
    map?.restore();
    opened = [...document.querySelectorAll<HTMLDetailsElement>("details.twin:not([open])")];
    for (const box of opened) box.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const filter of filters) {
      filter.apply(choice.brush, choice.clause?.report === filter.report.index ? choice.clause.clause : null);
    }
    timeline?.show(choice.window);
    map?.toAll();
    for (const box of opened) box.open = false;
  });
}
