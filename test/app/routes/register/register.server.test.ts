import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { issueContinueToken } from "#app/domain/organisations/registration/continue-registration.server.ts";
import { action as check } from "#app/routes/register/check.tsx";
import { action as goOn, loader as openLink } from "#app/routes/register/continue.tsx";
import { loader as register } from "#app/routes/register/index.tsx";
import { action as mailLink } from "#app/routes/register/link.tsx";
import { action as mailLinks } from "#app/routes/register/links.tsx";
import { action as begin } from "#app/routes/register/new.tsx";
import { loader as tasks } from "#app/routes/register/show.tsx";
import { action as saveNumbers, loader as showStep } from "#app/routes/register/step.tsx";
import { action as saveYou } from "#app/routes/register/you.tsx";
import { jobsOf } from "#test/factories/accounts-traces.ts";
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
  test("sets a cookie of a name of its own, for all that is below /register", async ({ ctx }) => {
    const { answer, id } = await begun(ctx);
    expect(answer.status).toBe(302);
    const set = answer.headers.get("set-cookie") ?? "";
    expect(set).toMatch(new RegExp(`^assembly_registration_${id}=.*; Path=/register;`));
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
    const { errors, likely } = await asked.json();
    expect(likely).toMatchObject([{ slug }]);
    // No error: a page with errors says so in its title
    expect(errors).toBeUndefined();
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
    expect(mine).toMatchObject({ registration: { id }, sent: null });
    const other = await begun(ctx);
    for (const brought of [undefined, `assembly_registration_${id}=x`, other.cookie]) {
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

describe("coming back", () => {
  test("finds what this browser has begun, however many", async ({ ctx }) => {
    const [first, second] = [await begun(ctx), await begun(ctx)];
    const knocking = await knock(ctx, "/register", { cookie: `${first.cookie}; ${second.cookie}` });
    expect(await register(knocking)).toMatchObject({ begun: [{ id: first.id }, { id: second.id }] });
    expect(await register(await knock(ctx, "/register"))).toEqual({ begun: [] });
  });

  async function usedLink(ctx: Ctx) {
    const { id, cookie } = await begun(ctx);
    const token = await issueContinueToken(ctx, { id }, "amina@example.net");
    await answerOf(goOn(await knock(ctx, "/x", { params: { token }, form: {} })));
    return { id, cookie, params: { token } };
  }

  test("by a used link leads straight to what this browser holds", async ({ ctx }) => {
    const { id, cookie, params } = await usedLink(ctx);
    const answer = await answerOf(openLink(await knock(ctx, "/x", { params, cookie })));
    expect(answer.headers.get("location")).toBe(`/register/${id}`);
  });

  test("by a used link says elsewhere that it is used, also when it is pressed again", async ({ ctx }) => {
    const { params } = await usedLink(ctx);
    const page = await answerOf(openLink(await knock(ctx, "/x", { params })));
    expect(await page.json()).toMatchObject({ isOpen: false, name: form.name });
    const pressed = await answerOf(goOn(await knock(ctx, "/x", { params, form: {} })));
    expect(pressed.headers.get("location")).toBe(`/register/continue/${params.token}`);
    expect(pressed.headers.get("set-cookie")).toBeNull();
  });

  test("by a link of which a part is missing is told where to get a whole one", async ({ ctx }) => {
    const answer = await answerOf(openLink(await knock(ctx, "/x", { params: { token: "cut-of" } })));
    expect(answer.status).toBe(410);
  });

  test("asks for links with the same answer and the same work for every address", async ({ ctx }) => {
    for (const email of ["amina@example.net", "nobody@example.net"]) {
      const answer = await answerOf(mailLinks(await knock(ctx, "/register/links", { form: { email } })));
      expect(answer.headers.get("location")).toBe("/register/links?did=mail");
    }
    expect(await jobsOf(ctx)).toEqual(["mail-registration-links", "mail-registration-links"]);
  });

  test("asks for no more than a few links at a time", async ({ ctx }) => {
    const ask = async () =>
      answerOf(mailLinks(await knock(ctx, "/x", { form: { email: "amina@example.net" } })));
    const answers = [await ask(), await ask(), await ask(), await ask()];
    expect(answers.map(({ status }) => status)).toEqual([302, 302, 302, 429]);
  });
});
