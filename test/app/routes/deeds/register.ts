import type { Ctx } from "#app/domain/context.ts";
import { readRecord } from "#app/domain/organisations/record/read-record.server.ts";
import { emptyRecord } from "#app/domain/organisations/record/record.ts";
import { beginRegistration } from "#app/domain/organisations/registration/begin-registration.server.ts";
import { issueContinueToken } from "#app/domain/organisations/registration/continue-registration.server.ts";
import {
  findRegistration,
  type Held,
} from "#app/domain/organisations/registration/find-registration.server.ts";
import { saveAboutYou, saveStep } from "#app/domain/organisations/registration/save-step.server.ts";
import { registrationCookie } from "#app/http/registration-cookie.server.ts";
import type { Deed } from "#test/setup/matrix/deed.ts";

/*
 * Anybody may register, with an account or without: whoever brings the cookie of a registration, or the link to
 * it, may go on with it. Those without are in test/app/routes/register.
 */

const anybody = () => true;

const cafe = {
  ...{ name: "Reepham Repair Café", kind: "community-group" as const },
  ...{ district: "everywhere", isNew: "yes" },
};
const amina = { contactName: "Amina Okafor", contactEmail: "amina@example.org", contactRole: "Chair" };

/** A registration has begun, and whoever acts holds it. */
const sceneOf =
  (form: Record<string, string>, params: Record<string, string> = {}): Deed["scene"] =>
  async (ctx) => {
    const held = await beginRegistration(ctx, cafe);
    return { params: { ...params, id: held.id }, form, cookie: cookieOf(held) };
  };

const cookieOf = (held: { id: string; deviceToken: string }) => registrationCookie(held).split(";")[0] ?? "";

/** Every step that a registration needs before it is sent. */
async function finishSteps(ctx: Ctx, held: Held) {
  const { organisationId } = await findRegistration(ctx, held);
  const { about, contact, numbers, where } = {
    ...emptyRecord(cafe.name, cafe.kind),
    where: (await readRecord(ctx, organisationId)).where,
  };
  await saveAboutYou(ctx, held, amina);
  await saveStep(ctx, held, { section: "numbers", fields: numbers });
  await saveStep(ctx, held, { section: "where", fields: where });
  await saveStep(ctx, held, { section: "about", fields: { ...about, description: "We mend toasters." } });
  await saveStep(ctx, held, { section: "contact", fields: { ...contact, email: "cafe@example.org" } });
}

export const registerDeeds: Deed[] = [
  { file: "routes/register/new.tsx", scene: async () => ({ form: cafe }), may: anybody },
  { file: "routes/register/you.tsx", scene: sceneOf(amina), may: anybody },
  {
    file: "routes/register/step.tsx",
    scene: sceneOf({ description: "We mend toasters." }, { step: "about" }),
    may: anybody,
  },
  { file: "routes/register/link.tsx", scene: sceneOf({ email: "amina@example.org" }), may: anybody },
  {
    file: "routes/register/continue.tsx",
    scene: async (ctx) => ({
      params: {
        token: await issueContinueToken(ctx, await beginRegistration(ctx, cafe), "amina@example.org"),
      },
    }),
    may: anybody,
  },
  {
    file: "routes/register/fresh-link.ts",
    scene: async (ctx) => ({
      params: {
        token: await issueContinueToken(ctx, await beginRegistration(ctx, cafe), "amina@example.org"),
      },
    }),
    may: anybody,
  },
  {
    file: "routes/register/links.tsx",
    scene: async () => ({ form: { email: amina.contactEmail } }),
    may: anybody,
  },
  {
    file: "routes/register/check.tsx",
    scene: async (ctx) => {
      const held = await beginRegistration(ctx, cafe);
      await finishSteps(ctx, held);
      return { params: { id: held.id }, cookie: cookieOf(held) };
    },
    may: anybody,
  },
];
