/** Takes the place of @remix-run/react in the bare server's bundle: the same pages, with no framework round them. */
let data: unknown;

export function giveLoaderData(given: unknown): void {
  data = given;
}

export const useLoaderData = () => data;
export const useActionData = () => undefined;
export const useRouteLoaderData = () => undefined;
