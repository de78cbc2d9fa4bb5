import { expect, test } from "vitest";
import type { Report } from "../src/model";
import { gradesIn } from "../src/summary";

const lane = { grade: 0, hindsight: false, party: "Eastbank", sector: 4 };
const stretch = (from: number, met: boolean, seq?: number) => ({ from, to: from + 5, met, seq });
const report = {
  grades: [{ name: "flare", clause: "3.4" }],
  lanes: [
    { ...lane, stretches: [stretch(10, true, 31), stretch(20, true, 31), stretch(30, false)] },
    { ...lane, sector: 5, stretches: [stretch(10, true, 32)] },
    { ...lane, hindsight: true, stretches: [stretch(9, true, 40)] },
  ],
} as unknown as Report;

test("an arising is counted once, however often it was known to stand", () => {
  expect(gradesIn(report, 0, 100, false)).toEqual([{ name: "flare", clause: "3.4", met: 2, undetermined: 1 }]);
});

test("what began before the selected time is not counted", () => {
  expect(gradesIn(report, 15, 25, false)).toEqual([{ name: "flare", clause: "3.4", met: 1, undetermined: 0 }]);
  expect(gradesIn(report, 50, 60, true)).toEqual([]);
});
