import { isAdministrator, isJob, isPartner } from "#app/domain/accounts/policy.ts";
import type { Actor } from "#app/domain/context.ts";

/** Writing many records at once, and seeing what a file would do. */
export const mayImport = (actor: Actor): boolean => isAdministrator(actor) || isJob(actor);

/** A file of every live record, with what is for partners only. */
export const mayExport = (actor: Actor): boolean => isPartner(actor);

/** Two records made one. */
export const mayMerge = (actor: Actor): boolean => isAdministrator(actor) || isJob(actor);

/** The list of every organisation in every state. */
export const mayListAll = (actor: Actor): boolean => isAdministrator(actor);
