import { describe, expect } from "vitest";
import { indexServices } from "#app/domain/search/index-services.server.ts";
import { loader as notFound } from "#app/routes/api/not-found.ts";
import { loader as api } from "#app/routes/api/search.ts";
import { loader, meta } from "#app/routes/search/results.tsx";
import { makeService } from "#test/factories/services.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

const bad = [
  ["?page=abc", 422],
  ["?page=-1", 422],
  ["?page=0", 422],
  ["?page=1.5", 422],
  ["?page=999999", 422],
  [`?q=${"lonely ".repeat(14_000)}`, 422],
  [`?near=${"x".repeat(500)}`, 422],
  ["?place=atlantis", 404],
  ["?place=%00%27", 422],
] as const;

describe("the results page", () => {
  test.for(bad)("answers %s with %i", async ([query, status], { ctx }) => {
    const answer = await answerOf(loader(await knock(ctx, `/search${query}`)));
    expect(answer.status).toBe(status);
    expect((await answer.json()).message).toMatch(/^[A-Z].+\.$/);
  });

  test.for([
    "?q=%27%3B%20drop%20table",
    "?q=%26%20%7C%20!%20(%3A*",
    "?q=%F0%9F%92%A9",
    "?q=%00",
    "?page=25&q=a",
  ])("takes %s in its stride", async (query, { ctx }) => {
    const { answer } = await loader(await knock(ctx, `/search${query}`));
    expect(answer.results).toEqual([]);
  });
});

test("results in spite of an unknown place are no failed form", async ({ ctx }) => {
  const data = await loader(await knock(ctx, "/search?near=Atlantis&q=tea"));
  const said = meta({ data } as unknown as Parameters<typeof meta>[0]);
  expect(data.answer.near).toMatchObject({ known: false, said: "Atlantis" });
  expect(said).toContainEqual({ title: "tea near Atlantis – Find support – Assembly" });
});

describe("the same for machines", () => {
  test("holds the page's results in its order, with whole addresses", async ({ ctx }) => {
    for (const name of ["Knitting for beginners", "Crafts", "Knitting"]) {
      await makeService(ctx, { name, summary: "We knit together" });
    }
    await indexServices(ctx);
    const page = await loader(await knock(ctx, "/search?q=knitting"));
    const reply = await api(await knock(ctx, "/api/search?q=knitting"));
    const { total, results } = await reply.json();
    expect(total).toBe(3);
    expect(results.map(({ id }: { id: string }) => id)).toEqual(page.answer.results.map(({ id }) => id));
    const [first] = page.answer.results;
    expect(results[0]).toEqual({
      kind: "service",
      id: first?.id,
      url: `http://localhost:3000/services/${first?.slug}`,
      name: first?.name,
      organisation: "The Long Table",
      summary: "We knit together",
      distanceKm: null,
    });
  });

  test.for([...bad, ["?near=Timbuktu&q=tea", 422] as const])(
    "answers %s with %i in JSON",
    async ([query, status], { ctx }) => {
      const reply = await api(await knock(ctx, `/api/search${query}`));
      expect(reply.status).toBe(status);
      expect((await reply.json()).error).toMatchObject({ status });
    },
  );

  test("an unknown address is a 404 in JSON", async ({ ctx }) => {
    const reply = await notFound(await knock(ctx, "/api/unicorns"));
    expect(reply.status).toBe(404);
    expect((await reply.json()).error.message).toContain("/api/unicorns");
  });
});
