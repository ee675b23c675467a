import { Agent, createServer, get, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { drain } from "#app/http/front/shutdown.server.ts";

const agent = new Agent({ keepAlive: true });
let server: Server;

afterEach(() => {
  agent.destroy();
  server.closeAllConnections();
});

async function listening(milliseconds: number): Promise<number> {
  server = createServer(async (_request, response) => {
    await sleep(milliseconds);
    response.end("whole");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

function fetchText(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    get({ port, host: "127.0.0.1", agent }, (response) => {
      let text = "";
      response.on("data", (piece) => {
        text += piece;
      });
      response.on("end", () => resolve(text));
    }).on("error", reject);
  });
}

describe("draining a server", () => {
  test("finishes what was asked, and takes nothing new", async () => {
    const port = await listening(300);
    const inFlight = fetchText(port);
    await sleep(100);
    const drained = drain(server);
    await expect(fetchText(port)).rejects.toThrow("ECONNREFUSED");
    expect(await inFlight).toBe("whole");
    await drained;
  });

  test("does not wait for a connection that is only kept alive", async () => {
    const port = await listening(0);
    await fetchText(port);
    const began = performance.now();
    await drain(server);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
