import { readdirSync } from "node:fs";
import { serveStatic } from "@hono/node-server/serve-static";
import type { MiddlewareHandler } from "hono";

const YEAR = 31_536_000;
const HOUR = 3_600;

/** Built files: their names hold their content's hash, so browsers keep them for ever. Anything else there is missing. */
export function builtAssets(folder: string): MiddlewareHandler {
  const serve = serveStatic({
    root: folder,
    precompressed: true,
    onFound: (_path, c) => c.header("Cache-Control", `public, max-age=${YEAR}, immutable`),
  });
  return async (c) => (await serve(c, async () => {})) ?? c.text("There is no such file.", 404);
}

/** The few files of public/ that stand beside the built ones, such as the icon: kept for an hour. */
export function publicFiles(folder: string): MiddlewareHandler {
  const names = new Set(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `/${entry.name}`),
  );
  const serve = serveStatic({
    root: folder,
    onFound: (_path, c) => c.header("Cache-Control", `public, max-age=${HOUR}`),
  });
  return (c, next) => (names.has(c.req.path) ? serve(c, next) : next());
}
