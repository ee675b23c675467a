/** Whether a text from outside has the shape of our ids (UUIDs): Postgres fails on any other, where "not found" is meant. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
