import type { Actor, Ctx, Person } from "#app/domain/context.ts";
import type { World } from "./world.ts";

/** What one posted form needs to be sent in earnest, and who may send it. */
export interface Scene {
  params?: Record<string, string>;
  /** A form that is filled in rightly: whoever may do the deed is not sent back to it. */
  form?: Record<string, string>;
  /** What of the form only this actor can have: sealed for them by a page before. */
  formAs?: (actor: Person) => Record<string, string>;
  /** A cookie that stands for more than a session, such as that of a registration. */
  cookie?: string;
  /** The query of the address, with its "?". */
  query?: string;
}

type Refusal = 403 | 404;

export interface Deed {
  /** The door's file in app/. */
  file: string;
  /** Makes what the deed is done to, in the world. */
  scene: (ctx: Ctx, world: World) => Promise<Scene>;
  /** The answer of the noun's policy: never restated here, always asked. */
  may: (actor: Actor, world: World) => boolean;
  /** What somebody signed in who may not is answered; an outsider is not told that there is anything: 404. */
  refusal?: Refusal | ((actor: Actor, world: World) => Refusal);
}
