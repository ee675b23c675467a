import { expect, test } from "vitest";
import { brokenLetter, heldLetter } from "#app/domain/calendars/letters.ts";
import { failureKinds } from "#db/vocabulary-diary.ts";

const about = { calendarId: "1", name: "Diary" };
const wordsOf = (letter: unknown) => JSON.stringify(letter);

test("one date that would go is spoken of as one", () => {
  const held = (ofToCome: number) =>
    wordsOf(heldLetter(about, { reason: "emptied", vanishing: ofToCome, ofToCome }));
  expect(held(1)).toContain("The one date that we know of would be withdrawn.");
  expect(held(3)).toContain("All 3 dates that we know of would be withdrawn.");
});

test("letters about a calendar speak no program's language", () => {
  for (const kind of Object.keys(failureKinds) as (keyof typeof failureKinds)[]) {
    const letter = brokenLetter(about, { problem: "No answer.", since: "3 May 2026", kind });
    expect(wordsOf(letter)).not.toMatch(/\b(UID|parse|sync|iCalendar|lease|token|HTTP)\b/i);
  }
});
