import { expect, test } from "./journey.ts";

test("a resident who is lonely finds somewhere to go", async ({ page, step }) => {
  await step("They say what they need, in their own words, and where.", async () => {
    await page.goto("/");
    await page.getByLabel("What do you need help with?").fill("somewhere to go when I'm lonely");
    await page.getByLabel("Postcode or town").fill("NR3");
    await page
      .getByRole("main")
      .getByRole("button", { name: /search|find/i })
      .first()
      .click();
  });
  const first = page.getByRole("main").locator(".card").first();
  await step("The first page of results has a fitting service, near by.", async () => {
    await expect(page).toHaveURL(/\/search\?/);
    await expect(
      page
        .getByRole("main")
        .locator(".card")
        .filter({ hasText: /lonely|company|chat|friend/i })
        .first(),
    ).toBeVisible();
    await expect(first).toContainText(/mile/);
  });
  await step(
    "Its page says who it is for, what it costs, when, where, how to get there and how to get in touch.",
    async () => {
      await first.getByRole("link").first().click();
      await expect(page).toHaveURL(/\/services\//);
      const main = page.getByRole("main");
      for (const heading of [
        /who it is for/i,
        /cost/i,
        /when/i,
        /where/i,
        /getting there/i,
        /get in touch/i,
      ]) {
        await expect(main.getByText(heading).first()).toBeVisible();
      }
      await expect(main.getByText(/confirmed/i).first()).toBeVisible();
    },
  );
  await step("On paper there is the service, without the menu of the site.", async () => {
    const title = page.getByRole("main").getByRole("heading", { level: 1 });
    const menu = page.getByRole("navigation", { name: "Main" });
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(menu).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await expect(menu).toBeHidden();
    await expect(title).toBeVisible();
    await page.emulateMedia({ media: "screen" });
  });
  await step("They look at who runs it.", async () => {
    await page.getByRole("main").locator("a[href^='/organisations/']").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});

test("a search without an answer is not a dead end", async ({ page, step }) => {
  await step("Nothing is called so.", async () => {
    await page.goto("/search?q=qqqzzzxxyy");
    await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
  });
  await step("A place that nobody knows is said to be unknown, and the search goes on.", async () => {
    await page.goto("/search?q=food&near=Atlantis");
    await expect(page.getByText(/Atlantis/).first()).toBeVisible();
  });
});

test("the same words give the same order to people and machines", async ({ page, request }) => {
  await page.goto("/search?q=food+bank&near=NR3");
  const shown = await page
    .getByRole("main")
    .locator(".card__title a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const answer = await (await request.get("/api/search?q=food+bank&near=NR3")).json();
  expect(answer.results.map(({ url }: { url: string }) => new URL(url).pathname)).toEqual(shown);
  expect(answer.total).toBeGreaterThan(0);
});
