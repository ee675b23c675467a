import { expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import * as archive from "#app/routes/opportunities/archive.tsx";
import * as closure from "#app/routes/opportunities/closure.tsx";
import * as copy from "#app/routes/opportunities/copy.tsx";
import * as edit from "#app/routes/opportunities/edit.tsx";
import * as history from "#app/routes/opportunities/history.tsx";
import * as add from "#app/routes/opportunities/new.tsx";
import * as preview from "#app/routes/opportunities/preview.tsx";
import * as publication from "#app/routes/opportunities/publication.tsx";
import * as restoration from "#app/routes/opportunities/restoration.tsx";
import * as version from "#app/routes/opportunities/version.tsx";
import * as list from "#app/routes/organisations/opportunities.tsx";
import * as kind from "#app/routes/organisations/opportunities-new.tsx";
import { roleGrants } from "#db/schema/accounts.ts";
import { makePerson } from "#test/factories/meetings.ts";
import { makeOpportunity } from "#test/factories/opportunities.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

/** An editor of an organisation with one live opportunity. */
async function keeper(ctx: Ctx) {
  const organisation = await makeOrganisation(ctx, { slug: "shed", isTrusted: true });
  const person = await makePerson(ctx);
  const role = "organisation-editor" as const;
  await ctx.db
    .insert(roleGrants)
    .values({ personId: person.id, role, scopeId: organisation.id, grantedAt: ctx.now });
  await makeOpportunity(ctx, { organisationId: organisation.id, slug: "driver", state: "draft" });
  return person.id;
}

const form = {
  ...{ title: "Driver", summary: "Drive people to lunch.", description: "", commitment: "Two hours" },
  ...{ howToApply: "", url: "www.example.org/apply", email: "", opensOn: "", seen: "" },
  ...{ closesOn: "2026-05-01", closesTime: "5pm" },
};

const params = { slug: "driver", change: "00000000-0000-4000-8000-000000000000" };
const ofShed = { slug: "shed", kind: "volunteering" };

const doors = [
  ["list", list, ofShed],
  ["kind", kind, ofShed],
  ["new", add, ofShed],
  ["edit", edit, params],
  ["preview", preview, params],
  ["publication", publication, params],
  ["closure", closure, params],
  ["copy", copy, params],
  ["archive", archive, params],
  ["restoration", restoration, params],
  ["history", history, params],
  ["version", version, params],
] as const;

test.for(doors)(
  "%s: a visitor is asked to sign in, an outsider finds nothing",
  async ([, door, of], { ctx }) => {
    await keeper(ctx);
    const outsider = await makePerson(ctx);
    const asVisitor = await answerOf(door.loader(await knock(ctx, "/x", { params: of })));
    expect(asVisitor.status).toBe(302);
    expect(asVisitor.headers.get("location")).toMatch(/^\/sign-in/);
    const asked = await answerOf(door.loader(await knock(ctx, "/x", { params: of, as: outsider.id })));
    expect(asked.status).toBe(404);
    if (!("action" in door)) return;
    const posted = await answerOf(door.action(await knock(ctx, "/x", { params: of, as: outsider.id, form })));
    expect(posted.status).toBe(404);
  },
);

test("a kind, a form with an error, a form that fits, and it waits to be published", async ({ ctx }) => {
  const as = await keeper(ctx);
  const nothing = await kind.action(await knock(ctx, "/x", { params: ofShed, as, form: { other: "" } }));
  expect(nothing.status).toBe(422);
  const chosen = await kind.action(await knock(ctx, "/x", { params: ofShed, as, form: { kind: "job" } }));
  expect(chosen.headers.get("location")).toBe("/organisations/shed/opportunities/new/job");

  const job = { ...ofShed, kind: "job" };
  const wrong = { ...form, commitment: "", closesTime: "soon", url: "" };
  const refused = await add.action(await knock(ctx, "/x", { params: job, as, form: wrong }));
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({
    errors: {
      commitment: "Enter the hours and the pay",
      closesTime: expect.stringContaining("a time of day"),
    },
    values: { title: "Driver", closesTime: "soon" },
  });
  const made = await add.action(await knock(ctx, "/x", { params: job, as, form }));
  expect(made.headers.get("location")).toBe("/opportunities/driver-2/publication?did=make");
  const page = await publication.loader(await knock(ctx, "/x", { params: { slug: "driver-2" }, as }));
  expect(page).toMatchObject({
    kept: { publishesAtOnce: true },
    opportunity: { closesAt: "2026-05-01T16:00:00.000Z", url: "https://www.example.org/apply" },
  });
});

test("no such kind, a plain 404", async ({ ctx }) => {
  const as = await keeper(ctx);
  const prize = { slug: "shed", kind: "prize" };
  expect((await answerOf(add.loader(await knock(ctx, "/x", { params: prize, as })))).status).toBe(404);
});

test("the second of two editors is shown both versions, and may then save theirs", async ({ ctx }) => {
  const as = await keeper(ctx);
  const { seen } = await edit.loader(await knock(ctx, "/x", { params, as }));
  const first = { ...form, seen, summary: "First" };
  const saved = await edit.action(await knock(ctx, "/x", { params, as, form: first }));
  // A draft's address follows its title
  const moved = { slug: "driver" };
  expect(saved.headers.get("location")).toBe("/opportunities/driver/publication?did=edit");
  const second = { ...form, seen, summary: "Second" };
  const crossed = await edit.action(await knock(ctx, "/x", { params: moved, as, form: second }));
  expect(crossed.status).toBe(409);
  const both = await crossed.json();
  expect(both).toMatchObject({ theirs: { summary: "First" }, values: { summary: "Second" } });
  const again = { ...second, seen: String("seen" in both && both.seen) };
  expect((await edit.action(await knock(ctx, "/x", { params: moved, as, form: again }))).status).toBe(302);
});
