import fc from "fast-check";
import { expect, test } from "vitest";
import { readFeed } from "#app/domain/calendars/ics.ts";
import { isoInstant } from "#app/domain/calendars/time-zone.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { groupFeed } from "#app/domain/meetings/calendar/feeds/meeting-feed.server.ts";
import { isWholeDays } from "#app/domain/meetings/whole-days.ts";
import { occurrences } from "#db/schema/calendars.ts";
import { vevent } from "#test/factories/calendars.ts";
import { Diaries, meetingsIn } from "#test/factories/diaries.ts";
import { feedAt } from "#test/factories/feeds.ts";
import { makeGroup } from "#test/factories/meetings.ts";
import { withContext } from "#test/setup/context.ts";

const dayMs = 86_400_000;
const uid = "UID:any@x.example";
const rules = [
  "FREQ=WEEKLY",
  "FREQ=WEEKLY;INTERVAL=2;COUNT=20",
  "FREQ=WEEKLY;UNTIL=20261201T235959Z",
  "FREQ=DAILY;INTERVAL=5",
  "FREQ=MONTHLY;BYDAY=2TU",
  "FREQ=MONTHLY;BYMONTHDAY=31",
];
const fates = [
  "same",
  "same",
  "same",
  "moved",
  "renamed",
  "cancelled",
  "private",
  "removed",
  "elsewhere",
] as const;

const generated = fc.record({
  rule: fc.constantFrom(...rules),
  first: fc.integer({ min: -500, max: 200 }),
  hour: fc.integer({ min: 3, max: 23 }),
  kind: fc.constantFrom("London", "UTC", "day"),
  fates: fc.array(fc.constantFrom(...fates), { minLength: 30, maxLength: 30 }),
  added: fc.array(fc.integer({ min: 210, max: 400 }), { maxLength: 3 }),
  byTitle: fc.boolean(),
});
type Generated = typeof generated extends fc.Arbitrary<infer T> ? T : never;

const basic = (at: number) => new Date(at).toISOString().slice(0, 10).replaceAll("-", "");

/** A diary that says so: dates on the wall, seven days of which are a week whatever the clocks do. */
function diaryOf({ rule, first, hour, kind, fates: given, added }: Generated): string[][] {
  const begin = Date.parse("2026-04-14") + first * dayMs;
  const time = `T${String(hour).padStart(2, "0")}0000`;
  const line = (name: string, at: number, late = false) => {
    if (kind === "day") return `${name};VALUE=DATE:${basic(at + (late ? dayMs : 0))}`;
    const clock = late ? `T${String(hour).padStart(2, "0")}3000` : time;
    return kind === "UTC"
      ? `${name}:${basic(at)}${clock}Z`
      : `${name};TZID=Europe/London:${basic(at)}${clock}`;
  };
  const until = kind === "day" ? rule.replace(/T\d{6}Z/, "") : rule;
  const length = kind === "day" ? "DURATION:P1D" : "DURATION:PT90M";
  const dates = slotsOf(rule, begin).map((at, index) => ({ at, fate: given[index] ?? "same" }));
  const removed = dates.filter(({ fate }) => fate === "removed").map(({ at }) => line("EXDATE", at));
  const more = added.map((days) => line("RDATE", Date.parse("2026-04-14") + days * dayMs));
  const words: Record<string, string[]> = {
    moved: ["SUMMARY:Network"],
    renamed: ["SUMMARY:Network and lunch"],
    cancelled: ["SUMMARY:Network", "STATUS:CANCELLED"],
    private: ["SUMMARY:SECRET", "CLASS:PRIVATE"],
    elsewhere: ["SUMMARY:Away day"],
  };
  const overrides = dates.flatMap(({ at, fate }) =>
    words[fate]
      ? [
          vevent(
            uid,
            line("RECURRENCE-ID", at),
            line("DTSTART", at, fate === "moved"),
            length,
            ...words[fate],
          ),
        ]
      : [],
  );
  return [
    vevent(uid, "SUMMARY:Network", line("DTSTART", begin), length, `RRULE:${until}`, ...removed, ...more),
    ...overrides,
  ];
}

/** The first dates of a rule that can be told without one: every so many days. Others have no overrides but at the start. */
function slotsOf(rule: string, begin: number): number[] {
  const step = rule.includes("INTERVAL=2") ? 14 : rule.startsWith("FREQ=DAILY") ? 5 : 7;
  if (rule.startsWith("FREQ=MONTHLY")) return [begin];
  return Array.from({ length: 20 }, (_, at) => begin + at * step * dayMs).filter(
    (at) => !rule.includes("UNTIL") || at < Date.parse("2026-12-01"),
  );
}

test("any series of meetings is read back from the group's feed as the meetings of its page", async () => {
  await fc.assert(
    fc.asyncProperty(generated, (given) =>
      withContext(
        async (ctx) => {
          const diaries = new Diaries(ctx);
          const group = await makeGroup(ctx);
          const match = given.byTitle ? ({ by: "title", pattern: "Network" } as const) : undefined;
          await diaries.connect(group, "any", diaryOf(given), match);
          const { text } = await groupFeed(ctx, group.slug, feedAt);
          expect(text).not.toContain("SECRET");
          const known = (await ctx.db.select().from(occurrences))
            .map(({ recurrenceId }) => recurrenceId)
            .sort();
          const [from, last] = [known[0] ?? "2026-04-14", known.at(-1) ?? "2026-04-14"];
          const reach = {
            // A rule that counts its dates has those from before we knew any
            from: new Date(given.rule.includes("COUNT") ? Date.parse(from) - dayMs : "2020-01-01"),
            to: new Date(Date.parse(last) + 3 * dayMs),
          };
          const found = readFeed(text, reach)
            .occurrences.filter(
              ({ recurrenceId }) =>
                recurrenceId === null ||
                (recurrenceId <= last && (recurrenceId >= from || !given.rule.includes("COUNT"))),
            )
            .map(({ start, summary }) => `${start} ${summary}`);
          const page = (await meetingsIn(ctx))
            .filter(
              ({ isPublic, status, heldOn }) =>
                isPublic && !(status === "cancelled" && heldOn < "2026-03-15"),
            )
            .map(({ title, startsAt, endsAt, status }) => {
              if (!startsAt) throw new Error("A meeting of a diary has a time");
              const start = isWholeDays(startsAt, endsAt)
                ? londonDay(startsAt)
                : isoInstant(startsAt.getTime());
              return `${start} ${status === "cancelled" ? `CANCELLED: ${title}` : title}`;
            });
          expect(found.toSorted()).toEqual(page.toSorted());
        },
        { actor: { kind: "job", name: "calendar" } },
      ),
    ),
    { numRuns: 25 },
  );
}, 120_000);
