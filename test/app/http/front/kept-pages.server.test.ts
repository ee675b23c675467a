import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import pino from "pino";
import { describe, expect, test } from "vitest";
import { record } from "#app/domain/record.server.ts";
import { createFront } from "#app/http/front/front.server.ts";
import { keptPages } from "#app/http/front/kept-pages.server.ts";
import { connection } from "#test/setup/context.ts";

/** A site whose every rendering is numbered, and carries the nonce it was given. */
function site() {
  let rendered = 0;
  return createFront({
    db: connection().db,
    isMigrated: async () => true,
    log: pino({ level: "silent" }),
    render: async (request, { nonce }) => {
      rendered += 1;
      if (request.url.endsWith(".ics")) {
        const headers = { "Content-Type": "text/calendar; charset=utf-8", ETag: `"${rendered}"` };
        return new Response(`BEGIN:VCALENDAR ${rendered}`, { headers });
      }
      const status = new URL(request.url).pathname === "/missing" ? 404 : 200;
      const said = new URL(request.url).searchParams.get("q") ?? "";
      const html = `<p>${rendered}</p><i>${said}</i><script nonce="${nonce}"></script>`;
      return new Response(html, { status, headers: { "Content-Type": "text/html; charset=utf-8" } });
    },
    clientFolder: "public",
    publicUrl: "http://localhost:3000",
    bodyLimit: 1_000,
  });
}

const numberOf = async (answer: Response) => /<p>(\d+)<\/p>/.exec(await answer.text())?.[1];

async function change() {
  const { db } = connection();
  const ctx = { actor: { kind: "job", name: "test" } as const, db, now: new Date() };
  await db.transaction((inside) =>
    record({ ...ctx, db: inside }, { deed: "test", noun: "test", nounId: randomUUID() }),
  );
}

describe("a page kept for readers who are not signed in", () => {
  test("is rendered once, and again after any recorded change", async () => {
    const front = site();
    expect(await numberOf(await front.request("/a"))).toBe("1");
    expect(await numberOf(await front.request("/a"))).toBe("1");
    await change();
    expect(await numberOf(await front.request("/a"))).toBe("2");
  });

  test("makes room for others although the pages are small and only their addresses are long", async () => {
    const front = site();
    await front.request("/a");
    const junk = "x".repeat(100_000);
    for (let at = 0; at < 300; at += 1) await front.request(`/a?x=${junk}${at}`);
    expect(await numberOf(await front.request("/a"))).toBe("302");
  });

  test("has a nonce of its own each time, the one that the policy names", async () => {
    const front = site();
    const answers = [await front.request("/a"), await front.request("/a")];
    const nonces = await Promise.all(
      answers.map(async (answer) => /nonce="([^"]+)"/.exec(await answer.text())?.[1] ?? ""),
    );
    expect(new Set(nonces).size).toBe(2);
    for (const [at, nonce] of nonces.entries()) {
      expect(answers[at]?.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
    }
  });

  test("gives no nonce to what a reader typed, whatever it is", async () => {
    const front = site();
    const address = `/search?q=${encodeURIComponent("%nonce-of-this-answer%zz")}`;
    for (const number of ["1", "1"]) {
      const answer = await (await front.request(address)).text();
      expect(answer).toContain(`<p>${number}</p><i>%nonce-of-this-answer%zz</i>`);
    }
  });

  test("is not made of what holds the mark of a nonce already", async () => {
    let rendered = 0;
    const front = new Hono();
    front.use(keptPages(connection().db, "%mark%"));
    front.get("/:word", (c) => c.html(`${c.req.param("word")} ${++rendered}`));
    for (const expected of ["%mark% 1", "%mark% 2"])
      expect(await (await front.request("/%25mark%25")).text()).toBe(expected);
    for (const expected of ["plain 3", "plain 3"])
      expect(await (await front.request("/plain")).text()).toBe(expected);
  });

  test.each([
    ["another address", () => new Request("http://localhost/a?page=2")],
    [
      "somebody with a session",
      () => new Request("http://localhost/a", { headers: { cookie: "assembly_session=abc" } }),
    ],
  ])("is not given to %s", async (_name, request) => {
    const front = site();
    await front.request("/a");
    expect(await numberOf(await front.request(request()))).toBe("2");
  });

  test("may be a feed, which those who have it need not fetch again", async () => {
    const front = site();
    const fetched = await front.request("/a.ics");
    const etag = fetched.headers.get("etag") ?? "";
    const again = await front.request("/a.ics", { headers: { "if-none-match": `W/${etag}` } });
    expect([again.status, await again.text(), again.headers.get("content-type")]).toEqual([304, "", null]);
    expect(await (await front.request("/a.ics")).text()).toBe("BEGIN:VCALENDAR 1");
    await change();
    expect(await (await front.request("/a.ics")).text()).toBe("BEGIN:VCALENDAR 2");
  });

  test("is not made of an error or for a head request", async () => {
    const front = site();
    await front.request("/missing");
    expect(await numberOf(await front.request("/missing"))).toBe("2");
  });
});
