import { randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import pino, { type Logger, type LoggerOptions } from "pino";

/** What every later step of the server may ask of the request at hand. */
export interface RequestVariables {
  requestId: string;
  /** Set by the security headers. */
  secureHeadersNonce?: string;
  log: Logger;
}

/** Lines of JSON on standard output, for people and machines alike; no host name or process id in each. */
export function createLog(level: NonNullable<LoggerOptions["level"]>): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: errorForLog },
  });
}

/** What helps to mend an error. A query's values stay out: they are what people typed. */
export function errorForLog(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) };
  const cause = "query" in error && error.cause instanceof Error ? error.cause : error;
  return {
    type: cause.name,
    // Postgres ends some messages with the value it could not read.
    message: cause === error ? cause.message : cause.message.replace(/: ".*"$/s, ""),
    code: "code" in cause ? cause.code : undefined,
    query: "query" in error ? error.query : undefined,
    stack: error.stack
      ?.split("\n")
      .filter((line) => /^\s+at /.test(line))
      .join("\n"),
  };
}

const sane = /^[\w.:-]{1,128}$/;

/**
 * Gives each request its id, or keeps the one a proxy gave, and writes one line when it is answered.
 * The address is logged without its query: what residents search for is theirs. So are the secrets of links.
 */
export function requestLog(log: Logger): MiddlewareHandler<{ Variables: RequestVariables }> {
  return async (c, next) => {
    const began = performance.now();
    const given = c.req.header("x-request-id");
    const requestId = given && sane.test(given) ? given : randomUUID();
    const own = log.child({ requestId });
    c.set("requestId", requestId);
    c.set("log", own);
    await next();
    c.res.headers.set("X-Request-Id", requestId);
    const { status } = c.res;
    const { method } = c.req;
    const path = withoutSecrets(c.req.path);
    const line = { method, path, status, ms: Math.round((performance.now() - began) * 10) / 10 };
    if (status >= 500) own.error(line, "failed");
    else if (isRoutine(path)) own.debug(line, "answered");
    else own.info(line, "answered");
  };
}

/** A token of a mail's link (256 bits in base64url) opens something: whoever reads the log must not. */
export function withoutSecrets(path: string): string {
  return path.replace(/[\w-]{40,}/g, (part) => (/^[a-z-]+$/.test(part) ? part : "…"));
}

function isRoutine(path: string): boolean {
  return path.startsWith("/assets/") || path === "/healthz" || path === "/readyz";
}
