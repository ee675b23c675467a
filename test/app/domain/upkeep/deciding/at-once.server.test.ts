import { afterAll, expect, test } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { declineCase, resolveCase } from "#app/domain/upkeep/deciding/decide-case.server.ts";
import { as } from "#test/factories/accounts.ts";
import { findCaseRow, makeAdministrator, makeCase, posted } from "#test/factories/cases.ts";
import { connection, NOW } from "#test/setup/context.ts";

afterAll(async () => {
  await connection().sql`truncate organisations, people, mails cascade`;
});

test("of two who decide at the same moment one does, and the other is told who", async () => {
  const ctx: Ctx = { actor: { kind: "visitor" }, db: connection().db, now: NOW };
  const [first, second] = [await makeAdministrator(ctx, "Ada"), await makeAdministrator(ctx, "Ben")];
  const { id } = await makeCase(ctx, { fromEmail: "rita@example.org" });
  const ends = await Promise.allSettled([
    resolveCase(as(ctx, first), id, { outcome: "The number is put right." }),
    declineCase(as(ctx, second), id, { reason: "It rang, and somebody answered." }),
  ]);
  const refused = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
  expect(refused).toHaveLength(1);
  expect(refused[0]).toBeInstanceOf(Conflict);
  const { state } = await findCaseRow(ctx, id);
  const winner = state === "resolved" ? "Ada" : "Ben";
  expect(refused[0].message).toMatch(new RegExp(`^${winner} has seen to this already`));
  expect((await posted(ctx)).map(({ kind }) => kind)).toEqual([`report ${state}`]);
});
