import { describe, expect, test } from "vitest";
import { splitSocketHost } from "#db/client.server.ts";
import { connection } from "#test/setup/context.ts";

describe("a database's address", () => {
  test("gives up a socket's folder and keeps everything else", () => {
    expect(splitSocketHost("postgres://me@localhost:5433/site?host=%2Frun%2Fa%20b&sslmode=require")).toEqual({
      href: "postgres://me@localhost:5433/site?sslmode=require",
      host: "/run/a b",
    });
  });

  test("without a socket stays as it is", () => {
    const url = "postgres://me:secret@db.example.org/site";
    expect(splitSocketHost(url)).toEqual({ href: url, host: undefined });
  });
});

describe("a connection", () => {
  test("speaks in UTC", async () => {
    const [row] = await connection().sql`show timezone`;
    expect(row?.TimeZone).toBe("UTC");
  });
});
