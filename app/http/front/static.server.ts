import { readdirSync } from "node:fs";
import { serveStatic } from "@hono/node-server/serve-static";
import type { MiddlewareHandler } from "hono";

const YEAR = 31_536_000;
const HOUR = 3_600;

/** Built files: their names hold their content's hash, so browsers keep them for ever. Anything else there is missing. */
export function builtAssets(folder: string): MiddlewareHandler {
  const serve = serveStatic({ root: folder, precompressed: true });
  return async (c) => {
    const file = await serve(c, nothingElse);
    return file ? kept(file, `public, max-age=${YEAR}, immutable`) : c.text("There is no such file.", 404);
  };
}

/** The few files of public/ that stand beside the built ones, such as the icon: kept for an hour. */
export function publicFiles(folder: string): MiddlewareHandler {
  const names = new Set(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `/${entry.name}`),
  );
  const serve = serveStatic({ root: folder });
  return async (c, next) => {
    const file = names.has(c.req.path) ? await serve(c, nothingElse) : undefined;
    return file ? kept(file, `public, max-age=${HOUR}`) : next();
  };
}

async function nothingElse() {}

function kept(file: Response, rule: string): Response {
  file.headers.set("Cache-Control", rule);
  return file;
}
