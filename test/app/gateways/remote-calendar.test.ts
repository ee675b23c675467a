import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, createGzip, gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { redirectedTo } from "#app/gateways/calendars/address.ts";
import { authorizationFor, loginIn } from "#app/gateways/calendars/login.ts";
import { isPublicAddress, lookupPublic } from "#app/gateways/public-address.server.ts";
import { fetchCalendar } from "#app/gateways/remote-calendar.server.ts";
import { Unreachable } from "#app/gateways/unreachable.ts";

const body = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server of this machine; the host to allow, and an address on it. */
async function serve(answer: RequestListener): Promise<{ host: string; address: string }> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, address: `http://${host}/feed.ics?token=s3cret` };
}

/** Why it failed. No message may hold what stands in an address or its headers. */
const failure = async (promise: Promise<unknown>): Promise<Unreachable> => {
  const error = await promise.then(
    () => null,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(Unreachable);
  expect(error.message).not.toMatch(/s3cret|feed\.ics/);
  return error;
};

const reason = async (promise: Promise<unknown>) => (await failure(promise)).message;

describe("an address that answers", () => {
  test.each([
    ["plain", body, {}],
    ["gzip", gzipSync(body), { "Content-Encoding": "gzip" }],
    ["Brotli", brotliCompressSync(body), { "Content-Encoding": "br" }],
  ])("is read, %s, with its validators", async (_, content, headers) => {
    const { host, address } = await serve((_request, response) =>
      response
        .writeHead(200, { ...headers, ETag: '"1"', "Last-Modified": "Thu, 05 Nov 2026 10:00:00 GMT" })
        .end(content),
    );
    const found = await fetchCalendar(address, { allow: [host] });
    expect(found).toMatchObject({
      changed: true,
      etag: '"1"',
      lastModified: "Thu, 05 Nov 2026 10:00:00 GMT",
    });
    expect(found.changed && new TextDecoder().decode(found.body)).toBe(body);
  });

  test("case 62: is asked with what it said before, and 304 means unchanged", async () => {
    const { host, address } = await serve((request, response) =>
      response.writeHead(request.headers["if-none-match"] === '"1"' ? 304 : 200).end(),
    );
    expect(await fetchCalendar(address, { allow: [host], etag: '"1"' })).toEqual({ changed: false });
  });

  test("is followed to where it moved", async () => {
    const { host, address } = await serve((request, response) =>
      request.url === "/new" ? response.end(body) : response.writeHead(302, { Location: "/new" }).end(),
    );
    expect(await fetchCalendar(address, { allow: [host] })).toMatchObject({ changed: true });
  });

  test("case 68: webcal is asked over https", async () => {
    const { host } = await serve((_request, response) => response.end(body));
    const message = await reason(fetchCalendar(`webcal://${host}/feed.ics?s3cret`, { allow: [host] }));
    expect(message).toContain("does not speak https");
  });
});

describe("case 67: what is refused", () => {
  test.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://017700000001/",
    "http://127.1./",
    "http://[::ffff:7f00:1]/",
    "http://[64:ff9b::a00:1]/",
    "http://localhost./",
    "http://[::1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://169.254.169.254/latest/meta-data",
    "http://10.1.2.3/",
    "http://100.64.0.1/",
    "http://0.0.0.0/",
    "http://localhost/",
    "https://diary.example@127.0.0.1/",
    "https://diary.example:80@[::1]/",
    "http://127.0.0.1#@diary.example/",
    "http:\\\\127.0.0.1\\@diary.example/",
    "http://①②⑦.⓪.⓪.①/",
    "http://[0:0:0:0:0:ffff:a9fe:a9fe]:8080/",
    "webcal://10.0.0.1/",
  ])("%s is private", async (address) => {
    expect(await reason(fetchCalendar(address))).toContain("is a private address");
  });

  test("a redirect to a private address, before connecting to it", async () => {
    let asked = 0;
    const inside = await serve((_request, response) => {
      asked += 1;
      response.end(body);
    });
    const outside = await serve((_request, response) =>
      response.writeHead(302, { Location: inside.address }).end(),
    );
    const message = await reason(fetchCalendar(outside.address, { allow: [outside.host] }));
    expect(message).toContain("is a private address");
    expect(asked).toBe(0);
  });

  test("more than five redirects", async () => {
    let asked = 0;
    const { host, address } = await serve((_request, response) => {
      asked += 1;
      response.writeHead(302, { Location: `/${asked}` }).end();
    });
    expect(await reason(fetchCalendar(address, { allow: [host] }))).toContain("more than 5 times");
    expect(asked).toBe(6);
  });

  test.each([
    ["of 300 letters", `https://${"a".repeat(60)}.${"b".repeat(240)}.example/s3cret`],
    ["of 3,000 letters", `webcal://${"a.".repeat(1_500)}example/s3cret`],
    ["with a part of 64", `https://${"a".repeat(64)}.example/s3cret`],
    ["with an empty part", "https://diary..example/s3cret"],
  ])("a name that DNS cannot know, %s, is not repeated", async (_, address) => {
    const { message, trouble } = await failure(fetchCalendar(address));
    expect([message, trouble]).toEqual([
      "There can be no website of the name that stands in this address.",
      "no-name",
    ]);
  });

  test("a port that belongs to another trade", async () => {
    expect(await failure(fetchCalendar("http://8.8.8.8:25/s3cret"))).toMatchObject({
      kind: "forbidden",
      message: "Port 25 of 8.8.8.8 is not one that websites use.",
    });
  });

  test("an answer that is packed several times over", async () => {
    const { host, address } = await serve((_request, response) =>
      response.writeHead(200, { "Content-Encoding": "gzip, br" }).end(brotliCompressSync(gzipSync(body))),
    );
    expect(await reason(fetchCalendar(address, { allow: [host] }))).toContain("packed several times over");
  });

  test("headers without end", async () => {
    const { host, address } = await serve((_request, response) =>
      response.writeHead(200, { "X-Long": "x".repeat(40_000) }).end(body),
    );
    expect(await failure(fetchCalendar(address, { allow: [host] }))).toMatchObject({ kind: "forbidden" });
  });

  test("a body that is packed into nothing, without end", async () => {
    const { host, address } = await serve((_request, response) => {
      const bomb = createGzip();
      response.writeHead(200, { "Content-Encoding": "gzip" });
      bomb.pipe(response);
      const zeros = Buffer.alloc(1_000_000);
      const pour = () => {
        while (!response.destroyed && bomb.write(zeros));
        if (!response.destroyed) bomb.once("drain", pour);
      };
      pour();
    });
    const error = await failure(fetchCalendar(address, { allow: [host] }));
    expect(error).toMatchObject({
      kind: "forbidden",
      message: expect.stringContaining("larger than 5 MB"),
    });
  });

  test("a redirect to something that is not the web", async () => {
    const { host, address } = await serve((_request, response) =>
      response.writeHead(302, { Location: "file:///etc/passwd" }).end(),
    );
    expect(await reason(fetchCalendar(address, { allow: [host] }))).toContain("must begin with https://");
  });

  test.each([
    ["a large body", (size: number) => Buffer.alloc(size), {}],
    [
      "a small body that unpacks to a large one",
      (size: number) => gzipSync(Buffer.alloc(size)),
      { "Content-Encoding": "gzip" },
    ],
  ])("%s", async (_, make, headers) => {
    const { host, address } = await serve((_request, response) =>
      response.writeHead(200, headers).end(make(200_000)),
    );
    const message = await reason(fetchCalendar(address, { allow: [host], mostBytes: 100_000 }));
    expect(message).toContain("larger than 0.1 MB");
  });
});

describe("case 72: a password in the address", () => {
  const withPassword = (address: string) => address.replace("http://", "http://jo:s3cret-word@");

  test("is shown to its own host, and to no other", async () => {
    const seen: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.end(body);
    });
    const first = await serve((request, response) => {
      seen.push(request.headers.authorization);
      const Location = request.url === "/again" ? other.address : "/again";
      response.writeHead(302, { Location }).end();
    });
    await fetchCalendar(withPassword(first.address), { allow: [first.host, other.host] });
    const shown = `Basic ${Buffer.from("jo:s3cret-word").toString("base64")}`;
    expect(seen).toEqual([shown, shown, undefined]);
  });

  test("is not taken along from https to http, nor to another port or name", () => {
    const login = loginIn(new URL("https://jo:s3cret@diary.example/feed.ics"));
    for (const other of [
      "http://diary.example/",
      "https://diary.example:8443/",
      "https://diary.example.org/",
    ])
      expect(authorizationFor(new URL(other), login, true), other).toEqual({});
    expect(() =>
      redirectedTo("http://jo:s3cret@diary.example/", new URL("https://diary.example/"), []),
    ).toThrow("from https to http");
  });

  test("does not travel in clear", async () => {
    const error = await failure(fetchCalendar("http://jo:s3cret@8.8.8.8/feed.ics"));
    expect(error).toMatchObject({ kind: "forbidden", message: expect.stringContaining("in clear") });
  });

  test.each([401, 404, 500])("is in no message about a %i", async (status) => {
    const { host, address } = await serve((_request, response) => response.writeHead(status).end(body));
    const error = await failure(fetchCalendar(withPassword(address), { allow: [host] }));
    expect(error.message).not.toContain("jo:");
  });
});

describe("an address that does not answer well", () => {
  test.each([
    [404, "has no calendar at this address (404)"],
    [401, "wants somebody to sign in before this calendar may be read (401)"],
    [403, "does not let us read this calendar (403)"],
    [503, "is out of order (503)"],
  ])("case 64: %i", async (status, words) => {
    const { host, address } = await serve((_request, response) => response.writeHead(status).end(body));
    expect(await reason(fetchCalendar(address, { allow: [host] }))).toContain(words);
  });

  test("case 64: one that asks for patience says for how long", async () => {
    const { host, address } = await serve((_request, response) =>
      response.writeHead(503, { "Retry-After": "90" }).end(),
    );
    expect(await failure(fetchCalendar(address, { allow: [host] }))).toMatchObject({
      kind: "busy",
      retryAfterMs: 90_000,
    });
  });

  test("case 64: one that sends us to sign in is not followed there", async () => {
    let asked = 0;
    const { host, address } = await serve((request, response) => {
      asked += 1;
      response.writeHead(302, { Location: `/index.php/login?redirect_url=${request.url}` }).end();
    });
    expect(await failure(fetchCalendar(address, { allow: [host] }))).toMatchObject({ kind: "refused" });
    expect(asked).toBe(1);
  });

  test("case 64: one that does not speak https", async () => {
    const { host, address } = await serve((_request, response) => response.end(body));
    const message = await reason(fetchCalendar(address.replace("http:", "https:"), { allow: [host] }));
    expect(message).toBe("127.0.0.1 does not speak https at this address.");
  });

  test.each([
    ["never answers", () => {}],
    [
      "stops in the middle",
      (_request: unknown, response: { write: (text: string) => unknown }) => response.write(body),
    ],
  ] satisfies [string, RequestListener][])("one that %s is given up", async (_, answer) => {
    const { host, address } = await serve(answer);
    const message = await reason(fetchCalendar(address, { allow: [host], timeoutMs: 200 }));
    expect(message).toContain("did not answer within 0.2 seconds");
  });

  test("one that breaks off, lies about its packing, or is not there", async () => {
    const cut = await serve((_request, response) => {
      response.writeHead(200, { "Content-Length": 1000 }).write(body);
      setTimeout(() => response.destroy(), 20);
    });
    expect(await reason(fetchCalendar(cut.address, { allow: [cut.host] }))).toContain("broke off before");
    const lying = await serve((_request, response) =>
      response.writeHead(200, { "Content-Encoding": "gzip" }).end("not gzip at all"),
    );
    expect(await reason(fetchCalendar(lying.address, { allow: [lying.host] }))).toContain("damaged");
    expect(await reason(fetchCalendar("http://127.0.0.1:9/s3cret", { allow: ["127.0.0.1:9"] }))).toContain(
      "cannot be reached: no website answers there",
    );
    expect(await reason(fetchCalendar("ftp://example.org/s3cret"))).toContain("must begin with");
  });
});

describe("public addresses", () => {
  test.each(["8.8.8.8", "172.32.0.1", "100.128.0.1", "2a00:1450:4009:81f::200e"])("%s", (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  test.each([
    "172.16.0.1",
    "192.168.1.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "fe80::1",
    "fc00::1",
    "2001:db8::1",
    "64:ff9b::a00:1",
    "2002:a00:1::",
    "::ffff:8.8.8.8",
    "not an address",
  ])("not %s", (address) => expect(isPublicAddress(address)).toBe(false));

  test("a name that leads to a private address is not looked up further", async () => {
    const error = await new Promise((resolve) => lookupPublic("localhost", { all: true }, resolve));
    expect(error).toMatchObject({ name: "PrivateAddress" });
  });
});
