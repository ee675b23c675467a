import { eq, inArray } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import type { RecordContact, RecordPhone } from "#app/domain/services/record/service-record.ts";
import { contacts, phones } from "#db/schema/contacts.ts";
import type { Written } from "./write-section.server.ts";

/** A number that stays keeps its row, and what only that row knows (whether it is a text line or a fax). */
export async function writePhones(
  { db }: Ctx,
  { id }: Written,
  wanted: readonly RecordPhone[],
): Promise<void> {
  const before = await db.select().from(phones).where(eq(phones.serviceId, id));
  const left = [...before];
  for (const phone of wanted) {
    const at = left.findIndex(({ number }) => number === phone.number);
    const [known] = at < 0 ? [] : left.splice(at, 1);
    if (known) await db.update(phones).set(phone).where(eq(phones.id, known.id));
    else await db.insert(phones).values({ ...phone, serviceId: id });
  }
  const gone = left.map((row) => row.id);
  if (gone.length > 0) await db.delete(phones).where(inArray(phones.id, gone));
}

/** People to turn to, written anew with their numbers: each is shown to whom the person is shown. */
export async function writeContacts(
  { db }: Ctx,
  { id }: Written,
  wanted: readonly RecordContact[],
): Promise<void> {
  await db.delete(contacts).where(eq(contacts.serviceId, id));
  for (const { phones: numbers, ...contact } of wanted) {
    const [made] = await db
      .insert(contacts)
      .values({ ...contact, serviceId: id })
      .returning({ id: contacts.id });
    if (!made || numbers.length === 0) continue;
    const rows = numbers.map((number) => ({ number, contactId: made.id, isPublic: contact.isPublic }));
    await db.insert(phones).values(rows);
  }
}
