import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

export interface Import {
  from: string;
  /** A path of the project, or a package's name. */
  to: string;
  typeOnly: boolean;
}

export interface SourceFile {
  path: string;
  text: string;
  ast: ts.SourceFile;
}

/** Every source file of the given folders and files, relative to the project. */
export function readSources(root: string, starts: readonly string[]): SourceFile[] {
  return starts
    .flatMap((start) => [...walk(root, start)])
    .map((file) => sourceOf(file, readFileSync(path.join(root, file), "utf8")));
}

export function sourceOf(file: string, text: string): SourceFile {
  return { path: file, text, ast: ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true) };
}

function* walk(root: string, at: string): Generator<string> {
  if (/\.(ts|tsx|mjs|js)$/.test(at)) {
    yield at;
    return;
  }
  for (const entry of readdirSync(path.join(root, at), { withFileTypes: true })) {
    const inside = path.posix.join(at, entry.name);
    if (entry.isDirectory()) yield* walk(root, inside);
    else if (/\.(ts|tsx|mjs)$/.test(entry.name)) yield inside;
  }
}

/** All imports and re-exports of a file: dynamic ones too, and types spelt `import("…")`. */
export function importsOf({ path: from, ast }: SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Expression | undefined, typeOnly: boolean) => {
    if (specifier && ts.isStringLiteral(specifier))
      found.push({ from, to: resolve(from, specifier.text), typeOnly });
  };
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node));
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(ast);
  return found;
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.isTypeOnly) return true;
  const { name, namedBindings } = importClause;
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly);
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith(".")) return path.posix.join(path.posix.dirname(from), specifier);
  return specifier;
}
