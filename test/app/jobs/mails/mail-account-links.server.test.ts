import { expect } from "vitest";
import { mailPasswordResetJob, mailSignInLinkJob } from "#app/jobs/mails/mail-account-links.ts";
import { makeAccount } from "#test/factories/accounts.ts";
import { mailsTo } from "#test/factories/accounts-traces.ts";
import { test } from "#test/setup/context.ts";

test("what the doors left behind becomes mails", async ({ ctx: { db, now, ...ctx } }) => {
  const { email } = await makeAccount({ ...ctx, db, now });
  await mailSignInLinkJob({ db, now, payload: { email, next: "" } });
  await mailPasswordResetJob({ db, now, payload: { email } });
  const kinds = (await mailsTo({ ...ctx, db, now }, email)).map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual(["password reset", "sign-in link"]);
});
