import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { bodySize, isOwnWrite } from "#app/http/front/refusals.server.ts";

describe("whose form a write comes from", () => {
  const own = "https://assembly.example.org";

  test.each([
    ["our own page", { origin: own }, true],
    ["our own page, behind a proxy with an inner name", { origin: own, host: "inner:3000" }, true],
    [
      "a local name the page was opened by",
      { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" },
      true,
    ],
    ["a program, which says nothing", {}, true],
    ["an old browser that says same-origin", { site: "same-origin" }, true],
    ["an address typed by hand", { site: "none" }, true],
    ["another site", { origin: "https://evil.example", host: "assembly.example.org" }, false],
    ["our name over another protocol's port", { origin: "https://assembly.example.org:8443" }, false],
    [
      "a page without an origin, such as a sandboxed frame",
      { origin: "null", host: "assembly.example.org" },
      false,
    ],
    ["another site without an Origin header", { site: "cross-site" }, false],
    ["a neighbour under the same domain", { site: "same-site" }, false],
    ["nonsense", { origin: "::::", host: "::::" }, false],
  ])("%s", (_who, said, allowed) => {
    expect(isOwnWrite({ own, ...said })).toBe(allowed);
  });
});

describe("how much may be sent", () => {
  const app = new Hono();
  app.use(bodySize(1_000, { "/files": 5_000 }));
  app.post("*", async (c) => c.text(String((await c.req.text()).length)));
  const send = async (path: string, size: number) =>
    (await app.request(path, { method: "POST", body: "x".repeat(size) })).status;

  test("a door may take more than the others", async () => {
    expect(await send("/files", 4_000)).toBe(200);
    expect(await send("/files", 6_000)).toBe(413);
    expect(await send("/form", 4_000)).toBe(413);
    expect(await send("/files/other", 4_000)).toBe(413);
  });
});
