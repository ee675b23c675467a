import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { action as check } from "#app/routes/register/check.tsx";
import { action as mailLink } from "#app/routes/register/link.tsx";
import { action as begin } from "#app/routes/register/new.tsx";
import { loader as tasks } from "#app/routes/register/show.tsx";
import { action as saveNumbers, loader as showStep } from "#app/routes/register/step.tsx";
import { action as saveYou } from "#app/routes/register/you.tsx";
import { makeDistrict, makeOrganisation } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

const form = { name: "Reepham Repair Café", kind: "community-group", district: "everywhere" };

async function begun(ctx: Ctx) {
  const answer = await answerOf(begin(await knock(ctx, "/register/new", { form })));
  const id = /\/register\/([^?]+)/.exec(answer.headers.get("location") ?? "")?.[1] ?? "";
  const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0];
  return { answer, id, cookie, params: { id } };
}

describe("beginning", () => {
  test("sets a cookie for this registration alone", async ({ ctx }) => {
    const { answer, id } = await begun(ctx);
    expect(answer.status).toBe(302);
    const set = answer.headers.get("set-cookie") ?? "";
    expect(set).toContain(`Path=/register/${id}`);
    expect(set).toContain("HttpOnly");
    expect(set).toContain("SameSite=Lax");
  });

  test("says what is missing, and keeps what was typed", async ({ ctx }) => {
    const answer = await answerOf(begin(await knock(ctx, "/register/new", { form: { name: "Tŷ" } })));
    expect(answer.status).toBe(422);
    const { errors, values } = await answer.json();
    expect(Object.keys(errors)).toEqual(["kind", "district"]);
    expect(values.name).toBe("Tŷ");
  });

  test("asks first whether it is one that is here, then takes it all the same", async ({ ctx }) => {
    const district = await makeDistrict(ctx);
    const { slug } = await makeOrganisation(ctx, { name: "Reepham Repair Cafe" });
    const asked = await answerOf(begin(await knock(ctx, "/register/new", { form })));
    expect((await asked.json()).likely).toMatchObject([{ slug }]);
    const sure = { ...form, district: district.slug, isNew: "yes" };
    expect((await answerOf(begin(await knock(ctx, "/register/new", { form: sure })))).status).toBe(302);
  });

  test("takes no district that we do not have", async ({ ctx }) => {
    const wrong = { ...form, district: "atlantis" };
    expect((await answerOf(begin(await knock(ctx, "/register/new", { form: wrong })))).status).toBe(422);
  });
});

describe("going on", () => {
  test("needs the cookie: for everybody else there is nothing here", async ({ ctx }) => {
    const { id, params, cookie } = await begun(ctx);
    const mine = await tasks(await knock(ctx, `/register/${id}`, { params, cookie }));
    expect(mine).toMatchObject({ registration: { id }, isOpen: true });
    const other = await begun(ctx);
    for (const brought of [undefined, "assembly_registration=x", other.cookie]) {
      const asking = await knock(ctx, `/register/${id}`, { params, cookie: brought });
      expect((await answerOf(tasks(asking))).status).toBe(404);
      for (const action of [saveYou, saveNumbers, check, mailLink]) {
        const at = { ...params, step: "numbers" };
        const posting = await knock(ctx, "/x", { params: at, cookie: brought, form: {} });
        expect((await answerOf(action(posting))).status).toBe(404);
      }
    }
  });

  test("keeps words that cannot be saved yet", async ({ ctx }) => {
    const { id, cookie } = await begun(ctx);
    const params = { id, step: "numbers" };
    const posting = await knock(ctx, `/register/${id}/numbers`, { params, cookie, form: { "GB-CHC": "12" } });
    const answer = await answerOf(saveNumbers(posting));
    expect(answer.status).toBe(422);
    expect((await answer.json()).values["GB-CHC"]).toBe("12");
  });

  test("knows its own steps only", async ({ ctx }) => {
    const { id, cookie } = await begun(ctx);
    for (const step of ["you", "money", "constructor"]) {
      const asking = await knock(ctx, `/register/${id}/${step}`, { params: { id, step }, cookie });
      expect((await answerOf(showStep(asking))).status).toBe(404);
    }
  });
});
