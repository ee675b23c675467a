/** As a text, whatever the order in which the database keeps the names of a JSON value. */
const asText = (value: unknown) => JSON.stringify(value ?? null, inOrder);

const inOrder = (_name: string, value: unknown): unknown =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Whether any of the values is another than the row's. */
export function differ<Row extends object>(row: Row, values: Partial<Record<keyof Row, unknown>>): boolean {
  return Object.entries(values).some(([name, value]) => {
    const known = row[name as keyof Row];
    return known !== value && asText(known) !== asText(value);
  });
}
