import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import routes from "#app/routes.ts";
import {
  breachesOfArrows,
  breachesOfGates,
  breachesOfHands,
  breachesOfNames,
  breachesOfSize,
} from "./architecture/laws.ts";
import { readSources, sourceOf } from "./architecture/source.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const sources = readSources(root, ["app", "db", "server.ts", "worker.ts"]);
const isData = (file: string) => file.startsWith("db/demo/");

describe("the laws of the house (test/architecture/allowed-arrows.ts is the readable rule)", () => {
  test("1: imports go one way", () => expect(breachesOfArrows(sources)).toEqual([]));
  test("2: only .server files have hands", () => expect(breachesOfHands(sources)).toEqual([]));
  test("5: every route module has a gate", () => {
    const files = routes.flatMap(filesOf).map((file) => `app/${file}`);
    const modules = sources.filter(({ path }) => files.includes(path));
    expect(modules.map(({ path }) => path).toSorted()).toEqual([...new Set(files)].toSorted());
    expect(
      sources
        .filter(({ path }) => path.startsWith("app/routes/") && !files.includes(path))
        .map(({ path }) => path),
    ).toEqual([]);
    expect(breachesOfGates([...modules, ...sources.filter(({ path }) => path === "app/root.tsx")])).toEqual(
      [],
    );
  });
  test("6: no barrels, no drawers", () => expect(breachesOfNames(sources)).toEqual([]));
  test("7: small files, functions and folders", () => expect(breachesOfSize(sources, isData)).toEqual([]));
});

describe("each law notices a planted breach", () => {
  const planted = (path: string, text: string) => [sourceOf(path, text)];
  test.each([
    [
      "a door in the domain",
      "app/domain/meetings/find.server.ts",
      'import { visitor } from "#app/http/gates.server.ts";',
    ],
    ["a route that imports a route", "app/routes/a.tsx", 'import { x } from "./b.tsx";'],
    [
      "a noun that uses a later one",
      "app/domain/groups/a.ts",
      'import { x } from "#app/domain/meetings/inputs.ts";',
    ],
    ["a kit that knows a noun", "app/ui/kit/a.tsx", 'import { x } from "#app/ui/meetings/meeting-card.tsx";'],
    ["the database in a route", "app/routes/a.tsx", 'import { x } from "#db/schema/meetings.ts";'],
    ["React in the domain", "app/domain/meetings/a.ts", 'import { x } from "react";'],
    ["a type spelt in place", "app/http/a.server.ts", 'type Open = typeof import("#db/open.server.ts");'],
    ["an arrow upwards from db", "db/demo/a.ts", 'import { x } from "#app/domain/errors.ts";'],
    ["paths that import", "app/paths.ts", 'import { x } from "#db/vocabulary.ts";'],
  ])("1: %s", (_name, path, text) => expect(breachesOfArrows(planted(path, text))).toHaveLength(1));

  test.each([
    ["a table in a view", "app/ui/meetings/a.tsx", 'import { meetings } from "#db/schema/meetings.ts";'],
    ["a secret's file in a rule", "app/domain/meetings/a.ts", 'import { x } from "./find.server.ts";'],
    ["the file system in a rule", "app/domain/meetings/a.ts", 'import fs from "node:fs";'],
    ["the query builder in the kit", "app/ui/kit/a.ts", 'import { sql } from "drizzle-orm";'],
  ])("2: %s", (_name, path, text) => expect(breachesOfHands(planted(path, text))).toHaveLength(1));
  test("2: a type may cross", () => {
    const text = 'import type { Meeting } from "#app/domain/meetings/find.server.ts";';
    expect(breachesOfHands(planted("app/ui/meetings/a.tsx", text))).toEqual([]);
    const spelt = 'type Meeting = import("#app/domain/meetings/find.server.ts").Meeting;';
    expect(breachesOfHands(planted("app/ui/meetings/a.tsx", spelt))).toEqual([]);
  });

  test.each([
    ["a bare loader", "export const loader = async () => null;"],
    ["a function as action", "export const loader = visitor(f); export async function action() {}"],
    ["no loader at all", "export default function Page() { return null; }"],
    ["a wrapper that is no gate", "export const loader = memo(f);"],
  ])("5: %s", (_name, text) => expect(breachesOfGates(planted("app/routes/a.tsx", text))).toHaveLength(1));

  test.each([
    ["a barrel", "app/ui/kit/all.ts", 'export * from "./a.ts";'],
    ["a drawer", "app/http/utils.server.ts", "export const x = 1;"],
    ["a folder of drawers", "app/domain/helpers/a.ts", "export const x = 1;"],
    ["an index outside routes", "app/domain/meetings/index.ts", "export const x = 1;"],
  ])("6: %s", (_name, path, text) => expect(breachesOfNames(planted(path, text))).toHaveLength(1));

  test.each([
    ["a long file", "app/domain/a.ts", "const x = 1;\n".repeat(251)],
    ["a long route", "app/routes/a.tsx", "const x = 1;\n".repeat(161)],
    ["a long function", "app/domain/a.ts", `function f() {\n${"  f();\n".repeat(41)}}`],
  ])("7: %s", (_name, path, text) =>
    expect(breachesOfSize(planted(path, text), () => false)).toHaveLength(1),
  );
  test("7: a full folder", () => {
    const many = Array.from({ length: 16 }, (_, at) =>
      sourceOf(`app/ui/kit/a${at}.ts`, "export const x = 1;"),
    );
    expect(breachesOfSize(many, () => false)).toEqual(["app/ui/kit holds 16 files, more than 15"]);
  });
});

interface Route {
  file: string;
  children?: Route[] | undefined;
}

function filesOf({ file, children = [] }: Route): string[] {
  return [file, ...children.flatMap(filesOf)];
}
