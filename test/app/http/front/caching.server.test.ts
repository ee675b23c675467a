import pino from "pino";
import { expect, test } from "vitest";
import { createFront } from "#app/http/front/front.server.ts";
import { connection } from "#test/setup/context.ts";

const html = "text/html; charset=utf-8";

/** A site that answers everything with these headers, and counts its renderings. */
function site(headers: Record<string, string>) {
  let rendered = 0;
  const front = createFront({
    db: connection().db,
    isMigrated: async () => true,
    log: pino({ level: "silent" }),
    render: async () => new Response(`<p>${++rendered}</p>`, { headers }),
    clientFolder: "public",
    publicUrl: "http://localhost:3000",
    bodyLimit: 1_000,
  });
  const ask = async (path: string, cookie?: string) => {
    const { headers: told } = await front.request(path, { headers: cookie ? { cookie } : {} });
    return { rule: told.get("cache-control"), vary: told.get("vary") };
  };
  return { ask, renderings: () => rendered };
}

test("a page for a person is kept nowhere", async () => {
  const { ask } = site({ "Content-Type": html });
  expect((await ask("/a", "assembly_session=abc")).rule).toBe("private, no-store");
});

test.each([
  ["with a cookie of ours that is no session", "/organisations", "assembly_registration=abc"],
  ["behind a secret link", "/confirm/abc", undefined],
  ["behind a secret link in capitals", "/Confirm/abc", undefined],
  ["of a registration", "/register/abc", undefined],
  ["of mails", "/dev/outbox", undefined],
])("so is a page %s", async (_name, path, cookie) => {
  const { ask, renderings } = site({ "Content-Type": html });
  expect([(await ask(path, cookie)).rule, (await ask(path, cookie)).rule]).toEqual(
    Array(2).fill("private, no-store"),
  );
  expect(renderings()).toBe(2);
});

test("a page beside such doors is for everybody", async () => {
  const { ask } = site({ "Content-Type": html });
  expect((await ask("/register")).rule).toBe("no-cache");
  expect((await ask("/sign-in")).rule).toBe("no-cache");
  expect((await ask("/teams-of-volunteers")).rule).toBe("no-cache");
});

test("any other page is asked for again before it is shown, and our own front still keeps it", async () => {
  const { ask, renderings } = site({ "Content-Type": html });
  const answers = [await ask("/a"), await ask("/a"), await ask("/a", "theme=dark")];
  for (const { rule, vary } of answers) {
    expect(rule).toBe("no-cache");
    expect(vary).toContain("Cookie");
  }
  expect(renderings()).toBe(1);
});

test("an answer that sets a cookie is for one reader", async () => {
  const { ask } = site({ "Content-Type": html, "Set-Cookie": "assembly_session=abc" });
  expect((await ask("/a")).rule).toBe("private, no-store");
});

test("a refusal is kept nowhere", async () => {
  const { ask } = site({ "Content-Type": html });
  expect((await ask("/%E0%A4%A")).rule).toBe("no-store");
});

test.each([
  [{ "Content-Type": "text/calendar", "Cache-Control": "public, max-age=900" }, "public, max-age=900"],
  [{ "Content-Type": "application/json" }, null],
])("%j keeps its own rule", async (headers, expected) => {
  const { ask } = site(headers as Record<string, string>);
  const { rule, vary } = await ask("/a", "assembly_session=abc");
  expect(rule).toBe(expected);
  expect(vary ?? "").not.toContain("Cookie");
});
