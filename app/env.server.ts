import * as v from "valibot";

/** Every setting, each with its default and why one would change it. */
const Settings = v.object({
  /** Where to listen. */
  PORT: withDefault("3000", wholeNumber(0, 65_535)),
  /** Which network to listen on: every one, so that a container answers; 127.0.0.1 when only a proxy beside it may. */
  HOST: withDefault("0.0.0.0", v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"))),
  /** A PostgreSQL server that is already there; left out, one of our own starts by itself. */
  DATABASE_URL: v.optional(postgresUrl()),
  /** Where the database of our own lives; a second copy on one machine needs a second folder. */
  DATA_DIR: withDefault(".data", v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"))),
  /** Most database connections at once; several web processes share the server's limit. */
  DATABASE_POOL: withDefault("10", wholeNumber(1, 200)),
  /** The address people use, without a path. https here turns on HSTS and Secure cookies; links in feeds use it. */
  PUBLIC_URL: v.optional(origin()),
  /** How much to write to the log. */
  LOG_LEVEL: withDefault("info", oneOf("fatal", "error", "warn", "info", "debug", "trace", "silent")),
  /** Most bytes one form or upload may have. */
  BODY_LIMIT: withDefault("2000000", wholeNumber(1_000, 1_000_000_000)),
  /** `auto` fills an empty database with the demonstration; `off` leaves it empty, for a real site. */
  DEMO_DATA: withDefault("auto", oneOf("auto", "off")),
  /** The mail server, as smtp://user:password@host:587 or smtps://…; left out, mails go into DATA_DIR/outbox. */
  SMTP_URL: v.optional(smtpUrl()),
  /** Whom mails come from: an address that people may answer to. */
  MAIL_FROM: withDefault(
    "Assembly <assembly@example.org>",
    v.pipe(v.string(), v.trim(), v.includes("@", "must hold an e-mail address")),
  ),
  /** Where answers to invitations are to come, such as answers@assembly.example.org; left out, they go to MAIL_FROM. */
  ANSWERS_ADDRESS: v.optional(mailAddress()),
  /** Where this process listens for that mail, as lmtp://127.0.0.1:2424 or smtp://…; off unless set. */
  INBOUND_MAIL: v.optional(inboundUrl()),
  /** Seals what must be read again, such as keys of second steps; left out, a key is made in DATA_DIR. Several servers need one. */
  SECRET_KEY: v.optional(v.pipe(v.string(), v.minLength(32, "must have at least 32 characters"))),
  /** `on` runs the jobs (mails, reminders, index) inside the web process; `off` leaves them to other processes. */
  WORKER: withDefault("on", oneOf("on", "off")),
  /** Keys of the public registers' own services; without one, the imported extract answers, or nothing is checked. */
  CHARITY_COMMISSION_KEY: v.optional(v.pipe(v.string(), v.trim())),
  COMPANIES_HOUSE_KEY: v.optional(v.pipe(v.string(), v.trim())),
  /** Hosts of a private network whose calendars may be read, as host or host:port with commas between; none otherwise. */
  CALENDAR_HOSTS: withDefault("", hosts()),
  /** How many proxies stand before us and add to X-Forwarded-For; 0 takes the address of the connection itself. */
  PROXIES: withDefault("0", wholeNumber(0, 5)),
});

type Parsed = v.InferOutput<typeof Settings>;

export type Env = Omit<Parsed, "PUBLIC_URL"> & {
  /** As given, else this machine's own name with the port. */
  PUBLIC_URL: string;
};

/** A setting that cannot be used. The message names it and says what it should be. */
export class BadSetting extends Error {
  override name = "BadSetting";
}

/** Reads settings from any table of texts. An empty text counts as left out. Throws BadSetting. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, text]) => text?.trim()));
  const result = v.safeParse(Settings, given);
  if (result.success) {
    if (result.output.INBOUND_MAIL && !result.output.ANSWERS_ADDRESS)
      throw new BadSetting("The setting INBOUND_MAIL needs ANSWERS_ADDRESS: where answers are to come.");
    const { PUBLIC_URL = `http://localhost:${result.output.PORT}` } = result.output;
    return { ...result.output, PUBLIC_URL };
  }
  throw new BadSetting(
    result.issues.map((issue) => complaint(v.getDotPath(issue) ?? "", issue.message, issue.input)).join("\n"),
  );
}

const secrets = new Set(["DATABASE_URL", "SMTP_URL", "SECRET_KEY"]);

/** Repeats what was given, save for what is or may hold a secret. */
function complaint(name: string, message: string, input: unknown): string {
  return `The setting ${name} ${message}${secrets.has(name) ? "" : `; it is "${input}"`}.`;
}

/** This process's settings, parsed once. A bad one ends the process with its message: nothing could run rightly. */
export const env: Env = readOrExit();

function readOrExit(): Env {
  try {
    return readEnv(process.env);
  } catch (error) {
    if (!(error instanceof BadSetting)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

function withDefault<Output>(fallback: string, schema: v.GenericSchema<string, Output>) {
  return v.optional(schema, fallback);
}

function wholeNumber(least: number, most: number) {
  const message = `must be a whole number from ${least} to ${most}`;
  return v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^\d{1,10}$/, message),
    v.transform(Number),
    v.minValue(least, message),
    v.maxValue(most, message),
  );
}

function oneOf<const Word extends string>(...words: Word[]) {
  return v.picklist(words, `must be one of ${words.join(", ")}`);
}

function postgresUrl() {
  const message = "must be an address such as postgres://user:password@host:5432/database";
  return v.pipe(
    v.string(),
    v.trim(),
    v.check((text) => /^postgres(ql)?:$/.test(parseUrl(text)?.protocol ?? ""), message),
  );
}

function smtpUrl() {
  const message = "must be an address such as smtp://user:password@host:587";
  return v.pipe(
    v.string(),
    v.trim(),
    v.check((text) => /^smtps?:$/.test(parseUrl(text)?.protocol ?? ""), message),
  );
}

function inboundUrl() {
  const message = "must be an address such as lmtp://127.0.0.1:2424 or smtp://127.0.0.1:2525";
  return v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^(?:lmtp|smtp):\/\/(?:[\w.-]+|\[[\da-f:]+\]):\d{1,5}$/i, message),
    v.check((text) => URL.canParse(text), message),
  );
}

function mailAddress() {
  const message = "must be one plain e-mail address, such as answers@assembly.example.org";
  return v.pipe(v.string(), v.trim(), v.regex(/^[\w.-]{1,30}@[\w.-]+$/, message), v.toLowerCase());
}

function origin() {
  const message = "must be an address without a path, such as https://assembly.example.org";
  return v.pipe(
    v.string(),
    v.trim(),
    v.check((text) => {
      const url = parseUrl(text);
      return (
        url !== undefined &&
        /^https?:$/.test(url.protocol) &&
        url.pathname === "/" &&
        !url.search &&
        !url.hash
      );
    }, message),
    v.transform((text) => new URL(text).origin),
  );
}

function hosts() {
  const message = "must be hosts with commas between, such as calendar.intranet.example,10.0.0.5:5232";
  const read = (text: string) => text.split(",").flatMap((host) => host.trim().toLowerCase() || []);
  return v.pipe(
    v.string(),
    v.transform(read),
    v.everyItem((host) => parseUrl(`x://${host}`)?.host === host, message),
  );
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
