import { randomUUID } from "node:crypto";
import { brotliDecompressSync } from "node:zlib";
import { eq } from "drizzle-orm";
import pino from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { record } from "#app/domain/record.server.ts";
import { feedAt, keyOf } from "#app/http/calendars/calendar-door.server.ts";
import { createFront } from "#app/http/front/front.server.ts";
import { loader as groupFeed } from "#app/routes/calendars/group-feed.ts";
import { groups } from "#db/schema/groups.ts";
import { meetings } from "#db/schema/meetings.ts";
import { makeGroup, makeMeeting } from "#test/factories/meetings.ts";
import { connection } from "#test/setup/context.ts";
import { knock } from "#test/setup/door.ts";

/* The door keeps bytes by data version, so these tests work on committed rows, and tidy up. */

const ctx: Ctx = { actor: { kind: "job", name: "test" }, db: connection().db, now: new Date() };
const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
let [slug, meetingId, groupId] = ["", "", ""];

beforeEach(async () => {
  slug = `door-${randomUUID().slice(0, 8)}`;
  groupId = (await makeGroup(ctx, { slug, name: "Door board" })).id;
  const long = "A title that is said again and again, so that it is worth compressing. ".repeat(20);
  meetingId = (await makeMeeting(ctx, [groupId], { title: long, heldOn: day })).id;
});

afterEach(async () => {
  await ctx.db.delete(meetings).where(eq(meetings.id, meetingId));
  await ctx.db.delete(groups).where(eq(groups.id, groupId));
});

const lines: string[] = [];
function site() {
  return createFront({
    db: ctx.db,
    isMigrated: async () => true,
    log: pino({ level: "info" }, { write: (line: string) => void lines.push(line) }),
    render: async () => new Response("Remix", { status: 404, headers: { "Content-Type": "text/html" } }),
    clientFolder: "public",
    publicUrl: "http://localhost:3000",
    bodyLimit: 1_000,
  });
}

const change = (values: Partial<typeof meetings.$inferInsert>) =>
  ctx.db.transaction(async (db) => {
    await db.update(meetings).set(values).where(eq(meetings.id, meetingId));
    await record({ ...ctx, db }, { deed: "test", noun: "meeting", nounId: meetingId });
  });

describe("a calendar asked for before Remix", () => {
  test("is what its route answers, to the letter", async () => {
    const address = `/calendars/${slug}.ics`;
    const [door, route] = [
      await site().request(address),
      await groupFeed(await knock({ ...ctx, now: new Date() }, address, { params: { group: slug } })),
    ];
    expect(await door.text()).toBe(await route.text());
    for (const name of ["etag", "cache-control", "last-modified", "content-type", "content-disposition"])
      expect([name, door.headers.get(name)]).toEqual([name, route.headers.get(name)]);
    expect(door.headers.get("x-request-id")).toBeTruthy();
    expect(door.headers.get("content-security-policy")).toBeTruthy();
  });

  test("is never stale: the request after a change has it", async () => {
    const front = site();
    const text = async () =>
      (await (await front.request(`/calendars/${slug}.ics`)).text()).replace(/\r\n /g, "");
    expect(await text()).toContain("A title that");
    for (const title of ["First", "Second", "Third"]) {
      await change({ title });
      expect(await text()).toContain(`SUMMARY:${title}`);
    }
    await change({ isPublic: false });
    expect(await text()).not.toContain("SUMMARY");
  });

  test("is one feed, whatever a query says besides: addresses cannot fill the memory", async () => {
    const front = site();
    const tagOf = async (query: string) =>
      (await front.request(`/calendars/${slug}.ics${query}`)).headers.get("etag");
    const tag = await tagOf("");
    // Past the record, so that only what is kept can still say the old
    await ctx.db.update(meetings).set({ title: "By hand" }).where(eq(meetings.id, meetingId));
    expect(await tagOf("?n=2")).toBe(tag);
    expect(await tagOf("?place=norwich&m=3")).toBe(tag);
  });

  test("is known by its filters alone, as its route takes them", () => {
    const keyAt = (query: string) =>
      keyOf(
        { name: "whatsOn", word: "whats-on" },
        new URL(`http://x.example/calendars/whats-on.ics?${query}`),
      );
    expect(keyAt("place=junk&n=1&place=norwich&topic=")).toBe(keyAt("place=norwich"));
    expect(keyAt("place=norwich&topic=food")).not.toBe(keyAt("place=norwich"));
    expect(keyAt("topic=norwich")).not.toBe(keyAt("place=norwich"));
  });

  test("is not sent to who has it, also by one of several weak tags", async () => {
    const front = site();
    const ask = (known: string) =>
      front.request(`/calendars/${slug}.ics`, { headers: { "If-None-Match": known } });
    const etag = (await front.request(`/calendars/${slug}.ics`)).headers.get("etag") ?? "";
    for (const known of [etag, `W/${etag}`, `"other", W/${etag}`, "*"]) {
      const answer = await ask(known);
      expect([answer.status, await answer.text()]).toEqual([304, ""]);
    }
    await change({ title: "Changed" });
    expect((await ask(etag)).status).toBe(200);
  });

  test("goes out compressed where that is taken, under a weak tag", async () => {
    const front = site();
    const plain = await (await front.request(`/calendars/${slug}.ics`)).text();
    for (let time = 0; time < 2; time += 1) {
      const packed = await front.request(`/calendars/${slug}.ics`, { headers: { "Accept-Encoding": "br" } });
      expect(packed.headers.get("content-encoding")).toBe("br");
      expect(packed.headers.get("etag")).toMatch(/^W\/"/);
      expect(brotliDecompressSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(plain);
    }
  });

  test("is left to the routes where there is none, and where the query cannot be read", async () => {
    for (const address of [
      "/calendars/nobody.ics",
      "/calendars/whats-on.ics?place=A%20B",
      "/meetings/12.ics",
    ])
      expect(await (await site().request(address)).text()).toBe("Remix");
  });

  test("a secret address stands in no line of the log", async () => {
    const secret = Buffer.from(randomUUID() + randomUUID())
      .toString("base64url")
      .slice(0, 43);
    await site().request(`/calendars/mine/${secret}.ics`);
    expect(lines.join("")).toContain("/calendars/mine/….ics");
    expect(lines.join("")).not.toContain(secret);
  });
});

test.each([
  ["/calendars/norwich.ics", { name: "group", word: "norwich" }],
  ["/calendars/whats-on.ics", { name: "whatsOn", word: "whats-on" }],
  ["/calendars/places/norwich.ics", { name: "place", word: "norwich" }],
  ["/calendars/organisations/long-table.ics", { name: "organisation", word: "long-table" }],
  ["/events/12.ics", { name: "event", word: "12" }],
  ["/calendars", null],
  ["/calendars/a/b.ics", null],
  ["/x/norwich.ics", null],
])("%s", (path, feed) => {
  expect(feedAt(path)).toEqual(feed);
});
