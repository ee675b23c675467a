import { expect, signInAs, test } from "./journey.ts";

const none = "00000000-0000-4000-8000-000000000000";

test.describe("what cannot be read or found is said in plain words, with the right status", () => {
  for (const [address, status] of [
    ["/services/no-such-service", 404],
    ["/organisations/no-such-organisation", 404],
    ["/places/atlantis", 404],
    ["/groups/no-such-group", 404],
    [`/meetings/${none}`, 404],
    ["/meetings/not-an-id", 404],
    ["/meetings/not-an-id/agenda", 404],
    [`/items/${none}`, 404],
    ["/events/not-an-id", 404],
    ["/opportunities/nothing", 404],
    ["/calendars/no-such-group.ics", 404],
    ["/calendars/places/atlantis.ics", 404],
    ["/meetings?from=2026-02-30", 422],
    ["/meetings?page=abc", 422],
    ["/search?q=food&page=abc", 422],
    ["/search?q=food&page=-1", 422],
    ["/%E0%A4%A", 400],
  ] as const) {
    test(`${address} is ${status}`, async ({ request }) => {
      const answer = await request.get(address);
      expect(answer.status()).toBe(status);
      const body = await answer.text();
      expect(body).not.toMatch(/\bat .*\.(js|ts):\d+|node_modules|select .* from/i);
      expect(answer.headers()["x-request-id"]).toBeTruthy();
    });
  }

  for (const [address, status] of [
    ["/api/meetings?from=soon", 422],
    ["/api/meetings?group=no-such-group", 404],
    ["/api/meetings?place=atlantis", 404],
    [`/api/meetings/${none}`, 404],
    ["/api/events?from=2026-13-01", 422],
    ["/api/search?q=food&page=x", 422],
    ["/api/nothing", 404],
  ] as const) {
    test(`${address} is ${status}, in JSON`, async ({ request }) => {
      const answer = await request.get(address);
      expect(answer.status()).toBe(status);
      const { error } = await answer.json();
      expect(error).toMatchObject({ status, message: expect.stringMatching(/^[A-Z].+\.$/) });
    });
  }
});

test("a form from elsewhere is refused", async ({ request }) => {
  const answer = await request.post("/sign-in", {
    form: { email: "lead@example.org", password: "x" },
    headers: { origin: "https://elsewhere.example" },
  });
  expect(answer.status()).toBe(403);
});

test("a form that is far too large is refused before it is read", async ({ request, baseURL }) => {
  const answer = await request.post("/sign-in", {
    form: { email: "x".repeat(3_000_000) },
    headers: { origin: new URL(baseURL ?? "").origin },
  });
  expect(answer.status()).toBe(413);
});

test("a deed that fails behind a door without a page is told on a page", async ({ request, baseURL }) => {
  for (const address of [
    "/calendars/00000000-0000-4000-8000-000000000000/run",
    "/services/nothing/reopening",
  ]) {
    const answer = await request.post(address, { headers: { origin: new URL(baseURL ?? "").origin } });
    expect(answer.ok()).toBe(false);
    expect(answer.headers()["content-type"]).toContain("text/html");
    expect(await answer.text()).toMatch(/<h1/);
  }
});

test("a wrong password keeps the address that was typed", async ({ page, step }) => {
  await step("It is refused without saying which of the two was wrong.", async () => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill("lead@example.org");
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
    await expect(page.getByLabel("E-mail address")).toHaveValue("lead@example.org");
    await expect(page.getByLabel("Password")).toHaveValue("");
  });
});

test("words are not lost when the session has ended meanwhile", async ({ page, context, step }) => {
  await signInAs(page, "lead@example.org", "/groups/norwich-place-network");
  await page
    .getByRole("main")
    .locator(".card")
    .filter({ hasNotText: /Cancelled|Withdrawn|Postponed/ })
    .locator("a[href^='/meetings/']")
    .first()
    .click();
  await page.goto(`${new URL(page.url()).pathname}/items/new`);
  await page.getByLabel("Why it matters").fill("Two hours of careful words.");
  await context.clearCookies();
  await step("The page says so and shows what was typed.", async () => {
    await page.getByRole("button", { name: "Raise this item" }).click();
    await expect(page.getByRole("heading", { name: "You are signed out" })).toBeVisible();
    await expect(page.getByText("Two hours of careful words.")).toBeVisible();
  });
});
