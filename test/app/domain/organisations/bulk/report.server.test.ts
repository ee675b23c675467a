import { expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { checkFile } from "#app/domain/organisations/bulk/checking/check-file.server.ts";
import { exportOrganisations } from "#app/domain/organisations/bulk/export.server.ts";
import { reportOf } from "#app/domain/organisations/bulk/report.ts";
import { emptyRecord } from "#app/domain/organisations/record/record.ts";
import { writeRecord } from "#app/domain/organisations/record/write-record.server.ts";
import { testContext } from "#test/setup/context.ts";

const test = testContext({ actor: { kind: "job", name: "test" } });
const report = async (ctx: Ctx, text: string) => reportOf(await checkFile(ctx, text), "UTF-8");

function lunchClub(ctx: Ctx) {
  const record = emptyRecord("Lunch Club", "community-group");
  record.about.description = "Hot meals.";
  return writeRecord(ctx, null, record, "live");
}

test("a report names each cell that would change, as it is and as it would be", async ({ ctx }) => {
  const { id, slug } = await lunchClub(ctx);
  const text = `id,name,description,email\n${id},Lunch Club,Soup.,lunch@example.org\n`;
  const { changes, rows } = await report(ctx, text);
  const at = { row: 2, slug, name: "Lunch Club" };
  expect(changes).toEqual([
    { ...at, column: "description", before: "Hot meals.", after: "Soup." },
    { ...at, column: "email", before: "", after: "lunch@example.org" },
  ]);
  expect(rows.change).toBe("2");
});

test("a report names no cell of what stays, of new rows, or of rows with faults", async ({ ctx }) => {
  const { id } = await lunchClub(ctx);
  expect((await report(ctx, (await exportOrganisations(ctx)).csv)).changes).toEqual([]);
  const text = `id,name,kind,email\n,Choir,Charity,a@example.org\n${id},Lunch Club,community group,not one\n`;
  expect((await report(ctx, text)).changes).toEqual([]);
});
