/** Doors whose pages are for one reader even when nobody is signed in: secret links, registrations, mails. */
const doors = [
  "/account",
  "/calendars/mine",
  "/cases",
  "/confirm",
  "/dev",
  "/forgotten-password",
  "/invitations",
  "/merges",
  "/register/",
  "/sign-in/",
  "/team",
];

/** Pages beside public ones that are for one reader: the address of their record stands between. */
const pages = [/^\/meetings\/[^/]+\/attendance\/?$/, /^\/groups\/[^/]+\/follow(\/|$)/];

/** Whether the page at this path is for whoever asked alone, to be kept nowhere. Remix matches in any case. */
export function isPrivateDoor(address: string): boolean {
  const path = address.toLowerCase();
  if (pages.some((page) => page.test(path))) return true;
  return doors.some((door) => path === door || path.startsWith(door.endsWith("/") ? door : `${door}/`));
}
