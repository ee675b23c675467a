import type { Database } from "#db/client.server.ts";
import type { Role } from "#db/vocabulary.ts";

/** A role held now; `scopeId` is the organisation or group it is limited to, if it is. */
export interface HeldRole {
  role: Role;
  scopeId: string | null;
}

/** Who is asking. `job` is the product's own clock and command line. */
export type Actor =
  | { kind: "visitor" }
  | {
      kind: "person";
      id: string;
      name: string;
      email: string;
      roles: HeldRole[];
      /** Roles that are theirs, and that they may use once their second step is on. */
      heldBack?: HeldRole[];
    }
  | { kind: "api-client"; id: string; name: string }
  | { kind: "job"; name: string };

export type Person = Extract<Actor, { kind: "person" }>;

/** What every verb is given: who asks, where the rows are, and what time it is. */
export interface Ctx {
  actor: Actor;
  db: Database;
  now: Date;
}
