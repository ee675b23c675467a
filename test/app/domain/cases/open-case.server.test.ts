import { describe, expect } from "vitest";
import { closeCase } from "#app/domain/cases/close-case.server.ts";
import { openCase } from "#app/domain/cases/open-case.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { as } from "#test/factories/accounts.ts";
import {
  deedsOf,
  findCaseRow,
  makeAdministrator,
  makeNetwork,
  makeOwner,
  posted,
  worksIn,
} from "#test/factories/cases.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";

async function begin(ctx: Ctx) {
  const { place, group, lead } = await makeNetwork(ctx);
  const { id } = await makeOrganisation(ctx);
  await worksIn(ctx, id, place.id);
  if (!lead) throw new Error("The network has no lead");
  const asked = {
    kind: "claim",
    noun: "organisation",
    recordId: id,
    organisationId: id,
    details: {},
    title: "“This is us”: The Long Table",
    onceKey: "claim x",
  } as const;
  return { organisationId: id, groupId: group.id, lead, asked };
}

describe("opening a case", () => {
  test("puts it before the network's lead, with a mail and a record", async ({ ctx }) => {
    const { asked, groupId, lead } = await begin(ctx);
    const { id } = await openCase(ctx, { ...asked, fromName: "Rita", fromEmail: "rita@example.org" });
    expect(await findCaseRow(ctx, id)).toMatchObject({
      state: "open",
      level: "lead",
      groupId,
      fromName: "Rita",
    });
    const [mail, ...more] = await posted(ctx);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: lead.email, kind: "case to handle" });
    expect(mail?.letter.action?.path).toBe(`/cases/${id}`);
    expect(mail?.letter.reason).toBe("You get this mail because you lead Norwich VCSE Place Network.");
    expect(await deedsOf(ctx, id)).toEqual(["open case"]);
  });

  test("twice for one cause opens one and mails once, until it is decided", async ({ ctx }) => {
    const { asked } = await begin(ctx);
    const first = await openCase(ctx, asked);
    expect(await openCase(ctx, asked)).toEqual(first);
    expect(await posted(ctx)).toHaveLength(1);
    await closeCase(ctx, { id: first.id, state: "open" }, "declined", "No");
    expect(await openCase(ctx, asked)).not.toEqual(first);
  });

  test("never asks whoever raised it", async ({ ctx }) => {
    const { asked, lead } = await begin(ctx);
    const team = await makeAdministrator(ctx);
    const { id } = await openCase(as(ctx, lead), asked);
    expect(await findCaseRow(ctx, id)).toMatchObject({ level: "team", personId: lead.id });
    expect((await posted(ctx)).map(({ to }) => to)).toEqual([team.email]);
  });

  test("may begin with those who keep the record", async ({ ctx }) => {
    const { asked, organisationId } = await begin(ctx);
    const owner = await makeOwner(ctx, organisationId);
    await openCase(ctx, { ...asked, level: "owner" });
    const [mail] = await posted(ctx);
    expect(mail?.to).toBe(owner.email);
    expect(mail?.letter.reason).toBe("You get this mail because you keep the record of The Long Table.");
  });
});

test("a case is closed once, with who and when and why", async ({ ctx }) => {
  const { asked, lead } = await begin(ctx);
  const { id } = await openCase(ctx, asked);
  await closeCase(as(ctx, lead), { id, state: "open" }, "approved", "They rang from the office");
  expect(await findCaseRow(ctx, id)).toMatchObject({
    ...{ state: "approved", decidedById: lead.id, decidedAt: ctx.now, reason: "They rang from the office" },
  });
  expect(await deedsOf(ctx, id)).toContain("close case: approved");
  await expect(closeCase(ctx, { id, state: "open" }, "declined", "No")).rejects.toThrow(Conflict);
});
