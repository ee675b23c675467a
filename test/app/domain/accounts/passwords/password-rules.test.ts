import { expect, test } from "vitest";
import { problemWith } from "#app/domain/accounts/passwords/password-rules.ts";

const amina = { name: "Amina Okafor", email: "amina.okafor@example.org" };

test.each([
  ["eleven chars", "elevenchars", /12 characters/],
  ["eleven that look like more: each is two code units", "🦢".repeat(11), /12 characters/],
  ["one letter over and over", "aaaaaaaaaaaaaa", /repeat/],
  ["three letters over and over", "abcabcabcabcab", /repeat/],
  ["a row of the keyboard", "qwertyuiop[]", /row/],
  ["the alphabet backwards", "zyxwvutsrqpo", /row/],
  ["digits in a row", "123456789012", /row/],
  ["one of the list", "correct horse battery staple", /guess/],
  ["the list in capitals", "UNBELIEVABLE", /guess/],
  ["a common word with digits", "password20262026", /guess/],
  ["a common word with signs for letters", "P@ssw0rd!!!!2026", /guess/],
  ["a common word twice", "welcomewelcome", /guess/],
  ["the name", "Amina Okafor 1984", /your name/],
  ["the address", "amina.okafor@example.org", /your name/],
  ["wide letters that are the name", "ａｍｉｎａ ｏｋａｆｏｒ", /your name/],
])("%s is refused", (_what, password, said) => expect(problemWith(password, amina)).toMatch(said));

test.each([
  "three random words",
  "wherry-and-reed-bed",
  "Llanfairpwll 1826",
  "sūnų žąsys ežere",
  `${"🦢".repeat(6)}reeds and mud`,
])("%s is taken", (password) => expect(problemWith(password, amina)).toBeNull());

test("a short name is not looked for in passwords", () => {
  expect(problemWith("boatsboatsea", { name: "Bo", email: "bo@example.org" })).toBeNull();
});
