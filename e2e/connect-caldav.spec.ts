import { journeyPorts } from "../test/setup/calendar-host.ts";
import { davAccount } from "../test/setup/dav-account.ts";
import { startDavServer } from "../test/setup/dav-server.ts";
import { expect, signInAs, test } from "./journey.ts";

const group = "/groups/norwich-place-network";
const password = "abcd-efgh-ijkl-mnop";
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).replaceAll("-", "");

const eventOf = (title: string, days: number) =>
  [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Nextcloud calendar v4.7", "BEGIN:VEVENT"],
    ...[`UID:${title}-${days}@cloud.example`, "DTSTAMP:20260101T000000Z", `SUMMARY:${title}`],
    `DTSTART;TZID=Europe/London:${inDays(days)}T140000`,
    `DTEND;TZID=Europe/London:${inDays(days)}T153000`,
    ...["ATTENDEE;CN=Somebody Else:mailto:somebody.else@example.org", "END:VEVENT", "END:VCALENDAR", ""],
  ].join("\r\n");

test("connect a CalDAV calendar, with an app password", async ({ page, step }, { project }) => {
  const user = `amina-${project.name}`;
  const title = `Cloud forum ${project.name}`;
  const account = davAccount({
    ...{ user, password },
    calendars: {
      forum: {
        name: `Diary of ${title}`,
        holds: "VEVENT",
        texts: [eventOf(title, 11), eventOf(title, 25)],
      },
      home: { name: "At home", holds: "VEVENT", texts: [eventOf("Dentist", 12)] },
      tasks: { name: "Things to do", holds: "VTODO", texts: [] },
    },
  });
  const server = await startDavServer(account, journeyPorts());
  const main = page.getByRole("main");
  try {
    await step("The lead of a network says where its calendar is kept.", async () => {
      await signInAs(page, "lead@example.org", `/calendars/new?for=${group.slice(1)}`);
      await page.getByRole("link", { name: /^Sign in to a CalDAV calendar/ }).click();
      await expect(page.getByLabel("App password")).toHaveAttribute("autocomplete", "new-password");
      await expect(main).toContainText("iCloud: at account.apple.com");
    });
    await step("With a wrong password all is kept but the password, which is asked again.", async () => {
      await page.getByLabel("Address of the server, or your e-mail address").fill(server.address);
      await page.getByLabel("User name").fill(user);
      await page.getByLabel("App password").fill("wrong-pass-word");
      await page.getByRole("button", { name: "Sign in and look" }).click();
      await expect(page.getByRole("alert")).toContainText(
        "does not accept this user name with this password",
      );
      await expect(page.getByRole("alert").getByRole("link")).toHaveAttribute("href", "#password");
      await expect(main).toContainText("Enter an app password, not your usual one");
      await expect(main).not.toContainText("Make it public");
      await expect(page.getByLabel("Address of the server, or your e-mail address")).toHaveValue(
        server.address,
      );
      await expect(page.getByLabel("User name")).toHaveValue(user);
      await expect(page.getByLabel("App password")).toHaveValue("");
      expect(await page.content()).not.toContain("wrong-pass-word");
    });
    await step("With the right one they choose among their calendars; a list of tasks is none.", async () => {
      await page.getByLabel("App password").fill(password);
      await page.getByRole("button", { name: "Sign in and look" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Which calendar?" })).toBeVisible();
      await expect(page.getByRole("radio")).toHaveCount(2);
      await expect(main).not.toContainText("Things to do");
      expect(await page.content()).not.toContain(password);
    });
    await step("Choosing none is said.", async () => {
      await page.getByRole("button", { name: "Show what would come in" }).click();
      await expect(page.getByRole("alert")).toContainText("Choose one of the calendars");
    });
    await step("They see what would come in.", async () => {
      await page.getByLabel(`Diary of ${title}`).check();
      await page.getByRole("button", { name: "Show what would come in" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "This would come in" })).toBeVisible();
      await expect(main).toContainText("2 events, the last on");
      await expect(main).toContainText("2 meetings of");
      await expect(page.getByLabel("Name", { exact: true })).toHaveValue(`Diary of ${title}`);
      await expect(main).toContainText("2pm to 3.30pm");
      await expect(main).toContainText("With the user name and password that you gave");
      await expect(main).not.toContainText("Dentist");
      expect(await page.content()).not.toContain(password);
    });
    await step("They connect it, and see how it stands, without its password.", async () => {
      await page.getByRole("button", { name: "Connect this calendar" }).click();
      await expect(page.getByText("The calendar is connected")).toBeVisible();
      await expect(main).toContainText(user);
      expect(await page.content()).not.toContain(password);
    });
    await step("Its meetings are on the network's page.", async () => {
      await page.goto(group);
      await expect(main).toContainText(title);
      await expect(main).not.toContainText("Somebody Else");
    });
  } finally {
    server.stop();
  }
});
