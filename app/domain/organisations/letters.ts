import type { Letter } from "#app/domain/mail/letter.ts";
import { paths } from "#app/paths.ts";

interface Named {
  slug: string;
  name: string;
}

/** Signs in whom we let in, and leads straight to what is theirs. */
const signInTo = (slug: string, token: string) =>
  paths.openSignInLink(token, { next: paths.editOrganisation(slug) });

const registered = (name: string) => `You get this mail because you registered ${name} with us.`;

/** Where to turn once a link has been used, or is too old; in words, so that the letter's button stays its one link. */
const freshLinks =
  "After that, “Register your organisation” on our pages has a new link mailed to this address.";
const signInLater = "After that, have a new one mailed to this address on the sign-in page.";

/** Opens a registration on another device, once. */
export const continueLetter = (name: string, token: string): Letter => ({
  kind: "continue registration",
  subject: `Go on registering ${name}`,
  body: [
    `This link opens your registration of ${name}, on any device. It works once, within 7 days.`,
    "Everything that you have written so far is saved.",
    freshLinks,
  ],
  action: { label: "Go on with the registration", path: paths.continueRegistration(token) },
  reason: `You get this mail because somebody asked us to send a link for the registration of ${name} to this address.`,
});

export const receivedLetter = (name: string, token: string): Letter => ({
  kind: "registration received",
  subject: `We have your registration of ${name}`,
  body: [
    `Thank you. Somebody who knows your area, or the Assembly team, looks at the registration of ${name} next.`,
    "They approve it, ask you a question, or tell you why not. Whatever they do, you hear of it by e-mail. We aim to answer within two weeks.",
    "The button shows what you sent. It works once, within 7 days.",
    freshLinks,
    "If something in it is wrong, or two weeks have passed, answer this mail: it reaches the Assembly team.",
  ],
  action: { label: "See what you sent", path: paths.continueRegistration(token) },
  reason: registered(name),
});

export const approvedLetter = (at: Named, token: string): Letter => ({
  kind: "registration approved",
  subject: `${at.name} is in the directory`,
  body: [
    `${at.name} is published, and it is yours to keep. You need no password: the button signs you in. It works once, and for 3 days.`,
    signInLater,
    { link: { label: "The page that everybody sees", path: paths.organisation(at.slug) } },
    "Add what you do as services next, so that people who look for help find you.",
  ],
  action: { label: "Sign in and keep your record", path: signInTo(at.slug, token) },
  reason: registered(at.name),
});

export const declinedLetter = (name: string, reason: string, token: string): Letter => ({
  kind: "registration declined",
  subject: `Your registration of ${name} was not approved`,
  body: [
    `We could not put ${name} into the directory as it stands. This is why:`,
    { quote: reason },
    "Nothing that you wrote is lost. You can change it and send it again with the button. It works once, within 7 days.",
    freshLinks,
  ],
  action: { label: "Change the registration", path: paths.continueRegistration(token) },
  reason: registered(name),
});

const claimed = (name: string) => `You get this mail because you asked to keep the record of ${name}.`;

export const claimReceivedLetter = ({ name }: Named): Letter => ({
  kind: "claim received",
  subject: `You asked to keep the record of ${name}`,
  body: [
    "Thank you. Somebody who knows your area, or the Assembly team, checks that it is you.",
    "They approve it, ask you a question, or tell you why not. Whatever they do, you hear of it by e-mail. We aim to answer within two weeks.",
    "If you have not heard from us by then, answer this mail: it reaches the Assembly team.",
  ],
  reason: claimed(name),
});

/** To those who keep the record already. */
export const claimToldLetter = ({ name }: Named, claimant: string): Letter => ({
  kind: "claim told",
  subject: `Somebody asks to keep the record of ${name} too`,
  body: [
    `${claimant} asks to keep the record of ${name}. The network’s lead or the Assembly team decides it; nothing has changed yet.`,
    "If you do not know them, or think that it is not right, answer whoever gets in touch with you about it.",
  ],
  reason: `You get this mail because you keep the record of ${name}.`,
});

export const claimApprovedLetter = (at: Named, token: string): Letter => ({
  kind: "claim approved",
  subject: `You keep the record of ${at.name} now`,
  body: [
    "You need no password: the button signs you in. It works once, and for 3 days. Please look whether everything is still right.",
    signInLater,
  ],
  action: { label: "Sign in and keep the record", path: signInTo(at.slug, token) },
  reason: claimed(at.name),
});

export const claimDeclinedLetter = ({ name }: Named, reason: string): Letter => ({
  kind: "claim declined",
  subject: `The record of ${name} stays as it is`,
  body: ["We could not give you the record to keep. This is why:", { quote: reason }],
  reason: claimed(name),
});

const changed = (name: string) => `You get this mail because you changed the record of ${name}.`;

export const changeApprovedLetter = (at: Named): Letter => ({
  kind: "change approved",
  subject: `Your change to ${at.name} is published`,
  body: [`What you changed in the record of ${at.name} is approved, and everybody sees it now.`],
  action: { label: "Look at the page", path: paths.organisation(at.slug) },
  reason: changed(at.name),
});

export const changeDeclinedLetter = (at: Named, reason: string): Letter => ({
  kind: "change declined",
  subject: `Your change to ${at.name} was not approved`,
  body: ["The published record stays as it was. This is why:", { quote: reason }],
  action: { label: "Open the record", path: paths.editOrganisation(at.slug) },
  reason: changed(at.name),
});
