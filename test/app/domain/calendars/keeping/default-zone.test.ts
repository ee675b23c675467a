import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { zoneChoices, zoneInWords } from "#app/domain/calendars/keeping/default-zone.ts";
import { ZoneForm } from "#app/domain/calendars/keeping/inputs.ts";
import { homeZone } from "#app/domain/calendars/time-zone.ts";

const read = (zone: string) => v.safeParse(ZoneForm, { zone });

describe("the zones to choose from", () => {
  const groups = zoneChoices([homeZone, "Asia/Kathmandu", "GB-Eire", "", "Mars/Olympus"]);

  test("begin with those that are often needed, London first", () => {
    expect(groups[0]?.label).toBe("Often needed");
    expect(groups[0]?.zones[0]).toEqual({ name: "Europe/London", words: "London (United Kingdom)" });
  });

  test("are every zone by its region, one that was kept before among them, and each may be saved", () => {
    const all = groups.flatMap(({ zones }) => zones);
    const names = all.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Asia/Kathmandu", "GB-Eire", "Europe/Kyiv"]));
    expect(names).not.toContain("Asia/Katmandu");
    expect(all).toContainEqual({ name: "America/Argentina/Salta", words: "Salta (Argentina)" });
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    const refused = all.filter(({ name }) => !read(name).success);
    // What was sent is shown as it was, to be seen beside its error
    expect(refused).toEqual([{ name: "Mars/Olympus", words: "Mars/Olympus" }]);
  });
});

describe("a zone that somebody sends", () => {
  test.for([
    ["Europe/Paris", "Europe/Paris"],
    [" GMT Standard Time ", "Europe/London"],
    ["UTC", "UTC"],
  ])("%j is kept as %s", ([given, kept]) => {
    expect(read(given as string)).toMatchObject({ success: true, output: { zone: kept } });
  });

  test.for([
    ["", "Choose a time zone"],
    ["Mars/Olympus", "That is no time zone that we know. Choose one from the list"],
    ["+01:00", "That is no time zone that we know. Choose one from the list"],
  ])("%j is refused", ([given, message]) => {
    expect(read(given as string).issues?.[0]?.message).toBe(message);
  });
});

test.for([
  ["Europe/London", "London time"],
  ["America/New_York", "New York time"],
  ["UTC", "universal time (UTC)"],
])("%s in a sentence is %s", ([name, words]) => {
  expect(zoneInWords(name as string)).toBe(words);
});
