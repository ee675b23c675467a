import { describe, expect } from "vitest";
import { Conflict, Invalid, NotAllowed, NotFound } from "#app/domain/errors.ts";
import { apiClient, signedIn, visitor } from "#app/http/gates.server.ts";
import { beginSession, endSession } from "#app/http/session.server.ts";
import { sessions } from "#db/schema/accounts.ts";
import { makePerson } from "#test/factories/meetings.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

describe("a gate", () => {
  test("knows who asks by their session, until they sign out", async ({ ctx }) => {
    const person = await makePerson(ctx);
    const door = visitor(async ({ actor }) => (actor.kind === "person" ? actor.name : actor.kind));
    expect(await door(await knock(ctx, "/", { as: person.id }))).toBe(person.name);
    expect(await door(await knock(ctx, "/"))).toBe("visitor");
    const knocked = await knock(ctx, "/", { as: person.id });
    await endSession(knocked.request, ctx.db);
    expect(await door(knocked)).toBe("visitor");
  });

  test("keeps only the hash of a session", async ({ ctx }) => {
    const person = await makePerson(ctx);
    const cookie = await beginSession(ctx.db, person.id);
    const token = /assembly_session=([^;]+)/.exec(cookie)?.[1];
    const [row] = await ctx.db.select().from(sessions);
    expect(row?.id).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.id).not.toBe(token);
    expect(cookie).toMatch(/HttpOnly.*SameSite=Lax/i);
  });

  test("sends a reader to sign in and back", async ({ ctx }) => {
    const answer = await answerOf(signedIn(async () => "in")(await knock(ctx, "/account?a=1")));
    expect([answer.status, answer.headers.get("location")]).toEqual([
      302,
      "/sign-in?next=%2Faccount%3Fa%3D1",
    ]);
  });

  test("gives the words back to somebody whose session has ended, without their password", async ({
    ctx,
  }) => {
    const form = { why: "Two hours of careful words.", password: "a secret of mine", id: "42" };
    const answer = await answerOf(signedIn(async () => "in")(await knock(ctx, "/items", { form })));
    expect(answer.status).toBe(401);
    expect((await answer.json()).typed).toEqual([["why", "Two hours of careful words."]]);
  });

  test.for([
    [new NotFound("that meeting"), 404, "We could not find that meeting."],
    [new NotAllowed("publish this agenda"), 403, "You do not have permission to publish this agenda."],
    [new Conflict("Somebody was faster."), 409, "Somebody was faster."],
    [new Invalid("That cannot be."), 422, "That cannot be."],
    [Object.assign(new Error("x"), { code: "ECONNREFUSED" }), 503, "Our database is not answering."],
    [new Error("select secret from people"), 500, "Something went wrong on our side."],
  ] as const)("answers %s with %s", async ([error, status, words], { ctx }) => {
    const fail = async () => {
      throw error;
    };
    const page = await answerOf(visitor(fail)(await knock(ctx, "/")));
    expect([page.status, (await page.json()).message]).toEqual([status, expect.stringContaining(words)]);
    const machine = await answerOf(apiClient(fail)(await knock(ctx, "/")));
    expect(machine.status).toBe(status);
    expect(machine.headers.get("access-control-allow-origin")).toBe("*");
    expect(await machine.json()).toEqual({ error: { status, message: expect.stringContaining(words) } });
  });

  test("of machines is open to the pages of any site, with its own answers too", async ({ ctx }) => {
    for (const given of [{ a: 1 }, Response.json({ a: 1 }, { headers: { Link: "</b>" } })]) {
      const answer = await answerOf(apiClient(async () => given)(await knock(ctx, "/")));
      expect(await answer.json()).toEqual({ a: 1 });
      expect(answer.headers.get("access-control-allow-origin")).toBe("*");
      expect(answer.headers.get("access-control-expose-headers")).toContain("Link");
    }
  });

  test("of machines does not ask who is signed in", async ({ ctx }) => {
    const person = await makePerson(ctx);
    const answer = apiClient(async ({ actor }) => actor);
    expect(await (await answer(await knock(ctx, "/", { as: person.id }))).json()).toEqual({
      kind: "visitor",
    });
  });
});
