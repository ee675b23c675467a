import { and, eq } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { configuredRegisters, type Registers } from "#app/gateways/configured-registers.server.ts";
import type { LookUp } from "#app/gateways/register-entry.ts";
import { registerEntries, registerExtracts } from "#db/schema/keeping/registers.ts";
import type { IdentifierScheme } from "#db/vocabulary.ts";
import { answerOf, type NumberCheck, notChecked } from "./answer.ts";
import { readNumber } from "./number.ts";

/**
 * What the register says of a number and a name: asked over the web where a key is set, else looked up in the
 * imported extract. Never guessed: a register that does not answer is "not checked". It may take five seconds,
 * so ask before a transaction, not inside one.
 */
export async function checkNumber(
  ctx: Pick<Ctx, "db">,
  { scheme, number, name }: { scheme: IdentifierScheme; number: string; name: string },
  registers: Registers = configuredRegisters(),
): Promise<NumberCheck> {
  const read = readNumber(scheme, number);
  if (!read.ok) return notChecked;
  const live = scheme === "GB-CHC" || scheme === "GB-COH" ? registers[scheme] : undefined;
  const entry =
    (live && (await orSilence(live, read.number))) ?? (await findInExtract(ctx, scheme, read.number));
  return entry ? answerOf(entry.found, name) : notChecked;
}

interface Answered {
  found: { name: string; otherNames: string[]; isCurrent: boolean } | null;
}

/** Null where the register gave no answer: that it has no such number is an answer. */
async function orSilence(lookUp: LookUp, number: string): Promise<Answered | null> {
  try {
    return { found: await lookUp(number) };
  } catch (error) {
    if (error instanceof Error && error.name === "Unreachable") return null;
    throw error;
  }
}

/** Null where no extract of that register was imported. */
async function findInExtract(
  { db }: Pick<Ctx, "db">,
  scheme: IdentifierScheme,
  number: string,
): Promise<Answered | null> {
  const { name, otherNames, isCurrent } = registerEntries;
  const [row] = await db
    .select({ entry: { name, otherNames, isCurrent } })
    .from(registerExtracts)
    .leftJoin(
      registerEntries,
      and(eq(registerEntries.scheme, registerExtracts.scheme), eq(registerEntries.number, number)),
    )
    .where(eq(registerExtracts.scheme, scheme));
  return row ? { found: row.entry } : null;
}
