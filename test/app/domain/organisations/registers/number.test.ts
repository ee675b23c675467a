import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNumber } from "#app/domain/organisations/registers/number.ts";
import { isSameName } from "#app/domain/organisations/registers/same-name.ts";
import { type IdentifierScheme, identifierSchemes, wordsOf } from "#db/vocabulary.ts";

const kept = (scheme: IdentifierScheme, typed: string) => {
  const read = readNumber(scheme, typed);
  return read.ok ? read.number : null;
};

describe("numbers are kept in their register's own form", () => {
  test.each<[IdentifierScheme, string, string]>([
    ["GB-CHC", "1234567", "1234567"],
    ["GB-CHC", " 201 234 ", "201234"],
    ["GB-CHC", "1,234,567", "1234567"],
    ["GB-CHC", "Registered charity no. 1234567", "1234567"],
    ["GB-CHC", "Charity number: 1234567.", "1234567"],
    ["GB-CHC", "1234567-0", "1234567"],
    ["GB-CHC", "1234567–12", "1234567-12"],
    ["GB-CHC", "1234567/", "1234567"],
    ["GB-COH", "1234567", "01234567"],
    ["GB-COH", "Company No 1234567", "01234567"],
    ["GB-COH", "ce 12345", "CE012345"],
    ["GB-COH", "oc300001", "OC300001"],
    ["GB-COH", "NI 012345", "NI012345"],
    ["GB-COH", "ip28576r", "IP28576R"],
    ["GB-SC", "SC 012345", "SC012345"],
    ["GB-SC", "12345", "SC012345"],
    ["GB-NIC", "nic101234", "NIC101234"],
    ["GB-NIC", "101234", "NIC101234"],
    ["GB-MPR", "28576 r", "28576R"],
    ["GB-NHS", "rm1", "RM1"],
    ["GB-LAE", "nfk", "NFK"],
  ])("%s %s", (scheme, typed, number) => expect(kept(scheme, typed)).toBe(number));

  test("and reading a kept number again changes nothing", () => {
    const scheme = fc.constantFrom(...wordsOf(identifierSchemes));
    fc.assert(
      fc.property(scheme, fc.stringMatching(/^[A-Z0-9 -]{0,10}$/), (of, typed) => {
        const number = kept(of, typed);
        if (number !== null) expect(kept(of, number)).toBe(number);
      }),
    );
  });
});

describe("what cannot be a number is refused with what it should look like", () => {
  test.each<[IdentifierScheme, string, RegExp]>([
    ["GB-CHC", "", /^Enter the charity number$/],
    ["GB-CHC", "12345", /6 or 7 digits/],
    ["GB-CHC", "SC012345", /Scottish/],
    ["GB-CHC", "NIC101234", /Northern Ireland/],
    ["GB-CHC", "CE012345", /company number/],
    ["GB-CHC", "1.23E+06", /spreadsheet has shortened/],
    ["GB-COH", "12", /8 characters/],
    ["GB-COH", "XX123456", /8 characters/],
    ["GB-COH", "123456789", /8 characters/],
    ["GB-SC", "SC912345", /begin with 0/],
    ["GB-NIC", "NIC212345", /begin with 1/],
    ["GB-MPR", "applied for", /up to 8 digits/],
    ["GB-NHS", "R", /3 to 8/],
    ["GB-LAE", "12", /3 or 4 letters/],
  ])("%s “%s”", (scheme, typed, words) => {
    const read = readNumber(scheme, typed);
    expect(read.ok ? read.number : read.message).toMatch(words);
  });
});

describe("names are compared as people mean them", () => {
  test.each([
    ["The Shoebox Community Hub", "SHOEBOX COMMUNITY HUB LIMITED"],
    ["St Martin's & Friends", "ST. MARTINS AND FRIENDS CIO"],
    ["Côr Cymry Norwich", "COR CYMRY NORWICH"],
    ["Lietuvių bendruomenė", "LIETUVIU BENDRUOMENE CIC"],
    ["Men’s Shed", "Mens Shed Community Interest Company"],
  ])("%s is %s", (ours, theirs) => expect(isSameName(ours, theirs)).toBe(true));

  test.each([
    ["MAP", "Maps Limited"],
    ["Norwich Lunch Club", "Cromer Lunch Club"],
    ["Limited", "The"],
  ])("%s is not %s", (ours, theirs) => expect(isSameName(ours, theirs)).toBe(false));
});
