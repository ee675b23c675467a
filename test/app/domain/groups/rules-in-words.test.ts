import { expect, test } from "vitest";
import { type GroupRules, rulesInWords } from "#app/domain/groups/rules-in-words.ts";

/** The ICP's own (S1:3351-3432). */
const rules: GroupRules = {
  papersWorkingDays: 5,
  noticeWorkingDays: 5,
  questionWorkingDays: 2,
  questionTime: "09:00:00",
  questionWords: 110,
  replyWorkingDays: 7,
  meetsInPublic: true,
  quorumMembers: 4,
  quorumOrganisations: 4,
  quorumNeedsChair: true,
  decidesBy: "consensus",
};

test("says when papers and questions are due", () => {
  const words = rulesInWords(rules);
  expect(words).toContain("Agenda and papers go out five working days before the meeting.");
  expect(words).toContain(
    "Questions from the public by 9am, two working days before the meeting, at most 110 words.",
  );
});

test("says who must be there", () => {
  expect(rulesInWords(rules)).toContain(
    "To make decisions it needs the chair and at least four members, from four different organisations.",
  );
});

test("a group that meets in private takes no questions", () => {
  const words = rulesInWords({
    ...rules,
    meetsInPublic: false,
    quorumMembers: null,
    quorumOrganisations: null,
    quorumNeedsChair: false,
  });
  expect(words.join(" ")).not.toMatch(/question|decisions/i);
  expect(words[0]).toBe("Meets in private.");
});
