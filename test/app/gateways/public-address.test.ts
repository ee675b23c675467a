import fc from "fast-check";
import { expect, test } from "vitest";
import { isPublicAddress, lookupPublic } from "#app/gateways/public-address.server.ts";
import { fetchCalendar } from "#app/gateways/remote-calendar.server.ts";

const octet = fc.integer({ min: 0, max: 255 });
const within = (first: number, second: [number, number] = [0, 255]) =>
  fc.tuple(fc.constant(first), fc.integer({ min: second[0], max: second[1] }), octet, octet);
const privateAddress = fc.oneof(
  within(0),
  within(10),
  within(127),
  within(100, [64, 127]),
  within(169, [254, 254]),
  within(172, [16, 31]),
  within(192, [168, 168]),
  fc.tuple(fc.integer({ min: 224, max: 255 }), octet, octet, octet),
);

type Four = [number, number, number, number];
const asNumber = ([a, b, c, d]: Four) => ((a * 256 + b) * 256 + c) * 256 + d;
const hex = (number: number) => number.toString(16);
const pair = (a: number, b: number) => hex(a * 256 + b);

/** The ways to write one IPv4 address into an address of the web. */
const spellings: ((four: Four) => string)[] = [
  (four) => four.join("."),
  (four) => `${four.join(".")}.`,
  (four) => String(asNumber(four)),
  (four) => `0x${hex(asNumber(four))}`,
  (four) => `0${asNumber(four).toString(8)}`,
  (four) => four.map((part) => `0x${hex(part)}`).join("."),
  (four) => four.map((part) => `0${part.toString(8)}`).join("."),
  ([a, b, c, d]) => `${a}.${b}.${c * 256 + d}`,
  (four) => four.join("%2e"),
  (four) => four.join("。"),
  (four) => `[::ffff:${four.join(".")}]`,
  ([a, b, c, d]) => `[::ffff:${pair(a, b)}:${pair(c, d)}]`,
  (four) => `[::${four.join(".")}]`,
  ([a, b, c, d]) => `[64:ff9b::${pair(a, b)}:${pair(c, d)}]`,
  ([a, b, c, d]) => `[2002:${pair(a, b)}:${pair(c, d)}::1]`,
  ([a, b, c, d]) => `[2001:0:1:2:3:4:${pair(255 - a, 255 - b)}:${pair(255 - c, 255 - d)}]`,
];

test("case 67: no spelling of a private address is asked", async () => {
  const spelled = fc
    .tuple(privateAddress, fc.constantFrom(...spellings))
    .map(([four, spell]) => spell(four as Four));
  await fc.assert(
    fc.asyncProperty(spelled, async (host) => {
      const error = await fetchCalendar(`http://${host}/feed.ics`, { timeoutMs: 2_000 }).catch(
        (thrown) => thrown,
      );
      expect(error).toMatchObject({ kind: "forbidden", message: expect.stringContaining("private address") });
    }),
    { numRuns: 500 },
  );
});

test("case 67: local, shared and multicast addresses of IPv6 are nobody's", () => {
  const part = fc.integer({ min: 0, max: 0xffff }).map(hex);
  const rest = fc.array(part, { minLength: 7, maxLength: 7 }).map((parts) => parts.join(":"));
  const first = fc.oneof(
    fc.integer({ min: 0xfc00, max: 0xfdff }),
    fc.integer({ min: 0xfe80, max: 0xfeff }),
    fc.integer({ min: 0xff00, max: 0xffff }),
  );
  fc.assert(fc.property(first, rest, (start, end) => !isPublicAddress(`${hex(start)}:${end}`)));
});

test.each([
  ["8.8.8.8", 4],
  ["2a00:1450:4009:81f::200e", 6],
])("a public address (%s) is what a connection gets, in either shape", async (address, family) => {
  const answered = (all: boolean) =>
    new Promise((resolve) => lookupPublic(address, { all }, (...answer) => resolve(answer)));
  expect(await answered(true)).toEqual([null, [{ address, family }]]);
  expect(await answered(false)).toEqual([null, address, family]);
});
