import { expect, test } from "vitest";
import { NotFound } from "#app/domain/errors.ts";
import { readOutbox } from "#app/http/outbox.server.ts";

const at = (host: string) => new URL(`http://${host}/dev/outbox`);

test.each(["127.0.0.1", "::1", "::ffff:127.0.0.1"])("this machine (%s) reads its outbox", (address) => {
  expect(readOutbox({ url: at("localhost:3000"), address })).toBeInstanceOf(Array);
});

test.each(["192.0.2.9", "::ffff:192.0.2.9", "unknown", "127.0.0.1.example.org"])(
  "nobody from elsewhere (%s) does, whatever host they name",
  (address) => {
    expect(() => readOutbox({ url: at("localhost:3000"), address })).toThrow(NotFound);
  },
);

test("a site with a public name has no such page", () => {
  expect(() => readOutbox({ url: at("assembly.example.org"), address: "127.0.0.1" })).toThrow(NotFound);
});
