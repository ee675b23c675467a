import { expect, test } from "vitest";
import { batched } from "#app/http/calendars/batched.ts";

test("whoever comes while a question is under way shares the next one, which begins after they came", async () => {
  const answers: ((value: number) => void)[] = [];
  const ask = batched(() => new Promise<number>((resolve) => answers.push(resolve)));
  const first = ask();
  const late = [ask(), ask(), ask()];
  expect(answers).toHaveLength(1);
  answers[0]?.(1);
  expect(await first).toBe(1);
  await Promise.resolve();
  await Promise.resolve();
  expect(answers).toHaveLength(2);
  answers[1]?.(2);
  expect(await Promise.all(late)).toEqual([2, 2, 2]);
});

test("a failure is of those who asked, and the next question is asked all the same", async () => {
  let asked = 0;
  const ask = batched(async () => {
    asked += 1;
    if (asked === 1) throw new Error("no answer");
    return asked;
  });
  const [first, second] = await Promise.allSettled([ask(), ask()]);
  expect([first.status, second.status]).toEqual(["rejected", "fulfilled"]);
  expect(await ask()).toBe(3);
});
