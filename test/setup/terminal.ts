import { runCommand } from "#app/cli/commands.ts";

/** What is typed where a command asks for a password. */
export const APP_PASSWORD = "four quiet herons wade";

/** Runs `assembly …` as at a terminal on 14 April 2026, and tells what it said. */
export async function assembly(...args: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const exitCode = await runCommand(args, {
    say: (text) => said.push(text),
    complain: (text) => complained.push(text),
    now: new Date("2026-04-14T09:00:00Z"),
    askPassword: async () => APP_PASSWORD,
  });
  return { exitCode, said: said.join("\n"), complained: complained.join("\n") };
}
