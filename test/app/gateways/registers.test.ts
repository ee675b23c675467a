import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { charityCommission } from "#app/gateways/charity-commission.server.ts";
import { companiesHouse } from "#app/gateways/companies-house.server.ts";
import { configuredRegisters } from "#app/gateways/configured-registers.server.ts";

let server: Server | undefined;
afterEach(() => server?.close());

/** A register on this machine that answers as told. Returns its address. */
async function register(answer: RequestListener): Promise<string> {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

const json = (body: unknown, status = 200) =>
  register((_request, response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });

describe("the Charity Commission", () => {
  const feed = {
    charity_name: "THE FEED",
    reg_status: "R",
    other_names: [{ other_name: "FEED NORWICH", name_type: "W" }],
  };

  test("is asked with the key, and for a linked charity with its own number", async () => {
    let asked = {};
    const origin = await register((request, response) => {
      asked = { url: request.url, key: request.headers["ocp-apim-subscription-key"] };
      response.end(JSON.stringify(feed));
    });
    expect(await charityCommission("secret", origin)("1234567-2")).toEqual({
      ...{ number: "1234567-2", name: "THE FEED", otherNames: ["FEED NORWICH"], isCurrent: true },
    });
    expect(asked).toEqual({ url: "/register/api/allcharitydetailsV2/1234567/2", key: "secret" });
  });

  test("says when a charity was removed, and when there is none", async () => {
    const removed = await json({ ...feed, reg_status: "RM", other_names: null });
    expect(await charityCommission("k", removed)("1234567")).toMatchObject({
      isCurrent: false,
      otherNames: [],
    });
    server?.close();
    expect(await charityCommission("k", await json({}, 404))("1234567")).toBeNull();
  });

  test.each([
    ["refuses the key", () => json({}, 401)],
    ["is out of order", () => json({}, 503)],
    ["answers with something else", () => json({ hello: "there" })],
    ["answers with a page", () => register((_request, response) => response.end("<html>"))],
    ["sends elsewhere", () => register((_q, response) => response.writeHead(302, { location: "/" }).end())],
    ["never answers", () => register(() => {})],
  ])("is unreachable when it %s", async (_case, origin) => {
    await expect(charityCommission("k", await origin(), 200)("1234567")).rejects.toThrow(
      expect.objectContaining({ name: "Unreachable" }),
    );
    server?.closeAllConnections();
  });
});

describe("Companies House", () => {
  test("is asked with the key as the name of its user", async () => {
    let asked = {};
    const origin = await register((request, response) => {
      asked = { url: request.url, key: request.headers.authorization };
      const company_name = "FEED CIC";
      response.end(
        JSON.stringify({
          company_name,
          company_status: "active",
          previous_company_names: [{ name: "OLD FEED" }],
        }),
      );
    });
    expect(await companiesHouse("secret", origin)("01234567")).toEqual({
      ...{ number: "01234567", name: "FEED CIC", otherNames: ["OLD FEED"], isCurrent: true },
    });
    expect(asked).toEqual({ url: "/company/01234567", key: "Basic c2VjcmV0Og==" });
  });

  test("knows companies that are no more", async () => {
    const origin = await json({ company_name: "FEED CIC", company_status: "dissolved" });
    expect(await companiesHouse("k", origin)("01234567")).toMatchObject({ isCurrent: false });
  });
});

test("only registers with a key are asked", () => {
  expect(configuredRegisters({ CHARITY_COMMISSION_KEY: undefined, COMPANIES_HOUSE_KEY: undefined })).toEqual(
    {},
  );
  expect(
    Object.keys(configuredRegisters({ CHARITY_COMMISSION_KEY: "k", COMPANIES_HOUSE_KEY: undefined })),
  ).toEqual(["GB-CHC"]);
});
