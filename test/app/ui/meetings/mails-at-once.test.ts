import { expect, test } from "vitest";
import { followHints, stopInWords } from "#app/ui/meetings/mails-at-once.ts";

const mails = (begin: number, later = 0, stop = 0) => ({ begin, later, stop });

test.for([
  [
    mails(16, 12),
    "16 meetings are to come in the next three months: you get 16 invitations now. 12 later ones follow as they come near.",
  ],
  [
    mails(1, 1),
    "1 meeting is to come in the next three months: you get 1 invitation now. 1 later one follows as it comes near.",
  ],
  [mails(0), "None is to come in the next three months."],
] as const)("beginning with invitations says how many mails come at once", ([given, words]) => {
  expect(followHints(given, null).invitations).toMatch(new RegExp(`${words.replaceAll(".", "\\.")}$`));
});

test("whoever gets invitations is not told of a beginning, but of what ending brings", () => {
  const hints = followHints(mails(0, 4, 6), "invitations");
  expect(hints.invitations).not.toContain("now");
  expect(hints.news).toContain("you get 6 mails that take them out, one each.");
  expect(stopInWords(mails(0, 0, 1))).toContain("you get 1 mail that takes it out.");
  expect(stopInWords(mails(0))).toContain("nothing leaves your calendar");
});
