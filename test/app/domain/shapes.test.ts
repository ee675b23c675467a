import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { Day, PageNumber, Slug } from "#app/domain/shapes.ts";

describe("a slug", () => {
  test.for(["norwich", "south-norfolk-2", " norwich "])("may be %j", (text) => {
    expect(v.parse(Slug, text)).toBe(text.trim());
  });
  test.for(["", "Norwich", "-norwich", "norwich-", "a--b", "a_b", "a\u0000", "a".repeat(201)])(
    "may not be %j",
    (text) => expect(v.is(Slug, text)).toBe(false),
  );
});

describe("a day", () => {
  const Any = Day("Not a day.");
  test.for(["2026-02-28", "2024-02-29", "1900-01-01", "2199-12-31"])("%s is one", (text) => {
    expect(v.parse(Any, text)).toBe(text);
  });
  test.for([
    "2026-02-29",
    "2026-02-30",
    "2026-13-01",
    "1899-12-31",
    "2200-01-01",
    "2026-1-1",
    "tomorrow",
    "",
  ])("%j is none", (text) => expect(v.safeParse(Any, text).issues?.[0].message).toBe("Not a day."));
});

describe("the page of a list", () => {
  test("is the first when left out, else a number of at most four digits", () => {
    expect(v.parse(PageNumber, undefined)).toBe(1);
    expect(v.parse(PageNumber, "9999")).toBe(9999);
    for (const text of ["0", "01", "-1", "1.5", "10000", "one"]) expect(v.is(PageNumber, text)).toBe(false);
  });
});
