import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { findToken } from "#app/domain/accounts/tokens.server.ts";
import type { CaseOf } from "#app/domain/cases/case.ts";
import { closeCase } from "#app/domain/cases/close-case.server.ts";
import { findCase } from "#app/domain/cases/find-case.server.ts";
import { findOpenCaseIds } from "#app/domain/cases/open-case.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import type { Letter } from "#app/domain/mail/letter.ts";
import { findOrganisation } from "#app/domain/organisations/find.server.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import { emptyRecord } from "#app/domain/organisations/record/record.ts";
import {
  beginRegistration,
  findLikely,
} from "#app/domain/organisations/registration/begin-registration.server.ts";
import {
  continueRegistration,
  findByLink,
  mailContinueLink,
  mailFreshLink,
} from "#app/domain/organisations/registration/continue-registration.server.ts";
import {
  approveRegistration,
  declineRegistration,
} from "#app/domain/organisations/registration/decide-registration.server.ts";
import {
  findRegistration,
  type Held,
} from "#app/domain/organisations/registration/find-registration.server.ts";
import { type Registration, tasksOf } from "#app/domain/organisations/registration/registration.ts";
import { saveAboutYou, saveStep } from "#app/domain/organisations/registration/save-step.server.ts";
import { submitRegistration } from "#app/domain/organisations/registration/submit-registration.server.ts";
import { changes, roleGrants } from "#db/schema/accounts.ts";
import { mails } from "#db/schema/keeping/mails.ts";
import { makePlace } from "#test/factories/meetings.ts";
import { deedsOf, lettersTo, makeDistrict, makeOrganisation } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";

const team = (ctx: Ctx): Ctx => ({ ...ctx, actor: { kind: "job", name: "team" } });
const amina = { contactName: "Amina Okafor", contactEmail: "amina@example.net", contactRole: "Chair" };

async function begin(ctx: Ctx, name = "Lunch club"): Promise<Held> {
  const place = await makePlace(ctx);
  const district = await makeDistrict(ctx, { placeId: place.id });
  const input = { name, kind: "community-group" as const, district: district.slug, isNew: "" };
  return beginRegistration(ctx, input);
}

async function fillIn(ctx: Ctx, held: Held) {
  const { organisationId } = await findRegistration(ctx, held);
  const { where } = await readRecord(ctx, organisationId);
  const { about, contact, numbers } = emptyRecord("x", "charity");
  await saveAboutYou(ctx, held, amina);
  await saveStep(ctx, held, { section: "numbers", fields: numbers });
  await saveStep(ctx, held, { section: "where", fields: where });
  await saveStep(ctx, held, { section: "about", fields: { ...about, description: "We eat together." } });
  await saveStep(ctx, held, { section: "contact", fields: { ...contact, email: "lunch@example.net" } });
}

async function submitted(ctx: Ctx, name?: string) {
  const held = await begin(ctx, name);
  await fillIn(ctx, held);
  await submitRegistration(ctx, held);
  const registration = await findRegistration(ctx, held);
  return { held, registration, at: await caseOf(ctx, registration) };
}

async function caseOf(ctx: Ctx, { organisationId }: Registration) {
  const [id] = await findOpenCaseIds(ctx, organisationId, "registration");
  return (await findCase(team(ctx), id ?? "")) as CaseOf<"registration">;
}

/** The secret of the link in the last letter to an address. */
async function linkTo(ctx: Ctx, email: string, kind: string): Promise<string> {
  const rows = await ctx.db.select().from(mails).where(eq(mails.toEmail, email));
  const letter = rows.findLast((row) => row.kind === kind)?.letter as Letter | undefined;
  return letter?.action?.path.split("?")[0]?.split("/").at(-1) ?? "";
}

describe("a registration", () => {
  test("begins as a draft that nobody but its device finds", async ({ ctx }) => {
    const held = await begin(ctx);
    const registration = await findRegistration(ctx, held);
    expect(registration).toMatchObject({ name: "Lunch club", state: "draft" });
    for (const deviceToken of [null, "wrong", (await begin(ctx)).deviceToken]) {
      await expect(findRegistration(ctx, { id: held.id, deviceToken })).rejects.toThrow(NotFound);
    }
    await expect(findOrganisation(ctx, registration.slug)).rejects.toThrow(NotFound);
    expect(await deedsOf(ctx, registration.organisationId)).toEqual(["begin registration"]);
  });

  test("knows the place of a district that lies in one", async ({ ctx }) => {
    const { organisationId } = await findRegistration(ctx, await begin(ctx));
    const { where } = await readRecord(ctx, organisationId);
    expect([where.places.length, where.districts.length]).toEqual([1, 1]);
  });

  test("shows what may be the same: two groups called “Lunch club” are both welcome", async ({ ctx }) => {
    const other = await makeOrganisation(ctx, { name: "Lunch Club" });
    const asked = { name: "Lunch club", kind: "charity" as const, district: "everywhere", isNew: "" };
    expect((await findLikely(ctx, asked)).map(({ id }) => id)).toContain(other.id);
    const first = await submitted(ctx, "Lunch club");
    const second = await submitted(ctx, "Lunch club");
    const slugs = [
      await approveRegistration(team(ctx), first.at),
      await approveRegistration(team(ctx), second.at),
    ];
    expect(slugs.map(({ slug }) => slug)).toEqual(["lunch-club", "lunch-club-2"]);
  });

  test("says what is still missing, and is not sent before", async ({ ctx }) => {
    const held = await begin(ctx);
    const registration = await findRegistration(ctx, held);
    const { contact } = emptyRecord("x", "charity");
    await saveStep(ctx, held, { section: "contact", fields: contact });
    const tasks = tasksOf(
      await findRegistration(ctx, held),
      await readRecord(ctx, registration.organisationId),
    );
    expect(tasks.filter(({ isDone }) => isDone).map(({ step }) => step)).toEqual(["names"]);
    expect(tasks.find(({ step }) => step === "contact")?.missing).toBe("At least one way to get in touch");
    await expect(submitRegistration(ctx, held)).rejects.toThrow(Invalid);
  });

  test("goes to the team with a letter of receipt, and is closed to changes then", async ({ ctx }) => {
    const { held, registration, at } = await submitted(ctx);
    expect(registration.state).toBe("waiting");
    expect(at).toMatchObject({ level: "team", fromEmail: amina.contactEmail, details: { role: "Chair" } });
    expect(await lettersTo(ctx, amina.contactEmail)).toEqual(["registration received"]);
    await expect(saveAboutYou(ctx, held, amina)).rejects.toThrow(Conflict);
  });

  test("is sent once, however often the button is pressed", async ({ ctx }) => {
    const { held, registration } = await submitted(ctx);
    await submitRegistration(ctx, held);
    expect(await lettersTo(ctx, amina.contactEmail)).toEqual(["registration received"]);
    const deeds = await deedsOf(ctx, registration.organisationId);
    expect(deeds.filter((deed) => deed === "submit registration")).toHaveLength(1);
  });

  test("can be looked at from its receipt", async ({ ctx }) => {
    const { held } = await submitted(ctx);
    const token = await linkTo(ctx, amina.contactEmail, "registration received");
    expect(await continueRegistration(ctx, token)).toMatchObject({ id: held.id });
  });

  test("keeps whose it is out of the history", async ({ ctx }) => {
    const { registration } = await submitted(ctx);
    const rows = await ctx.db.select().from(changes).where(eq(changes.nounId, registration.organisationId));
    expect(JSON.stringify(rows)).not.toContain(amina.contactEmail);
  });
});

describe("a link to go on", () => {
  test("opens the registration on another device, once, and shows that the address is read", async ({
    ctx,
  }) => {
    const held = await begin(ctx);
    await saveAboutYou(ctx, held, amina);
    await mailContinueLink(ctx, held, { email: amina.contactEmail });
    const token = await linkTo(ctx, amina.contactEmail, "continue registration");
    expect(await findByLink(ctx, token)).toMatchObject({ isOpen: true, registration: { id: held.id } });
    const other = await continueRegistration(ctx, token);
    expect(other.deviceToken).not.toBe(held.deviceToken);
    expect(await findRegistration(ctx, other)).toMatchObject({ id: held.id, isEmailVerified: true });
    await expect(continueRegistration(ctx, token)).rejects.toThrow(Invalid);
    expect(await findByLink(ctx, token)).toMatchObject({ isOpen: false, mayBeSentAnew: true });
    expect(await findByLink(ctx, "of nobody")).toBeNull();
  });

  test("is too old after a week", async ({ ctx }) => {
    const held = await begin(ctx);
    await mailContinueLink(ctx, held, { email: amina.contactEmail });
    const token = await linkTo(ctx, amina.contactEmail, "continue registration");
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 8 * 86_400_000) };
    await expect(continueRegistration(later, token)).rejects.toThrow(Invalid);
  });
});

describe("a fresh link", () => {
  async function used(ctx: Ctx, email: string) {
    const held = await begin(ctx);
    await saveAboutYou(ctx, held, amina);
    await mailContinueLink(ctx, held, { email });
    const token = await linkTo(ctx, email, "continue registration");
    await continueRegistration(ctx, token);
    return { held, token };
  }

  test("goes to where the used one went, and says so in the history", async ({ ctx }) => {
    const { held, token } = await used(ctx, amina.contactEmail);
    await mailFreshLink(ctx, token);
    const fresh = await linkTo(ctx, amina.contactEmail, "continue registration");
    expect(fresh).not.toBe(token);
    expect(await findByLink(ctx, fresh)).toMatchObject({ isOpen: true, registration: { id: held.id } });
    const deeds = await ctx.db.select().from(changes).where(eq(changes.nounId, held.id));
    expect(deeds.filter(({ deed }) => deed === "mail registration link")).toHaveLength(2);
  });

  test("goes nowhere for a link that still works, or that went elsewhere", async ({ ctx }) => {
    const { token } = await used(ctx, "slip@example.net");
    expect(await findByLink(ctx, token)).toMatchObject({ isOpen: false, mayBeSentAnew: false });
    await mailFreshLink(ctx, token);
    expect(await lettersTo(ctx, "slip@example.net")).toHaveLength(1);
    const { held } = await used(ctx, amina.contactEmail);
    await mailContinueLink(ctx, held, { email: amina.contactEmail });
    await mailFreshLink(ctx, await linkTo(ctx, amina.contactEmail, "continue registration"));
    expect(await lettersTo(ctx, amina.contactEmail)).toHaveLength(2);
  });
});

describe("a decision", () => {
  test("publishes it, confirmed today, and lets whoever registered in as its owner", async ({ ctx }) => {
    const { registration, at } = await submitted(ctx, "Tŷ’r Gân");
    const { slug } = await approveRegistration(team(ctx), at);
    expect(slug).toBe("tyr-gan");
    expect(await findOrganisation(ctx, slug)).toMatchObject({ name: "Tŷ’r Gân", confirmedOn: "2026-04-14" });
    const [grant] = await ctx.db
      .select()
      .from(roleGrants)
      .where(eq(roleGrants.scopeId, registration.organisationId));
    const token = await linkTo(ctx, amina.contactEmail, "registration approved");
    expect(await findToken(ctx, "sign-in", token)).toMatchObject({ personId: grant?.personId });
    expect(grant?.role).toBe("organisation-owner");
    await expect(approveRegistration(team(ctx), at)).rejects.toThrow(Conflict);
  });

  test("that says no mails the reason, and the registration can be mended and sent again", async ({
    ctx,
  }) => {
    const { held, at } = await submitted(ctx);
    await declineRegistration(team(ctx), at, "Please say where you meet.");
    const [letter] = await ctx.db.select().from(mails).where(eq(mails.kind, "registration declined"));
    expect(JSON.stringify(letter?.letter)).toContain("Please say where you meet.");
    const again = await continueRegistration(
      ctx,
      await linkTo(ctx, amina.contactEmail, "registration declined"),
    );
    await saveAboutYou(ctx, again, { ...amina, contactRole: "Treasurer" });
    await closeCase(ctx, at, "declined", "Please say where you meet.");
    await submitRegistration(ctx, held);
    expect((await findRegistration(ctx, held)).state).toBe("waiting");
  });
});
