import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openMailer, readOutbox } from "#app/gateways/mailer.server.ts";

const folder = mkdtempSync(path.join(tmpdir(), "outbox-"));
afterAll(() => rmSync(folder, { recursive: true }));

const mail = (to: string) => ({
  to,
  subject: `For ${to}`,
  text: "Words",
  html: "<p>Words</p>",
  messageId: `<${to.length}-id@example.org>`,
  kind: "test",
});

describe("the outbox folder", () => {
  test("is empty before the first mail", () => expect(readOutbox(undefined, folder)).toEqual([]));
  test("keeps mails whole, newest first, to be read for one address", async () => {
    const { send } = openMailer({ MAIL_FROM: "Assembly <a@example.org>", DATA_DIR: folder });
    await send(mail("ada@example.org"));
    await new Promise((resolve) => setTimeout(resolve, 2));
    await send(mail("grace.h@example.org"));
    expect(readOutbox(undefined, folder).map(({ to }) => to)).toEqual([
      "grace.h@example.org",
      "ada@example.org",
    ]);
    expect(readOutbox("ADA@example.org", folder)).toMatchObject([
      {
        subject: "For ada@example.org",
        text: "Words",
        html: "<p>Words</p>",
        from: "Assembly <a@example.org>",
      },
    ]);
  });
});

test("a mail server that is not there is an error, so that the queue tries again", async () => {
  const { send } = openMailer({
    SMTP_URL: "smtp://127.0.0.1:1",
    MAIL_FROM: "a@example.org",
    DATA_DIR: folder,
  });
  await expect(send(mail("ada@example.org"))).rejects.toThrow(/ECONNREFUSED/);
});
