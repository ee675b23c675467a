import { expect, test } from "vitest";
import { explained, statusFailure } from "#app/gateways/calendars/failures.ts";

const failed = (code: string) => Object.assign(new Error("secret /path"), { code });

test.each([
  ["CERT_HAS_EXPIRED", "its certificate has run out"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "its certificate is for another name"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "nobody but itself vouches for its certificate"],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "it does not send all of its certificates"],
  ["CERT_UNTRUSTED", "its certificate is not in order"],
  ["EPROTO", "it does not speak https there"],
  ["ERR_SSL_WRONG_VERSION_NUMBER", "it does not speak https there"],
  ["ENOTFOUND", "There is no website named diary.example"],
  ["EAI_AGAIN", "Our own network may be down"],
  ["ECONNRESET", "cannot be reached (ECONNRESET)"],
  ["Z_DATA_ERROR", "is damaged"],
])("case 64: %s in plain words", (code, words) => {
  const { message, kind } = explained(failed(code), "diary.example", 10_000);
  expect(message).toContain(words);
  expect(message).not.toContain("secret");
  expect(kind).toBe("unreachable");
});

test.each([
  [401, "refused"],
  [403, "refused"],
  [404, "gone"],
  [410, "gone"],
  [429, "busy"],
  [503, "busy"],
  [500, "unreachable"],
  [418, "unreachable"],
] as const)("case 64: %i is a failure of the kind “%s”", (status, kind) =>
  expect(statusFailure(status, "diary.example").kind).toBe(kind),
);

test.each([
  ["120", 120_000],
  ["999999", 86_400_000],
  ["Thu, 01 Jan 1970 00:00:00 GMT", 0],
  ["soon", null],
  ["", null],
  [undefined, null],
])("Retry-After: %s is a wait of %s ms", (text, wait) =>
  expect(statusFailure(429, "diary.example", text).retryAfterMs).toBe(wait),
);
