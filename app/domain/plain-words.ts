/** Marks that show nothing and can hide or turn what stands beside them. The joiner of emoji (U+200D) stays. */
const invisible =
  /\u00AD|\u034F|\u061C|[\u115F\u1160]|[\u17B4\u17B5]|\u180E|[\u200B\u200C\u200E\u200F]|[\u202A-\u202E]|[\u2060-\u2069]|\u3164|\uFEFF|\uFFA0/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

/** What somebody typed, less what nobody can see: control characters, zero-width and direction marks. */
export function plainWords(text: string): string {
  return text.normalize("NFC").replaceAll(controls, "").replaceAll(invisible, "").trim();
}
