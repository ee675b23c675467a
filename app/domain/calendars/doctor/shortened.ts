/** The beginning of a text that is told again, such as a place that somebody filled with directions. */
export const shortened = (text: string, most: number): string =>
  text.length > most
    ? `${text
        .slice(0, most)
        .replace(/[\uD800-\uDBFF]$/, "")
        .trimEnd()}…`
    : text;
