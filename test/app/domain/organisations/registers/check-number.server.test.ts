import { describe, expect } from "vitest";
import { checkNumber } from "#app/domain/organisations/registers/check-number.server.ts";
import { Unreachable } from "#app/gateways/unreachable.ts";
import { makeExtract, makeRegisterEntry } from "#test/factories/registers.ts";
import { test } from "#test/setup/context.ts";

const asked = { scheme: "GB-CHC" as const, number: "1234567", name: "The Long Table" };
const entry = { number: "1234567", name: "LONG TABLE CIO", otherNames: [], isCurrent: true };

describe("from the imported extract", () => {
  test("finds the number, whatever the register makes of the name's spelling", async ({ ctx }) => {
    await makeRegisterEntry(ctx, { name: "LONG TABLE CIO" });
    expect(await checkNumber(ctx, asked)).toEqual({ answer: "found", registerName: null });
    expect(await checkNumber(ctx, { ...asked, number: "Charity no. 1234567" })).toMatchObject({
      answer: "found",
    });
  });

  test("says when the register has another name for it, and knows working names", async ({ ctx }) => {
    await makeRegisterEntry(ctx, { name: "NORFOLK SUPPERS", otherNames: ["THE LONG TABLE"] });
    expect(await checkNumber(ctx, asked)).toEqual({ answer: "found", registerName: "NORFOLK SUPPERS" });
    expect(await checkNumber(ctx, { ...asked, name: "Somebody Else" })).toEqual({
      answer: "other-name",
      registerName: "NORFOLK SUPPERS",
    });
  });

  test("says when it was removed, and when there is no such number", async ({ ctx }) => {
    await makeRegisterEntry(ctx, { isCurrent: false, status: "Removed" });
    expect(await checkNumber(ctx, asked)).toMatchObject({ answer: "removed" });
    expect(await checkNumber(ctx, { ...asked, number: "7654321" })).toMatchObject({ answer: "not-found" });
  });
});

describe("never guesses", () => {
  test("without a key or an extract of that register", async ({ ctx }) => {
    await makeExtract(ctx, "GB-COH");
    expect(await checkNumber(ctx, asked)).toMatchObject({ answer: "not-checked" });
  });

  test("of a number that is none", async ({ ctx }) => {
    await makeExtract(ctx, "GB-CHC");
    expect(await checkNumber(ctx, { ...asked, number: "applied for" })).toMatchObject({
      answer: "not-checked",
    });
  });
});

describe("over the web", () => {
  const silent = { "GB-CHC": () => Promise.reject(new Unreachable("No answer.")) };

  test("the register itself is asked first", async ({ ctx }) => {
    await makeRegisterEntry(ctx, { isCurrent: false });
    const registers = { "GB-CHC": async () => entry };
    expect(await checkNumber(ctx, asked, registers)).toMatchObject({ answer: "found" });
    expect(await checkNumber(ctx, asked, { "GB-CHC": async () => null })).toMatchObject({
      answer: "not-found",
    });
  });

  test("where it does not answer, the extract does, or else nothing is said", async ({ ctx }) => {
    expect(await checkNumber(ctx, asked, silent)).toMatchObject({ answer: "not-checked" });
    await makeRegisterEntry(ctx);
    expect(await checkNumber(ctx, asked, silent)).toMatchObject({ answer: "found" });
  });
});
