import { type Cluster, gathered, radiusOf, shortCount } from "./clusters";
import { type PageReport, eachFrame, numberOf, pointIn, svg } from "./page";
import { Projection } from "./projection";
import type { Choice } from "./state.svelte";
import { amountOf } from "./summary";

const closest = 64;
const together = 26;

/** Pan and zoom of the map; clusters gathered anew at each zoom, with the counts of the brushed time. */
export class MapView {
  readonly projection: Projection;
  readonly #view: SVGGElement;
  readonly #clusters: SVGGElement | null;
  readonly #serverClusters: Node[];
  readonly #places: (SVGElement | null)[];
  readonly #points: { x: number; y: number }[];
  readonly #rows: Int32Array;
  readonly #scaleBar: SVGGElement | null;
  #drawn: {
    cluster: Cluster;
    element: SVGGElement;
    count: SVGTextElement;
    circle: SVGCircleElement;
    title: Element;
  }[] = [];
  #k = 1;
  #x = 0;
  #y = 0;

  constructor(
    readonly drawing: SVGSVGElement,
    readonly report: PageReport,
    readonly choice: Choice,
  ) {
    const number = (name: string) => numberOf(drawing, name);
    this.projection = new Projection(
      number("longitude0"),
      number("latitude0"),
      number("scale"),
      number("x0"),
      number("y0"),
    );
    this.#view = drawing.querySelector("#map-view")!;
    this.#clusters = drawing.querySelector("#map-clusters");
    this.#serverClusters = [...(this.#clusters?.childNodes ?? [])];
    this.#scaleBar = drawing.querySelector("#map-scale");
    const { places } = report.data.places;
    this.#places = places.map(() => null);
    for (const element of drawing.querySelectorAll<SVGElement>(".place")) {
      this.#places[numberOf(element, "place")] = element;
    }
    this.#points = places.map((place) => this.projection.shown(place));
    // What has no distance has no place on the map.
    this.#rows = Int32Array.from(places, (place) =>
      place.observer && place.observer.maxKm === undefined ? 0 : place.rows,
    );
    this.#followPointers();
    drawing.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    drawing.addEventListener("keydown", (event) => this.#key(event));
    this.#gather();
  }

  get #size() {
    const { width, height } = this.drawing.viewBox.baseVal;
    return { width, height };
  }

  /** A factor about a point of the drawing; without one, about its middle. */
  by(factor: number, about = { x: this.#size.width / 2, y: this.#size.height / 2 }) {
    const k = Math.min(Math.max(this.#k * factor, 1), closest);
    this.#x = about.x - ((about.x - this.#x) * k) / this.#k;
    this.#y = about.y - ((about.y - this.#y) * k) / this.#k;
    this.#k = k;
    this.#apply();
  }

  move(x: number, y: number) {
    this.#x += x;
    this.#y += y;
    this.#apply();
  }

  toAll() {
    [this.#k, this.#x, this.#y] = [1, 0, 0];
    this.#apply();
  }

  readonly #apply = () => {
    const { width, height } = this.#size;
    this.#x = Math.min(0, Math.max(this.#x, width * (1 - this.#k)));
    this.#y = Math.min(0, Math.max(this.#y, height * (1 - this.#k)));
    this.#draw();
  };

  readonly #draw = eachFrame<void>(() => {
    this.#view.setAttribute("transform", `translate(${this.#x} ${this.#y}) scale(${this.#k})`);
    this.drawing.style.setProperty("--map-zoom", String(this.#k));
    this.#drawScale();
    this.#drawDegrees();
    this.#settle();
  });

  #settling = 0;
  /** While a gesture goes on the clusters only move; they are gathered anew when it rests. */
  #settle() {
    clearTimeout(this.#settling);
    this.#settling = window.setTimeout(() => {
      if (this.#k !== this.#gatheredAt) this.#gather();
    }, 80);
  }

  #gatheredAt = 0;
  #gather() {
    this.#gatheredAt = this.#k;
    for (const [index, element] of this.#places.entries()) {
      if (!(element instanceof SVGCircleElement)) continue;
      const true_ = this.report.data.places.places[index]!.radiusKm * this.projection.unitsPerKm;
      element.setAttribute("r", String(Math.max(2.2 / this.#k, true_)));
    }
    const clusters = gathered(this.#points, this.#rows, together / this.#k);
    this.#drawn = clusters.map((cluster) => this.#mark(cluster));
    this.#clusters?.replaceChildren(...this.#drawn.map(({ element }) => element));
    this.#label();
  }

  #mark(cluster: Cluster) {
    const element = svg("g", {
      class: "cluster",
      "data-places": cluster.places.join(" "),
      role: "button",
      tabindex: -1,
    });
    const circle = svg("circle", { cx: 0, cy: 0 });
    const count = svg("text", { class: "count", y: 3.6, "text-anchor": "middle" });
    const title = svg("title");
    element.append(title, circle, count);
    element.setAttribute("transform", `translate(${cluster.x} ${cluster.y}) scale(${1 / this.#k})`);
    return { cluster, element, circle, count, title };
  }

  #counts: Int32Array | null = null;

  /** Shows how many rows of each place lie in the brushed time; null: all. */
  count(byPlace: Int32Array | null) {
    const before = this.#counts;
    this.#counts = byPlace?.slice() ?? null;
    for (const [index, element] of this.#places.entries()) {
      const was = before !== null && before[index] === 0;
      const is = byPlace !== null && byPlace[index] === 0;
      if (was !== is) element?.classList.toggle("dimmed", is);
    }
    this.#label();
  }

  #label() {
    for (const { cluster, element, circle, count, title } of this.#drawn) {
      let rows = 0;
      for (const index of cluster.places) rows += this.#counts ? this.#counts[index]! : this.#rows[index]!;
      if (numberOf(element, "rows") === rows) continue;
      element.setAttribute("data-rows", String(rows));
      element.classList.toggle("dimmed", rows === 0);
      circle.setAttribute("r", String(radiusOf(rows)));
      count.textContent = rows > 1 ? shortCount(rows) : "";
      title.textContent = `${amountOf(rows, "row", "rows")} at ${amountOf(cluster.places.length, "place", "places")}`;
      element.setAttribute("aria-label", title.textContent);
    }
  }

  /** Degrees are written where their line crosses the frame: at the top for meridians, at the right for parallels. */
  #drawDegrees() {
    const { width, height } = this.#size;
    for (const label of this.drawing.querySelectorAll<SVGTextElement>("#map-furniture text.degree")) {
      const found = /^([\d.]+)°([EWNS])$/.exec(label.textContent ?? "");
      if (!found) continue;
      const degrees = Number(found[1]) * (found[2] === "W" || found[2] === "S" ? -1 : 1);
      const isMeridian = found[2] === "E" || found[2] === "W";
      const at = isMeridian
        ? this.projection.meridianAt(degrees, (14 - this.#y) / this.#k) * this.#k + this.#x
        : this.projection.parallelAt(degrees, (width - this.#x) / this.#k) * this.#k + this.#y;
      const isSeen = isMeridian ? at > 20 && at < width - 40 : at > 24 && at < height - 12;
      label.classList.toggle("beyond", !isSeen);
      if (isSeen) label.setAttribute(isMeridian ? "x" : "y", String(at + (isMeridian ? 3 : -3)));
    }
  }

  /** The scale bar keeps its length in kilometres round: it is drawn for the zoom. */
  #drawScale() {
    if (!this.#scaleBar) return;
    const km = numberOf(this.#scaleBar, "km") / this.#k;
    const text = this.#scaleBar.querySelector("text");
    if (text) text.textContent = `${km >= 10 ? Math.round(km) : km.toPrecision(2)} km`;
  }

  #followPointers() {
    const touches = new Map<number, { x: number; y: number }>();
    let hasMoved = false;
    const end = (event: PointerEvent) => touches.delete(event.pointerId);
    this.drawing.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      touches.set(event.pointerId, pointIn(this.drawing, event));
      if (touches.size === 1) hasMoved = false;
    });
    this.drawing.addEventListener("pointermove", (event) => {
      const from = touches.get(event.pointerId);
      if (!from) return;
      const to = pointIn(this.drawing, event);
      if (!hasMoved && Math.hypot(to.x - from.x, to.y - from.y) < 3) return;
      if (!hasMoved) this.drawing.setPointerCapture(event.pointerId);
      hasMoved = true;
      const other = [...touches].find(([id]) => id !== event.pointerId)?.[1];
      touches.set(event.pointerId, to);
      if (!other) {
        this.move(to.x - from.x, to.y - from.y);
        return;
      }
      const before = Math.hypot(from.x - other.x, from.y - other.y);
      this.by(Math.hypot(to.x - other.x, to.y - other.y) / Math.max(before, 1), other);
    });
    this.drawing.addEventListener("pointerup", end);
    this.drawing.addEventListener("pointercancel", end);
    this.drawing.addEventListener("click", (event) => {
      if (!hasMoved) this.#choose(event.target as Element);
      hasMoved = false;
    });
    this.drawing.addEventListener("dblclick", (event) => this.by(2, pointIn(this.drawing, event)));
  }

  #choose(target: Element) {
    const cluster = target.closest("g.cluster");
    const place = target.closest(".place");
    if (cluster) this.choice.places = (cluster.getAttribute("data-places") ?? "").split(" ").map(Number);
    else if (place) this.choice.places = [numberOf(place, "place")];
  }

  #wheel(event: WheelEvent) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.by(Math.exp(-event.deltaY / 200), pointIn(this.drawing, event));
  }

  #key(event: KeyboardEvent) {
    const step = 60;
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [step, 0],
      ArrowRight: [-step, 0],
      ArrowUp: [0, step],
      ArrowDown: [0, -step],
    };
    const move = moves[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (move) this.move(...move);
    else if (event.key === "+" || event.key === "=") this.by(1.6);
    else if (event.key === "-") this.by(1 / 1.6);
    else if (event.key === "0") this.toAll();
    else return;
    event.preventDefault();
  }

  /** For print: as the server drew it. */
  restore() {
    this.toAll();
    this.#clusters?.replaceChildren(...this.#serverClusters);
    this.#gatheredAt = 0;
  }
}
