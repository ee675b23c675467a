import type { Trouble } from "#app/gateways/unreachable.ts";

/** What to do, where something else helps than the usual advice on that kind of failure. */
export const remedies: Record<Exclude<Trouble, "password">, string[]> = {
  private: [
    "A calendar must be on the public internet for us to read it. Publish it there, or send it as a file.",
  ],
  circle: [
    "Open the address in a private window of your browser. If it does not open there either, tell whoever looks after that website.",
    "If it does, copy the address that the browser shows in the end, and enter that one.",
  ],
  "too-large": [
    "Publish a calendar that holds only what is for this place, or fewer years of it.",
    "Pictures and papers that are attached to events take most of the room: leave them out.",
  ],
  "no-https": [
    "Try it with http:// at its beginning.",
    "Then anybody on the way can read and change the calendar. Ask whoever looks after that website for https.",
  ],
  "no-proof": [
    "Your browser warns of such a website, too. Tell whoever looks after it. Until it is mended, send the calendar as a file.",
  ],
  "not-safe": [
    "Enter an address that begins with https:// and stays so. If there is none, send the calendar as a file.",
  ],
  "no-name": ["Look at the spelling, or copy the address again: a letter may be wrong, missing or too many."],
  "no-caldav": ["Give the address of the calendar instead of a user name and a password."],
  "other-house": ["Enter that other address if you know it, such as from the help pages of your provider."],
};

const page = /^<(!doctype|html|\?xml|head|body)/i;

export const isWebPage = (text: string): boolean => page.test(text.replace(/^\uFEFF/, "").trimStart());

/** What is no calendar, and is told by how it begins. */
const strangers: readonly [start: RegExp, what: string, step: string][] = [
  [/^PK\p{Cc}\p{Cc}/u, "a packed folder (ZIP)", "Unpack it, and send the file in it that ends in .ics."],
  [/^BEGIN:VCARD/i, "an address book", "Export the calendar of that program, not its contacts."],
  [
    page,
    "a web page",
    "Do not save the page itself: press its link “Export” or “Subscribe”, and send the file that ends in .ics.",
  ],
  [/^%PDF-/, "a PDF, which is for people to read", "Export the calendar as a file that ends in .ics."],
];

interface OtherBody {
  /** Null where the reading's own words say more. */
  problem: string | null;
  steps: string[];
}

/** What stands where a calendar was expected, by the beginning of its text, and what to do. */
export function onOtherBody(whole: string, isFile: boolean): OtherBody {
  const text = whole.replace(/^\uFEFF/, "").trim();
  const found = strangers.find(([start]) => start.test(text));
  if (found) return { problem: `This is ${found[1]}, not a calendar.`, steps: [found[2]] };
  if (text === "")
    return {
      problem: isFile ? "This file is empty." : "There is nothing at this address.",
      steps: [isFile ? exportAgain : nothingThere],
    };
  if (/^begin:\s*vcalendar\s*$/im.test(text))
    return { problem: null, steps: isFile ? [exportAgain] : cutOff };
  return isFile
    ? {
        problem: "This file is not a calendar.",
        steps: ["Export the calendar again, as “iCalendar” or “.ics”."],
      }
    : { problem: "What is at this address is not a calendar.", steps: notThere };
}

const exportAgain = "Export the calendar again, and wait until the file is saved whole.";
const nothingThere =
  "Open the address in your browser. If nothing comes there either, publish the calendar anew, and copy the address that it is given.";
const cutOff = [
  "Try again in a few minutes: it may have broken off on the way.",
  "If it stays so, tell whoever looks after that website, or send the calendar as a file.",
];
const notThere = [
  "Open the address in your browser. That of a calendar saves a file that ends in .ics, or shows lines of which the first is BEGIN:VCALENDAR.",
  "If it does something else, copy the address again from where the calendar is kept.",
];
