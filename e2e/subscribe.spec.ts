import { expect, signInAs, test } from "./journey.ts";

/** Each project renews the address of somebody else, so that the two runs do not meet. */
const people: Record<string, string> = { wide: "lead@example.org", "no-script": "secretariat@example.org" };

test("subscribe: a group's meetings in one's own calendar", async ({ page, request, step }, info) => {
  await step("From a group's page it is one step to “Add to my calendar”.", async () => {
    await page.goto("/groups");
    await page.getByRole("main").locator("a[href^='/groups/']").first().click();
    await page.getByRole("link", { name: /^Add to my calendar/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Add to my calendar" })).toBeVisible();
  });
  await step("Each way says what will happen.", async () => {
    const main = page.getByRole("main");
    const way = (name: string) => main.getByRole("link", { name, exact: true });
    await expect(way("Apple Calendar")).toHaveAttribute("href", /^webcal:\/\/.*\/calendars\/.*\.ics$/);
    await expect(way("Google Calendar")).toHaveAttribute(
      "href",
      /^https:\/\/calendar\.google\.com\/.*webcal/,
    );
    await expect(way("Outlook.com")).toHaveAttribute("href", /^https:\/\/outlook\.live\.com\/.*addfromweb/);
    await expect(way("Outlook at work or school")).toHaveAttribute(
      "href",
      /^https:\/\/outlook\.office\.com\//,
    );
    await expect(main.getByText("Calendar opens and asks")).toBeVisible();
    const hasScript = info.project.name !== "no-script";
    await expect(main.getByRole("button", { name: "Copy" })).toHaveCount(hasScript ? 1 : 0);
  });
  await step("The address answers with a calendar, and says when nothing is new.", async () => {
    const address = await page.getByLabel("Copy the address").inputValue();
    const feed = await request.get(new URL(address).pathname);
    expect(feed.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
    expect(await feed.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
    const known = { "If-None-Match": feed.headers().etag ?? "" };
    expect((await request.get(new URL(address).pathname, { headers: known })).status()).toBe(304);
  });
  await step("What’s on keeps its filters.", async () => {
    await page.goto("/subscribe?to=whats-on&place=norwich&topic=food");
    await expect(
      page.getByText("It holds every event to come in Norwich on the topic “Food and meals”"),
    ).toBeVisible();
    await page.goto("/whats-on?place=norwich");
    await page.getByRole("link", { name: /^Add to my calendar/ }).click();
    await expect(page.getByLabel("Copy the address")).toHaveValue(
      /\/calendars\/whats-on\.ics\?place=norwich$/,
    );
  });
  await step("One meeting may be taken as a file.", async () => {
    await page.goto("/meetings");
    await page.getByRole("main").locator("a[href^='/meetings/']").first().click();
    await page.getByRole("link", { name: /^Add to my calendar/ }).click();
    const href = await page.getByRole("link", { name: "Download it as a file" }).getAttribute("href");
    expect((await (await request.get(href ?? "")).text()).match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });
});

test("subscribe: one's own address is renewed, and the old one is gone", async ({
  page,
  request,
  step,
}, info) => {
  const open = async (address: string) => (await request.get(new URL(address).pathname)).status();
  let first = "";
  await step("Somebody who sits on a group makes an address of their own.", async () => {
    await signInAs(page, people[info.project.name] ?? "", "/account/calendar");
    await expect(page.getByRole("heading", { name: "What it holds" })).toBeVisible();
    await page.getByRole("button", { name: "Make my address" }).click();
    first = await page.getByLabel("Copy the address").inputValue();
    expect(await open(first)).toBe(200);
  });
  await step("They are asked before it is renewed.", async () => {
    await page.getByRole("link", { name: "Make a new address" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Make a new address?" })).toBeVisible();
    expect(await open(first)).toBe(200);
  });
  await step("The new one works, and the old one answers no more.", async () => {
    await page.getByRole("button", { name: "Make a new address" }).click();
    await expect(page.getByText("Your new address is ready")).toBeVisible();
    const second = await page.getByLabel("Copy the address").inputValue();
    expect(second).not.toBe(first);
    expect([await open(first), await open(second)]).toEqual([404, 200]);
  });
});
