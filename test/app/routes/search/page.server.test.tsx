import { renderToStaticMarkup } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import { expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { indexServices } from "#app/domain/search/index-services.server.ts";
import Results, { loader } from "#app/routes/search/results.tsx";
import { makeTimed } from "#test/factories/events.ts";
import { makeOpportunity } from "#test/factories/opportunities.ts";
import { makeService } from "#test/factories/services.ts";
import { test } from "#test/setup/context.ts";
import { knock } from "#test/setup/door.ts";

/** The page as the server writes it. */
async function pageAt(ctx: Ctx, address: string): Promise<string> {
  const asked = await knock(ctx, address);
  const routes = [{ path: "/search", element: <Results />, loader: () => loader(asked) }];
  const handler = createStaticHandler(routes);
  const context = await handler.query(asked.request);
  if (context instanceof Response) throw new Error("The page is a response");
  const router = createStaticRouter(handler.dataRoutes, context);
  return renderToStaticMarkup(<StaticRouterProvider router={router} context={context} hydrate={false} />);
}

test("where to turn stands above the results", async ({ ctx }) => {
  await makeService(ctx, { name: "Night Line", summary: "For anyone who thinks of suicide" });
  await indexServices(ctx);
  const html = await pageAt(ctx, "/search?q=i+want+to+kill+myself");
  expect(html.indexOf("116 123")).toBeGreaterThan(0);
  expect(html.indexOf("116 123")).toBeLessThan(html.indexOf("Night Line"));
});

test("filters go where nothing is found and none is set", async ({ ctx }) => {
  await makeService(ctx, { name: "Knitting" });
  await indexServices(ctx);
  expect(await pageAt(ctx, "/search?q=knitting")).toContain("Narrow down");
  expect(await pageAt(ctx, "/search?q=zzz")).not.toContain("Narrow down");
});

test("an unknown place is a notice, not an error, and is not offered as one to leave", async ({ ctx }) => {
  const html = await pageAt(ctx, "/search?q=zzz&near=Atlantis");
  expect(html).toContain("We do not know a place called “Atlantis”, so we looked everywhere.");
  expect(html).not.toMatch(/govuk-error|near Atlantis/);
});

test("events and opportunities of that name stand below the services, found or not", async ({ ctx }) => {
  await makeTimed(ctx, "2026-04-22T11:00:00Z", null, { event: { summary: "Knitting evening" } });
  await makeOpportunity(ctx, { title: "Knitting teacher" });
  const html = await pageAt(ctx, "/search?q=knitting");
  expect(html).toMatch(/We found nothing.+Also on.+Knitting evening.+Opportunities.+Knitting teacher/s);
  expect(await pageAt(ctx, "/search?q=welding")).not.toContain("Also on");
});
