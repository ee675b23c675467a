import path from "node:path";
import ts from "typescript";
import {
  allowedArrows,
  drawerNames,
  most,
  nounsInOrder,
  packagesWithHands,
  serverRooms,
} from "./allowed-arrows.ts";
import { importsOf, type SourceFile } from "./source.ts";

/* Each law takes the sources and answers with its breaches in words: an empty list is a kept law. */

/** Law 1: imports go along the arrows, and a noun uses only those before it. */
export function breachesOfArrows(sources: readonly SourceFile[]): string[] {
  return sources.flatMap(importsOf).flatMap(({ from, to }) => {
    if (!isOurs(to))
      return from.startsWith("app/domain/") && /^(react|@remix-run)/.test(to) ? [`${from} → ${to}`] : [];
    const allowed = allowedArrows[roomOf(from)] ?? [];
    const fits = allowed.some((room) => to === room || to.startsWith(`${room}/`));
    if (!fits) return [`${from} → ${to}`];
    return isRouteToRoute(from, to) || isNounAfter(from, to) ? [`${from} → ${to}`] : [];
  });
}

function roomOf(file: string): string {
  const rooms = Object.keys(allowedArrows).filter((room) => file === room || file.startsWith(`${room}/`));
  return rooms.toSorted((a, b) => b.length - a.length)[0] ?? "";
}

const isOurs = (to: string) =>
  /^(app|db|test|e2e|bench)\//.test(to) || to === "server.ts" || to === "worker.ts";
const isRouteToRoute = (from: string, to: string) =>
  from.startsWith("app/routes/") && to.startsWith("app/routes/");

function isNounAfter(from: string, to: string): boolean {
  const [fromNoun, toNoun] = [nounOf(from), nounOf(to)];
  if (fromNoun === null) return from.startsWith("app/domain/") && toNoun !== null;
  return toNoun !== null && nounsInOrder.indexOf(toNoun) > nounsInOrder.indexOf(fromNoun);
}

function nounOf(file: string): (typeof nounsInOrder)[number] | null {
  const word = /^app\/domain\/([a-z-]+)\//.exec(file)?.[1];
  return nounsInOrder.find((noun) => noun === word) ?? null;
}

/** Law 2: a file without `.server` in its name has no hands, and imports nothing that has. */
export function breachesOfHands(sources: readonly SourceFile[]): string[] {
  const handless = sources.filter(
    ({ path: file }) => !/\.server\.tsx?$/.test(file) && !serverRooms.some((room) => file.startsWith(room)),
  );
  return handless
    .filter(({ path: file }) => file.startsWith("app/") || file.startsWith("db/vocabulary"))
    .flatMap(importsOf)
    .filter(({ to, typeOnly }) => !typeOnly && hasHands(to))
    .map(({ from, to }) => `${from} → ${to}`);
}

function hasHands(to: string): boolean {
  if (isOurs(to)) return /\.server\.tsx?$/.test(to) || to.startsWith("db/schema/");
  return packagesWithHands.some((name) => name.test(to));
}

const gates = ["visitor", "signedIn", "apiClient"];

/** Law 5: every route module has a loader, and every loader and action is wrapped by a gate. */
export function breachesOfGates(routes: readonly SourceFile[]): string[] {
  return routes.flatMap((source) => {
    const doors = doorsOf(source);
    const ungated = doors
      .filter(({ gate }) => !gates.includes(gate))
      .map(({ name }) => `${source.path}: ${name} has no gate`);
    const closed = doors.some(({ name }) => name === "loader")
      ? []
      : [`${source.path}: no loader, so no gate`];
    return [...ungated, ...closed];
  });
}

/** An action that is the loader itself has its gate. */
function doorsOf({ ast }: SourceFile): { name: string; gate: string }[] {
  return ast.statements.flatMap((statement) => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isFunctionDeclaration(statement)) return doorNamed(statement.name?.text, "");
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations
      .filter(({ initializer }) => initializer?.getText() !== "loader")
      .flatMap(({ name, initializer }) => doorNamed(name.getText(), gateOf(initializer)));
  });
}

const doorNamed = (name: string | undefined, gate: string) =>
  name === "loader" || name === "action" ? [{ name, gate }] : [];
const gateOf = (made: ts.Expression | undefined) =>
  made && ts.isCallExpression(made) ? made.expression.getText() : "";

/** Law 6: no barrels, and nothing named like a drawer. */
export function breachesOfNames(sources: readonly SourceFile[]): string[] {
  const drawers = sources
    .map(({ path: file }) => file)
    .filter((file) =>
      file.split("/").some((part) => drawerNames.includes(part.replace(/(\.server)?\.\w+$/, ""))),
    );
  const barrels = sources.filter(
    ({ ast }) =>
      ast.statements.length > 0 &&
      ast.statements.every((s) => ts.isExportDeclaration(s) && s.moduleSpecifier),
  );
  const indexes = sources.filter(
    ({ path: file }) => /\/index(\.server)?\.tsx?$/.test(file) && !file.startsWith("app/routes/"),
  );
  return [
    ...drawers,
    ...barrels.map(({ path: file }) => `${file} is a barrel`),
    ...indexes.map(({ path: file }) => `${file}: index files are for routes`),
  ];
}

/** Law 7: small files, functions and folders. `grown` are files whose size is data, not logic. */
export function breachesOfSize(sources: readonly SourceFile[], isData: (file: string) => boolean): string[] {
  const files = sources
    .filter(({ path: file }) => !isData(file))
    .flatMap(({ path: file, text }) => {
      const lines = text.trimEnd().split("\n").length;
      const limit =
        file.startsWith("app/jobs/") && file !== "app/jobs/tasks.ts"
          ? most.job
          : file.startsWith("app/routes/")
            ? most.route
            : most.file;
      return lines > limit ? [`${file} has ${lines} lines, more than ${limit}`] : [];
    });
  return [
    ...files,
    ...sources.filter(({ path: file }) => !isData(file)).flatMap(longFunctions),
    ...fullFolders(sources),
  ];
}

function longFunctions({ path: file, ast }: SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && "body" in node && node.body) {
      const lines =
        ast.getLineAndCharacterOfPosition(node.end).line -
        ast.getLineAndCharacterOfPosition(node.getStart()).line +
        1;
      if (lines > most.functionLines && !isMarkup(node))
        found.push(`${file}: a function of ${lines} lines, more than ${most.functionLines}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(ast);
  return found;
}

/** A component's length is that of its markup, which reads as a page does: its file's limit holds it. */
const isMarkup = (node: ts.Node) =>
  node.getSourceFile().fileName.endsWith(".tsx") && /<[A-Za-z>]/.test(node.getText());

function fullFolders(sources: readonly SourceFile[]): string[] {
  const counts = new Map<string, number>();
  for (const { path: file } of sources)
    counts.set(path.dirname(file), (counts.get(path.dirname(file)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > most.folder)
    .map(([folder, count]) => `${folder} holds ${count} files, more than ${most.folder}`);
}
