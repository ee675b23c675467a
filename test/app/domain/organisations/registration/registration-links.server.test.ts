import { expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { beginRegistration } from "#app/domain/organisations/registration/begin-registration.server.ts";
import { findBegun } from "#app/domain/organisations/registration/find-begun.server.ts";
import { mailRegistrationLinks } from "#app/domain/organisations/registration/registration-links.server.ts";
import { saveAboutYou } from "#app/domain/organisations/registration/save-step.server.ts";
import { lettersTo } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";

const amina = { contactName: "Amina Okafor", contactEmail: "Amina@example.net", contactRole: "Chair" };

async function begunBy(ctx: Ctx, contactEmail: string) {
  const cafe = { name: "Reepham Repair Café", kind: "community-group" as const };
  const held = await beginRegistration(ctx, { ...cafe, district: "everywhere", isNew: "yes" });
  await saveAboutYou(ctx, held, { ...amina, contactEmail });
  return held;
}

test("links go to what was begun with an address, in any case, and to a few of them", async ({ ctx }) => {
  for (const _ of [1, 2, 3, 4]) await begunBy(ctx, "Amina@example.net");
  await begunBy(ctx, "beth@example.net");
  await mailRegistrationLinks(ctx, "amina@EXAMPLE.net");
  const link = "continue registration";
  expect(await lettersTo(ctx, "Amina@example.net")).toEqual([link, link, link]);
  expect(await lettersTo(ctx, "beth@example.net")).toEqual([]);
});

test("links go to nobody who has begun nothing", async ({ ctx }) => {
  await mailRegistrationLinks(ctx, "nobody@example.net");
  expect(await lettersTo(ctx, "nobody@example.net")).toEqual([]);
});

test("a browser is told of what it holds, and of nothing else", async ({ ctx }) => {
  const [mine, other] = [await begunBy(ctx, "amina@example.net"), await begunBy(ctx, "beth@example.net")];
  const held = [mine, { id: other.id, deviceToken: mine.deviceToken }, { id: "x", deviceToken: "y" }];
  const begun = { id: mine.id, name: "Reepham Repair Café", isOpen: true, stepsFinished: 2, steps: 6 };
  expect(await findBegun(ctx, held)).toEqual([begun]);
});
