import { type Program, programs, recognise } from "./recognise.ts";

/** Where app passwords are made, in the words that stand on the screens there, and who signs in with them. */
export const appPasswords = {
  icloud: {
    where: "at account.apple.com, under “Sign-In and Security”, then “App-Specific Passwords”",
    userName: "For iCloud it is the whole e-mail address of your Apple account.",
  },
  fastmail: {
    where: "in “Settings”, under “Privacy & Security”, then “App passwords”",
    userName: "For Fastmail it is your whole e-mail address.",
  },
  nextcloud: {
    where: "in “Personal settings”, under “Security”, at the end: “Create new app password”",
    userName: "Nextcloud shows it beside a new app password. It may be another than your e-mail address.",
  },
} as const;

/** What to do for somebody whose user name and password were not taken. */
export function afterRefusal(source: string): string[] {
  const program = programOf(source);
  if (program && Object.hasOwn(appPasswords, program)) {
    const { where, userName } = appPasswords[program as keyof typeof appPasswords];
    return [
      `Look at the user name. ${userName}`,
      `Enter an app password, not your usual one. In ${programs[program]} it is made ${where}.`,
    ];
  }
  return [
    "Look at the user name. Some servers want your whole e-mail address, others only a name.",
    "Enter an app password, not your usual one, and make a new one if that is not taken. “Where app passwords are made” tells where in iCloud, Fastmail and Nextcloud.",
  ];
}

/** A mail address says it by its domain. */
function programOf(source: string): Program | null {
  const address = source.replace(/^caldavs?:/i, "https:");
  return recognise({ address: /^https?:/i.test(address) ? address : `https://${address.split("@").at(-1)}` });
}
