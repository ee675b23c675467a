import { type Command, Refused, type Terminal, TryAgain } from "./terminal.ts";

interface Entry {
  /** The noun, then the verb. */
  name: `${string} ${string}`;
  says: string;
  /** Loaded when it is called: a command without a database does not wait for one's packages. */
  load: () => Promise<Command>;
}

/** Every command of `assembly`. A new one is an entry here and a file beside this one. */
const entries: Entry[] = [
  {
    name: "calendar preview",
    says: "Show what a calendar file or address holds",
    load: async () => (await import("./calendars/preview.ts")).preview,
  },
  {
    name: "calendar connect",
    says: "Make a calendar a group's or an organisation's own",
    load: async () => (await import("./calendars/connect.ts")).connect,
  },
  {
    name: "calendar sync",
    says: "Read the connected calendars again",
    load: async () => (await import("./calendars/sync.ts")).sync,
  },
  {
    name: "calendar list",
    says: "Show the connected calendars and how each stands",
    load: async () => (await import("./calendars/sync.ts")).list,
  },
  {
    name: "places load",
    says: "Put the places, bodies and topics of Norfolk and Waveney into an empty site",
    load: async () => (await import("./places.ts")).load,
  },
  {
    name: "people invite",
    says: "Give somebody a role, and mail them the way in",
    load: async () => (await import("./people.ts")).invite,
  },
  {
    name: "mail receive",
    says: "Keep the answer to an invitation that a mail brings",
    load: async () => (await import("./mail.ts")).receive,
  },
  {
    name: "upkeep run",
    says: "Remind of what is due, and pass on what nobody saw to",
    load: async () => (await import("./upkeep.ts")).run,
  },
  {
    name: "demo generate",
    says: "Add invented organisations, to try it at size",
    load: async () => (await import("./demo.ts")).generate,
  },
  {
    name: "organisations import",
    says: "Add and update organisations from a CSV file",
    load: async () => (await import("./organisations/import.ts")).importOrganisations,
  },
  {
    name: "organisations export",
    says: "Write every organisation into a CSV file of the same shape",
    load: async () => (await import("./organisations/export.ts")).exportOrganisations,
  },
  {
    name: "registers import",
    says: "Take in the public extract of a register",
    load: async () => (await import("./organisations/registers.ts")).importRegister,
  },
];

/** Runs `assembly NOUN VERB …`; the exit code is 1, with one line for the person, if it could not be done; 75 if it may be later. */
export async function runCommand(args: string[], terminal: Terminal): Promise<0 | 1 | 75> {
  try {
    await dispatch(args, terminal);
    return 0;
  } catch (error) {
    terminal.complain(plainly(error));
    return error instanceof TryAgain ? 75 : 1;
  }
}

async function dispatch(args: string[], terminal: Terminal): Promise<void> {
  const asksForHelp = args.some((arg) => arg === "--help" || arg === "-h");
  const [noun = "", verb = "", ...rest] = args.filter((arg) => arg !== "--help" && arg !== "-h");
  if (noun === "" || (noun === "help" && verb === "")) return terminal.say(overview(entries));
  const ofNoun = entries.filter(({ name }) => name.startsWith(`${noun} `));
  const entry = ofNoun.find(({ name }) => name === `${noun} ${verb}`);
  if (entry) {
    const command = await entry.load();
    if (asksForHelp) terminal.say(command.help);
    else await command.run(rest, terminal);
  } else if (asksForHelp && ofNoun.length > 0 && verb === "") terminal.say(overview(ofNoun));
  else {
    const asked = `${noun} ${verb}`.trim();
    const known = (ofNoun.length > 0 ? ofNoun : entries).map(({ name }) => `“${name}”`).join(", ");
    throw new Refused(`There is no command “${asked}”. There is ${known}; --help says more.`);
  }
}

function overview(shown: Entry[]): string {
  const width = Math.max(...shown.map(({ name }) => name.length));
  const lines = shown.map(({ name, says }) => `  ${name.padEnd(width)}  ${says}`);
  return [
    "Usage: npm run assembly -- COMMAND [OPTIONS]",
    "",
    "Commands:",
    ...lines,
    "",
    "COMMAND --help tells what one command takes.",
  ].join("\n");
}

const expected = new Set([
  "Refused",
  "TryAgain",
  "NotFound",
  "NotAllowed",
  "Conflict",
  "Invalid",
  "NotACalendar",
  "Unreachable",
  "DatabaseUnavailable",
  "BadSetting",
]);

/** One line for a person. An error that nobody foresaw is named as one, without its stack. */
function plainly(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ").trim();
  if (error instanceof Error && expected.has(error.name)) return text;
  // What node:util's parseArgs says ends with advice on its own syntax.
  if (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
    return `${text.split(". ")[0]?.replace(/\.$/, "")}. --help says what can be given.`;
  }
  return `Something went wrong: ${text}`;
}
