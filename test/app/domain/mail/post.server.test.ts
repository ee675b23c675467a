import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { deliverMail } from "#app/domain/mail/deliver-mail.server.ts";
import type { Letter } from "#app/domain/mail/letter.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { openMailer } from "#app/gateways/mailer.server.ts";
import { mails } from "#db/schema/keeping/mails.ts";
import { connection, NOW, test } from "#test/setup/context.ts";
import { startMailServer } from "#test/setup/mail-server.ts";

const letter: Letter = {
  kind: "sign-in link",
  subject: "Your link – ŵ",
  body: ["Hello"],
  action: { label: "Sign in", path: "/sign-in/link/abc" },
  reason: "You get this mail because you asked for it.",
};
const ada = { email: " ada@example.org " };
const SITE = "https://assembly.example.org";

let server: Awaited<ReturnType<typeof startMailServer>>;
let refuses = false;

beforeAll(async () => {
  server = await startMailServer({ refuse: () => refuses });
});
afterAll(() => server.stop());
beforeEach(() => {
  refuses = false;
  server.received.length = 0;
});

const mailer = () =>
  openMailer({ SMTP_URL: server.url, MAIL_FROM: "Assembly <a@example.org>", DATA_DIR: "/nowhere" });
const posted = async (ctx: Ctx) => (await ctx.db.select().from(mails))[0] ?? expect.fail("no mail");

describe("a posted letter", () => {
  test("waits with a job to send it, and goes out once", async ({ ctx }) => {
    await post(ctx, ada, letter, { recordId: "00000000-0000-4000-8000-000000000001" });
    const { id } = await posted(ctx);
    const [job] = await ctx.db.execute(sql`select task_identifier as task from graphile_worker.jobs`);
    expect(job).toEqual({ task: "deliver-mail" });
    await deliverMail(ctx, id, mailer(), SITE);
    await deliverMail(ctx, id, mailer(), SITE);
    expect(server.received).toHaveLength(1);
    const [mail] = server.received;
    expect(mail).toMatchObject({
      recipients: ["ada@example.org"],
      subject: "Your link – ŵ",
      messageId: `<${id}@assembly.example.org>`,
    });
    expect(mail?.text).toContain(`${SITE}/sign-in/link/abc`);
    expect(mail?.html).toContain(`href="${SITE}/sign-in/link/abc"`);
    expect(mail?.headers).toContainEqual(
      expect.objectContaining({ key: "auto-submitted", value: "auto-generated" }),
    );
  });
  test("with an invitation has it as the last alternative and as a file, as Outlook, Gmail and Apple Mail want it", async ({
    ctx,
  }) => {
    const text = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Ŵyrd\r\nEND:VCALENDAR\r\n";
    await post(ctx, ada, { ...letter, calendar: { method: "REQUEST", text } });
    await deliverMail(ctx, (await posted(ctx)).id, mailer(), SITE);
    const [mail] = server.received;
    const raw = mail?.raw ?? "";
    const types = [...raw.matchAll(/^Content-Type: ([\w/-]+)/gim)].map(([, type]) => type);
    expect(types).toEqual([
      "multipart/mixed",
      ...["multipart/alternative", "text/plain", "text/html", "text/calendar"],
      "application/ics",
    ]);
    expect(raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST\r?$/im);
    expect(raw).toMatch(/^Content-Disposition: attachment; filename=invitation\.ics\r?$/im);
    // On the wire, as parsers give texts their own line ends
    const file = raw.split(/Content-Transfer-Encoding: base64\r\n\r\n/).at(-1) ?? "";
    expect(Buffer.from(file.split("--")[0] ?? "", "base64").toString()).toBe(text);
    expect(mail?.attachments).toMatchObject([
      { mimeType: "text/calendar", method: "REQUEST" },
      { mimeType: "application/ics", filename: "invitation.ics", disposition: "attachment" },
    ]);
  });
  test("is forgotten once it went, but for whom it went to and when", async ({ ctx }) => {
    await post(ctx, ada, letter);
    const { id } = await posted(ctx);
    await deliverMail(ctx, id, mailer(), SITE);
    expect(await posted(ctx)).toMatchObject({
      letter: null,
      sentAt: NOW,
      toEmail: "ada@example.org",
      problem: null,
    });
  });
  test("stays when the mail server refuses it, and goes out later", async ({ ctx }) => {
    await post(ctx, ada, letter);
    const { id } = await posted(ctx);
    refuses = true;
    await expect(deliverMail(ctx, id, mailer(), SITE)).rejects.toThrow("Try again later");
    expect(await posted(ctx)).toMatchObject({
      sentAt: null,
      attempts: 1,
      problem: expect.stringContaining("451"),
    });
    refuses = false;
    await deliverMail(ctx, id, mailer(), SITE);
    expect(server.received).toHaveLength(1);
  });
  test("with a key goes once, however often it is posted", async ({ ctx }) => {
    for (const _ of [1, 2, 3]) await post(ctx, ada, letter, { onceKey: "due 2026-05-01" });
    expect(await ctx.db.select({ id: mails.id }).from(mails)).toHaveLength(1);
  });
  test("is gone with the change that it belongs to", async ({ ctx }) => {
    const undone = ctx.db.transaction(async (db) => {
      await post({ ...ctx, db }, ada, letter);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await ctx.db.select().from(mails)).toEqual([]);
    expect([...(await ctx.db.execute(sql`select from graphile_worker.jobs`))]).toEqual([]);
  });
});

test("two workers with one mail send it once", async () => {
  const { db } = connection();
  const ctx: Ctx = { actor: { kind: "job", name: "test" }, db, now: NOW };
  await post(ctx, ada, letter);
  const { id } = await posted(ctx);
  await Promise.all([1, 2, 3].map(() => deliverMail(ctx, id, mailer(), SITE)));
  await db.delete(mails).where(eq(mails.id, id));
  await db.execute(sql`select graphile_worker.remove_job(${`mail ${id}`})`);
  expect(server.received).toHaveLength(1);
});
