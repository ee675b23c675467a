import { everyLook, expect, test } from "./journey.ts";

// Narrow in the light and wide in the dark: the others come in turn elsewhere
test.use({ looks: [everyLook.slice(0, 2)] });

const pages = [
  "/",
  "/search?q=debt",
  "/whats-on",
  "/opportunities",
  "/places",
  "/places/norwich",
  "/groups",
  "/groups/norwich-partnership",
  "/groups/norwich-place-network",
  "/groups/norfolk-and-waveney-icp",
  "/organisations",
  "/organisations?place=norwich",
  "/meetings",
  "/subscribe?to=groups/norwich-partnership",
  "/subscribe?to=places/norwich",
  "/sign-in",
  "/sign-in/link",
  "/forgotten-password",
  "/register",
  "/register/new",
  "/register/links",
  "/organisations/magdalen-street-neighbours",
  "/organisations/magdalen-street-neighbours/claim",
  "/organisations/magdalen-street-neighbours/report",
  "/about",
  "/about/accessibility",
  "/about/privacy",
  "/about/api",
  "/nothing-here",
];

for (const address of pages) {
  test(`${address} has a title, one h1, landmarks and no barriers`, async ({ page, step }) => {
    await step("It opens.", async () => {
      const answer = await page.goto(address);
      expect(answer?.status()).toBe(address === "/nothing-here" ? 404 : 200);
    });
    await expect(page).toHaveTitle(/Assembly/);
    await expect(page.locator("h1")).toHaveCount(1);
    for (const landmark of ["banner", "main", "contentinfo"] as const)
      await expect(page.getByRole(landmark)).toHaveCount(1);
  });
}

for (const list of ["/opportunities", "/whats-on", "/groups", "/organisations", "/meetings"]) {
  test(`the first entry of ${list} opens`, async ({ page, step }) => {
    await page.goto(list);
    await step("Its own page says what it is.", async () => {
      await page.getByRole("main").locator(".card__title a, .card a, li a").first().click();
      await expect(page.locator("h1")).toHaveCount(1);
    });
  });
}
