import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";

/**
 * Remix ranks and compiles every route of the site anew for each request. So each first word of an address
 * ("/services/…") has a handler of its own that knows only the doors it may lead to; the answers are the same.
 */
export function handlersByArea(build: ServerBuild): RequestHandler {
  const known = areasOf(build);
  const handlers = new Map<string, RequestHandler>();
  return (request, context) => {
    const asked = areaOf(new URL(request.url).pathname);
    const area = known.has(asked) ? asked : "";
    let handler = handlers.get(area);
    if (!handler) {
      handler = createRequestHandler(within(build, area), "production");
      handlers.set(area, handler);
    }
    return handler(request, context);
  };
}

type Route = ServerBuild["routes"][string];

/** The build with the doors of one area, and those that any address may lead to: the root, the front page, "not found". */
function within(build: ServerBuild, area: string): ServerBuild {
  const kept = Object.entries(build.routes).filter(
    ([, route]) => route && (isForAll(route) || areaOf(`/${route.path ?? ""}`) === area),
  );
  return { ...build, routes: Object.fromEntries(kept) };
}

const isForAll = ({ path }: NonNullable<Route>) => path === undefined || path === "" || path === "*";

function areasOf({ routes }: ServerBuild): Set<string> {
  const paths = Object.values(routes).map((route) => route?.path ?? "");
  const areas = paths.map((path) => areaOf(`/${path}`));
  if (areas.some((area) => area.startsWith(":")))
    throw new Error("Every route begins with a word of its own");
  return new Set(areas);
}

/** The first word of a path; Remix matches in any case, and decodes it first. */
function areaOf(pathname: string): string {
  const [, first = ""] = pathname.split("/");
  return decoded(first).toLowerCase();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
