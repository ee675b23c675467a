/** What went wrong, in words for the person in front of it. */
export interface Problem {
  status: number;
  title: string;
  /** What to do now. */
  advice: string;
}

const KNOWN: Record<number, Omit<Problem, "status">> = {
  400: {
    title: "Something in that request was not right",
    advice: "Go back and try again. If you typed or pasted the address, check that it is whole.",
  },
  401: {
    title: "You are signed out",
    advice: "Sign in in another tab, then come back here and copy your words.",
  },
  403: {
    title: "You cannot see or do this with your account",
    advice:
      "Sign in with an account that has the right role, or ask an administrator of your organisation or group.",
  },
  404: {
    title: "Page not found",
    advice:
      "If you typed or pasted the address, check that it is right. The page may have moved or been taken down.",
  },
  405: {
    title: "That cannot be done here",
    advice: "Go back and use the form or the button on the page.",
  },
  409: {
    title: "Somebody else changed this first",
    advice:
      "Go back, reload the page to see what is there now, and make your change again. Nothing was overwritten.",
  },
  413: {
    title: "That is too much to send at once",
    advice: "Go back, shorten your text or choose a smaller file, and try again.",
  },
  422: {
    title: "We could not read part of that",
    advice: "Go back, check what was entered or what the address says, and try again.",
  },
  429: {
    title: "Too many requests",
    advice: "Wait a minute, then try again.",
  },
  500: {
    title: "Sorry, there is a problem with this page",
    advice: "It is our fault, not yours. Try again in a few minutes.",
  },
  503: {
    title: "Sorry, we cannot show this just now",
    advice: "Try again in a few minutes.",
  },
};

/** A deed that things as they are do not allow. The server says which and why, and nobody's words are at stake. */
const REFUSED: Problem = {
  status: 409,
  title: "That cannot be done now",
  advice: "Go back to the page to see how things stand.",
};

/** The words for what our doors answered: a conflict with a message of its own is not about two versions, unless it brings them. */
export function problemIn(status: number, said: Record<string, unknown>): Problem {
  const isRefused = status === 409 && typeof said.message === "string" && !said.versions;
  return isRefused ? REFUSED : problemOf(status);
}

/** Any status has a page: an unknown one is told as its family's. */
export function problemOf(status: number): Problem {
  const family = status >= 400 && status < 500 ? 400 : 500;
  const words = KNOWN[status] ?? KNOWN[family];
  return { status, title: words?.title ?? "", advice: words?.advice ?? "" };
}
