/** The browser and the system of a User-Agent in words people know: "Firefox on Android"; empty for none. */
export function deviceInWords(userAgent: string): string {
  if (userAgent.trim() === "") return "";
  const browser = nameIn(userAgent, browsers) ?? "A browser";
  const system = nameIn(userAgent, systems);
  return system ? `${browser} on ${system}` : browser;
}

const nameIn = (text: string, names: readonly (readonly [RegExp, string])[]) =>
  names.find(([mark]) => mark.test(text))?.[1];

/** In this order: most browsers also name those that they resemble. */
const browsers = [
  [/SamsungBrowser\//, "Samsung Internet"],
  [/\bEdgA?\/|EdgiOS\//, "Edge"],
  [/\bOPR\/|Opera/, "Opera"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\/|Chromium\//, "Chrome"],
  [/Safari\//, "Safari"],
] as const;

const systems = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/CrOS/, "Chromebook"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/Linux/, "Linux"],
] as const;
