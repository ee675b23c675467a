import { type SQL, sql } from "drizzle-orm";
import { isPartner } from "#app/domain/accounts/policy.ts";
import type { Actor } from "#app/domain/context.ts";

/** Somebody to turn to. `isPublic` false: shown to partners, and said so beside it. */
export interface Contact {
  name: string | null;
  title: string | null;
  email: string | null;
  phones: Phone[];
  isPublic: boolean;
}

export interface Phone {
  number: string;
  extension: string | null;
  description: string;
  isPublic: boolean;
}

/** Contacts of the rows that `owned` picks (alias `ct`) as JSON, with the phones that the actor may see. */
export function contactsJson(actor: Actor, owned: SQL): SQL<Contact[]> {
  return sql<Contact[]>`(
    select coalesce(json_agg(json_build_object(
      'name', ct.name, 'title', ct.title, 'email', ct.email, 'isPublic', ct.is_public,
      'phones', ${phonesJson(actor, sql`ph.contact_id = ct.id`)}) order by ct.name nulls last, ct.id), '[]')
    from contacts ct where (${owned}) and ${shownTo(actor, sql`ct.is_public`)})`;
}

/** Phones of the rows that `owned` picks (alias `ph`) as JSON. */
export function phonesJson(actor: Actor, owned: SQL): SQL<Phone[]> {
  return sql<Phone[]>`(
    select coalesce(json_agg(json_build_object(
      'number', ph.number, 'extension', ph.extension, 'description', ph.description, 'isPublic', ph.is_public)
      order by ph.number, ph.id), '[]')
    from phones ph where (${owned}) and ${shownTo(actor, sql`ph.is_public`)})`;
}

function shownTo(actor: Actor, isPublic: SQL): SQL {
  return isPartner(actor) ? sql`true` : isPublic;
}
