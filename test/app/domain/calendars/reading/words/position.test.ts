import { describe, expect, test } from "vitest";
import { readEvents, vevent } from "#test/factories/calendars.ts";

const position = (geo: string) => readEvents(vevent("DTSTART:20260603T090000Z", `GEO:${geo}`));

describe("case 61: GEO outside Norfolk & Waveney or swapped is ignored with a notice", () => {
  test.each([
    ["52.6286;1.2923", { latitude: 52.6286, longitude: 1.2923 }],
    ["52.4811\\;1.7534", { latitude: 52.4811, longitude: 1.7534 }],
    ["52.6286,1.2923", { latitude: 52.6286, longitude: 1.2923 }],
  ])("case 61: %s is kept", (geo, kept) => {
    expect(position(geo)).toMatchObject({ events: [{ geo: kept }], notices: [] });
  });

  test.each([
    ["1.2923;52.6286", "swapped"],
    ["51.5074;-0.1278", "not in Norfolk"],
    ["0;0", "not in Norfolk"],
    ["Norwich", "not in Norfolk"],
  ])("case 61: %s is not", (geo, why) => {
    expect(position(geo)).toMatchObject({ events: [{ geo: null }], notices: [{ line: 9 }] });
    expect(position(geo).notices[0]?.message).toContain(why);
  });
});
