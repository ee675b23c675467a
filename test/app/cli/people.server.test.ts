import { sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { changes, people, roleGrants, tokens } from "#db/schema/accounts.ts";
import { mails } from "#db/schema/keeping/mails.ts";
import { connection } from "#test/setup/context.ts";
import { assembly } from "#test/setup/terminal.ts";

const { db } = connection();
afterEach(async () => {
  for (const table of [mails, tokens, roleGrants, changes, people]) await db.delete(table);
  await db.execute(sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`);
});

const ada = ["ada@example.org", "--name", "Ada Byron"];

describe("people invite", () => {
  test("gives the role and posts the invitation", async () => {
    const { exitCode, said } = await assembly("people", "invite", ...ada, "--role", "administrator");
    expect([exitCode, said]).toEqual([0, expect.stringMatching(/^Ada Byron is Administrator now/)]);
    const grants = await db.select({ role: roleGrants.role, endedAt: roleGrants.endedAt }).from(roleGrants);
    expect(grants).toEqual([{ role: "administrator", endedAt: null }]);
    const posted = await db.select({ to: mails.toEmail, kind: mails.kind }).from(mails);
    expect(posted).toEqual([{ to: "ada@example.org", kind: expect.stringContaining("invitation") }]);
    const deeds = await db.select({ deed: changes.deed, by: changes.actorKind }).from(changes);
    expect(deeds).toContainEqual({ deed: "grant role", by: "job" });
  });

  test.each([
    ["no address", ["--name", "Ada Byron", "--role", "administrator"], /e-mail address/i],
    ["no role", ada, /role/i],
    ["a role that needs a group", [...ada, "--role", "group-lead"], /group/i],
    ["a group that is not there", [...ada, "--role", "group-lead", "--group", "nowhere"], /group/i],
  ])("says what is missing: %s", async (_name, args, words) => {
    const { exitCode, complained } = await assembly("people", "invite", ...args);
    expect([exitCode, complained]).toEqual([1, expect.stringMatching(words)]);
    expect(await db.select().from(people)).toEqual([]);
  });

  test("a role that is held already is not given twice", async () => {
    await assembly("people", "invite", ...ada, "--role", "administrator");
    const { exitCode, complained } = await assembly("people", "invite", ...ada, "--role", "administrator");
    expect([exitCode, complained]).toEqual([1, "They hold that role already."]);
    expect(await db.select().from(mails)).toHaveLength(1);
  });
});
