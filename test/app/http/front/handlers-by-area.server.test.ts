import type { ServerBuild } from "@remix-run/node";
import { describe, expect, test } from "vitest";
import { handlersByArea } from "#app/http/front/handlers-by-area.server.ts";
import routes from "#app/routes.ts";

/** A build of plain doors that answer with their own name: every address of the site, without its pages. */
function buildOf(paths: string[]): ServerBuild {
  const doors = paths.map((path) => [
    path || "index",
    {
      id: path || "index",
      parentId: "root",
      path: path || undefined,
      index: path === "" ? true : undefined,
      module: {
        loader: async ({ params }: { params: object }) => new Response(JSON.stringify([path, params])),
      },
    },
  ]);
  return {
    routes: { root: { id: "root", path: "", module: {} }, ...Object.fromEntries(doors) },
    assets: { routes: {}, entry: { imports: [], module: "" }, url: "", version: "1" },
    entry: { module: {} },
    future: { v3_relativeSplatPath: true, v3_throwAbortReason: true },
    basename: "/",
    publicPath: "/",
    assetsBuildDirectory: "",
    isSpaMode: false,
    mode: "production",
  } as unknown as ServerBuild;
}

const paths = routes.map(({ path = "" }) => path);
const handle = handlersByArea(buildOf(paths));

async function ask(path: string): Promise<unknown> {
  const answer = await handle(new Request(`http://localhost${path}`));
  return JSON.parse(await answer.text());
}

describe("each address leads to its own door, whichever area it is in", () => {
  test.each(paths.filter((path) => path !== "*"))("/%s", async (path) => {
    const asked = path.replaceAll(/:\w+/g, "norwich-1");
    expect(await ask(`/${asked}`)).toEqual([path, expect.anything()]);
  });
});

test("capitals and escapes lead where they always led", async () => {
  expect(await ask("/Services/abc")).toEqual(["services/:slug", { slug: "abc" }]);
  expect(await ask("/%73ervices/abc")).toEqual(["services/:slug", { slug: "abc" }]);
});

test.each(["/nothing-here", "/nothing/here", "/services/a/b/c/d", "/%E0%A4%A"])(
  "%s is not found",
  async (path) => {
    expect(await ask(path)).toEqual(["*", expect.anything()]);
  },
);
