import { SaxesParser } from "saxes";

/** An element with its namespace, `DAV: href`, the text right in it, and what it holds. */
export interface Element {
  name: string;
  /** Those without a namespace. */
  attributes: Record<string, string>;
  text: string;
  children: Element[];
}

/** What was answered is not XML that may be read. */
export class BadXml extends Error {
  override name = "BadXml";
}

const deepest = 30;
const mostElements = 300_000;

/**
 * Reads XML of strangers: no document type, so no entities but the five and nothing fetched from elsewhere, and neither
 * depth nor number without end. Throws BadXml.
 */
export function readXml(text: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const root: Element = { name: "", attributes: {}, text: "", children: [] };
  const open = [root];
  let elements = 0;
  const fail = (reason: string) => {
    throw new BadXml(reason);
  };
  const addText = (piece: string) => {
    const inside = open.at(-1);
    if (inside) inside.text += piece;
  };
  parser.on("error", ({ message }) => fail(message));
  parser.on("doctype", () => fail("It declares a document type"));
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("opentag", ({ uri, local, attributes }) => {
    elements += 1;
    if (open.length > deepest || elements > mostElements) fail("It holds too much");
    const plain = Object.values(attributes).filter((attribute) => attribute.prefix === "");
    const element: Element = {
      name: `${uri} ${local}`,
      attributes: Object.fromEntries(plain.map((attribute) => [attribute.local, attribute.value])),
      text: "",
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(text).close();
  return root.children[0] ?? fail("It is empty");
}

export const childrenOf = (element: Element | undefined, name: string): Element[] =>
  element?.children.filter((child) => child.name === name) ?? [];

export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((child) => child.name === name);

export const textOf = (element: Element | undefined): string => element?.text.trim() ?? "";

/** Safe in text of XML that we write. */
export const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
