import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { compression, preferredEncoding } from "#app/http/front/compression.server.ts";

describe("the encoding chosen", () => {
  test.each([
    [undefined, undefined],
    ["", undefined],
    ["identity", undefined],
    ["gzip", "gzip"],
    ["gzip, deflate, br", "br"],
    ["GZIP;q=0.8, BR;q=0.2", "br"],
    ["br;q=0, gzip", "gzip"],
    ["br; q=0.0, *", "gzip"],
    ["*", "gzip"],
  ])("for %j is %s", (accepted, expected) => {
    expect(preferredEncoding(accepted)).toBe(expected);
  });
});

describe("compression", () => {
  const long = "Somewhere to go. ".repeat(200);
  const site = new Hono();
  site.use(compression);
  site.get("/long", (c) => c.text(long));
  site.get("/short", (c) => c.text("short"));
  site.get("/image", (c) => c.body(long, 200, { "Content-Type": "image/png" }));
  site.get("/done", (c) => c.body(long, 200, { "Content-Type": "text/html", "Content-Encoding": "br" }));
  site.get("/calendar", (c) => c.body(long, 200, { "Content-Type": "text/calendar; charset=utf-8" }));
  site.get("/away", (c) => c.redirect("/long"));

  const ask = (path: string, accepted: string) =>
    site.request(path, { headers: { "Accept-Encoding": accepted } });

  test("keeps what it compresses, whole", async () => {
    const brotli = await ask("/long", "br");
    const gzip = await ask("/calendar", "gzip");
    expect(brotliDecompressSync(await brotli.arrayBuffer()).toString()).toBe(long);
    expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(long);
    expect([brotli, gzip].map((it) => it.headers.get("content-encoding"))).toEqual(["br", "gzip"]);
  });

  test("says that the answer depends on the encoding, whichever is sent", async () => {
    for (const accepted of ["br", "identity"]) {
      expect((await ask("/long", accepted)).headers.get("vary")).toContain("Accept-Encoding");
    }
  });

  test.each(["/short", "/image", "/away"])("leaves %s alone", async (path) => {
    expect((await ask(path, "br")).headers.get("content-encoding")).toBeNull();
  });

  test("does not compress twice", async () => {
    const answer = await ask("/done", "gzip");
    expect(answer.headers.get("content-encoding")).toBe("br");
    expect(await answer.text()).toBe(long);
  });

  test("a length, once stated, is the length sent", async () => {
    for (const path of ["/long", "/short"]) {
      const answer = await ask(path, "br");
      expect(Number(answer.headers.get("content-length"))).toBe((await answer.arrayBuffer()).byteLength);
    }
  });
});
