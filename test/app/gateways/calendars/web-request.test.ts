import { createServer, type Server, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sourceReader } from "#app/gateways/calendar-source.server.ts";
import { fetchCalendar } from "#app/gateways/remote-calendar.server.ts";
import { Unreachable } from "#app/gateways/unreachable.ts";

/* Servers that break the rules of HTTP itself: whatever comes, it ends soon, and in Unreachable or a text. */

let server: Server;
let say: (socket: Socket) => void = () => {};
let host = "";
const sockets = new Set<Socket>();

beforeAll(async () => {
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    socket.once("data", () => say(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = `127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

const ok = "HTTP/1.1 200 OK\r\n";
const packed = gzipSync("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".repeat(200));

const answers: [string, (string | Buffer)[], ("end" | "destroy" | "stay")?][] = [
  ["nothing", [""]],
  ["nothing, and a slammed door", [""], "destroy"],
  ["another language", ["SSH-2.0-OpenSSH_9.2\r\n"]],
  ["half a first line", ["HTTP/1.1 2"]],
  ["a status of letters", ["HTTP/1.1 abc OK\r\n\r\n"]],
  ["a status of zero", ["HTTP/1.1 000 OK\r\n\r\n"]],
  ["HTTP/0.9", ["BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"]],
  ["headers that never end", [ok, "X-A: b\r\n".repeat(20)], "stay"],
  ["a header without a name", [ok, ": b\r\n\r\nbody"]],
  ["two lengths", [ok, "Content-Length: 3\r\nContent-Length: 30\r\n\r\nabc"]],
  [
    "a length and chunks",
    [ok, "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"],
  ],
  ["a negative length", [ok, "Content-Length: -3\r\n\r\nabc"]],
  ["chunks of nonsense", [ok, "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc"]],
  ["a chunk of a terabyte", [ok, "Transfer-Encoding: chunked\r\n\r\nffffffffff\r\nabc"]],
  ["less than promised", [ok, "Content-Length: 300\r\n\r\nabc"]],
  ["less than promised, torn off", [ok, "Content-Length: 300\r\n\r\nabc"], "destroy"],
  ["half a packed text", [ok, "Content-Encoding: gzip\r\n\r\n", packed.subarray(0, 60)]],
  ["half a packed text, torn off", [ok, "Content-Encoding: gzip\r\n\r\n", packed.subarray(0, 60)], "destroy"],
  ["half a packed text, and silence", [ok, "Content-Encoding: gzip\r\n\r\n", packed.subarray(0, 60)], "stay"],
  ["half a text in Brotli, and silence", [ok, "Content-Encoding: br\r\n\r\n", packed.subarray(0, 9)], "stay"],
  ["a packed text with a tail", [ok, "Content-Encoding: gzip\r\n\r\n", packed, "tail"]],
  ["an empty packed text", [ok, "Content-Encoding: gzip\r\n\r\n"]],
  [
    "a wish to speak otherwise",
    ["HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"],
  ],
  ["promises without end", ["HTTP/1.1 100 Continue\r\n\r\n".repeat(50)], "stay"],
  ["a redirect to nowhere", ["HTTP/1.1 302 Found\r\nLocation: http://\r\n\r\n"]],
  ["a redirect to nonsense", ["HTTP/1.1 302 Found\r\nLocation: \\\\\\::::\r\n\r\n"]],
  ["a redirect without a place", ["HTTP/1.1 302 Found\r\n\r\n"]],
  ["two answers", [ok, "Content-Length: 1\r\n\r\na", ok, "Content-Length: 1\r\n\r\nb"]],
  ["a multistatus of nothing", ["HTTP/1.1 207 Multi-Status\r\nContent-Length: 0\r\n\r\n"]],
];

test.each(answers)("%s", async (_, pieces, then = "end") => {
  say = (socket) => {
    for (const piece of pieces) socket.write(piece);
    if (then === "end") socket.end();
    if (then === "destroy") setTimeout(() => socket.resetAndDestroy(), 20);
  };
  const began = Date.now();
  const feed = fetchCalendar(`http://${host}/s3cret`, { allow: [host], timeoutMs: 400 });
  const outcome = await feed.catch((error) => error);
  if (outcome instanceof Error) {
    expect(outcome).toBeInstanceOf(Unreachable);
    expect(outcome.message).not.toContain("s3cret");
  } else expect(outcome).toHaveProperty("changed");
  expect(Date.now() - began).toBeLessThan(3_000);
  if (then === "stay") return;
  const source = {
    kind: "caldav",
    source: `http://${host}/s3cret/`,
    account: "jo",
    password: "word",
  } as const;
  expect(await sourceReader([host])(source).catch((error) => error)).toBeInstanceOf(Unreachable);
});
