import { eq, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import type { Letter } from "#app/domain/mail/letter.ts";
import { changes } from "#db/schema/accounts.ts";
import { mails } from "#db/schema/keeping/mails.ts";

/* What a verb leaves behind: its record, its mails, its jobs. */

export async function deedsOf({ db }: Ctx, nounId: string): Promise<string[]> {
  const rows = await db.select({ deed: changes.deed }).from(changes).where(eq(changes.nounId, nounId));
  return rows.map(({ deed }) => deed);
}

export async function mailsTo({ db }: Ctx, email: string) {
  return db.select().from(mails).where(eq(mails.toEmail, email)).orderBy(mails.createdAt);
}

/** The token in the address of a mail's button. */
export function tokenIn(mail: { letter: unknown } | undefined): string {
  const path = (mail?.letter as Letter | undefined)?.action?.path ?? "";
  return (
    path
      .replace(/[?#].*$/, "")
      .split("/")
      .at(-1) ?? ""
  );
}

/** The names of the jobs that wait, mails aside. */
export async function jobsOf({ db }: Ctx): Promise<string[]> {
  const rows = await db.execute(sql`
    select task_identifier as name from graphile_worker.jobs where task_identifier <> 'deliver-mail' order by id`);
  return [...rows].map(({ name }) => String(name));
}
