import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { action, loader } from "#app/routes/reports/on-organisation.tsx";
import { cases } from "#db/schema/keeping/cases.ts";
import { mails } from "#db/schema/keeping/mails.ts";
import { makeTimed } from "#test/factories/events.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

const said = { choice: "closed", words: "The hall is boarded up.", email: "rita@example.org" };

async function send(ctx: Ctx, form: Record<string, string>, slug?: string) {
  const params = { slug: slug ?? (await makeOrganisation(ctx)).slug };
  return answerOf(action(await knock(ctx, "/report", { params, form })));
}

const stored = async ({ db }: Ctx) => [
  (await db.select().from(cases)).length,
  (await db.select().from(mails)).length,
];

describe("saying that something is wrong", () => {
  test("opens a case and thanks whoever said so", async ({ ctx }) => {
    const { slug } = await makeOrganisation(ctx);
    const answer = await send(ctx, said, slug);
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe(`/organisations/${slug}/report?did=report`);
    expect(await stored(ctx)).toEqual([1, 1]);
  });

  test("about an event begins with which it is", async ({ ctx }) => {
    const { slug, id: organisationId } = await makeOrganisation(ctx);
    const { id } = await makeTimed(ctx, "2026-04-22T11:00:00Z", null, { event: { organisationId } });
    const door = await knock(ctx, `/report?event=${id}`, { params: { slug } });
    expect((await loader(door)).words).toBe("About “Friday café” on 22 April 2026: ");
    const unknown = await knock(ctx, "/report?event=nonsense", { params: { slug } });
    expect((await answerOf(loader(unknown))).status).toBe(404);
  });

  test("with the hidden field filled in is thanked alike, and leaves nothing", async ({ ctx }) => {
    const { slug } = await makeOrganisation(ctx);
    const answer = await send(ctx, { ...said, homepage: "https://lamps.example" }, slug);
    expect(answer.headers.get("location")).toBe(`/organisations/${slug}/report?did=report`);
    expect(await stored(ctx)).toEqual([0, 0]);
  });

  test.for([
    [{ words: "x" }, { choice: "Choose what is wrong" }],
    [{ choice: "closed", words: " " }, { words: "Say in a few words what is wrong" }],
    [
      { ...said, email: "rita" },
      { email: "Write an e-mail address like name@example.org, or leave it empty" },
    ],
    [{ ...said, words: "x".repeat(2001) }, { words: "Use 2,000 characters or fewer" }],
  ] as const)("%j comes back with what to mend", async ([form, errors], { ctx }) => {
    const answer = await send(ctx, { ...form });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors, values: form });
  });

  test("too often in one mailbox is held up, from wherever it comes", async ({ ctx }) => {
    const { slug } = await makeOrganisation(ctx);
    const statuses = [];
    for (let n = 0; n < 6; n += 1) {
      const email = n % 2 ? said.email : said.email.toUpperCase();
      const asked = await knock(ctx, "/report", {
        params: { slug },
        form: { ...said, email, words: `Number ${n}` },
      });
      asked.context.address = `192.0.2.${n}`;
      statuses.push((await answerOf(action(asked))).status);
    }
    expect(statuses).toEqual([302, 302, 302, 302, 302, 429]);
  });

  test("too often from one address is held up, and says for how long", async ({ ctx }) => {
    const { slug } = await makeOrganisation(ctx);
    const statuses = [];
    for (let n = 0; n < 12; n += 1) {
      const answer = await send(ctx, { ...said, words: `Number ${n}`, email: "" }, slug);
      statuses.push(answer.status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(302));
    expect(statuses.slice(10)).toEqual([429, 429]);
  });

  test("needs a record that everybody can see", async ({ ctx }) => {
    const { slug } = await makeOrganisation(ctx, { state: "draft" });
    expect((await send(ctx, said, slug)).status).toBe(404);
    const args = await knock(ctx, "/report", { params: { slug } });
    expect((await answerOf(loader(args))).status).toBe(404);
  });
});
