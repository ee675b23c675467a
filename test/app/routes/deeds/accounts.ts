import { Secret, TOTP } from "otpauth";
import { isSelf } from "#app/domain/accounts/policy.ts";
import { issueToken, type NewToken } from "#app/domain/accounts/tokens.server.ts";
import type { Actor, Ctx } from "#app/domain/context.ts";
import { seal } from "#app/gateways/secret-box.server.ts";
import { beginSession } from "#app/http/session.server.ts";
import { people, sessions } from "#db/schema/accounts.ts";
import { makeAccount, PASSWORD } from "#test/factories/accounts.ts";
import type { Deed } from "#test/setup/matrix/deed.ts";

/*
 * Doors of one's own account take nobody's id, so they can only be opened on oneself: whoever is signed in may.
 * Doors behind a mailed link are for whoever holds the link.
 */

const anybody = () => true;
const whoeverIsSignedIn = (actor: Actor) => actor.kind === "person" && isSelf(actor, actor.id);

const PURSE = new Secret({ size: 20 });
const codeAt = (ctx: Ctx) => new TOTP({ secret: PURSE }).generate({ timestamp: ctx.now.getTime() });
const everybodyHas = (ctx: Ctx, what: Partial<typeof people.$inferInsert>) => ctx.db.update(people).set(what);
const sealed = () => seal(PURSE.base32);

/** A link of this purpose to an account made for it. */
async function linkFor(ctx: Ctx, purpose: NewToken["purpose"], over: Parameters<typeof makeAccount>[1] = {}) {
  const { id: personId, email } = await makeAccount(ctx, over);
  return issueToken(ctx, { purpose, personId, email, minutes: 60 });
}

const linkScene =
  (purpose: NewToken["purpose"], form: Record<string, string> = {}): Deed["scene"] =>
  async (ctx) => ({ params: { token: await linkFor(ctx, purpose) }, form });

/** Somebody asked to change their address: the link that came to the new one. */
const changeScene: Deed["scene"] = async (ctx) => {
  const { id: personId } = await makeAccount(ctx);
  const bound = { personId, recordId: personId, email: "new@example.org", minutes: 60 };
  await issueToken(ctx, { purpose: "change-email-old", ...bound });
  return { params: { token: await issueToken(ctx, { purpose: "change-email-new", ...bound }) } };
};

const withCode: Deed["scene"] = async (ctx) => {
  await everybodyHas(ctx, { totpSecret: sealed(), totpSince: ctx.now });
  return { form: { code: codeAt(ctx) } };
};

const newPassword = "tide and timber 1953";

export const accountDeeds: Deed[] = [
  {
    file: "routes/accounts/sign-in/sign-in.tsx",
    scene: async (ctx) => ({ form: { email: (await makeAccount(ctx)).email, password: PASSWORD } }),
    may: anybody,
  },
  {
    file: "routes/accounts/sign-in/link.tsx",
    scene: async () => ({ form: { email: "unknown@example.org" } }),
    may: anybody,
  },
  { file: "routes/accounts/sign-in/open-link.tsx", scene: linkScene("sign-in"), may: anybody },
  {
    file: "routes/accounts/sign-in/code.tsx",
    scene: async (ctx) => {
      const token = await linkFor(ctx, "second-factor", { totpSecret: sealed(), totpSince: ctx.now });
      return { cookie: `assembly_second_step=${token}`, form: { code: codeAt(ctx) } };
    },
    may: anybody,
  },
  { file: "routes/accounts/sign-in/sign-out.ts", scene: async () => ({}), may: anybody },
  { file: "routes/accounts/calendar/renewal.tsx", scene: async () => ({}), may: whoeverIsSignedIn },
  {
    file: "routes/accounts/password/forgotten.tsx",
    scene: async () => ({ form: { email: "unknown@example.org" } }),
    may: anybody,
  },
  {
    file: "routes/accounts/password/reset.tsx",
    scene: linkScene("reset-password", { password: newPassword }),
    may: anybody,
  },
  { file: "routes/accounts/invitation.tsx", scene: linkScene("invitation"), may: anybody },
  {
    file: "routes/accounts/password/change.tsx",
    scene: async (ctx) => {
      const { id } = await makeAccount(ctx);
      const known = await ctx.db.select({ id: people.id, hash: people.passwordHash }).from(people);
      await everybodyHas(ctx, { passwordHash: known.find((one) => one.id === id)?.hash ?? null });
      return { form: { currentPassword: PASSWORD, password: newPassword } };
    },
    may: whoeverIsSignedIn,
  },
  {
    file: "routes/accounts/email/change.tsx",
    scene: async () => ({ form: { email: "new@example.org" } }),
    may: whoeverIsSignedIn,
  },
  { file: "routes/accounts/email/confirmation.tsx", scene: changeScene, may: anybody },
  { file: "routes/accounts/email/refusal.tsx", scene: changeScene, may: anybody },
  {
    file: "routes/accounts/email/verification.tsx",
    scene: async (ctx) => {
      await everybodyHas(ctx, { emailVerifiedAt: null });
      return {};
    },
    may: whoeverIsSignedIn,
  },
  { file: "routes/accounts/email/verified.tsx", scene: linkScene("verify-email"), may: anybody },
  {
    // One's own device, and nobody else's
    file: "routes/accounts/sessions/end.ts",
    scene: async (ctx, { actors }) => {
      const owner = actors.owner.kind === "person" ? actors.owner.id : "";
      await beginSession(ctx.db, owner);
      const [session] = await ctx.db.select({ id: sessions.id }).from(sessions);
      return { params: { id: session?.id ?? "" } };
    },
    may: (actor, { actors }) => actors.owner.kind === "person" && isSelf(actor, actors.owner.id),
  },
  { file: "routes/accounts/sessions/end-all.ts", scene: async () => ({}), may: whoeverIsSignedIn },
  {
    file: "routes/accounts/second-step/index.tsx",
    scene: async (ctx) => {
      await everybodyHas(ctx, { totpSecret: null, totpSince: null });
      return {};
    },
    may: whoeverIsSignedIn,
  },
  {
    file: "routes/accounts/second-step/new.tsx",
    scene: async (ctx) => {
      await everybodyHas(ctx, { totpSecret: sealed(), totpSince: null });
      return { form: { code: codeAt(ctx) } };
    },
    may: whoeverIsSignedIn,
  },
  { file: "routes/accounts/second-step/recovery-codes.tsx", scene: withCode, may: whoeverIsSignedIn },
  { file: "routes/accounts/second-step/removal.tsx", scene: withCode, may: whoeverIsSignedIn },
  {
    file: "routes/accounts/personal-data/erasure.tsx",
    scene: async (ctx, { organisation, elsewhere }) => {
      // Nobody is the last who looks after something
      for (const { id } of [organisation, elsewhere.organisation])
        await makeAccount(ctx, { roles: [["organisation-owner", id]] });
      await makeAccount(ctx, { roles: [["administrator", null]], totpSince: ctx.now, totpSecret: sealed() });
      return { form: { confirmation: "ERASE" } };
    },
    may: whoeverIsSignedIn,
  },
];
