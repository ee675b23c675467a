import { eq } from "drizzle-orm";
import * as v from "valibot";
import { describe, expect } from "vitest";
import { NotFound } from "#app/domain/errors.ts";
import { findUpkeep, findUpkeepSettings } from "#app/domain/upkeep/settings/find-settings.server.ts";
import { saveUpkeep } from "#app/domain/upkeep/settings/save-settings.server.ts";
import { UpkeepForm } from "#app/domain/upkeep/settings/settings.ts";
import { changes } from "#db/schema/accounts.ts";
import { organisations } from "#db/schema/organisations.ts";
import { services } from "#db/schema/services.ts";
import { as, makeAccount } from "#test/factories/accounts.ts";
import { makeAdministrator, makeLead, makeNetwork } from "#test/factories/cases.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { makeService } from "#test/factories/services.ts";
import { test } from "#test/setup/context.ts";

const typed = {
  ...{ reviewMonths: "12", warnDaysBefore: "14", leadAfterDays: "30", teamAfterDays: "60" },
  ...{ leavesResultsAfterDays: "180", reportClimbsAfterDays: "7" },
  ...{ "organisation-charity": "3", "organisation-council": "never", "service-charity": "" },
};
const read = (over: object = {}) => v.safeParse(UpkeepForm, { ...typed, ...over });
const form = (over: object = {}) => v.parse(UpkeepForm, { ...typed, ...over });

describe("saving the periods", () => {
  test("moves every due date, and is on record", async ({ ctx }) => {
    const team = as(ctx, await makeAdministrator(ctx));
    const charity = await makeOrganisation(ctx, { kind: "charity", confirmedOn: "2026-01-10" });
    const cic = await makeOrganisation(ctx, { kind: "cic", confirmedOn: "2026-01-10" });
    const service = await makeService(ctx, { organisationId: charity.id, confirmedOn: "2026-01-10" });
    const council = await makeOrganisation(ctx, { kind: "council", confirmedOn: "2026-01-10" });
    await saveUpkeep(team, form());
    const dueOf = async (id: string) => {
      const [row] = await ctx.db.select().from(organisations).where(eq(organisations.id, id));
      return row?.reviewDueOn;
    };
    expect(await dueOf(charity.id)).toBe("2026-04-10");
    expect(await dueOf(cic.id)).toBe("2027-01-10");
    expect(await dueOf(council.id)).toBe(null);
    const [kept] = await ctx.db.select().from(services).where(eq(services.id, service.id));
    expect(kept?.reviewDueOn).toBe("2027-01-10");
    const [change] = await ctx.db.select().from(changes).where(eq(changes.noun, "upkeep settings"));
    expect(change).toMatchObject({
      before: { settings: { reviewMonths: 6 } },
      after: { settings: { reviewMonths: 12 } },
    });
  });

  test("leaves what was not typed to the common period", async ({ ctx }) => {
    const team = as(ctx, await makeAdministrator(ctx));
    await saveUpkeep(team, form());
    await saveUpkeep(team, form({ "organisation-charity": "", "organisation-council": "" }));
    expect((await findUpkeep(team)).periods).toEqual([]);
  });

  test("is for the team alone", async ({ ctx }) => {
    const { group } = await makeNetwork(ctx);
    const others = [await makeAccount(ctx), await makeLead(ctx, group.id)];
    for (const actor of [...others, { kind: "visitor" } as const]) {
      await expect(findUpkeep({ ...ctx, actor })).rejects.toThrow(NotFound);
      await expect(saveUpkeep({ ...ctx, actor }, form())).rejects.toThrow(NotFound);
    }
    expect((await findUpkeepSettings(ctx)).reviewMonths).toBe(6);
  });
});

describe("the form", () => {
  test.each([
    [{ reviewMonths: "0" }, "How long a confirmation lasts must be a whole number from 1 to 60"],
    [{ reviewMonths: "half" }, "How long a confirmation lasts must be a whole number from 1 to 60"],
    [{ warnDaysBefore: "91" }, "The first reminder must be a whole number from 1 to 90"],
    [{ teamAfterDays: "30" }, "The Assembly team must be told later than the network lead"],
    [
      { leavesResultsAfterDays: "60" },
      "A record must leave the results later than the Assembly team is told",
    ],
    [{ "service-cic": "61" }, "Write a number of months from 1 to 60, “never”, or leave it empty"],
  ])("%j is refused: %s", (over, message) => {
    const read_ = read(over);
    expect(read_.success).toBe(false);
    expect(read_.issues?.map((issue) => issue.message)).toContain(message);
    expect(read_.issues?.map((issue) => v.getDotPath(issue))).toContain(Object.keys(over)[0]);
  });

  test("takes Never, and numbers with space round them", () => {
    expect(read({ "service-cic": " Never " }).success).toBe(true);
    expect(read({ reviewMonths: " 12 " }).success).toBe(true);
  });
});
