import diagnostics from "node:diagnostics_channel";
import dns, { type LookupAddress } from "node:dns";
import { createServer, type Server } from "node:http";
import { syncBuiltinESMExports } from "node:module";
import type { AddressInfo, Socket } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { fetchCalendar } from "#app/gateways/remote-calendar.server.ts";

/** A name that looks public; what it means is what its name server says, one answer after another. */
const name = "diary.example.org";
const here: LookupAddress = { address: "127.0.0.1", family: 4 };
const there: LookupAddress = { address: "8.8.8.8", family: 4 };
let answers: LookupAddress[][] = [];
let looks = 0;
let asked = 0;
let server: Server;
let port: number;

const { lookup } = dns;

beforeAll(async () => {
  server = createServer((_, response) => {
    asked += 1;
    response.end("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});

beforeEach(() => {
  looks = 0;
  asked = 0;
  const answer = (...given: unknown[]) => {
    const [host, options, done] = given as [string, { all?: boolean }, (...words: unknown[]) => void];
    if (host !== name) return (lookup as (...words: unknown[]) => void)(...given);
    const found = answers[Math.min(looks, answers.length - 1)] ?? [];
    looks += 1;
    setImmediate(() => (options.all ? done(null, found) : done(null, found[0]?.address, found[0]?.family)));
  };
  dns.lookup = answer as typeof dns.lookup;
  syncBuiltinESMExports();
});

afterEach(() => {
  dns.lookup = lookup;
  syncBuiltinESMExports();
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const failure = (promise: Promise<unknown>) => promise.catch((thrown) => thrown);
const forbidden = { kind: "forbidden", message: expect.stringContaining("private address") };

test("the name leads here where it is allowed to", async () => {
  answers = [[here]];
  const found = await fetchCalendar(`http://${name}:${port}/feed.ics`, { allow: [`${name}:${port}`] });
  expect([found.changed, asked, looks]).toEqual([true, 1, 1]);
});

test.each<[string, LookupAddress[]]>([
  ["a private address", [here]],
  ["a private address among public ones", [there, here]],
  ["a private address of IPv6", [{ address: "fd00::1", family: 6 }]],
  ["an IPv4 address inside one of IPv6", [{ address: "::ffff:127.0.0.1", family: 6 }]],
])("case 67: a public name that means %s is refused before connecting", async (_, answer) => {
  answers = [answer];
  expect(await failure(fetchCalendar(`http://${name}:${port}/feed.ics`))).toMatchObject(forbidden);
  expect(asked).toBe(0);
});

test("case 67: so is one that an allowed host sends on to", async () => {
  answers = [[here]];
  const gate = createServer((_, response) =>
    response.writeHead(302, { Location: `http://${name}:${port}/feed.ics` }).end(),
  );
  await new Promise<void>((resolve) => gate.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(gate.address() as AddressInfo).port}`;
  expect(await failure(fetchCalendar(`http://${host}/`, { allow: [host] }))).toMatchObject(forbidden);
  expect(asked).toBe(0);
  gate.close();
});

test("case 67: a name that changes its mind is looked up once: what was checked is what is asked", async () => {
  answers = [[there], [here]];
  const went: string[] = [];
  // Hung up between the look and the connection: this test asks nobody
  const watch = (message: unknown) => {
    const { socket } = message as { socket: Socket };
    socket.once("lookup", (_error, address) => {
      went.push(address);
      socket.destroy();
    });
  };
  diagnostics.subscribe("net.client.socket", watch);
  const outcome = await failure(fetchCalendar(`http://${name}:${port}/feed.ics`, { timeoutMs: 3_000 }));
  diagnostics.unsubscribe("net.client.socket", watch);
  expect(outcome).toMatchObject({ kind: "unreachable" });
  expect([went, looks, asked]).toEqual([["8.8.8.8"], 1, 0]);
});
