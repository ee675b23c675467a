import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type CalendarSource, configuredSourceReader } from "#app/gateways/calendar-source.server.ts";

let server: Server;
let host: string;
/** How many bytes the feed has. */
let size = 10;

beforeAll(async () => {
  server = createServer((_, response) => response.end(Buffer.alloc(size, "a")));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const read = () => {
  const from: CalendarSource = { kind: "address", source: `http://${host}/feed.ics` };
  return configuredSourceReader({ CALENDAR_HOSTS: [host] })(from);
};

describe("a feed, as this site's settings have it read", () => {
  test("has ten seconds for all of it", async () => {
    size = 10;
    const clock = vi.spyOn(AbortSignal, "timeout");
    expect(await read()).toMatchObject({ changed: true, isWhole: true });
    expect(clock.mock.calls).toEqual([[10_000]]);
  });

  test("case 67: may have five megabytes and not a byte more", async () => {
    size = 5_000_000;
    const found = await read();
    expect(found.changed && found.resources[0]?.body.length).toBe(5_000_000);
    size = 5_000_001;
    const error = await read().catch((thrown) => thrown);
    expect(error).toMatchObject({ kind: "forbidden", message: expect.stringContaining("larger than 5 MB") });
  });
});
