import dns from "node:dns";
import { constants } from "node:os";
import { getSystemErrorMap } from "node:util";
import { describe, expect, test } from "vitest";
import { explained, statusFailure } from "#app/gateways/calendars/failures.ts";

const failed = (code: string, message = "secret /path") => Object.assign(new Error(message), { code });

test.each([
  ["CERT_HAS_EXPIRED", "its certificate has run out"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "its certificate is for another name"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "nobody but itself vouches for its certificate"],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "it does not send all of its certificates"],
  ["CERT_UNTRUSTED", "its certificate is not in order"],
  ["EPROTO", "find no safe way to speak"],
  ["ERR_SSL_WRONG_VERSION_NUMBER", "diary.example does not speak https at this address"],
  ["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", "find no safe way to speak"],
  ["ENOTFOUND", "There is no website named diary.example"],
  ["EAI_AGAIN", "Our own network may be down"],
  ["ECONNRESET", "diary.example broke off before it had answered"],
  ["ECONNREFUSED", "diary.example cannot be reached: no website answers there"],
  ["EHOSTUNREACH", "there is no way to it from here"],
  ["ETIMEDOUT", "did not answer within 10 seconds"],
  ["HPE_INVALID_CONSTANT", "is not one of a website"],
  ["EINVAL", "diary.example cannot be reached."],
  ["Z_DATA_ERROR", "is damaged"],
])("case 64: %s in plain words", (code, words) => {
  const { message, kind } = explained(failed(code), "diary.example", 10_000);
  expect(message).toContain(words);
  expect(message).not.toContain("secret");
  expect(kind).toBe("unreachable");
});

/** Codes of OpenSSL on certificates, of Node's parser of HTTP, and of Node itself. */
const certificates = `UNABLE_TO_GET_ISSUER_CERT UNABLE_TO_GET_CRL UNABLE_TO_DECRYPT_CERT_SIGNATURE
  UNABLE_TO_DECRYPT_CRL_SIGNATURE UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY CERT_SIGNATURE_FAILURE CRL_SIGNATURE_FAILURE
  CERT_NOT_YET_VALID CERT_HAS_EXPIRED CRL_NOT_YET_VALID CRL_HAS_EXPIRED ERROR_IN_CERT_NOT_BEFORE_FIELD
  ERROR_IN_CERT_NOT_AFTER_FIELD DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY UNABLE_TO_VERIFY_LEAF_SIGNATURE CERT_CHAIN_TOO_LONG CERT_REVOKED
  CERT_UNTRUSTED CERT_REJECTED ERR_TLS_CERT_ALTNAME_INVALID`.split(/\s+/);
const parser =
  `HPE_INVALID_CONSTANT HPE_INVALID_VERSION HPE_INVALID_STATUS HPE_INVALID_HEADER_TOKEN HPE_INVALID_EOF_STATE
  HPE_INVALID_CONTENT_LENGTH HPE_INVALID_CHUNK_SIZE HPE_HEADER_OVERFLOW HPE_CR_EXPECTED HPE_UNEXPECTED_CONTENT_LENGTH
  HPE_INTERNAL HPE_CB_MESSAGE_COMPLETE`.split(/\s+/);
const others =
  `INVALID_CA INVALID_PURPOSE HOSTNAME_MISMATCH OUT_OF_MEM ERR_TLS_HANDSHAKE_TIMEOUT ERR_SSL_NO_CIPHER_MATCH
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE ERR_SSL_UNSUPPORTED_PROTOCOL ERR_SSL_DH_KEY_TOO_SMALL ERR_SSL_WRONG_VERSION_NUMBER
  ERR_SSL_PACKET_LENGTH_TOO_LONG ERR_STREAM_PREMATURE_CLOSE ERR_INVALID_CHAR ERR_INVALID_URL ERR_UNESCAPED_CHARACTERS
  ERR_HTTP_INVALID_STATUS_CODE ERR_STREAM_DESTROYED ERR_SOCKET_CLOSED ERR_INVALID_IP_ADDRESS UND_ERR_SOCKET
  UND_ERR_CONNECT_TIMEOUT Z_DATA_ERROR Z_BUF_ERROR ERR__ERROR_FORMAT_PADDING_1 ERR_BROTLI_INVALID
  ERR_ZSTD_INVALID_STORED`.split(/\s+/);
const names = Object.values(dns).filter((code) => typeof code === "string");
const known: string[] = [
  ...[...getSystemErrorMap().values()].map(([code]) => code),
  ...[...Object.keys(constants.errno), ...names, ...certificates, ...parser, ...others],
];

describe("no code of a machine is shown to a person", () => {
  const isRaw = /[A-Z][A-Z0-9]*_[A-Z0-9_]+|\bE[A-Z]{3,}\b|errno|SSL|syscall|getaddrinfo|:\d{3,}:/;
  const machine = "write EPROTO 0017:error:0A00010B:SSL routines:wrong version number:../ssl3_record.c:354:";

  test("not one of those that Node, its DNS, its https and its parser know", () => {
    expect(known.length).toBeGreaterThan(150);
    for (const code of new Set(known)) {
      const { message, kind } = explained(failed(code, `${machine} ${code}`), "diary.example", 10_000);
      expect(message, code).not.toMatch(isRaw);
      expect(message, code).toContain("diary.example");
      expect(kind, code).toBe(code === "HPE_HEADER_OVERFLOW" ? "forbidden" : "unreachable");
    }
  });

  test.each([new Error("socket hang up"), new TypeError("fetch failed"), "a text", null, undefined, 7])(
    "nor what has none: %s",
    (error) =>
      expect(explained(error, "diary.example", 10_000).message).toBe("diary.example cannot be reached."),
  );

  test("what answers in clear where https was asked is told from https that is not in order", () => {
    const plain = explained(failed("EPROTO", machine), "diary.example", 10_000);
    expect(plain).toMatchObject({ trouble: "no-https" });
    expect(explained(failed("EPROTO", "alert handshake failure"), "diary.example", 10_000)).toMatchObject({
      trouble: "no-proof",
    });
  });

  test("a name of hundreds of letters is told by its beginning and its end", () => {
    const host = `${"long-".repeat(40)}name.norwich.example`;
    for (const code of ["ENOTFOUND", "CERT_HAS_EXPIRED", "ECONNREFUSED"]) {
      const { message } = explained(failed(code), host, 10_000);
      expect(message.length, code).toBeLessThan(200);
      expect(message).toContain("name.norwich.example");
    }
    expect(statusFailure(404, host).message.length).toBeLessThan(120);
  });
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
