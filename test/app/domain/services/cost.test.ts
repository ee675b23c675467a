import { describe, expect, test } from "vitest";
import { type CostOption, costInShort, costLines } from "#app/domain/services/cost.ts";

const cost = (option: string, amount: number | null = null, amountDescription = ""): CostOption => ({
  option,
  amount,
  amountDescription,
});

describe("cost", () => {
  test.each<[CostOption[], string | null, string[]]>([
    [[], null, []],
    [[cost("Free", 0)], "Free", ["Free"]],
    [[cost("Each session", 3.5)], "£3.50", ["Each session: £3.50"]],
    [[cost("Adults", 3, "a session")], "£3", ["Adults: £3 a session"]],
    [
      [cost("Each session", 3, "Your first time is free.")],
      "£3",
      ["Each session: £3. Your first time is free."],
    ],
    [
      [cost("Pay what you can", null, "There is a jar.")],
      "Pay what you can",
      ["Pay what you can: There is a jar."],
    ],
    [[cost("Members", 0), cost("Others", 2)], "Free for some", ["Members: Free", "Others: £2"]],
    [[cost("Child", 1), cost("Adult", 2)], "From £1", ["Child: £1", "Adult: £2"]],
  ])("%j", (options, short, lines) => {
    expect(costInShort(options)).toBe(short);
    expect(costLines(options)).toEqual(lines);
  });
});
