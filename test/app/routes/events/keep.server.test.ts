import { expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import * as archive from "#app/routes/events/archive.tsx";
import * as cancellation from "#app/routes/events/cancellation.tsx";
import * as edit from "#app/routes/events/edit.tsx";
import * as reinstatement from "#app/routes/events/reinstatement.tsx";
import * as restoration from "#app/routes/events/restoration.tsx";
import * as show from "#app/routes/events/show.tsx";
import * as list from "#app/routes/organisations/events.tsx";
import * as add from "#app/routes/organisations/events-new.tsx";
import { roleGrants } from "#db/schema/accounts.ts";
import { makeTimed } from "#test/factories/events.ts";
import { makePerson } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

/** An editor of an organisation with one event, a week ahead. */
async function keeper(ctx: Ctx) {
  const organisation = await makeOrganisation(ctx, { slug: "shed" });
  const person = await makePerson(ctx);
  const role = "organisation-editor" as const;
  await ctx.db
    .insert(roleGrants)
    .values({ personId: person.id, role, scopeId: organisation.id, grantedAt: ctx.now });
  const event = { organisationId: organisation.id, location: "Hall" };
  const { id } = await makeTimed(ctx, "2026-04-21T09:00:00Z", "2026-04-21T10:00:00Z", {
    event,
    recurrenceId: "",
  });
  return { as: person.id, id };
}

const form = {
  ...{ title: "Bench evening", description: "", cost: "", where: "The riverside", seen: "" },
  ...{ startsOn: "2026-04-17", startsTime: "6pm", endsTime: "8pm", repeats: "weekly", until: "2026-05-01" },
};

const doors = { list, add, edit, cancellation, reinstatement, archive, restoration };

test.for(Object.entries(doors))(
  "%s: visitors are asked to sign in, outsiders find nothing",
  async ([name, door], { ctx }) => {
    const { id } = await keeper(ctx);
    const params: Record<string, string> = name === "list" || name === "add" ? { slug: "shed" } : { id };
    const outsider = await makePerson(ctx);
    const asVisitor = await answerOf(door.loader(await knock(ctx, "/x", { params })));
    expect(asVisitor.headers.get("location")).toMatch(/^\/sign-in/);
    const asked = await answerOf(door.loader(await knock(ctx, "/x", { params, as: outsider.id })));
    expect(asked.status).toBe(404);
    if (!("action" in door)) return;
    const posted = await answerOf(door.action(await knock(ctx, "/x", { params, as: outsider.id, form })));
    expect(posted.status).toBe(404);
  },
);

test.for([
  [{ title: "" }, "title"],
  [{ where: "" }, "where"],
  [{ startsOn: "17 April" }, "startsOn"],
  [{ startsTime: "" }, "startsTime"],
  [{ endsTime: "5pm" }, "endsTime"],
  [{ startsTime: "12", endsTime: "2" }, "endsTime"],
  [{ until: "2026-04-16" }, "until"],
  [{ repeats: "monthly", startsOn: "2026-04-29" }, "repeats"],
  [{ repeats: "monthly-last" }, "repeats"],
  [{ allDay: "yes", endsOn: "2026-04-16" }, "endsOn"],
  [{ startsOn: "2026-04-13" }, "startsOn"],
] as const)("a form with %j is refused, and keeps its words", async ([over, field], { ctx }) => {
  const { as } = await keeper(ctx);
  const params = { slug: "shed" };
  const refused = await add.action(await knock(ctx, "/x", { params, as, form: { ...form, ...over } }));
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({
    errors: { [field]: expect.any(String) },
    values: { description: "", ...over },
  });
});

test("an event is added, changed, called off and taken down", async ({ ctx }) => {
  const { as } = await keeper(ctx);
  const ofShed = { slug: "shed" };
  const added = await add.action(await knock(ctx, "/x", { params: ofShed, as, form }));
  expect(added.headers.get("location")).toBe("/organisations/shed/events?did=add");
  const { events } = await list.loader(await knock(ctx, "/x", { params: ofShed, as }));
  expect(events.map(({ title, dates }) => [title, dates.length])).toEqual([
    ["Bench evening", 3],
    ["Friday café", 1],
  ]);
  const params = { id: events[0]?.dates[1]?.id ?? "" };
  const { seen } = await edit.loader(await knock(ctx, "/x", { params, as }));
  const changed = { ...form, seen, cost: "£1" };
  expect((await edit.action(await knock(ctx, "/x", { params, as, form: changed }))).status).toBe(302);
  const crossed = await edit.action(await knock(ctx, "/x", { params, as, form: { ...changed, cost: "£2" } }));
  expect(crossed.status).toBe(409);
  await cancellation.action(await knock(ctx, "/x", { params, as, form: {} }));
  expect(await show.loader(await knock(ctx, "/x", { params }))).toMatchObject({
    event: { status: "cancelled", cost: "£1", start: "2026-04-24T17:00:00Z" },
    mayKeep: false,
  });
  expect(await show.loader(await knock(ctx, "/x", { params, as }))).toMatchObject({ mayKeep: true });
  await archive.action(await knock(ctx, "/x", { params, as, form: {} }));
  expect((await answerOf(show.loader(await knock(ctx, "/x", { params })))).status).toBe(404);
  await restoration.action(await knock(ctx, "/x", { params, as, form: {} }));
  await reinstatement.action(await knock(ctx, "/x", { params, as, form: {} }));
  expect(await show.loader(await knock(ctx, "/x", { params }))).toMatchObject({
    event: { status: "confirmed" },
  });
});
