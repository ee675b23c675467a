import { expect, type Page } from "@playwright/test";

/**
 * The path of the link in the newest mail of this subject to this address, read in the developers' outbox.
 * Mails go out a moment after the deed: it is asked for until it is there.
 */
export async function linkInMail(page: Page, to: string, subject: RegExp): Promise<string> {
  const mail = page.getByRole("main").getByRole("link", { name: subject }).first();
  await expect(async () => {
    // A page for somebody who is not signed in is kept for a minute: another query is another page
    await page.goto(`/dev/outbox?to=${encodeURIComponent(to)}&at=${Date.now()}`);
    await expect(mail).toBeVisible({ timeout: 250 });
  }).toPass({ timeout: 20_000 });
  await mail.click();
  const link = page.getByRole("main").getByRole("link").filter({ hasText: "http" }).first();
  return new URL((await link.getAttribute("href")) ?? "").pathname;
}
