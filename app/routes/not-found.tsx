import { NotFound } from "#app/domain/errors.ts";
import { visitor } from "#app/http/gates.server.ts";

/** Any address that no other line of routes.ts knows, asked for or posted to. */
export const loader = visitor(async () => {
  throw new NotFound("that page");
});

export const action = loader;

/** Never shown: the root's error page is. */
export default function NotFoundPage() {
  return null;
}
