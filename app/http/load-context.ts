import "@remix-run/node";
import type { Logger } from "pino";
import type { Database } from "#db/client.server.ts";

declare module "@remix-run/node" {
  /** What the server hands to every loader and action; a test hands over its own. */
  interface AppLoadContext {
    db: Database;
    /** A fixed instant for tests; left out, the gate takes the clock's. */
    now?: Date;
    /** Belongs on every script and style element of this one response. */
    nonce: string;
    requestId: string;
    /** The network address that the request comes from, to count attempts by. */
    address: string;
    /** Carries the request id already. */
    log: Logger;
  }
}
