import { isAllowed, redirectedTo } from "./address.ts";
import { explained, forbidden } from "./failures.ts";
import { hostInWords } from "./host-in-words.ts";
import { authorizationFor, type Login } from "./login.ts";
import { type Answer, ask, type Limits, type WebRequest } from "./web-request.server.ts";

const mostRedirects = 5;

/**
 * Asks an address and goes where it sends us, each time checked anew, within one span of time. The password goes only
 * to the origin that it was given for. Throws Unreachable.
 */
export async function follow(
  start: URL,
  request: WebRequest,
  limits: Limits,
  login: Login | null = null,
): Promise<Answer> {
  const deadline = AbortSignal.timeout(limits.timeoutMs);
  let url = start;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const headers = { ...request.headers, ...authorizationFor(url, login, isAllowed(url, limits.allow)) };
    const answer = await ask(url, { ...request, headers }, limits, deadline);
    const target = targetOf(answer);
    if (target === null) return answer;
    answer.drop();
    url = redirectedTo(target, url, limits.allow);
    if (deadline.aborted) throw explained(deadline.reason, url.hostname, limits.timeoutMs);
  }
  const host = hostInWords(url.hostname);
  throw forbidden(`${host} sends from one address to another more than ${mostRedirects} times.`, "circle");
}

function targetOf({ status, headers, url }: Answer): string | null {
  if (![301, 302, 303, 307, 308].includes(status) || !headers.location) return null;
  return URL.canParse(headers.location, url) ? new URL(headers.location, url).href : headers.location;
}
