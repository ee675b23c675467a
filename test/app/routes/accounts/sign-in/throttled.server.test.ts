import { expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { action as forgotten } from "#app/routes/accounts/password/forgotten.tsx";
import { action as link } from "#app/routes/accounts/sign-in/link.tsx";
import { action as signIn } from "#app/routes/accounts/sign-in/sign-in.tsx";
import { makeAccount } from "#test/factories/accounts.ts";
import { jobsOf } from "#test/factories/accounts-traces.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

type Door = typeof signIn | typeof link | typeof forgotten;

/** What so many knocks in a row are answered with: status, where to, and words. */
async function answers(ctx: Ctx, door: Door, times: number, form: Record<string, string>) {
  const all = [];
  for (let at = 0; at < times; at++) {
    const reply = await answerOf(door(await knock(ctx, "/", { form })));
    const words = (await reply.text()).replaceAll(form.email ?? "", "ADDRESS");
    all.push([reply.status, reply.headers.get("Location"), words]);
  }
  return all;
}

const doors: [string, Door, number][] = [
  ["signing in", signIn, 10],
  ["asking for a link", link, 3],
  ["a forgotten password", forgotten, 3],
];

test.for(doors)(
  "%s looks the same for a known and an unknown address, throttled or not",
  async ([, door, most], { ctx }) => {
    const { email } = await makeAccount(ctx);
    const known = await answers(ctx, door, most + 1, { email, password: "wrong" });
    const unknown = await answers(ctx, door, most + 1, { email: "nobody@example.org", password: "wrong" });
    expect(known).toEqual(unknown);
    expect(known.map(([status]) => status).at(-2)).not.toBe(429);
    expect(known.at(-1)?.[0]).toBe(429);
    expect(String(known.at(-1)?.[2])).toContain("Try again in 15 minutes");
  },
);

test("a link and a forgotten password share what may be mailed to one address", async ({ ctx }) => {
  const form = { email: "tom@example.org" };
  await answers(ctx, link, 2, form);
  const [, last] = await answers(ctx, forgotten, 2, form);
  expect(last?.[0]).toBe(429);
  expect(await jobsOf(ctx)).toEqual(["mail-sign-in-link", "mail-sign-in-link", "mail-password-reset"]);
});

test("a throttled form keeps no password", async ({ ctx }) => {
  const form = { email: "tom@example.org", password: "three secret words" };
  const all = await answers(ctx, signIn, 11, form);
  expect(JSON.stringify(all)).not.toContain("secret");
});
