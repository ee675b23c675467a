import { afterEach, describe, expect, test } from "vitest";
import { type KnownText, sourceReader, Unreachable } from "#app/gateways/calendar-source.server.ts";
import {
  type DavReply,
  type DavRequest,
  etag,
  isCalendar,
  isCollection,
  multistatus,
  row,
  rowOf,
  startDavServer,
  text,
  token,
} from "#test/setup/dav-server.ts";

const home = "/dav/jo/diary/";
const at = (name: string) => `${home}${name}`;
let stop = () => {};
afterEach(() => stop());

/** A server that says this to a sync-collection REPORT, and of its resources otherwise what they are. */
async function serve(
  sync: (body: string) => DavReply | string,
  given: {
    resources?: Record<string, string>;
    over?: (request: DavRequest) => DavReply | string | undefined;
  } = {},
) {
  const { resources = { "a.ics": '"1"', "b.ics": '"1"' }, over = () => undefined } = given;
  const server = await startDavServer((request) => {
    const { depth, body } = request;
    const special = over(request);
    if (special !== undefined) return special;
    if (body.includes("sync-collection")) return sync(body);
    if (body.includes("calendar-multiget")) {
      const wanted = [...body.matchAll(/<d:href>([^<]*)<\/d:href>/g)].map(([, href = ""]) => href);
      return multistatus(
        ...wanted.map((href) => {
          const tag = resources[href.split("/").at(-1) ?? ""];
          return tag === undefined ? rowOf(href, 404) : row(href, etag(tag), text(`text of ${href}`));
        }),
      );
    }
    if (depth === "0") return multistatus(row(home, isCalendar, token("t1")));
    const members = Object.entries(resources).map(([name, tag]) => row(at(name), etag(tag)));
    return multistatus(row(home, isCalendar), ...members);
  });
  stop = server.stop;
  const source = {
    kind: "caldav",
    source: `${server.address}${home}`,
    account: "jo",
    password: "s3cret",
  } as const;
  const read = (known?: Partial<KnownText>) => sourceReader([server.host])(source, known);
  const questions = () =>
    server.asked.map(({ method, depth, body }) =>
      /multiget/.test(body) ? "texts" : /sync-coll/.test(body) ? "sync" : `${method} ${depth}`,
    );
  return { read, source, host: server.host, asked: server.asked, questions };
}

const known = (...names: string[]): Partial<KnownText> => ({
  syncToken: "t0",
  resources: new Map(names.map((name) => [at(name), '"1"'])),
});

const failure = async (asked: Promise<unknown>): Promise<Unreachable> => {
  const error = await asked.then(
    () => null,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(Unreachable);
  expect(error.message).not.toMatch(/s3cret|dav\/jo/);
  return error;
};

const never = () => ({ status: 500 });

test("a collection says how its people call it, where it is read whole", async () => {
  const { read } = await serve(never, {
    over: ({ depth }) =>
      depth === "0"
        ? multistatus(
            row(
              home,
              isCalendar,
              `<D:displayname>Our\n diary${" x".repeat(900)}</D:displayname>`,
              token("t1"),
            ),
          )
        : undefined,
  });
  const found = await read();
  expect(found).toMatchObject({ changed: true, name: expect.stringMatching(/^Our diary x x/) });
  expect(found.changed && found.name?.length).toBe(200);
});

describe("case 71: a difference", () => {
  test("404 rows are deletions, other rows are fetched", async () => {
    const { read, questions } = await serve(() =>
      multistatus(rowOf(at("b.ics"), 404), row(at("a.ics"), etag('"2"')), token("t2")),
    );
    const found = await read(known("a.ics", "b.ics"));
    expect(found).toMatchObject({ changed: true, isWhole: false, gone: [at("b.ics")], syncToken: "t2" });
    expect(found.changed && found.resources.map(({ href }) => href)).toEqual([at("a.ics")]);
    expect(questions()).toEqual(["sync", "texts"]);
  });

  test("what is said again although it is known costs nothing more", async () => {
    const { read, questions } = await serve(() => multistatus(row(at("a.ics"), etag('"1"')), token("t2")));
    expect(await read(known("a.ics"))).toEqual({ changed: false, syncToken: "t2" });
    expect(questions()).toEqual(["sync"]);
  });

  test("one in several pages is read to its end", async () => {
    const { read } = await serve((body) =>
      body.includes(">t0<")
        ? multistatus(row(at("a.ics"), etag('"2"')), rowOf(home, 507), token("t1"))
        : multistatus(rowOf(at("b.ics"), 404), token("t2")),
    );
    const found = await read(known("a.ics", "b.ics"));
    expect(found).toMatchObject({ changed: true, gone: [at("b.ics")], syncToken: "t2" });
  });

  test("one that goes in circles is left for a full listing", async () => {
    const { read, questions } = await serve(() => multistatus(rowOf(home, 507), token("t0")));
    expect(await read(known("a.ics", "b.ics"))).toEqual({ changed: false, syncToken: "t1" });
    expect(questions()).toEqual(["sync", "PROPFIND 0", "PROPFIND 1"]);
  });

  test.each([400, 403, 404, 405, 409, 410, 412, 415, 418, 500, 501, 507])(
    "%i for a token ends in a full listing of ETags",
    async (status) => {
      const { read, questions } = await serve(() => ({ status, body: "<no/>" }), {
        resources: { "a.ics": '"2"', "c.ics": '"1"' },
      });
      const found = await read(known("a.ics", "b.ics"));
      expect(found).toMatchObject({ changed: true, isWhole: false, gone: [at("b.ics")], syncToken: "t1" });
      expect(found.changed && found.resources.map(({ href }) => href)).toEqual([at("a.ics"), at("c.ics")]);
      expect(questions()).toEqual(["sync", "PROPFIND 0", "PROPFIND 1", "texts"]);
    },
  );

  test.each([
    [401, "refused"],
    [429, "busy"],
    [503, "busy"],
  ] as const)("%i is no reason to ask for more", async (status, kind) => {
    const { read, questions } = await serve(() => ({ status, headers: { "Retry-After": "60" } }));
    expect(await failure(read(known("a.ics")))).toMatchObject({ kind });
    expect(questions()).toEqual(["sync"]);
  });

  test("what went between two questions is gone, not half there", async () => {
    const { read } = await serve(() => multistatus(row(at("b.ics"), etag('"2"')), token("t2")), {
      resources: {},
    });
    expect(await read(known("b.ics"))).toMatchObject({ changed: true, resources: [], gone: [at("b.ics")] });
    expect(await read(known("a.ics"))).toMatchObject({ changed: false });
  });
});

describe("a whole reading", () => {
  test("asks for texts in batches", async () => {
    const resources = Object.fromEntries(Array.from({ length: 220 }, (_, index) => [`${index}.ics`, '"1"']));
    const { read, questions } = await serve(never, { resources });
    const found = await read();
    expect(found).toMatchObject({ changed: true, isWhole: true, syncToken: "t1" });
    expect(found.changed && found.resources).toHaveLength(220);
    expect(questions()).toEqual(["PROPFIND 0", "PROPFIND 1", "texts", "texts", "texts"]);
  });

  test("leaves folders and other files, and paths of elsewhere", async () => {
    const { read } = await serve(never, {
      over: ({ depth, method }) =>
        method === "PROPFIND" && depth === "1"
          ? multistatus(
              row(home, isCalendar),
              row(at("folder/"), isCollection),
              row(at("notes.txt"), "<D:getcontenttype>text/plain</D:getcontenttype>", etag('"1"')),
              row("/dav/mallory/diary/a.ics", etag('"1"')),
              row(at("deep/a.ics"), etag('"1"')),
              row(`https://evil.example${at("a.ics")}`, etag('"1"')),
            )
          : undefined,
    });
    const found = await read();
    expect(found.changed && found.resources.map(({ href }) => href)).toEqual([at("a.ics")]);
  });

  test("knows a path in another spelling", async () => {
    const { read } = await serve(never, {
      over: ({ depth, method, body }) => {
        if (method === "PROPFIND" && depth === "1")
          return multistatus(row(home, isCalendar), row(at("a%40b.ics"), etag('"1"')));
        if (body.includes("multiget")) return multistatus(row(at("a@b.ics"), etag('"1"'), text("one")));
        return undefined;
      },
    });
    expect(await read({ resources: new Map([[at("a@b.ics"), '"1"']]) })).toMatchObject({ changed: false });
    const found = await read({ resources: new Map([[at("a@b.ics"), '"0"']]) });
    expect(found).toMatchObject({ resources: [{ href: at("a@b.ics") }], gone: [] });
  });

  test("of a server that sees itself at another path works all the same", async () => {
    const inside = (path: string) => path.replace("/dav/", "/");
    const { read } = await serve(never, {
      over: ({ depth, method }) => {
        if (method !== "PROPFIND") return undefined;
        if (depth === "0") return multistatus(row(inside(home), isCalendar));
        return multistatus(row(inside(home), isCalendar), row(inside(at("a.ics")), etag('"1"')));
      },
    });
    const found = await read();
    expect(found).toMatchObject({ resources: [{ href: inside(at("a.ics")) }], syncToken: null });
  });

  test.each([
    [
      "a listing that is cut off",
      ({ depth, method }: DavRequest) => method === "PROPFIND" && depth === "1",
      () => multistatus(row(home, isCalendar), rowOf(home, 507)),
    ],
    [
      "texts of which some are missing",
      ({ body }: DavRequest) => body.includes("multiget"),
      () => multistatus(row(at("a.ics"), text("one"))),
    ],
    [
      "a text that is withheld",
      ({ body }: DavRequest) => body.includes("multiget"),
      () => multistatus(row(at("a.ics"), text("one")), rowOf(at("b.ics"), 403)),
    ],
  ])("case 63: %s changes nothing", async (_, applies, answer) => {
    const { read } = await serve(never, { over: (request) => (applies(request) ? answer() : undefined) });
    expect((await failure(read())).message).toContain("gave only a part of the calendar");
  });

  test("case 67: one without end is cut off", async () => {
    const { read } = await serve(never, {
      over: ({ body }) =>
        body.includes("multiget") ? multistatus(row(at("a.ics"), text("x".repeat(10_000_001)))) : undefined,
    });
    expect(await failure(read())).toMatchObject({ kind: "forbidden" });
  });
});

describe("answers that are not to be believed", () => {
  test.each([
    ["an entity that grows", '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a>&y;</a>'],
    ["a file of ours", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ["a web page", "<!DOCTYPE html><html><body>Sign in</body></html>"],
    ["broken XML", "<D:multistatus xmlns:D='DAV:'>"],
    ["nothing", ""],
  ])("%s", async (_, body) => {
    const { read } = await serve(never, { over: () => ({ status: 207, body }) });
    expect((await failure(read())).message).toContain("is not one of a calendar server");
  });

  test("a server that only speaks Digest", async () => {
    const headers = { "WWW-Authenticate": 'Digest realm="Baikal", nonce="1"' };
    const { read } = await serve(never, { over: () => ({ status: 401, headers }) });
    const error = await failure(read());
    expect(error).toMatchObject({
      kind: "refused",
      message: expect.stringContaining("in a way that we do not have (Digest)"),
    });
  });

  test("case 72: the password does not follow a redirect to another origin", async () => {
    const other = await startDavServer(() => ({ status: 401 }));
    const { host, source, asked } = await serve(never, {
      over: () => ({ status: 302, headers: { Location: `${other.address}/x/` } }),
    });
    await failure(sourceReader([host, other.host])(source));
    other.stop();
    expect(asked.map(({ headers }) => headers.authorization)).toEqual([expect.stringContaining("Basic")]);
    expect(other.asked.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });
});
