/** Whether an address is a machine's: those are answered in JSON, refusals too. Remix matches in any case. */
export function isMachineDoor(path: string): boolean {
  return /^\/api(\/|$)/i.test(path);
}

/** Lets a page of any site read an answer, and the two headers of it that lead on or help to find a fault. */
const openToAll = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "Link, X-Request-Id",
};

export function openToAllSites(answer: Response): Response {
  for (const [name, value] of Object.entries(openToAll)) answer.headers.set(name, value);
  return answer;
}
