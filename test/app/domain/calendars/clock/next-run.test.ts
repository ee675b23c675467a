import { expect, test } from "vitest";
import { type EndedRun, jitterOf, nextRunAt } from "#app/domain/calendars/clock/next-run.ts";

const now = new Date("2026-04-14T09:00:00Z");
const run = (over: Partial<EndedRun> = {}): EndedRun => ({
  ...{ kind: "address", failure: null, failures: 0, retryAfterMs: null },
  ...over,
});
const minutes = (ended: EndedRun, jitter = 0.5) =>
  (nextRunAt(ended, now, jitter).getTime() - now.getTime()) / 60_000;

test("a good run is followed by the next after a quarter of an hour, give or take a fifth", () => {
  expect([0, 0.5, 0.999].map((jitter) => Math.round(minutes(run(), jitter)))).toEqual([12, 15, 18]);
});

test("no answer is asked for less and less often, up to every six hours", () => {
  const waits = [1, 2, 3, 4, 5, 6, 20].map((failures) => minutes(run({ failure: "unreachable", failures })));
  expect(waits).toEqual([15, 30, 60, 120, 240, 360, 360]);
});

test("what a hand must mend is soon asked for once a day", () => {
  for (const failure of ["refused", "gone", "not-a-calendar"] as const) {
    const waits = [1, 2, 3, 4, 5, 9].map((failures) => minutes(run({ failure, failures })));
    expect(waits).toEqual([15, 60, 240, 960, 1440, 1440]);
  }
});

test("case 67: an address that we may not ask is never retried blindly", () => {
  for (const failure of ["forbidden", "secret"] as const)
    expect(minutes(run({ failure, failures: 1 }))).toBe(1440);
});

test("who asks for patience gets it, but not for ever", () => {
  const asking = (hours: number) =>
    minutes(run({ failure: "busy", failures: 1, retryAfterMs: hours * 3_600_000 }), 0) / 60;
  expect([asking(2), asking(0.01), asking(5000)]).toEqual([2, 0.2, 24]);
});

test("what lies here is read once a day, within the first hour in London, also when the clocks change", () => {
  const next = (from: string, jitter: number) =>
    nextRunAt(run({ kind: "upload" }), new Date(from), jitter)
      .toISOString()
      .slice(0, 16);
  expect(next("2026-01-14T09:00:00Z", 0)).toBe("2026-01-15T00:01");
  expect(next("2026-04-14T09:00:00Z", 0.99)).toBe("2026-04-14T23:59");
  expect(next("2026-03-28T23:30:00Z", 0)).toBe("2026-03-29T00:01");
  expect(next("2026-03-29T12:00:00Z", 0)).toBe("2026-03-29T23:01");
});

test("a thousand calendars that were connected at one moment spread over the minutes", () => {
  const ids = Array.from(
    { length: 1000 },
    (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
  );
  const at = new Map(ids.map((id) => [id, now]));
  const perMinute = new Map<number, number>();
  for (let round = 0; round < 12; round += 1) {
    for (const [id, before] of at) {
      const next = nextRunAt(run(), before, jitterOf(id, before));
      at.set(id, next);
      const minute = Math.floor((next.getTime() - now.getTime()) / 60_000);
      if (minute >= 60 && minute < 120) perMinute.set(minute, (perMinute.get(minute) ?? 0) + 1);
    }
  }
  const busiest = Math.max(...perMinute.values());
  expect(perMinute.size).toBe(60);
  // 67 a minute would be perfectly even
  expect(busiest).toBeLessThan(140);
  expect(Math.min(...perMinute.values())).toBeGreaterThan(20);
});
