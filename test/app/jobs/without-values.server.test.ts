import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { withoutValues } from "#app/jobs/without-values.ts";
import { connection } from "#test/setup/context.ts";

const secret = "answers+5f1d@example.org";

async function failing(query: ReturnType<typeof sql>): Promise<unknown> {
  return connection()
    .db.execute(query)
    .then(
      () => null,
      (error) => error,
    );
}

test("an error of a job keeps what went wrong, and nothing that was given to the query", async () => {
  for (const query of [sql`select * from nowhere where a = ${secret}`, sql`select ${secret}::text::uuid`]) {
    const error = await failing(query);
    expect(`${error}`).toContain(secret);
    const kept = withoutValues(error);
    expect(`${kept.message} ${kept.stack}`).not.toContain(secret);
    expect(kept.message).toMatch(/^PostgresError (42P01|22P02): /);
  }
});

test("another error keeps its own words", () => {
  expect(withoutValues(new TypeError("x is not a function")).message).toBe("TypeError: x is not a function");
});
