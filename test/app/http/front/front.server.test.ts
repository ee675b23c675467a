import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createFront, type FrontOptions } from "#app/http/front/front.server.ts";
import { errorForLog } from "#app/http/front/request-log.server.ts";
import { type Connection, connect } from "#db/client.server.ts";
import { isMigrated } from "#db/migrate.server.ts";
import { connection } from "#test/setup/context.ts";

let folder: string;
let lost: Connection;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "assembly-front-"));
  mkdirSync(path.join(folder, "assets"));
  writeFileSync(path.join(folder, "assets/main-abc.js"), "plain();");
  writeFileSync(path.join(folder, "assets/main-abc.js.br"), "as if compressed");
  writeFileSync(path.join(folder, "robots.txt"), "User-agent: *");
  lost = connect("postgres://nobody@localhost/none?host=/nowhere", { pool: 1 });
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await lost.end();
});

const without: Partial<FrontOptions> = { isMigrated: () => isMigrated(lost.sql) };

function site(options: Partial<FrontOptions> = {}) {
  return createFront({
    db: connection().db,
    isMigrated: () => isMigrated(connection().sql),
    log: pino({ level: "silent" }),
    render: async (_request, { nonce, requestId }) => Response.json({ nonce, requestId }),
    clientFolder: folder,
    publicUrl: "http://localhost:3000",
    bodyLimit: 1_000,
    ...options,
  });
}

describe("every answer", () => {
  test.each(["/", "/healthz", "/assets/none.js", "/%E0%A4%A"])(
    "of %s carries its id and the policy",
    async (path) => {
      const answer = await site().request(path);
      expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
      expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(answer.headers.get("referrer-policy")).toBe("same-origin");
    },
  );

  test("keeps the id that a proxy gave, unless it could harm a log", async () => {
    const ask = async (id: string) =>
      (await site().request("/", { headers: { "X-Request-Id": id } })).headers.get("x-request-id");
    expect(await ask("proxy-42")).toBe("proxy-42");
    expect(await ask('"}{"evil')).not.toContain("evil");
    expect(await ask("x".repeat(129))).toHaveLength(36);
  });

  test("has a nonce of its own, the one that the page was given", async () => {
    const front = site();
    const [first, second] = await Promise.all([front.request("/"), front.request("/")]);
    const { nonce } = (await first.json()) as { nonce: string };
    expect(first.headers.get("content-security-policy")).toContain(`script-src 'self' 'nonce-${nonce}'`);
    expect(second.headers.get("content-security-policy")).not.toContain(nonce);
  });

  test("insists on https only where the public address has it", async () => {
    const plain = await site().request("/");
    const secure = await site({ publicUrl: "https://assembly.example.org" }).request("/");
    expect(plain.headers.get("strict-transport-security")).toBeNull();
    expect(plain.headers.get("content-security-policy")).not.toContain("upgrade-insecure-requests");
    expect(secure.headers.get("strict-transport-security")).toContain("max-age=");
    expect(secure.headers.get("content-security-policy")).toContain("upgrade-insecure-requests");
  });
});

describe("refusals in plain English", () => {
  const post = (headers: Record<string, string>, body = "a=1") =>
    site().request("http://localhost:3000/probe", {
      method: "POST",
      body,
      headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
    });

  test.each(["/%E0%A4%A", "/search?q=%00", "/a%00b"])("an address that cannot be read: %s", async (path) => {
    const answer = await site().request(path);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("<h1>We cannot read that address</h1>");
  });

  test("a form from another site", async () => {
    expect((await post({ Origin: "https://evil.example" })).status).toBe(403);
    expect((await post({ Origin: "http://localhost:3000" })).status).toBe(200);
  });

  test("too much at once", async () => {
    const answer = await post({ "Content-Length": "1001" }, "x".repeat(1_001));
    expect(answer.status).toBe(413);
    expect(answer.headers.get("connection")).toBe("close");
    expect(await answer.text()).toContain("The most we take is 1 kB. Nothing has been saved.");
  });

  test("a machine is refused in JSON", async () => {
    const answer = await site().request("/api/search?q=%00");
    expect(await answer.json()).toMatchObject({ error: { status: 400 } });
  });

  test.each([
    ["POST", "/api/meetings"],
    ["PUT", "/api/meetings/1"],
    ["DELETE", "/API/nothing"],
  ])("a machine that would write: %s %s", async (method, path) => {
    const origin = "https://elsewhere.example";
    const answer = await site().request(path, { method, headers: { origin }, body: "{}" });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    const message = "This address can only be read. Ask it with GET. Nothing has been changed.";
    expect(await answer.json()).toEqual({ error: { status: 405, message } });
  });

  test("what only begins like a machine's address is a page", async () => {
    expect((await site().request("/apiary", { method: "POST", body: "a=1" })).status).toBe(200);
  });

  test("an error that nobody expected, without its words", async () => {
    const broken = site({ render: () => Promise.reject(new Error("secret of the house")) });
    const answer = await broken.request("/");
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("secret");
  });

  test("a failed door without a page of its own", async () => {
    const bare = new Response("Unexpected Server Error", {
      status: 500,
      headers: { "Content-Type": "text/plain" },
    });
    const answer = await site({ render: async () => bare }).request("/meetings/1.ics");
    expect(await answer.text()).toContain("Sorry, something went wrong");
  });
});

describe("files", () => {
  test("built ones are kept for ever and sent compressed when that exists", async () => {
    const answer = await site().request("/assets/main-abc.js", {
      headers: { "Accept-Encoding": "gzip, br" },
    });
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect(await answer.text()).toBe("as if compressed");
  });

  test("one that is not there is missing, without asking Remix", async () => {
    const answer = await site().request("/assets/main-old.js");
    expect(answer.status).toBe(404);
    expect(answer.headers.get("cache-control")).toBeNull();
  });

  test("public ones are kept for an hour", async () => {
    const answer = await site().request("/robots.txt");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=3600");
  });
});

describe("health", () => {
  test("the process answers, whatever the database does", async () => {
    expect(await (await site(without).request("/healthz")).json()).toEqual({ status: "ok" });
  });

  test("ready once the database answers and is migrated", async () => {
    const answer = await site().request("/readyz");
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: "ready" });
  });

  test("not ready without the database", async () => {
    const answer = await site(without).request("/readyz");
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ status: "unavailable", message: "The database does not answer." });
  });
});

describe("the log", () => {
  test("leaves out the values of a failed query and what Postgres repeats of them", async () => {
    const failure = await connection().sql`select ${"hunter2"}::int`.catch((error: Error) => error);
    const wrapped = Object.assign(new Error("Failed query: select\nparams: hunter2", { cause: failure }), {
      query: "select $1::int",
      params: ["hunter2"],
    });
    const logged = errorForLog(wrapped);
    expect(logged).toMatchObject({ code: "22P02", query: "select $1::int" });
    expect(logged.message).toBe("invalid input syntax for type integer");
    expect(JSON.stringify(logged)).not.toContain("hunter2");
  });
});
