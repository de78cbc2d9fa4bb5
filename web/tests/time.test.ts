import { describe, expect, it } from "vitest";
import { gathered } from "../src/clusters";
import { LocalClock, utc } from "../src/instants";
import { drawn, isOf } from "../src/lanes";
import { Projection } from "../src/projection";
import { shortestWindow, within, zoomed } from "../src/scale";
import { Tallies } from "../src/tallies";
import { ticks } from "../src/ticks";

const day = 86_400;
const kyiv = new LocalClock("Europe/Kyiv");

describe("ticks", () => {
  const labels = (from: string, to: string) => ticks(kyiv.at(from), kyiv.at(to), kyiv, 9).map(({ label }) => label);

  it("go from years to hours", () => {
    expect(labels("2015-01-01", "2021-12-31")).toContain("2018");
    expect(labels("2015-01-01", "2015-06-30")).toContain("Mar 2015");
    expect(labels("2015-01-01", "2015-01-06")).toContain("3 Jan 2015");
    expect(labels("2015-01-01", "2015-01-02")).toContain("03:00");
  });

  it("stand at local midnights where clocks change", () => {
    const list = ticks(kyiv.at("2022-03-25"), kyiv.at("2022-03-30"), kyiv, 9);
    expect(list.map(({ at }) => kyiv.local(at).slice(11))).toEqual(list.map(() => "00:00:00"));
  });

  it("are never too many", () => {
    for (const length of [1, 10, 100, 1000, 10_000]) {
      expect(ticks(utc("2015-01-01"), utc("2015-01-01") + length * day, kyiv, 9).length).toBeLessThanOrEqual(14);
    }
  });
});

describe("a window", () => {
  const whole = { from: 0, to: 1000 * day };

  it("zooms about an instant and stays within the whole", () => {
    const closer = zoomed(whole, whole, 2, 250 * day);
    expect(closer).toEqual({ from: 125 * day, to: 625 * day });
    expect(zoomed(closer, whole, 0.1, 300 * day)).toEqual(whole);
    expect(zoomed(whole, whole, 1e9, 0)).toEqual({ from: 0, to: shortestWindow });
  });

  it("moves no further than the ends", () => {
    expect(within({ from: 990 * day, to: 1010 * day }, whole)).toEqual({ from: 980 * day, to: 1000 * day });
  });
});

describe("tallies", () => {
  const place = { at: { longitude: 0, latitude: 0 }, radiusKm: 0, zone: "in", sectors: [], rows: 0 };
  const tallies = new Tallies({
    bins: [0, day, 2 * day, 3 * day],
    conducts: ["a"],
    withoutPlace: 1,
    places: [place, place],
    tallies: [
      { place: 1, bin: 2, conduct: 0, rows: 4, acts: 40 },
      { place: 0, bin: 0, conduct: 0, rows: 1, acts: 10 },
      { place: -1, bin: 1, conduct: 0, rows: 2, acts: 20 },
    ],
  });

  it("snap to whole bins", () => {
    expect(tallies.snap(0.5 * day, 1.5 * day)).toEqual({ from: 0, to: 2 * day });
    expect(tallies.snap(-5, 99 * day)).toEqual({ from: 0, to: 3 * day });
  });

  it("count what began in the bins, with and without a place", () => {
    const { rows, acts, placed, byPlace } = tallies.count(day, 3 * day);
    expect([rows, acts, placed, ...byPlace]).toEqual([6, 60, 4, 0, 4]);
    expect(tallies.count(0, day).rows).toBe(1);
    expect([...tallies.rowsByBin()]).toEqual([1, 2, 4]);
  });
});

describe("lanes", () => {
  it("put together what lies closer than can be seen, of one verdict and view", () => {
    const stretches = [
      { from: 0, to: 10, met: true, seq: 1 },
      { from: 12, to: 20, met: true, seq: 2 },
      { from: 40, to: 50, met: false, seq: 3 },
    ];
    const lanes = [{ grade: 0, hindsight: false, stretches }];
    expect(drawn(lanes, 0, 100, 5).map(({ from, to, seq }) => [from, to, seq])).toEqual([
      [40, 50, 3],
      [0, 20, 1],
    ]);
    expect(drawn(lanes, 0, 100, 1)).toHaveLength(3);
    expect(drawn(lanes, 15, 30, 1)).toHaveLength(1);
  });

  it("know a clause and its items from another that begins alike", () => {
    expect(isOf("5.2(b)", "5.2")).toBe(true);
    expect(isOf("5.21", "5.2")).toBe(false);
    expect(isOf(undefined, "5.2")).toBe(false);
  });
});

describe("clusters", () => {
  it("gather places about the one with most rows, and lose none", () => {
    const points = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 100, y: 0 },
      { x: 5, y: 5 },
    ];
    const clusters = gathered(points, [1, 5, 2, 0], 20);
    expect(clusters.map(({ places }) => places)).toEqual([[1, 0], [2]]);
  });
});

describe("the projection", () => {
  const projection = new Projection(38, 48, 12_000, 600, 400);

  it("has its middle in the middle, north above, and the map's scale", () => {
    expect(projection.project(38, 48)).toEqual({ x: 600, y: 400 });
    const north = projection.project(38, 49);
    expect(400 - north.y).toBeCloseTo((12_000 * Math.PI) / 180, 6);
    expect(projection.project(39, 48).x).toBeGreaterThan(600);
  });

  it("finds where a meridian and a parallel cross the frame", () => {
    const { x, y } = projection.project(39, 49);
    expect(projection.meridianAt(39, y)).toBeCloseTo(x, 3);
    expect(projection.parallelAt(49, x)).toBeCloseTo(y, 3);
  });
});
