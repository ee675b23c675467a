import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { expect, signInAs, test } from "./journey.ts";
import { linkInMail } from "./mailbox.ts";

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("main").getByRole("button", { name }).click();

const heading = (page: Page, name: string | RegExp) =>
  expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

const signOut = (page: Page) => page.getByRole("banner").getByRole("button", { name: "Sign out" }).click();

const asks = Date.now();

test("an account, from the invitation to the last mail", async ({ page, step }, info) => {
  // Nearly twenty pages, each looked at four times
  test.slow();
  const email = `amina.${info.project.name}.${asks}@example.org`;
  const newEmail = `zoe.${info.project.name}.${asks}@example.org`;
  const password = `norfolk reed and ${asks} skies`;
  let recovery: string[] = [];
  let key = "";

  /** Each code works once, so each sign-in takes another recovery code. */
  const finishWithRecoveryCode = async () => {
    await heading(page, "Enter your code");
    await page.getByLabel("Code", { exact: true }).fill(recovery.pop() ?? "");
    await press(page, "Sign in");
    await heading(page, "Your account");
  };

  await step("An administrator adds somebody, and is told what is missing.", async () => {
    await signInAs(page, "admin@example.org", "/team/people/new");
    await press(page, "Continue");
    await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
    await page.getByLabel("Name").fill("Amina Okafor");
    await page.getByLabel("E-mail address").fill(email);
    await press(page, "Continue");
    await heading(page, "Grant a role");
  });
  await step("They make her staff of the ICB.", async () => {
    await page.getByLabel("ICB staff").check();
    await press(page, "Grant the role");
    await expect(page.getByText("The role is granted")).toBeVisible();
    await signOut(page);
  });
  await step("She opens the invitation, and accepts it.", async () => {
    await page.goto(await linkInMail(page, email, /You are invited/));
    await heading(page, "Accept the invitation");
    await press(page, "Accept and sign in");
    await expect(page.getByText("One step is missing before you can use your role")).toBeVisible();
  });
  await step("She begins to set up the second step.", async () => {
    await page.getByRole("main").getByRole("link", { name: "Set up the second step" }).click();
    await press(page, "Set up the second step");
    await expect(page.getByRole("img", { name: /square code/ })).toBeVisible();
    key = await page.getByText("Type this key").locator("strong").innerText();
  });
  await step(
    "A wrong code is refused; the right one turns it on, and shows her recovery codes.",
    async () => {
      await page.getByLabel("Code", { exact: true }).fill("12");
      await press(page, "Turn the second step on");
      await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
      const totp = new TOTP({ secret: Secret.fromBase32(key.replace(/\s/g, "")) });
      await page.getByLabel("Code", { exact: true }).fill(totp.generate());
      await press(page, "Turn the second step on");
      await heading(page, "The second step is on");
      recovery = await page.locator(".recovery-code").allInnerTexts();
      expect(recovery).toHaveLength(10);
    },
  );
  await step("Her role is hers to use now.", async () => {
    await page.getByRole("link", { name: "I have kept them" }).click();
    await expect(page.getByRole("main")).toContainText("ICB staff");
    await expect(page.getByText("One step is missing")).toBeHidden();
    await signOut(page);
  });
  await step("She asks for a sign-in link, and is not told whether the address is known.", async () => {
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "Send me a sign-in link" }).click();
    await page.getByLabel("E-mail address").fill(` ${email.toUpperCase()}`);
    await press(page, "Send the link");
    await heading(page, "Look at your mail");
    await expect(page.getByRole("main")).toContainText("If that address has an account");
  });
  await step("The link opens a page with one button, and then asks for her code.", async () => {
    await page.goto(await linkInMail(page, email, /Your link to sign in/));
    await press(page, "Sign in");
    await finishWithRecoveryCode();
    await signOut(page);
  });
  await step(
    "She has forgotten that she never had a password, and chooses one that is too common.",
    async () => {
      await page.goto("/sign-in");
      await page.getByRole("link", { name: "Forgotten your password?" }).click();
      await page.getByLabel("E-mail address").fill(email);
      await press(page, "Send the link");
      await page.goto(await linkInMail(page, email, /Choose a new password/));
      await page.getByLabel("New password").fill("password1234");
      await press(page, "Save the password");
      await expect(page.getByRole("link", { name: /harder to guess/ })).toBeVisible();
    },
  );
  await step("She chooses a better one; her second step is still asked for.", async () => {
    await page.getByLabel("New password").fill(password);
    await press(page, "Save the password");
    await finishWithRecoveryCode();
  });
  await step("She asks to change her address.", async () => {
    await page.goto("/account/email");
    await page.getByLabel("New e-mail address").fill(newEmail);
    await press(page, "Send the links");
    await expect(page.getByText("We have sent a mail to both addresses")).toBeVisible();
  });
  await step("She confirms it at the old address, then at the new.", async () => {
    await page.goto(await linkInMail(page, email, /Is this change of address right/));
    await press(page, "Confirm the change");
    await heading(page, "Confirmed at this end");
    await page.goto(await linkInMail(page, newEmail, /Confirm your new address/));
    await press(page, "Confirm the change");
    await heading(page, "The address is changed");
  });
  await step("She sees where she is signed in, and signs out everywhere.", async () => {
    await page.goto("/account/sessions");
    await expect(page.getByText("This one")).toBeVisible();
    await press(page, "Sign out everywhere");
    await heading(page, "Sign in");
  });
  await step("She signs in with the new address, and looks at what is held about her.", async () => {
    await page.getByLabel("E-mail address").fill(newEmail);
    await page.getByLabel("Password").fill(password);
    await press(page, "Sign in");
    await finishWithRecoveryCode();
    await page.getByRole("link", { name: "What we hold about you" }).click();
    await expect(page.getByRole("main")).toContainText(newEmail);
  });
  await step("She erases her account, having typed the word.", async () => {
    await page.goto("/account/erasure");
    await press(page, "Erase my account");
    await expect(page.getByRole("link", { name: "Type the word ERASE to confirm" })).toBeVisible();
    await page.getByLabel("type the word ERASE").fill("erase");
    await press(page, "Erase my account");
    await heading(page, "Your account is erased");
  });
  await step("Nobody can sign in with it any more.", async () => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill(newEmail);
    await page.getByLabel("Password").fill(password);
    await press(page, "Sign in");
    await expect(page.getByText("The e-mail address or the password is not right").first()).toBeVisible();
  });
});

test("an owner invites an editor, and ends what they may do", async ({ page, step }, info) => {
  const email = `tom.${info.project.name}.${asks}@example.org`;
  await step("The owner of an organisation sees who keeps its record.", async () => {
    await signInAs(page, "owner@example.org", "/organisations/magdalen-street-neighbours/people");
    await heading(page, "People");
    await expect(page.getByRole("main")).toContainText("editor@example.org");
  });
  await step("They invite somebody by name and address.", async () => {
    await page.getByRole("link", { name: "Invite somebody" }).click();
    await page.getByLabel("Their name").fill("Tom Ridley");
    await page.getByLabel("Their e-mail address").fill(email);
    await press(page, "Send the invitation");
    await expect(page.getByText("The invitation is on its way")).toBeVisible();
    expect(await linkInMail(page, email, /You are invited/)).toContain("/invitations/");
  });
  await step("They end it again.", async () => {
    await page.goto("/organisations/magdalen-street-neighbours/people");
    await page.getByRole("row").filter({ hasText: email }).getByRole("link", { name: /End/ }).click();
    await press(page, "End the role");
    await expect(page.getByText("They can no longer edit")).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText(email);
  });
});
