import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { checkSource, type Outside, siteOutside } from "#app/domain/calendars/doctor/check-source.server.ts";
import { openNamed } from "#app/domain/calendars/doctor/checked-source.server.ts";
import type { SourceFields } from "#app/domain/calendars/doctor/inputs.ts";
import { inACircle, readingOthers } from "#app/domain/calendars/sources/not-ourselves.ts";
import type { Ctx } from "#app/domain/context.ts";
import { sourceReader } from "#app/gateways/calendar-source.server.ts";
import { Unreachable } from "#app/gateways/unreachable.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makeGroup, makePerson } from "#test/factories/meetings.ts";
import { type CalendarHost, startCalendarHost } from "#test/setup/calendar-host.ts";
import { test } from "#test/setup/context.ts";

const body = calendar(vevent("UID:a@norwich.example", "DTSTART:20260505T090000Z", "SUMMARY:Place network"));
const blank: SourceFields = {
  ...{ how: "address", sealed: "", address: "", server: "", account: "", password: "", collection: "" },
};
const all = { by: "all", pattern: "" } as const;

let host: CalendarHost;
beforeAll(async () => {
  host = await startCalendarHost();
});
afterAll(() => host.stop());

const outside = (over: Partial<Outside> = {}): Outside => ({
  read: sourceReader([host.host]),
  discover: () => Promise.reject(new Error("CalDAV is not asked")),
  ...over,
});

const sourceReaderSaying = async (text: string) => {
  host.say(text);
  return sourceReader([host.host])({ kind: "address", source: host.address });
};

async function leadOf(ctx: Ctx) {
  const group = await makeGroup(ctx);
  const actor = await makePerson(ctx, [["group-lead", group.id]]);
  const named = { noun: "group" as const, slug: group.slug };
  const check = (
    fields: Partial<SourceFields>,
    over: Partial<Outside> = {},
    file: Parameters<typeof checkSource>[2] = null,
  ) => checkSource({ ...ctx, actor }, { ...blank, ...fields, for: named, match: all }, file, outside(over));
  return { actor, named, check };
}

describe("the feed doctor", () => {
  test("says what would come in, and keeps the address sealed (case 72)", async ({ ctx }) => {
    const { actor, check } = await leadOf(ctx);
    host.say(body);
    const checkup = await check({ address: host.address });
    expect(checkup).toMatchObject({ shown: host.host, advice: null, preview: { toCome: 1 } });
    expect(JSON.stringify(checkup)).not.toContain(new URL(host.address).pathname);
    expect(openNamed(checkup.sealed, actor, ctx.now).source).toEqual({
      kind: "address",
      source: host.address,
    });
  });

  test("what was sealed opens for nobody else, and not the day after tomorrow", async ({ ctx }) => {
    const { actor, check } = await leadOf(ctx);
    host.say(body);
    const { sealed } = await check({ address: host.address });
    const other = await makePerson(ctx);
    const later = new Date(ctx.now.getTime() + 2 * 86_400_000);
    expect(() => openNamed(sealed, other, ctx.now)).toThrow("open for too long");
    expect(() => openNamed(sealed, actor, later)).toThrow("open for too long");
    expect(() => openNamed(`${sealed}x`, actor, ctx.now)).toThrow("open for too long");
    expect((await check({ sealed })).preview?.toCome).toBe(1);
  });

  test("gives back what was sealed where it cannot be read after all, so that nobody types it again", async ({
    ctx,
  }) => {
    const { check } = await leadOf(ctx);
    host.say(body);
    const { sealed, typed } = await check({ address: host.address });
    expect(typed).toEqual({});
    host.fail(404);
    expect(await check({ sealed })).toMatchObject({ sealed: "", typed: { address: host.address } });
  });

  test("shows a long host by its two ends", async ({ ctx }) => {
    const { check } = await leadOf(ctx);
    const found = await sourceReaderSaying(body);
    const address = `https://${"calendars-of-the-".repeat(3)}.${"far-away-".repeat(6)}.norwich.example/a.ics`;
    const { shown } = await check({ address }, { read: async () => found });
    expect(shown.length).toBeLessThan(60);
    expect(shown).toMatch(/^calendars-of-the-.*….*norwich\.example$/);
  });

  test("tells a web page from a calendar, and finds the calendar that it names", async ({ ctx }) => {
    const { check } = await leadOf(ctx);
    host.say('<!doctype html><link type="text/calendar" href="/all.ics">', { "Content-Type": "text/html" });
    const { advice, sealed } = await check({ address: host.address });
    expect(advice?.problem).toContain("web page");
    expect(sealed).toBe("");
  });

  test("what is no calendar has advice that fits it", async ({ ctx }) => {
    const { check } = await leadOf(ctx);
    const bodies = {
      "": "nothing at this address",
      Hello: "not a calendar",
      [body.slice(0, -20)]: "is cut off",
    };
    const steps = new Set<string>();
    for (const [said, problem] of Object.entries(bodies)) {
      host.say(said);
      const { advice } = await check({ address: host.address });
      expect(advice?.problem).toContain(problem);
      expect(advice?.steps).not.toEqual([]);
      steps.add(advice?.steps.join(" ") ?? "");
    }
    host.redirect(host.address);
    steps.add((await check({ address: host.address })).advice?.steps.join(" ") ?? "");
    host.say("x".repeat(5_000_001));
    steps.add((await check({ address: host.address })).advice?.steps.join(" ") ?? "");
    expect(steps.size).toBe(5);
    expect([...steps].join(" ")).not.toContain("public internet");
  });

  test("a website without https is offered as what it is", async ({ ctx }) => {
    const { check } = await leadOf(ctx);
    host.say(body);
    const { advice } = await check({ address: host.address.replace("http:", "webcal:") });
    expect(advice).toMatchObject({
      problem: "127.0.0.1 does not speak https at this address.",
      instead: host.address,
    });
    expect((await check({ address: advice?.instead ?? "" })).preview?.toCome).toBe(1);
  });

  test("feeds made to do harm are previewed or refused, soon", { timeout: 60_000 }, async ({ ctx }) => {
    const { check } = await leadOf(ctx);
    const at = "DTSTART:20260505T090000Z";
    const byDay = Array.from({ length: 100_000 }, (_, n) => `${(n % 53) + 1}MO`).join();
    const most = 4_900_000;
    const filled = (piece: string) => piece.repeat(Math.floor(most / piece.length));
    const harmful = [
      calendar(vevent("UID:a", at, `SUMMARY:${filled("a")}`)),
      calendar(vevent("UID:a", at, filled("a\n").trim())),
      calendar("BEGIN:X\n".repeat(600_000).trim()),
      calendar(vevent("UID:a", `DTSTART${filled(";X=1")}:20260505T090000Z`)),
      calendar(vevent("UID:a", at, `RRULE:FREQ=YEARLY;BYDAY=${byDay}`)),
      filled("a"),
    ];
    for (const bytes of harmful.map((text) => Buffer.from(text))) {
      const before = process.cpuUsage();
      const checkup = await check({ how: "file" }, {}, { fileName: "diary.ics", bytes });
      expect(Boolean(checkup.preview) || Boolean(checkup.advice?.steps.length)).toBe(true);
      expect(process.cpuUsage(before).user).toBeLessThan(8_000_000);
    }
  });

  test("answers of servers that fail have advice", async ({ ctx }) => {
    const { check } = await leadOf(ctx);
    for (const status of [401, 403, 404, 410, 429, 500]) {
      host.fail(status);
      const { advice } = await check({ address: host.address });
      expect(advice?.steps, String(status)).not.toEqual([]);
      expect(JSON.stringify(advice)).not.toContain(new URL(host.address).pathname);
    }
  });

  test("a private address is not asked", async ({ ctx }) => {
    const { check } = await leadOf(ctx);
    const asked = host.asked.length;
    const { advice } = await check({ address: host.address }, { read: sourceReader([]) });
    expect(advice?.steps.join()).toContain("public internet");
    expect(host.asked.length).toBe(asked);
  });

  test("case 77: our own feed is refused, with the reason", async ({ ctx }) => {
    const { check } = await leadOf(ctx);
    for (const uid of ["a@meetings.assembly", "b@events.assembly"]) {
      host.say(calendar(vevent(`UID:${uid}`, "DTSTART:20260505T090000Z")));
      expect((await check({ address: host.address })).advice?.problem).toContain("itself in a circle");
    }
  });

  test("case 77: an address of this site is refused before anything is asked of it", async ({ ctx }) => {
    const { check } = await leadOf(ctx);
    const asked = host.asked.length;
    const { origin } = new URL(host.address);
    const site = siteOutside(origin);
    for (const address of [host.address, host.address.replace("http:", "webcal:")])
      expect((await check({ address }, site)).advice?.problem).toBe(inACircle);
    const login = { how: "caldav" as const, server: `${origin}/dav/`, account: "me", password: "apple-pear" };
    expect((await check(login, site)).advice?.problem).toBe(inACircle);
    const reading = readingOthers(sourceReader([host.host]), origin);
    await expect(reading({ kind: "address", source: host.address })).rejects.toThrow(inACircle);
    expect(host.asked.length).toBe(asked);
  });

  test("a large file travels to the next page without its pictures, and reads the same", async ({ ctx }) => {
    const { actor, check } = await leadOf(ctx);
    const picture = `ATTACH;ENCODING=BASE64;VALUE=BINARY:${randomBytes(1_300_000).toString("base64")}`;
    const event = vevent("UID:a@b", "DTSTART:20260505T090000Z", "SUMMARY:Forum", picture);
    const bytes = Buffer.from(calendar(event));
    const file = { fileName: "diary.ics", bytes };
    const first = await check({ how: "file" }, {}, file);
    expect(first.preview).toMatchObject({ toCome: 1 });
    expect(first.sealed.length).toBeLessThan(10_000);
    expect(openNamed(first.sealed, actor, ctx.now).upload?.length).toBeGreaterThan(0);
    expect((await check({ how: "file", sealed: first.sealed })).preview).toEqual(first.preview);
  });

  test("of a CalDAV account with several calendars one is chosen", async ({ ctx }) => {
    const { actor, check } = await leadOf(ctx);
    const found = ["work", "home"].map((name) => ({
      ...{ source: `https://dav.example/${name}/`, name, holdsEvents: true },
    }));
    const tasks = { source: "https://dav.example/tasks/", name: "tasks", holdsEvents: false };
    const discover = async () => [...found, tasks];
    const login = { how: "caldav" as const, server: "me@dav.example", account: "me", password: "apple-pear" };
    const first = await check(login, { discover });
    expect(first).toMatchObject({ preview: null, choices: [{ name: "work" }, { name: "home" }] });
    expect(JSON.stringify(first)).not.toContain("apple-pear");
    const chosen = { sealed: first.sealed, collection: "https://dav.example/home/" };
    const read: Outside["read"] = async ({ source }) => ({
      ...{ changed: true, isWhole: true, gone: [], etag: null, lastModified: null, syncToken: null },
      name: "Diary of home",
      resources: [{ href: `${source}a.ics`, etag: null, body: Buffer.from(body) }],
    });
    const second = await check(chosen, { discover, read });
    expect(second).toMatchObject({
      ...{ needsSignIn: true, shown: "dav.example", preview: { name: "Diary of home", toCome: 1 } },
    });
    expect(openNamed(second.sealed, actor, ctx.now).source).toMatchObject({
      ...{ kind: "caldav", source: "https://dav.example/home/", account: "me", password: "apple-pear" },
    });
  });

  test("of two calendars with one name it is said which is which", async ({ ctx }) => {
    const { check } = await leadOf(ctx);
    const found = [
      ["personal", "Personal"],
      ["personal_shared_by_ann", "Personal"],
      ["work", "Work"],
    ].map(([at, name = ""]) => ({ source: `https://dav.example/${at}/`, name, holdsEvents: true }));
    const login = { how: "caldav" as const, server: "me@dav.example", account: "me", password: "apple-pear" };
    const { choices } = await check(login, { discover: async () => found });
    expect(choices.map(({ at }) => at)).toEqual(["personal", "personal_shared_by_ann", null]);
    const many = Array.from({ length: 500 }, (_, n) => ({
      ...{ source: `https://dav.example/${n}/`, name: `\u202EDiary ${n}`, holdsEvents: true },
    }));
    const first = (await check(login, { discover: async () => many })).choices;
    expect([first.length, first[0]?.name]).toEqual([100, "Diary 0"]);
  });

  test("a wrong password is said without it", async ({ ctx }) => {
    const { check } = await leadOf(ctx);
    const discover = () =>
      Promise.reject(
        new Unreachable("dav.example does not know that password.", "refused", null, "password"),
      );
    const login = {
      how: "caldav" as const,
      server: "https://dav.example/",
      account: "me",
      password: "apple-pear",
    };
    const checkup = await check(login, { discover });
    expect(checkup.advice).toMatchObject({
      problem: "dav.example does not know that password.",
      steps: [expect.stringContaining("user name"), expect.stringContaining("app password")],
      isPassword: true,
    });
    expect(JSON.stringify(checkup)).not.toContain("apple-pear");
  });

  test("asks for what is missing, field by field", async ({ ctx }) => {
    const { check } = await leadOf(ctx);
    await expect(check({})).rejects.toMatchObject({ fields: { address: expect.any(String) } });
    await expect(check({ address: "two words" })).rejects.toMatchObject({
      fields: { address: expect.any(String) },
    });
    await expect(check({ how: "caldav" })).rejects.toMatchObject({
      fields: { server: expect.any(String), account: expect.any(String), password: expect.any(String) },
    });
    await expect(check({ how: "file" })).rejects.toMatchObject({ fields: { file: expect.any(String) } });
  });

  test("is for who may connect a calendar", async ({ ctx }) => {
    const { named } = await leadOf(ctx);
    const actor = await makePerson(ctx);
    const asked = checkSource({ ...ctx, actor }, { ...blank, for: named, match: all }, null, outside());
    await expect(asked).rejects.toMatchObject({ name: "NotAllowed" });
  });
});
