import { expect, test } from "vitest";
import { dangersIn, isForHelpNow, noticeOf } from "#app/domain/search/crisis.ts";
import { wordsOf } from "#app/domain/search/words.ts";

const heard = (said: string) => dangersIn(wordsOf(said));

test.each([
  "I want to kill myself",
  "kill my self",
  "help me die",
  "i feel like ending it",
  "end it all",
  "I want to die",
  "i dont want to be here anymore",
  "I can’t go on",
  "I can't go on like this",
  "self-harm",
  "thinking of suicide",
  "going to take my own life",
  "better off dead",
])("%j tells of a danger to oneself", (said) => expect(heard(said)).toEqual(["suicide"]));

test.each([
  "my husband hits me",
  "he hurts me",
  "rape",
  "I was raped",
  "sexual assault",
  "abuse",
  "scared of my partner",
  "my dad beats my mum",
  "violent boyfriend",
])("%j tells of violence", (said) => expect(heard(said)).toEqual(["abuse"]));

test.each([
  "can't go on holiday",
  "skills",
  "my mum is dying at home",
  "end of life care",
  "dont want to live alone",
  "my knee hurts me",
  "drug abuse",
  "assault course",
  "grapes",
  "scared of my dentist",
  "the bus at the end of my road",
  "",
])("%j does not", (said) => expect(heard(said)).toEqual([]));

test("both are heard", () => expect(heard("he hits me and I want to die")).toEqual(["suicide", "abuse"]));

test("who grieves or wants to learn asks for more than help now", () => {
  expect(isForHelpNow(wordsOf("bereaved by suicide"))).toBe(false);
  expect(isForHelpNow(wordsOf("suicide prevention training"))).toBe(false);
  expect(isForHelpNow(wordsOf("I want to die"))).toBe(true);
});

test("each notice has 999 and a line that answers day and night", () => {
  expect(noticeOf("suicide")).toMatch(/999.*NHS 111.*116 123/);
  expect(noticeOf("abuse")).toMatch(/999.*0808 2000 247/);
});
