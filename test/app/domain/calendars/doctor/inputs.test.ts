import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { CheckForm, ConnectForm, GroupsForm, RuleForm } from "#app/domain/calendars/doctor/inputs.ts";

const given = { for: "groups/norwich-place-board", group: "norwich", groups: "", sealed: "x", name: "" };
const forms = { RuleForm, GroupsForm, ConnectForm } as const;

/** The messages of a form, by the field that they stand at. */
const issuesOf = (form: keyof typeof forms, fields: Record<string, string>) =>
  v.flatten<(typeof forms)[typeof form]>(
    (v.safeParse(forms[form], { ...given, ...fields }).issues ?? []) as never,
  ).nested ?? {};

describe.each(Object.keys(forms) as (keyof typeof forms)[])("%s", (form) => {
  test("a rule by category or by title needs its words, at the field where they go", () => {
    expect(issuesOf(form, { by: "category", words: "board" })).toEqual({ category: ["Enter the category"] });
    expect(issuesOf(form, { by: "title", category: "board" })).toEqual({
      words: ["Enter words of the title"],
    });
    expect(issuesOf(form, { by: "all" })).toEqual({});
    expect(issuesOf(form, { by: "thursdays" })).toHaveProperty("by");
  });

  test("of the fields only what its rule needs is taken", () => {
    const both = { category: "Board", words: "place network" };
    const patternOf = (by: string) => {
      const { output } = v.safeParse(forms[form], { ...given, ...both, by });
      return (output as { match: { pattern: string } }).match.pattern;
    };
    expect(["all", "category", "title"].map(patternOf)).toEqual(["", "Board", "place network"]);
  });
});

test("the doctor looks at a calendar although its rule is not whole yet", () => {
  expect(v.parse(CheckForm, { ...given, by: "category" }).match).toEqual({ by: "category", pattern: "" });
});
