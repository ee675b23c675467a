import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { loadDemo } from "#db/demo/load.server.ts";
import { agenda20220428, MEETING_2022_04_28 } from "#db/demo/meeting-2022-04-28.ts";
import { NOW, test } from "#test/setup/context.ts";

describe("loading the demo data", () => {
  test("fills an empty database once and leaves it alone afterwards", async ({ ctx }) => {
    const first = await loadDemo(ctx.db, NOW);
    const second = await loadDemo(ctx.db, NOW);

    expect(first.loaded).toBe(true);
    expect(second.loaded).toBe(false);
    expect(second.accounts).toEqual(first.accounts);
    expect(first.accounts.map((account) => account.role)).toEqual([
      "Organisation editor",
      "Group lead",
      "Secretariat",
      "ICB staff",
      "Administrator",
    ]);
  });

  test("holds the sixteen items of 28 April 2022 with their marks and pages", async ({ ctx }) => {
    await loadDemo(ctx.db, NOW);
    const items = await ctx.db.execute<{ line: string }>(sql`
      select concat_ws('|', i.number, i.title, coalesce(string_agg(g.abbreviation, '/' order by g.abbreviation desc), ''), i.page) as line
      from agenda_items i
      left join agenda_item_groups m on m.agenda_item_id = i.id
      left join groups g on g.id = m.group_id
      where i.meeting_id = ${MEETING_2022_04_28} group by i.id order by i.position`);

    expect(agenda20220428).toHaveLength(16);
    expect(items.map((item) => item.line)).toMatchInlineSnapshot(`
      [
        "1|Apologies|",
        "2|Chair's opening remarks|",
        "3|HWB Minutes||4",
        "4|Actions arising|",
        "5|Declarations of interests|",
        "6|Public Questions|",
        "7|Urgent arising matters|",
        "8|Amendments to HWB Terms of Reference|HWB|11",
        "9|Clinical Commissioning Group Annual reports|HWB|16",
        "10|Flourishing in Norfolk CYP Partnership Strategy|ICP/HWB|19",
        "11|Joint Health and Wellbeing Strategy update and next steps|ICP/HWB|75",
        "12|Prevention Research, Feedback from BritainThinks|ICP/HWB|81",
        "13|Formation and Development of the Norfolk and Waveney Integrated Care Partnership|ICP|142",
        "14|Developing our Integrated Care System Partnership|ICP|154",
        "15|Progress report on the Norfolk and Waveney VCSE Assembly|ICP",
        "16|Norfolk and Waveney Integrated Care System response to 'Health and social care integration: Joining up care for people, places and populations'|ICP/HWB",
      ]
    `);
  });
});
