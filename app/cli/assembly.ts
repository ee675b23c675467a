import { askPassword } from "./ask-password.ts";
import { runCommand } from "./commands.ts";

/** `npm run assembly -- …`: build/assembly.js is this file, bundled. */

// A reader that has seen enough (`… | head`) is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

process.exitCode = await runCommand(process.argv.slice(2), {
  say: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
  now: new Date(),
  askPassword,
});
