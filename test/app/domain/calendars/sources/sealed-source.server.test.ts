import { describe, expect, test } from "vitest";
import { openSource, sealSource, sourceKeyOf } from "#app/domain/calendars/sources/sealed-source.server.ts";
import type { CalendarSource } from "#app/gateways/calendar-source.server.ts";

const address = (source: string): CalendarSource => ({ kind: "address", source });
const caldav: CalendarSource = {
  kind: "caldav",
  source: "https://dav.example/jo/diary/",
  account: "jo",
  password: "apple-pear",
};

describe("what a row holds of a source", () => {
  test("case 72: neither its address nor its password in clear, and both again when it is asked", () => {
    const row = sealSource(caldav);
    expect(JSON.stringify(row)).not.toMatch(/apple-pear|jo\/diary/);
    expect(openSource(row)).toEqual({ ...caldav, mayBePrivate: false });
  });

  test.each([
    ["the host of an address", address("webcal://diary.example/secret.ics"), "diary.example"],
    ["with its port", address("https://diary.example:8443/secret.ics"), "diary.example:8443"],
    ["a file without its folders", { kind: "file", source: "/home/jo/diary.ics" } as const, "diary.ics"],
    ["nothing of what is no address", address("not an address"), "Calendar"],
  ])("shows %s", (_, source, shown) => expect(sealSource(source).sourceShown).toBe(shown));

  test("shows a long host by its two ends", () => {
    const { sourceShown } = sealSource(
      address(`https://${"far-away-".repeat(20)}.norwich.example/secret.ics`),
    );
    expect(sourceShown).toMatch(/^far-away-.*….*norwich\.example$/);
    expect(sourceShown.length).toBeLessThanOrEqual(60);
  });
});

test("one source has one key, however it is spelled, and another for another account", () => {
  const keys = ["webcal://Diary.example/a.ics", " https://diary.example:443/a.ics"].map((source) =>
    sourceKeyOf(address(source)),
  );
  expect(new Set(keys).size).toBe(1);
  expect(sourceKeyOf(caldav)).not.toBe(sourceKeyOf({ ...caldav, account: "ann" }));
});
