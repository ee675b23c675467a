import { describe, expect, test } from "vitest";
import { BadSetting, readEnv } from "#app/env.server.ts";

describe("settings", () => {
  test("all have a default", () => {
    expect(readEnv({})).toMatchObject({
      PORT: 3000,
      DATA_DIR: ".data",
      PUBLIC_URL: "http://localhost:3000",
      DEMO_DATA: "auto",
    });
    expect(readEnv({}).DATABASE_URL).toBeUndefined();
  });

  test("an empty text counts as left out", () => {
    expect(readEnv({ PORT: "", DATABASE_URL: " " })).toEqual(readEnv({}));
  });

  test("the public address follows the port, and loses a closing slash", () => {
    expect(readEnv({ PORT: "4000" }).PUBLIC_URL).toBe("http://localhost:4000");
    expect(readEnv({ PUBLIC_URL: "https://assembly.example.org/" }).PUBLIC_URL).toBe(
      "https://assembly.example.org",
    );
  });

  test.each([
    ["PORT", "abc"],
    ["PORT", "70000"],
    ["PORT", "-1"],
    ["PORT", "80.5"],
    ["PUBLIC_URL", "assembly.example.org"],
    ["PUBLIC_URL", "https://example.org/path"],
    ["LOG_LEVEL", "loud"],
    ["DATABASE_POOL", "0"],
    ["BODY_LIMIT", "2MB"],
    ["DEMO_DATA", "yes"],
    ["ANSWERS_ADDRESS", "Answers <answers@example.org>"],
    ["INBOUND_MAIL", "http://127.0.0.1:2424"],
    ["INBOUND_MAIL", "lmtp://127.0.0.1"],
    ["INBOUND_MAIL", "lmtp://127.0.0.1:99999"],
  ])("a bad %s is named with what was given", (name, value) => {
    const reading = () => readEnv({ [name]: value });
    expect(reading).toThrow(BadSetting);
    expect(reading).toThrow(name);
    expect(reading).toThrow(`"${value}"`);
  });

  test("every bad setting is told at once", () => {
    expect(() => readEnv({ PORT: "x", LOG_LEVEL: "y" })).toThrow(/PORT.*\n.*LOG_LEVEL/);
  });

  test("a bad database address is not repeated, since it may hold a password", () => {
    const reading = () => readEnv({ DATABASE_URL: "mysql://me:hunter2@host/db" });
    expect(reading).toThrow("DATABASE_URL must be an address");
    expect(reading).not.toThrow("hunter2");
  });
});

test("a door for mail needs the address that answers come to", () => {
  const INBOUND_MAIL = "lmtp://127.0.0.1:2424";
  expect(() => readEnv({ INBOUND_MAIL })).toThrow(/needs ANSWERS_ADDRESS/);
  expect(readEnv({ INBOUND_MAIL, ANSWERS_ADDRESS: "Answers@Example.org" })).toMatchObject({
    ANSWERS_ADDRESS: "answers@example.org",
  });
});
