import { expect } from "vitest";
import { beginRegistration } from "#app/domain/organisations/registration/begin-registration.server.ts";
import { saveAboutYou } from "#app/domain/organisations/registration/save-step.server.ts";
import { mailRegistrationLinksJob } from "#app/jobs/mails/mail-registration-links.ts";
import { lettersTo } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";

test("what the door left behind becomes a mail", async ({ ctx }) => {
  const email = "amina@example.net";
  const cafe = { name: "Reepham Repair Café", kind: "community-group" as const };
  const held = await beginRegistration(ctx, { ...cafe, district: "everywhere", isNew: "yes" });
  await saveAboutYou(ctx, held, { contactName: "Amina", contactEmail: email, contactRole: "Chair" });
  await mailRegistrationLinksJob({ db: ctx.db, now: ctx.now, payload: { email } });
  expect(await lettersTo(ctx, email)).toEqual(["continue registration"]);
});
