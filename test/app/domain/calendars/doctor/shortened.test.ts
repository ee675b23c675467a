import { expect, test } from "vitest";
import { shortened } from "#app/domain/calendars/doctor/shortened.ts";

test.each([
  ["The Forum", "The Forum"],
  ["The Forum, left", "The Forum,…"],
  ["The Foru\u{1F984}m", "The Foru\u{1F984}m"],
  ["The Forums\u{1F984} and more", "The Forums…"],
])("%s is told again as %s", (text, told) => expect(shortened(text, 11)).toBe(told));
