import { mount } from "svelte";
import Because from "./Because.svelte";
import Buttons from "./Buttons.svelte";
import Controls from "./Controls.svelte";
import Places from "./Places.svelte";
import { follow } from "./follow.svelte";
import { Links } from "./links";
import { MapView } from "./map";
import { readPage } from "./page";
import { Brush, TimelineZoom } from "./brush";
import { Choice } from "./state.svelte";
import { TimelineView } from "./timeline";
import "./report.css";

/** The islands' own element before a drawing, outside what scrolls. */
function before(drawing: Element): HTMLElement {
  const place = document.createElement("div");
  (drawing.closest(".scroll") ?? drawing).before(place);
  return place;
}

/** A drawing that answers is a group of things, not one picture, and can be reached by key. */
function enliven(drawing: SVGSVGElement) {
  drawing.setAttribute("role", "group");
  drawing.setAttribute("tabindex", "0");
  drawing.classList.add("answers");
}

/** Tables longer than this are laid out only where they are seen, so that a brush stays quick. */
const longTable = 300;

/** How high a row is about; pixels. Measuring would lay out what is not to be laid out. */
const rowHeight = 28;

function sparelyLaidOut() {
  for (const box of document.querySelectorAll<HTMLElement>(".scroll")) {
    const rows = box.querySelector("tbody")?.rows.length ?? 0;
    if (rows <= longTable) continue;
    box.style.containIntrinsicHeight = `auto ${rows * rowHeight}px`;
    box.style.contentVisibility = "auto";
  }
}

function start() {
  const page = readPage(document);
  const spans = page.reports.map(({ data }) => data.span);
  const choice = new Choice({
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
  });
  const links = new Links(page, choice);
  const timeline = page.timeline && new TimelineView(page, page.timeline);
  const brush = timeline && new Brush(page, timeline, choice);
  const map = page.map && new MapView(page.map, page.reports[0]!, choice);
  if (timeline) {
    enliven(timeline.drawing);
    const zoom = new TimelineZoom(timeline, choice);
    mount(Buttons, {
      target: before(timeline.drawing),
      props: {
        label: "Zoom of the timeline",
        hint: "Drag to select a time; Ctrl and wheel, or + and −, to zoom; choose a mark to see why.",
        buttons: [
          { sign: "+", name: "Zoom in", press: () => zoom.by(2) },
          { sign: "−", name: "Zoom out", press: () => zoom.by(0.5) },
          { sign: "←", name: "Earlier", press: () => zoom.move(-0.25) },
          { sign: "→", name: "Later", press: () => zoom.move(0.25) },
          { sign: "⤢", name: "Zoom to the selection", press: () => zoom.toBrush() },
          { sign: "↺", name: "All of the time", press: () => zoom.toAll() },
        ],
      },
    });
  }
  if (map) {
    enliven(map.drawing);
    mount(Buttons, {
      target: before(map.drawing),
      props: {
        label: "Zoom of the map",
        hint: "Drag to move; Ctrl and wheel, or + and −, to zoom; choose a mark to see its rows.",
        buttons: [
          { sign: "+", name: "Zoom in on the map", press: () => map.by(1.6) },
          { sign: "−", name: "Zoom out of the map", press: () => map.by(1 / 1.6) },
          { sign: "↺", name: "All of the map", press: () => map.toAll() },
        ],
      },
    });
    const places = document.createElement("div");
    (map.drawing.closest(".scroll") ?? map.drawing).after(places);
    mount(Places, { target: places, props: { report: page.reports[0]!, choice } });
  }
  if (page.controls) {
    mount(Controls, { target: page.controls, props: { page, choice } });
    page.controls.hidden = false;
  }
  if (page.because) {
    const open = (report: number, seq: number) => links.open(report, seq);
    mount(Because, { target: page.because, props: { page, choice, open, close: () => links.close() } });
  }
  follow(page, choice, timeline, brush, map);
  links.followHash();
  sparelyLaidOut();
  document.documentElement.dataset["answers"] = "1";
}

// After the first picture: the page stands without this.
requestAnimationFrame(() => setTimeout(start));
