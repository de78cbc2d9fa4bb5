import { describe, expect, it } from "vitest";
import { LocalClock, dayWords, spanWords, utc } from "../src/instants";

const kyiv = new LocalClock("Europe/Kyiv");

describe("LocalClock", () => {
  it("tells the wall clock of the zone", () => {
    expect(kyiv.local(utc("2022-02-24T03:00:00"))).toBe("2022-02-24T05:00:00");
    expect(kyiv.words(utc("2022-02-24T03:00:00"))).toBe("24 Feb 2022, 05:00");
  });

  it("writes midnight as 00", () => {
    expect(kyiv.local(utc("2022-02-23T22:00:00"))).toBe("2022-02-24T00:00:00");
  });

  it("finds where a local day begins, in winter, in summer and on days of change", () => {
    for (const date of ["2022-02-24", "2022-07-01", "2022-03-27", "2022-10-30"]) {
      expect(kyiv.local(kyiv.at(date))).toBe(`${date}T00:00:00`);
    }
  });

  it("refuses what is no date", () => {
    expect(() => kyiv.at("24.02.2022")).toThrow(RangeError);
  });
});

describe("words", () => {
  it("say a day", () => {
    expect(dayWords("2014-09-05T00:00:00")).toBe("5 Sep 2014");
  });

  it("say a span in its largest unit", () => {
    expect(spanWords(7 * 365.25 * 86400)).toBe("7 years");
    expect(spanWords(3 * 86400)).toBe("3 days");
    expect(spanWords(90 * 60)).toBe("2 h");
    expect(spanWords(600)).toBe("10 min");
  });
});
