import type { Page } from "@playwright/test";
import { expect, signInAs, test } from "./journey.ts";

const list = "/organisations/magdalen-street-neighbours/services";
const stamp = Date.now().toString(36);

/** Opens one page of the task list. */
const open = (page: Page, task: string) => page.getByRole("link", { name: task, exact: true }).click();
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();
const saved = (page: Page) => expect(page.getByRole("alert").getByText("Saved.")).toBeVisible();

/** Topics are folded away until somebody opens their group. */
async function choose(page: Page, group: string, topic: string) {
  await page.locator("summary", { hasText: group }).click();
  await page.getByLabel(topic, { exact: true }).check();
}

test("a service is begun, checked, sent for approval, found, changed and archived", async ({
  page,
  step,
}, info) => {
  const name = `Zither evenings ${stamp} ${info.project.name}`;
  const room = `Zither room ${stamp} ${info.project.name}`;
  await step("An editor opens the services of their organisation.", async () => {
    await signInAs(page, "editor@example.org", list);
    await expect(page.getByRole("heading", { level: 1, name: "Services" })).toBeVisible();
  });
  await step("They begin a new one without a name, and are told.", async () => {
    await page.getByRole("link", { name: "Add a service" }).click();
    await page.getByRole("button", { name: "Begin" }).click();
    await expect(page.getByRole("link", { name: "Enter the name of the service" })).toBeVisible();
    await expect(page).toHaveTitle(/^Error: /);
  });
  await step("A name and a sentence are enough to begin.", async () => {
    await page.getByLabel("Name of the service").fill(name);
    await page
      .getByLabel("In a sentence or two, what is it?")
      .fill("Play the zither with others, or listen.");
    await page.getByRole("button", { name: "Begin" }).click();
    await expect(page.getByText("Your draft is begun.")).toBeVisible();
    await expect(page.getByText("To do").first()).toBeVisible();
  });
  const address = new URL(page.url()).pathname.replace("/edit", "");
  await step("They choose what it is about.", async () => {
    await open(page, "What it is");
    await choose(page, "Company and friendship", "Coffee and chat");
    await save(page);
    await saved(page);
  });
  await step("They add a place, forget its town, and keep what they typed.", async () => {
    await open(page, "Where it happens");
    await page.getByRole("link", { name: "Add a place that is not in the list" }).click();
    await page.getByLabel("Name of the building (optional)").fill(room);
    await page.getByLabel("Street").fill("7 Botolph Street");
    await save(page);
    await expect(page.getByRole("link", { name: "Enter the town or village" })).toBeVisible();
    await expect(page.getByLabel("Street")).toHaveValue("7 Botolph Street");
    await page.getByLabel("Town or village").fill("Norwich");
    await page.getByLabel("Postcode").fill("nr3 1zy");
    await page.getByLabel("Step-free entrance").check();
    await save(page);
    await expect(page.getByText("The place is added, and the service is held there.")).toBeVisible();
    await expect(page.getByLabel(room, { exact: true })).toBeChecked();
  });
  await step("They say when it is on, in two rows.", async () => {
    await page.goto(`${address}/edit/when`);
    const first = page.getByRole("group", { name: "Hours 1" });
    await first.getByLabel("Tue").check();
    await first.getByLabel("Opens").fill("7pm");
    await first.getByLabel("Closes").fill("half past nine");
    await page.getByLabel("Closed on bank holidays").check();
    await save(page);
    await expect(page.getByRole("link", { name: "Enter a time, like 9:30 or 2pm" })).toBeVisible();
    await page.getByRole("group", { name: "Hours 1" }).getByLabel("Closes").fill("9.30pm");
    await page.getByRole("button", { name: "Save and add another row" }).click();
    await expect(page.getByText("There is room for more below.")).toBeVisible();
    const second = page.getByRole("group", { name: "Hours 2" });
    await second.getByLabel("Sat").check();
    await second.getByLabel("How often").selectOption("First of the month");
    await second.getByLabel("Opens").fill("14:00");
    await save(page);
    await saved(page);
  });
  await step("They say what it costs.", async () => {
    await open(page, "What it costs");
    await page.getByLabel("People pay what they can").check();
    await page.getByLabel("What else to say about the cost (optional)").fill("There is a jar.");
    await save(page);
    await saved(page);
  });
  await step("They say how to get in touch, one number for partners only.", async () => {
    await open(page, "How to get in touch");
    await page.getByLabel("E-mail address (optional)").first().fill("zither@example.org");
    await page.getByRole("group", { name: "Phone 1" }).getByLabel("Number").fill("01632 960777");
    await page
      .getByRole("group", { name: "Phone 1" })
      .getByLabel(/^Partners only/)
      .check();
    await save(page);
    await saved(page);
  });
  await step("The preview shows the page as others will see it.", async () => {
    await page.getByRole("link", { name: "Look at it as others will see it" }).click();
    await expect(page.getByText("This is a preview: only you see it.")).toBeVisible();
    await expect(page.getByText("Every Tuesday, 7pm to 9.30pm")).toBeVisible();
    await expect(page.getByText("Pay what you can: There is a jar.")).toBeVisible();
    await expect(page.getByText("7 Botolph Street")).toBeVisible();
    await expect(page.getByText("01632 960777")).toBeHidden();
  });
  await step("They send it for approval, having ticked that all is right.", async () => {
    await page.getByRole("link", { name: "publish it" }).click();
    await page.getByRole("button", { name: "Send for approval" }).click();
    await expect(page.getByRole("link", { name: /^Tick the box/ })).toBeVisible();
    await page.getByLabel(/^I have checked the whole record/).check();
    await page.getByRole("button", { name: "Send for approval" }).click();
    await expect(page.getByText("It is sent for approval.")).toBeVisible();
    await expect(page.getByText("Waiting for approval")).toBeVisible();
  });
  await step("Nobody else sees it yet.", async () => {
    expect((await page.request.get(address, { headers: { cookie: "" } })).status()).toBe(404);
  });
  await step("The Assembly team approves it.", async () => {
    await page.getByRole("button", { name: "Sign out" }).click();
    await signInAs(page, "admin@example.org", "/cases");
    await page
      .getByRole("link", { name: new RegExp(name) })
      .first()
      .click();
    await page.getByRole("link", { name: /^Approve/ }).click();
    await page
      .getByRole("main")
      .getByRole("button", { name: /Approve/ })
      .click();
    await expect(page.getByText("Approved").first()).toBeVisible();
    await page.getByRole("button", { name: "Sign out" }).click();
  });
  await step("Within seconds anybody finds it by searching.", async () => {
    await expect(async () => {
      await page.goto(`/search?q=${encodeURIComponent(`zither ${stamp}`)}`);
      await expect(page.getByRole("link", { name })).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
    await page.getByRole("link", { name }).click();
    await expect(page.getByText("Confirmed on")).toBeVisible();
    await expect(page.getByRole("link", { name: "Something is wrong here" })).toBeVisible();
  });
  await step("The editor says in seconds that there is a waiting list.", async () => {
    await signInAs(page, "editor@example.org", `${address}/capacity`);
    await page.getByLabel("There is a waiting list").check();
    await page.getByLabel(/About how many weeks/).fill("6");
    await save(page);
    await expect(page.getByText("The page of the service says so from now.")).toBeVisible();
    await page.goto(address);
    await expect(page.getByText("Waiting list of about 6 weeks").first()).toBeVisible();
    await expect(page.getByText("Said on")).toBeVisible();
  });
  await step("They take an earlier version back.", async () => {
    await page.goto(`${address}/history`);
    await page.getByRole("link", { name: /before this change ?: Changed: Room/ }).click();
    await page.getByRole("button", { name: "Put this version back" }).click();
    await expect(page.getByText("The earlier version is back.")).toBeVisible();
    await page.goto(address);
    await expect(page.getByText("Taking people now")).toBeVisible();
  });
  await step("They archive it: its page is gone.", async () => {
    await page.goto(`${address}/archive`);
    await page.getByRole("button", { name: "Archive this service" }).click();
    await expect(page.getByText("The service is archived.")).toBeVisible();
    expect((await page.request.get(address)).status()).toBe(404);
  });
  await step("They bring it back: it is public again.", async () => {
    await page.getByRole("link", { name: "Bring it back" }).click();
    await page.getByRole("button", { name: "Bring it back" }).click();
    await expect(page.getByText("The service is back.")).toBeVisible();
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    // Out of the way of other runs of this journey
    await page.goto(`${address}/archive`);
    await page.getByRole("button", { name: "Archive this service" }).click();
  });
});

test("two editors at once: the second sees both versions and loses nothing", async ({
  page,
  browser,
  step,
}, info) => {
  const name = `Zither repairs ${stamp} ${info.project.name}`;
  await step("An editor begins a service.", async () => {
    await signInAs(page, "editor@example.org", `${list}/new`);
    await page.getByLabel("Name of the service").fill(name);
    await page.getByLabel("In a sentence or two, what is it?").fill("We mend zithers.");
    await page.getByRole("button", { name: "Begin" }).click();
    await expect(page.getByText("Your draft is begun.")).toBeVisible();
  });
  const address = new URL(page.url()).pathname.replace("/edit", "/edit/who-for");
  await step("They open a page of it, and so does the organisation's owner.", async () => {
    await page.goto(address);
    const context = await browser.newContext({
      javaScriptEnabled: info.project.use.javaScriptEnabled ?? true,
    });
    const other = await context.newPage();
    await signInAs(other, "owner@example.org", address);
    await other.getByLabel("Who is it for? (optional)").fill("People with broken zithers.");
    await other.getByRole("button", { name: "Save", exact: true }).click();
    await saved(other);
    await context.close();
  });
  await step("The first one saves, sees both versions, and has every word still there.", async () => {
    await page.getByLabel("Who is it for? (optional)").fill("Anybody with a zither.");
    await save(page);
    await expect(page.getByRole("heading", { name: /changed this while you were writing/ })).toBeVisible();
    await expect(page.getByRole("table").getByText("People with broken zithers.")).toBeVisible();
    await expect(page.getByLabel("Who is it for? (optional)")).toHaveValue("Anybody with a zither.");
  });
  await step("They put both together, and save.", async () => {
    await page.getByLabel("Who is it for? (optional)").fill("Anybody with a zither, broken or not.");
    await save(page);
    await saved(page);
  });
});
