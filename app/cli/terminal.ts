/** Where a command speaks. Results go to `say`, so that they can be piped; all else goes to `complain`. */
export interface Terminal {
  say: (text: string) => void;
  complain: (text: string) => void;
  now: Date;
  /** A password: of a setting of the environment, else of whoever answers the question. Throws Refused. */
  askPassword: (setting: string, question: string) => Promise<string>;
}

/** `assembly NOUN VERB`: what it takes, in words, and what it does. Throws an Error with a plain message. */
export interface Command {
  help: string;
  run: (args: string[], terminal: Terminal) => Promise<void>;
}

/** The command was not given what it needs. The message says what to write instead. */
export class Refused extends Error {
  override name = "Refused";
}

/** It could not be done now, and may be later. A mail server's pipe then keeps the mail (EX_TEMPFAIL of sysexits.h). */
export class TryAgain extends Error {
  override name = "TryAgain";
}
