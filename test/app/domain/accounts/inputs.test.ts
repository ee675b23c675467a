import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { Email } from "#app/domain/accounts/inputs.ts";
import { OptionalEmail } from "#app/domain/shapes.ts";

describe("an e-mail address", () => {
  test.each([
    "amina@example.org",
    "o'brien+lunch@example.org",
    "müller@exämple.org",
    "a_b.c-d@sub.example.org",
  ])("%s is one", (text) => {
    expect(v.parse(Email, ` ${text} `)).toBe(text);
    expect(v.parse(OptionalEmail("wrong"), text)).toBe(text);
  });

  test.each([
    "me<amina@example.org>",
    "amina@example.org,postmaster",
    "friends:amina@example.org;",
    '"amina"@example.org',
    "amina(2)@example.org",
    "amina@example.org\nBcc:x",
  ])("%j names somebody by another spelling", (text) => {
    expect(v.is(Email, text)).toBe(false);
    expect(v.is(OptionalEmail("wrong"), text)).toBe(false);
  });
});
