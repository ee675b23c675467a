import { expect, test } from "./journey.ts";

test("a place's page leads to everybody and everything there", async ({ page, step }) => {
  await step("From the map, or the list beside it.", async () => {
    await page.goto("/places");
    await page.getByRole("main").locator("a[href='/places/norwich']").last().click();
    await expect(page.getByRole("heading", { level: 1, name: "Norwich" })).toBeVisible();
  });
  const main = page.getByRole("main");
  for (const address of [
    "/groups/norwich-place-network",
    "/groups/norwich-place-board",
    "/groups/norwich-partnership",
    "/subscribe?to=places/norwich",
  ]) {
    await expect(main.locator(`a[href='${address}']`).first()).toBeVisible();
  }
  await expect(main.locator("a[href^='/meetings/']").first()).toBeVisible();
  await step("Its services are there by theme.", async () => {
    await main.locator("a[href*='topic=']").first().click();
    await expect(page).toHaveURL(/place=norwich/);
    await expect(main.locator(".card").first()).toBeVisible();
  });
});
