import { spawn } from "node:child_process";
import { readFeed } from "../app/domain/calendars/ics.ts";
import { expect, signInAs, test } from "./journey.ts";

/** Both keep members of the network; each project has one of its own. */
const members = [
  { project: "wide", who: "editor@example.org" },
  { project: "no-script", who: "owner@example.org" },
];

test("a member gets meetings as invitations, answers on the page and by mail, and the lead sees who comes", async ({
  page,
  step,
}, info) => {
  const { who } = members.find(({ project }) => project === info.project.name) ?? members[0] ?? { who: "" };
  const asked = { text: "", name: "" };
  await step("They sign in, and ask for the network's meetings as invitations.", async () => {
    await signInAs(page, who, "/groups/norwich-place-network/follow");
    await page.getByLabel("Each meeting as an invitation for my calendar").check();
    await page.getByRole("button", { name: /Follow this group|Save/ }).click();
    await expect(page).toHaveURL(/\/groups\/norwich-place-network/);
  });
  await step("A mail comes for each meeting, with a part that calendars read.", async () => {
    const mail = page
      .getByRole("main")
      .getByRole("listitem")
      .filter({ hasText: "with an .ics part" })
      .first();
    await expect(async () => {
      await page.goto(`/dev/outbox?to=${encodeURIComponent(who)}&at=${Date.now()}`);
      await expect(mail).toBeVisible({ timeout: 250 });
    }).toPass({ timeout: 20_000 });
    await mail.getByRole("link", { name: /^Invitation: / }).click();
    await expect(page.getByText("METHOD:REQUEST").first()).toBeVisible();
    asked.text = (await page.locator("pre").textContent()) ?? "";
    expect(namesOf(asked.text)).toHaveLength(1);
  });
  const meeting = `/meetings/${/UID:([0-9a-f-]{36})@/.exec(unfolded(asked.text))?.[1]}`;
  await step("Its button leads to the page where they say whether they come.", async () => {
    await page.locator(`a[href$="${meeting}/attendance"]`).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Are you coming?" })).toBeVisible();
  });
  await step("Sent empty, it says what is missing.", async () => {
    await page.goto(`${meeting}/attendance`);
    if ((await page.getByRole("radio", { checked: true }).count()) === 0) {
      await page.getByRole("button", { name: "Save my answer" }).click();
      await expect(page.getByRole("link", { name: "Choose whether you are coming" })).toBeVisible();
    }
  });
  await step("They are coming, and add a word.", async () => {
    await page.getByLabel("Coming", { exact: true }).check();
    await page
      .getByLabel("Anything the group should know")
      .fill(`Grace comes along, says ${info.project.name}`);
    await page.getByRole("button", { name: "Save my answer" }).click();
    await expect(page.getByText("Your answer is kept")).toBeVisible();
  });
  await step("The network's lead sees who comes, and what they added.", async () => {
    await page.getByRole("button", { name: "Sign out" }).click();
    await signInAs(page, "lead@example.org", meeting);
    await page.getByRole("link", { name: /Say whether you are coming|Change your answer/ }).click();
    const row = page.getByRole("row").filter({ hasText: `says ${info.project.name}` });
    await expect(row).toContainText("Coming");
    asked.name = await row.getByRole("rowheader").innerText();
  });
  await step("The member's calendar says by mail that they cannot come after all.", async () => {
    expect(await mailReceive(replyTo(asked.text))).toContain("The answer is kept.");
    await page.reload();
    await expect(page.getByRole("row").filter({ hasText: asked.name })).toContainText("Not coming");
  });
});

const unfolded = (text: string) => text.replace(/\r?\n /g, "");

/** What our own reader finds in an invitation. */
function namesOf(text: string): string[] {
  const [from, to] = [new Date("2020-01-01T00:00:00Z"), new Date("2040-01-01T00:00:00Z")];
  return readFeed(text, { zone: "Europe/London", from, to } as never).occurrences.map(
    ({ summary }) => summary,
  );
}

/** The invitation as a calendar sends it back: declined, a minute later. */
function replyTo(asked: string): string {
  const lines = unfolded(asked).split(/\r?\n/);
  const line = (name: string) => lines.find((one) => one.startsWith(name)) ?? "";
  const attendee = line("ATTENDEE").replace("PARTSTAT=NEEDS-ACTION", "PARTSTAT=DECLINED");
  const stamp = new Date(Date.now() + 60_000).toISOString().replace(/\.\d+|[-:]/g, "");
  const to = line("ORGANIZER").split("mailto:")[1];
  return [
    ...[
      `To: ${to}`,
      "Subject: Declined",
      "MIME-Version: 1.0",
      "Content-Type: text/calendar; method=REPLY",
      "",
    ],
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN", "METHOD:REPLY", "BEGIN:VEVENT", line("UID")],
    ...[line("SEQUENCE"), `DTSTAMP:${stamp}`, line("ORGANIZER"), attendee, "END:VEVENT", "END:VCALENDAR", ""],
  ].join("\r\n");
}

/** Hands a mail to the command, as a mail server's pipe does; answers with what it said. */
function mailReceive(mail: string): Promise<string> {
  const env = {
    ...process.env,
    DATA_DIR: ".cache/e2e",
    ANSWERS_ADDRESS: "answers@assembly.example.org",
    DATABASE_URL: "",
  };
  const command = spawn("node", ["build/assembly.js", "mail", "receive"], { env });
  const said: string[] = [];
  for (const stream of [command.stdout, command.stderr])
    stream.on("data", (chunk) => said.push(String(chunk)));
  command.stdin.end(mail);
  return new Promise((resolve) => command.on("close", () => resolve(said.join(""))));
}
