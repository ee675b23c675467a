import type { Page } from "@playwright/test";
import { expect, signInAs, test } from "./journey.ts";

/* The pages of those who keep records and of the Assembly team that no journey comes by: each opens, and has no barriers. */

const organisation = "/organisations/magdalen-street-neighbours";
const under = (base: string, ...ends: string[]) => ends.map((end) => `${base}/${end}`);

interface Walk {
  who: string;
  pages: readonly string[];
  /** Pages whose address differs from one set of demonstration data to the next, found by the links of a list. */
  finds?: (page: Page) => Promise<readonly string[]>;
}

const walks: Record<string, Walk> = {
  "the team's pages": {
    who: "admin@example.org",
    pages: [
      ...["/team", "/team/people", "/team/people/new", "/team/upkeep"],
      ...["/team/organisations", "/team/organisations/import"],
    ],
    finds: async (page) => {
      const [person = ""] = await linksOn(page, "/team/people", /^\/team\/people\/(?!new)[^/]+$/);
      return [person, `${person}/roles/new`];
    },
  },
  "the pages of one's account": {
    who: "editor@example.org",
    pages: [
      "/account",
      ...under(
        "/account",
        "confirmations",
        "second-step",
        "sessions",
        "data",
        "erasure",
        "email",
        "password",
      ),
    ],
  },
  "the pages of an organisation": {
    who: "owner@example.org",
    pages: under(organisation, "edit", "state", "archive", "people", "people/new", "history"),
    finds: (page) => linksOn(page, `${organisation}/edit`, /\/edit\/[a-z-]+$/),
  },
  "what the team may do to an organisation": {
    who: "admin@example.org",
    pages: under(organisation, "edit", "trust", "merge", "people"),
  },
  "the pages of a service": {
    who: "editor@example.org",
    pages: under(`${organisation}/services`, "new"),
    finds: async (page) => {
      const service = await firstKept(page, `${organisation}/services`, "services");
      return [
        ...under(service, "preview", "publication", "state", "capacity", "archive", "history", "venues/new"),
        ...(await linksOn(page, `${service}/edit`, /\/edit\/[a-z-]+$/)),
      ];
    },
  },
  "the pages of an opportunity": {
    who: "editor@example.org",
    pages: under(`${organisation}/opportunities`, "new"),
    finds: async (page) => {
      const one = await firstKept(page, `${organisation}/opportunities`, "opportunities");
      return under(one, "edit", "preview", "closure", "copy", "archive", "history");
    },
  },
  "the pages of an event": {
    who: "editor@example.org",
    pages: under(`${organisation}/events`, "new"),
    finds: async (page) => {
      const one = await firstKept(page, `${organisation}/events`, "events");
      return under(one, "edit", "cancellation", "archive", "history");
    },
  },
  "connecting a calendar, and an organisation's calendars": {
    who: "owner@example.org",
    pages: [
      ...["/calendars", "/calendars/new", "/calendars/check", "/calendars/connection"],
      ...["", "&how=caldav", "&how=file"].map(
        (how) => `/calendars/new?for=organisations/magdalen-street-neighbours${how}`,
      ),
    ],
    finds: async (page) => {
      const calendars = await linksOn(page, "/calendars", /^\/calendars\/[0-9a-f-]{36}$/);
      const found: string[] = [];
      for (const calendar of calendars)
        found.push(calendar, ...(await linksOn(page, calendar, new RegExp(`^${calendar}/`))));
      return found;
    },
  },
  "a network's calendar": {
    who: "lead@example.org",
    pages: [],
    finds: async (page) => {
      const [calendar = ""] = await linksOn(page, "/calendars", /^\/calendars\/[0-9a-f-]{36}$/);
      return [calendar, ...(await linksOn(page, calendar, new RegExp(`^${calendar}/`)))];
    },
  },
  "a calendar that cannot be read": {
    who: "secretariat@example.org",
    pages: [],
    finds: async (page) => {
      const [calendar = ""] = await linksOn(page, "/calendars", /^\/calendars\/[0-9a-f-]{36}$/);
      return [calendar, ...(await linksOn(page, calendar, new RegExp(`^${calendar}/`)))];
    },
  },
  "the cases, and the first of each kind of list": {
    who: "admin@example.org",
    pages: ["/cases"],
    finds: async (page) => {
      const [open = ""] = await linksOn(page, "/cases", /^\/cases\/[^/]+$/);
      return [open, ...(await linksOn(page, open, new RegExp(`^${open}/[a-z-]+$`)))];
    },
  },
};

for (const [what, { who, pages, finds }] of Object.entries(walks)) {
  test(`${what} open and have no barriers`, async ({ page, step }) => {
    await signInAs(page, who);
    await expect(page.getByRole("button", { name: "Sign out" }).first()).toBeVisible();
    const found = (await finds?.(page)) ?? [];
    for (const address of [...pages, ...found])
      await step(`${address} opens.`, async () => {
        const answer = await page.goto(address);
        expect(answer?.status(), address).toBe(200);
        await expect(page.locator("h1")).toHaveCount(1);
      });
  });
}

/** The addresses of this shape that a page links to, each once; there must be one. */
async function linksOn(page: Page, address: string, shape: RegExp): Promise<string[]> {
  await page.goto(address);
  const links = await page.getByRole("main").getByRole("link").all();
  const addresses = await Promise.all(links.map(async (link) => (await link.getAttribute("href")) ?? ""));
  const found = [
    ...new Set(addresses.map((href) => href.split("?")[0] ?? "").filter((href) => shape.test(href))),
  ];
  expect(found, `${address} links to ${shape}`).not.toEqual([]);
  return found;
}

/** The address of the first record of a list, whichever of its pages the list links to. */
async function firstKept(page: Page, list: string, noun: string): Promise<string> {
  const [first = ""] = await linksOn(page, list, new RegExp(`^/${noun}/[^/]+(/|$)`));
  return first.split("/").slice(0, 3).join("/");
}
