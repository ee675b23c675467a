import type { AppLoadContext, DataFunctionArgs, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToStaticMarkup } from "react-dom/server";
import { env } from "#app/env.server.ts";
import { DocumentContext, type DocumentFacts } from "#app/ui/kit/frame/document-context.ts";

/**
 * The whole page in one go: no page hydrates or streams, so the cheapest renderer will do, the status is
 * always the true one, and an error while rendering still reaches the root's error page.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  load: AppLoadContext,
): Response {
  const facts: DocumentFacts = {
    nonce: load.nonce,
    site: env.PUBLIC_URL,
    // Mails say that they may be answered: the same address is for everybody
    contact: /<([^<>]+)>\s*$/.exec(env.MAIL_FROM)?.[1] ?? env.MAIL_FROM,
    requestId: load.requestId,
    enhancements: context.manifest.entry.module,
  };
  const html = renderToStaticMarkup(
    <DocumentContext.Provider value={facts}>
      <RemixServer context={onlyMatched(context)} url={request.url} />
    </DocumentContext.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  const whole = hasFailedForm(context) ? html.replace("<title>", "<title>Error: ") : html;
  return new Response(`<!DOCTYPE html>${whole}`, { headers, status });
}

/** A page's `meta` is not told what its action answered; a screen reader should hear of an error first of all. */
function hasFailedForm({ staticHandlerContext }: EntryContext): boolean {
  const answers: unknown[] = Object.values(staticHandlerContext.actionData ?? {});
  return answers.some((answer) => typeof answer === "object" && answer !== null && "errors" in answer);
}

/** Remix builds its route tree from the manifest on every render: it gets only the routes that matched. */
function onlyMatched(context: EntryContext): EntryContext {
  const matched = new Set(["root", ...context.staticHandlerContext.matches.map(({ route }) => route.id)]);
  const routes = Object.fromEntries(
    Object.entries(context.manifest.routes).filter(([id]) => matched.has(id)),
  );
  return { ...context, manifest: { ...context.manifest, routes } };
}

/** One line for what is our fault, with the request's id (the log carries it); an unknown address is nobody's. */
export function handleError(error: unknown, { request, context }: DataFunctionArgs): void {
  if (request.signal.aborted || isAnswer(error)) return;
  context.log.error(
    { err: error, method: request.method, path: new URL(request.url).pathname },
    "request failed",
  );
}

/** Remix also reports its own 4xx (no such route, method not allowed) as errors. */
function isAnswer(error: unknown): boolean {
  return typeof error === "object" && error !== null && "status" in error && Number(error.status) < 500;
}
