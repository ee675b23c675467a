import type { Letter } from "#app/domain/mail/letter.ts";
import { paths } from "#app/paths.ts";

/* The letters of accounts. Each says what happened or what to do, and what to do if it was somebody else. */

const LEAVE_IT =
  "If you did not ask for this, you can leave this mail alone: without the link nothing happens, and nobody has seen your account.";
const NOT_ME = { label: "That was not me: choose a new password", path: paths.forgottenPassword() };

export function signInLink(token: string, next: string | null): Letter {
  return {
    kind: "sign-in link",
    subject: "Your link to sign in",
    body: ["This link signs you in. It works once, and for 15 minutes.", LEAVE_IT],
    action: { label: "Sign in", path: paths.openSignInLink(token, next ? { next } : {}) },
    reason: "You get this mail because somebody typed your address on our sign-in page.",
  };
}

export function passwordReset(token: string): Letter {
  return {
    kind: "password reset",
    subject: "Choose a new password",
    body: ["With this link you choose a new password. It works once, and for one hour.", LEAVE_IT],
    action: { label: "Choose a new password", path: paths.resetPassword(token) },
    reason: "You get this mail because somebody typed your address on our page for forgotten passwords.",
  };
}

/** The first password of an account, for those who have signed in by link alone so far. */
export function passwordChosen(): Letter {
  return {
    kind: "password chosen",
    subject: "Your account has a password now",
    body: [
      "A password for your account has just been chosen. Links to sign in still work. Everybody who was signed in to it elsewhere is signed out.",
      "If it was you, there is nothing to do.",
    ],
    action: NOT_ME,
    reason: "You get this mail because a password was chosen for your account.",
  };
}

export function passwordChanged(): Letter {
  return {
    kind: "password changed",
    subject: "Your password has been changed",
    body: [
      "The password of your account has just been changed. Everybody who was signed in to it elsewhere is signed out.",
      "If it was you, there is nothing to do.",
    ],
    action: NOT_ME,
    reason: "You get this mail because the password of your account was changed.",
  };
}

export function verifyAddress(token: string): Letter {
  return {
    kind: "verify address",
    subject: "Confirm your e-mail address",
    body: [
      "Confirm that this address is yours, so that we can reach you about what you look after. The link works once, and for one day.",
    ],
    action: { label: "Confirm this address", path: paths.verifyAddress(token) },
    reason: "You get this mail because your account with us has this address.",
  };
}

export function changeAddressOld(token: string, newEmail: string): Letter {
  return {
    kind: "change of address, old",
    subject: "Is this change of address right?",
    body: [
      `Somebody who is signed in to your account asks to change its address to ${newEmail}.`,
      "If it is right, confirm it here and also from the mail that went to the new address. Only when both have been confirmed does it change. The link works once, and for one day.",
      "If you did not ask for it, open the same link and refuse: then choose a new password, as somebody else may know yours.",
    ],
    action: { label: "Confirm or refuse", path: paths.changeAddress(token) },
    reason: "You get this mail because this is the address of your account until now.",
  };
}

export function changeAddressNew(token: string): Letter {
  return {
    kind: "change of address, new",
    subject: "Confirm your new address",
    body: [
      "Somebody asks to use this address for their account with us.",
      "If it was you, confirm it here and also from the mail that went to the address until now. Only when both have been confirmed does it change. The link works once, and for one day.",
      "If it was not you, open the same link and refuse, or leave this mail alone.",
    ],
    action: { label: "Confirm or refuse", path: paths.changeAddress(token) },
    reason: "You get this mail because somebody typed your address as their new one.",
  };
}

/** Nobody is told on our pages whose address is known; its owner is told here. */
export function addressTaken(): Letter {
  return {
    kind: "change of address, taken",
    subject: "This address has an account already",
    body: [
      "Somebody asks to use this address for their account with us, but it is the address of an account already.",
      "If it was you, sign in with this address instead; if you want one account instead of two, erase the one that you no longer need.",
    ],
    action: { label: "Sign in", path: paths.signIn() },
    reason: "You get this mail because somebody typed your address as their new one.",
  };
}

export function addressChanged(newEmail: string): Letter {
  return {
    kind: "address changed",
    subject: "The address of your account has been changed",
    body: [
      `From now on you sign in with ${newEmail}, and our mails go there. Both addresses were confirmed.`,
      "If it was not you, answer this mail at once: it reaches the Assembly team.",
    ],
    reason: "You get this mail because this was the address of your account until now.",
  };
}

export function secondStepOn(): Letter {
  return {
    kind: "second step on",
    subject: "Signing in now takes a second step",
    body: [
      "From now on your account asks for a code from your phone or computer as well. Everybody who was signed in elsewhere is signed out.",
      "Keep your recovery codes where you find them without your phone.",
      "If it was not you, somebody else was signed in to your account: choose a new password, and answer this mail: the Assembly team can switch the second step off.",
    ],
    action: { label: "See the second step of your account", path: paths.secondStep() },
    reason: "You get this mail because the second step of your account was set up.",
  };
}

export function secondStepOff(byTeam: boolean): Letter {
  return {
    kind: "second step off",
    subject: "The second step of your account is off",
    body: [
      `${byTeam ? "The Assembly team has switched off" : "You have switched off"} the second step of your account: signing in no longer asks for a code.`,
      "Roles that need it are held back until it is set up again.",
    ],
    action: { label: "Set it up again", path: paths.secondStep() },
    reason: "You get this mail because the second step of your account was switched off.",
  };
}

export function recoveryCodeUsed(left: number): Letter {
  return {
    kind: "recovery code used",
    subject: "A recovery code was used",
    body: [
      `One of the recovery codes of your account was used in place of a code from your phone. ${left === 1 ? "One code is" : `${left} codes are`} left.`,
      "If it was you, and your phone is lost, set the second step up anew. If it was not you, choose a new password at once.",
    ],
    action: { label: "See the second step of your account", path: paths.secondStep() },
    reason: "You get this mail because a recovery code of your account was used.",
  };
}

/** To somebody who has not been here yet. `role` in words: "editor of The Long Table". */
export function invitation(token: string, { role, by }: { role: string; by: string }): Letter {
  return {
    kind: "invitation",
    subject: `You are invited: ${role}`,
    body: [
      `${by} has made you ${role} on Assembly, where charities and community groups in Norfolk and Waveney say what they do.`,
      "Accept with this link: it signs you in, no password needed. It works once, and for seven days; after that you can ask for a new one on the sign-in page.",
      "If you do not know what this is about, leave this mail alone, and nothing happens.",
    ],
    action: { label: "Accept the invitation", path: paths.invitation(token) },
    reason: `You get this mail because ${by} gave your address.`,
  };
}

export function roleGranted({ role, by }: { role: string; by: string }): Letter {
  return {
    kind: "role granted",
    subject: `You are now ${role}`,
    body: [`${by} has made you ${role}. Your account shows what you can do.`],
    action: { label: "Go to your account", path: paths.account() },
    reason: "You get this mail because a role was added to your account.",
  };
}

export function roleEnded({ role, by }: { role: string; by: string }): Letter {
  return {
    kind: "role ended",
    subject: `You are no longer ${role}`,
    body: [
      `${by} has ended your role as ${role}. Your account and your other roles stay as they are.`,
      "If you think that this is a mistake, ask them, or answer this mail: it reaches the Assembly team.",
    ],
    reason: "You get this mail because a role of your account was ended.",
  };
}

/** The last mail to an address: it says that it is the last. */
export function erased(): Letter {
  return {
    kind: "account erased",
    subject: "Your account is erased",
    body: [
      "As you asked, your account is erased: your name, your address, your password and your roles are gone. You are signed out everywhere.",
      "What you published for organisations and groups stays, without your name. This is our last mail to you; within a day of it we forget this address too.",
    ],
    reason: "You get this mail because you erased your account.",
  };
}
