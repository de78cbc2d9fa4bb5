import { flushSync } from "svelte";
import type { Brush } from "./brush";
import { Filter } from "./filter";
import { isOf } from "./lanes";
import type { MapView } from "./map";
import { MarkKeys } from "./marks";
import type { Page } from "./page";
import { prepareForPrint } from "./print";
import type { Choice } from "./state.svelte";
import { amountOf } from "./summary";
import type { TimelineView } from "./timeline";

/** How long a gesture must rest before what it did is said; milliseconds. */
const rest = 350;

/** Lets the page follow what is chosen. */
export function follow(
  page: Page,
  choice: Choice,
  timeline: TimelineView | null,
  brush: Brush | null,
  map: MapView | null,
) {
  const filters = page.reports.map((report) => new Filter(report));
  const marks = timeline && new MarkKeys(page, timeline);
  let isFirst = true;
  let saying = 0;

  const say = () => {
    clearTimeout(saying);
    if (isFirst) return;
    saying = window.setTimeout(() => {
      if (page.status) page.status.textContent = sentence(page, choice, brush);
    }, rest);
  };

  $effect.root(() => {
    $effect(() => {
      document.documentElement.dataset["showing"] = choice.showing;
      marks?.renew();
    });
    $effect(() => {
      timeline?.show(choice.window);
      marks?.renew();
    });
    $effect(() => {
      void choice.window;
      void choice.brush;
      brush?.draw();
    });
    $effect(() => {
      const { brush: time } = choice;
      map?.count(time ? page.reports[0]!.tallies.count(time.from, time.to).byPlace : null);
    });
    $effect(() => {
      const { brush: time, clause } = choice;
      for (const filter of filters) {
        filter.apply(time, clause && clause.report === filter.report.index ? clause.clause : null);
      }
      say();
    });
    $effect(() => {
      const { clause } = choice;
      for (const lane of document.querySelectorAll("#timeline g.lane")) {
        const report = Number(lane.getAttribute("data-report") ?? 0);
        const grade = lane.getAttribute("data-grade");
        const own =
          grade === null
            ? (lane.getAttribute("data-clause") ?? undefined)
            : page.reports[report]?.data.grades[Number(grade)]?.clause;
        const isOut = clause !== null && (clause.report !== report || !isOf(own, clause.clause));
        lane.classList.toggle("faded", isOut && lane.hasAttribute("data-report"));
      }
      for (const line of document.querySelectorAll("li.text-line")) {
        const report = Number(line.closest("[data-report]")?.getAttribute("data-report") ?? 0);
        const isChosen =
          clause?.report === report && isOf(line.getAttribute("data-clause") ?? undefined, clause.clause);
        line.classList.toggle("chosen", isChosen);
      }
    });
    prepareForPrint(filters, choice, timeline, map);
  });
  flushSync();
  isFirst = false;
}

function sentence(page: Page, choice: Choice, brush: Brush | null): string {
  const { brush: time, clause } = choice;
  const of = clause ? ` Only clause ${clause.clause}.` : "";
  if (!time) return `All of the time is shown.${of}`;
  const { rows, acts } = page.reports[0]!.tallies.count(time.from, time.to);
  const counts = `${amountOf(rows, "row", "rows")}, at least ${amountOf(acts, "act", "acts")}`;
  return `Selected: ${brush?.words() ?? ""}; ${counts}.${of}`;
}
