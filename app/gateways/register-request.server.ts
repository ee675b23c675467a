import { Unreachable } from "./unreachable.ts";

interface Request {
  url: string;
  headers: Record<string, string>;
  /** For the whole of it. */
  timeoutMs?: number;
}

/** The JSON at an address of a register; null where the register answers that it has none. Throws Unreachable. */
export async function askRegister({ url, headers, timeoutMs = 5_000 }: Request): Promise<unknown> {
  const { host } = new URL(url);
  const options = { headers: { Accept: "application/json", ...headers }, redirect: "error" as const };
  let answer: Response;
  try {
    answer = await fetch(url, { ...options, signal: AbortSignal.timeout(timeoutMs) });
    if (answer.status === 404) return null;
    if (answer.ok) return await answer.json();
  } catch {
    throw new Unreachable(`${host} gave no answer that can be read within ${timeoutMs / 1000} seconds.`);
  }
  throw new Unreachable(`${host} answered with ${answer.status}.`);
}

/** Fields of an answer that somebody else shapes: read, never trusted to be there. */
export const fieldsOf = (answer: unknown): Record<string, unknown> =>
  answer !== null && typeof answer === "object" ? (answer as Record<string, unknown>) : {};

export const textOf = (field: unknown): string => (typeof field === "string" ? field.trim() : "");

export const listOf = (field: unknown): unknown[] => (Array.isArray(field) ? field : []);
