import { describe, expect, test } from "vitest";
import type { Actor, Ctx } from "#app/domain/context.ts";
import routes from "#app/routes.ts";
import { NOW, withContext } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";
import type { Deed } from "#test/setup/matrix/deed.ts";
import { type ActorName, actorKinds, makeWorld, type World } from "#test/setup/matrix/world.ts";
import { everyDeed } from "./deeds/every-deed.ts";

/*
 * Posts to every action of routes.ts as every kind of actor. Who gets through is asked of each noun's policy, so a
 * door that forgets to ask it, or asks another question, is found here; a new action without a deed fails the first test.
 */

type Action = ((args: unknown) => Promise<unknown>) & { gate: string };

const modules = import.meta.glob<{ action?: Action }>("../../../app/routes/**/*.{ts,tsx}");
const moduleOf = (file: string) => modules[`../../../app/${file}`]?.() ?? Promise.resolve(undefined);

test("every action has a deed here, and every deed an action", async () => {
  const files = [...new Set(routes.flatMap(filesOf))];
  const withAction = await Promise.all(
    files.map(async (file) => ((await moduleOf(file))?.action ? [file] : [])),
  );
  expect(everyDeed.map(({ file }) => file).toSorted()).toEqual(withAction.flat().toSorted());
});

describe.each(everyDeed)("$file", (deed) => {
  test("lets through whom policy lets through, and nobody else", async () => {
    const { action } = (await moduleOf(deed.file)) ?? {};
    if (!action) throw new Error(`${deed.file} has no action`);
    const told = await withContext((ctx) => askEverybody(ctx, deed, action), { now: NOW });
    expect(told.answers).toEqual(told.expected);
  }, 60_000);
});

describe.each(everyDeed)("$file, sent empty", (deed) => {
  test("is answered in plain words", async () => {
    const { action } = (await moduleOf(deed.file)) ?? {};
    if (!action) throw new Error(`${deed.file} has no action`);
    const complaints = await withContext((ctx) => complaintsOf(ctx, deed, action), { now: NOW });
    for (const words of complaints) expect(words).toMatch(/^(?!Invalid |Expected )\p{Lu}.{4,}/su);
  }, 60_000);
});

/** What the form says when somebody who may do the deed sends it with nothing in it. */
async function complaintsOf(ctx: Ctx, deed: Deed, action: Action): Promise<string[]> {
  const world = await makeWorld(ctx);
  const { params = {}, cookie, query = "" } = await deed.scene(ctx, world);
  const name = actorKinds.find((kind) => kind !== "visitor" && deed.may(world.actors[kind], world));
  const actor = world.actors[name ?? "visitor"];
  const as = actor.kind === "person" ? actor.id : undefined;
  const answer = await answerOf(action(await knock(ctx, `/asked${query}`, { params, form: {}, as, cookie })));
  if (answer.status !== 422) return [];
  const { errors = {} } = (await answer.json()) as { errors?: Record<string, string> };
  return Object.values(errors);
}

type Table = Record<ActorName, string>;

async function askEverybody(ctx: Ctx, deed: Deed, action: Action) {
  const world = await makeWorld(ctx);
  const scene = await deed.scene(ctx, world);
  const [answers, expected] = [{} as Table, {} as Table];
  for (const name of actorKinds) {
    const actor = world.actors[name];
    expected[name] = expectedOf(deed, action, actor, world);
    answers[name] = await ask(ctx, action, actor, scene);
  }
  return { answers, expected };
}

/** One actor's attempt, undone before the next comes. */
async function ask(ctx: Ctx, action: Action, actor: Actor, scene: Awaited<ReturnType<Deed["scene"]>>) {
  let status = 0;
  const undo = new Error("undone");
  const attempt = ctx.db.transaction(async (db) => {
    const { params = {}, cookie, query = "" } = scene;
    const [as, own] = actor.kind === "person" ? [actor.id, scene.formAs?.(actor)] : [];
    const form = { ...scene.form, ...own };
    const args = await knock({ ...ctx, db }, `/asked${query}`, { params, form, as, cookie });
    status = (await answerOf(action(args))).status;
    throw undo;
  });
  await attempt.catch((error) => {
    if (error !== undo) throw error;
  });
  return inWords(status);
}

function expectedOf({ may, refusal = 404 }: Deed, { gate }: Action, actor: Actor, world: World): string {
  if (gate === "signedIn" && actor.kind === "visitor") return inWords(401);
  if (may(actor, world)) return "done";
  return inWords(typeof refusal === "function" ? refusal(actor, world) : refusal);
}

/** Redirects and plain answers are deeds done; a form that comes back (409, 422) is a scene that is not filled in. */
const inWords = (status: number) => (status >= 200 && status < 400 ? "done" : `refused with ${status}`);

function filesOf(route: (typeof routes)[number]): string[] {
  return [route.file, ...(route.children ?? []).flatMap(filesOf)];
}
