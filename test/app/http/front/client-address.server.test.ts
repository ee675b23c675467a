import { expect, test } from "vitest";
import { forwardedFor } from "#app/http/front/client-address.server.ts";

test.each([
  ["one proxy adds whom it saw", "198.51.100.7", 1, "198.51.100.7"],
  ["what the sender wrote themselves does not count", "1.2.3.4, 198.51.100.7", 1, "198.51.100.7"],
  ["two proxies", "1.2.3.4, 198.51.100.7, 10.0.0.1", 2, "198.51.100.7"],
  ["fewer hops than proxies", "198.51.100.7", 2, undefined],
  ["nothing said", undefined, 1, undefined],
  ["an empty header", "", 1, undefined],
] as const)("%s", (_name, header, proxies, address) => expect(forwardedFor(header, proxies)).toBe(address));
