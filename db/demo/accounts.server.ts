import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import type { Database } from "#db/client.server.ts";
import { people, roleGrants } from "#db/schema/accounts.ts";
import { type Role, roles } from "#db/vocabulary.ts";
import { groupId } from "./groups/group-id.server.ts";
import { idOf } from "./identity.server.ts";
import { rowsOf, type TableRows } from "./insert.server.ts";
import { organisationId } from "./organisations/organisation-rows.server.ts";

export interface DemoAccount {
  role: string;
  name: string;
  email: string;
  password: string;
}

/** One for all demo accounts, printed at the start: it protects nothing. */
const PASSWORD = "wherry-and-reed-bed";

interface DemoPerson {
  role: Role;
  name: string;
  email: string;
  scopes: string[];
}

const demoPeople: DemoPerson[] = [
  {
    role: "organisation-owner",
    name: "Demo Owner, Magdalen Street Neighbours",
    email: "owner@example.org",
    scopes: [organisationId("magdalen-street-neighbours")],
  },
  {
    role: "organisation-editor",
    name: "Demo Editor, Magdalen Street Neighbours",
    email: "editor@example.org",
    scopes: [organisationId("magdalen-street-neighbours")],
  },
  {
    role: "group-lead",
    name: "Demo Lead, Norwich VCSE Place Network",
    email: "lead@example.org",
    scopes: [groupId("norwich-place-network")],
  },
  {
    role: "secretariat",
    name: "Demo Secretariat, Norwich",
    email: "secretariat@example.org",
    scopes: [groupId("norwich-place-board"), groupId("norwich-partnership")],
  },
  { role: "icb-staff", name: "Demo Partnership Manager, ICB", email: "icb@example.org", scopes: [] },
  { role: "administrator", name: "Demo Administrator", email: "admin@example.org", scopes: [] },
];

export const personIdOf = (email: string) => idOf(`person:${email}`);

export async function accountRows(now: Date): Promise<TableRows[]> {
  const passwordHash = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  return [
    rowsOf(
      people,
      demoPeople.map(({ name, email }) => ({
        id: personIdOf(email),
        name,
        email,
        passwordHash,
        emailVerifiedAt: now,
        isDemo: true,
      })),
    ),
    rowsOf(
      roleGrants,
      demoPeople.flatMap(({ role, email, scopes }) =>
        (scopes.length === 0 ? [null] : scopes).map((scopeId) => ({
          id: idOf(`role-grant:${email}:${role}:${scopeId}`),
          personId: personIdOf(email),
          role,
          scopeId,
          grantedAt: now,
        })),
      ),
    ),
  ];
}

/** The demo accounts that this database holds: none once an administrator has removed them. */
export async function demoAccounts(db: Database): Promise<DemoAccount[]> {
  const present = await db.select({ email: people.email }).from(people).where(eq(people.isDemo, true));
  const emails = new Set(present.map((person) => person.email));
  return demoPeople
    .filter((person) => emails.has(person.email))
    .map(({ role, name, email }) => ({ role: roles[role], name, email, password: PASSWORD }));
}
