import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { readFeed } from "#app/domain/calendars/ics.ts";
import { syncCalendar } from "#app/domain/meetings/calendar/sync-calendars.server.ts";
import { diaries } from "#db/demo/calendars/diaries.server.ts";
import { loadDemo } from "#db/demo/load.server.ts";
import { calendars } from "#db/schema/calendars.ts";
import { calendarHolds } from "#db/schema/diary/syncs.ts";
import { NOW, testContext } from "#test/setup/context.ts";

const day = 86_400_000;
const refuse = () => Promise.reject(new Error("Nobody outside is asked for an upload"));
const job = { kind: "job", name: "test" } as const;

describe("the calendars of the demonstration", () => {
  const test = testContext({ actor: job });

  test("say in their texts what their rows say, at once and on the next day", async ({ ctx }) => {
    await loadDemo(ctx.db, NOW);
    const uploads = await ctx.db.select().from(calendars).where(eq(calendars.kind, "upload"));
    expect(uploads).toHaveLength(3);
    for (const { id, name } of uploads) {
      const isHeld = name === "Yard garden";
      for (const now of [NOW, new Date(NOW.getTime() + day)]) {
        const report = await syncCalendar({ ...ctx, now }, id, { trigger: "person" }, refuse);
        const expected = { added: 0, changed: 0, withdrawn: 0, problem: null };
        expect(report, name).toMatchObject({ ...expected, outcome: isHeld ? "held" : "unchanged" });
      }
    }
    expect(await ctx.db.select().from(calendarHolds)).toMatchObject([{ vanishing: 5, ofToCome: 6 }]);
  });

  test("have the notices that their texts give", () => {
    for (const { text, notices, name } of diaries(NOW).filter((diary) => diary.text !== "")) {
      const window = { from: new Date(NOW.getTime() - 31 * day), to: new Date(NOW.getTime() + 456 * day) };
      expect(readFeed(text, window).notices, name).toEqual(notices);
    }
  });
});
