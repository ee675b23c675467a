import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { issueToken } from "#app/domain/accounts/tokens.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid, NotFound } from "#app/domain/errors.ts";
import {
  confirmByLink,
  findBehindLink,
  issueConfirmLink,
  sendFreshLink,
} from "#app/domain/upkeep/confirming/confirm-link.server.ts";
import { changes, roleGrants } from "#db/schema/accounts.ts";
import { organisations } from "#db/schema/organisations.ts";
import { deedsOf, makeOwner, posted, tokenIn } from "#test/factories/cases.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { makeService } from "#test/factories/services.ts";
import { test } from "#test/setup/context.ts";

const email = "office@example.org";

async function makeLinked(ctx: Ctx) {
  const organisation = await makeOrganisation(ctx, { confirmedOn: "2025-10-01", email });
  const service = await makeService(ctx, { organisationId: organisation.id, confirmedOn: "2025-10-10" });
  const token = await issueConfirmLink(ctx, { recordId: organisation.id, personId: null, email });
  return { organisation, service, token };
}

const later = (ctx: Ctx, days: number): Ctx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + days * 86_400_000),
});

describe("a mailed link", () => {
  test("shows what is due of its own organisation, and changes nothing by being opened", async ({ ctx }) => {
    const { organisation, service, token } = await makeLinked(ctx);
    await makeService(ctx, { organisationId: organisation.id, confirmedOn: "2026-04-01" });
    for (let time = 0; time < 3; time += 1) {
      const found = await findBehindLink(ctx, token);
      expect(found).toMatchObject({ isOpen: true, organisation: "The Long Table", nextOn: "2026-04-01" });
      expect(found.records.map(({ id }) => id)).toEqual([organisation.id, service.id]);
    }
    expect(await deedsOf(ctx, organisation.id)).toEqual([]);
  });

  test("confirms what is ticked without an account, and works until nothing is left", async ({ ctx }) => {
    const { organisation, service, token } = await makeLinked(ctx);
    await confirmByLink(ctx, token, [service.id]);
    const half = await findBehindLink(ctx, token);
    expect(half.isOpen).toBe(true);
    expect(half.records.map(({ id }) => id)).toEqual([organisation.id]);
    await confirmByLink(ctx, token, [organisation.id]);
    expect(await findBehindLink(ctx, token)).toMatchObject({ isOpen: false, nextOn: "2026-10-14" });
    await expect(confirmByLink(ctx, token, [organisation.id])).rejects.toThrow(Invalid);
    const [change] = await ctx.db.select().from(changes).where(eq(changes.nounId, service.id));
    expect(change).toMatchObject({
      ...{ actorKind: "visitor", personId: null },
      after: { confirmation: { confirmedOn: "2026-04-14", by: "the record’s own address" } },
    });
  });

  test("of a keeper is that keeper's word", async ({ ctx }) => {
    const { organisation } = await makeLinked(ctx);
    const owner = await makeOwner(ctx, organisation.id);
    const token = await issueConfirmLink(ctx, {
      ...{ recordId: organisation.id, personId: owner.id, email: owner.email },
    });
    await confirmByLink(ctx, token, [organisation.id]);
    const [change] = await ctx.db.select().from(changes).where(eq(changes.nounId, organisation.id));
    expect(change).toMatchObject({ deed: "confirm record", actorKind: "person", personId: owner.id });
  });

  test("confirms nothing of anybody else, not even along with its own", async ({ ctx }) => {
    const { organisation, token } = await makeLinked(ctx);
    const other = await makeLinked(ctx);
    for (const id of [other.organisation.id, other.service.id]) {
      await expect(confirmByLink(ctx, token, [id])).rejects.toThrow(NotFound);
      await expect(confirmByLink(ctx, token, [organisation.id, id])).rejects.toThrow(NotFound);
      expect(await deedsOf(ctx, id)).toEqual([]);
    }
    expect(await deedsOf(ctx, organisation.id)).toEqual([]);
  });

  test("to one service covers that service alone", async ({ ctx }) => {
    const { organisation } = await makeLinked(ctx);
    const own = await makeService(ctx, { organisationId: organisation.id, confirmedOn: "2025-10-01", email });
    const token = await issueConfirmLink(ctx, { recordId: own.id, personId: null, email });
    expect((await findBehindLink(ctx, token)).records.map(({ id }) => id)).toEqual([own.id]);
    await expect(confirmByLink(ctx, token, [organisation.id])).rejects.toThrow(NotFound);
    await confirmByLink(ctx, token, [own.id]);
    expect(await deedsOf(ctx, own.id)).toEqual(["confirm record"]);
  });

  test("is no use with another purpose, guessed, or after sixty days", async ({ ctx }) => {
    const { organisation, token } = await makeLinked(ctx);
    const bound = { purpose: "answer-case", recordId: organisation.id, email, minutes: 60 } as const;
    for (const wrong of [await issueToken(ctx, bound), "guess", ""]) {
      await expect(findBehindLink(ctx, wrong)).rejects.toThrow(NotFound);
      await expect(confirmByLink(ctx, wrong, [organisation.id])).rejects.toThrow(Invalid);
    }
    await expect(confirmByLink(later(ctx, 61), token, [organisation.id])).rejects.toThrow(Invalid);
    expect((await findBehindLink(later(ctx, 61), token)).isOpen).toBe(false);
    await confirmByLink(later(ctx, 59), token, [organisation.id]);
  });

  test("loses its power when the role ends, the address changes, or somebody has an account", async ({
    ctx,
  }) => {
    const { organisation, token } = await makeLinked(ctx);
    await ctx.db.update(organisations).set({ email: "new@example.org" });
    await expect(confirmByLink(ctx, token, [organisation.id])).rejects.toThrow(Invalid);
    await ctx.db.update(organisations).set({ email });
    const owner = await makeOwner(ctx, organisation.id);
    await expect(confirmByLink(ctx, token, [organisation.id])).rejects.toThrow(Invalid);
    const theirs = await issueConfirmLink(ctx, {
      ...{ recordId: organisation.id, personId: owner.id, email: owner.email },
    });
    await ctx.db.update(roleGrants).set({ endedAt: ctx.now });
    await expect(confirmByLink(ctx, theirs, [organisation.id])).rejects.toThrow(Invalid);
  });
});

describe("a new link", () => {
  test("goes where the used one went, and only for a used or old one", async ({ ctx }) => {
    const { organisation, token } = await makeLinked(ctx);
    await sendFreshLink(ctx, token);
    await sendFreshLink(ctx, "guess");
    expect(await posted(ctx)).toEqual([]);
    await sendFreshLink(later(ctx, 61), token);
    const [mail] = await posted(ctx);
    expect(mail?.to).toBe(email);
    const fresh = mail ? tokenIn(mail.letter) : "";
    await confirmByLink(later(ctx, 62), fresh, [organisation.id]);
    expect(await deedsOf(ctx, organisation.id)).toEqual(["confirm record"]);
  });

  test("goes to nobody who does not keep the record any more", async ({ ctx }) => {
    const { token } = await makeLinked(ctx);
    await ctx.db.update(organisations).set({ email: null });
    await sendFreshLink(later(ctx, 61), token);
    expect(await posted(ctx)).toEqual([]);
  });
});
