import { describe, expect, test } from "vitest";
import { authorizationFor, isSameHouse, loginIn } from "#app/gateways/calendars/login.ts";

describe("a password", () => {
  const login = { account: "jo", password: "pä:ss", givenFor: new URL("https://cloud.example/dav/") };

  test("goes to the origin it was given for", () => {
    const { Authorization = "" } = authorizationFor(new URL("https://cloud.example/other"), login, false);
    expect(Buffer.from(Authorization.replace("Basic ", ""), "base64").toString("utf8")).toBe("jo:pä:ss");
  });

  test.each(["https://other.example/", "https://cloud.example:8443/", "http://cloud.example/"])(
    "does not go to %s",
    (address) => expect(authorizationFor(new URL(address), login, false)).toEqual({}),
  );

  test("travels in clear only to a host of a private network that was allowed", () => {
    const inClear = { ...login, givenFor: new URL("http://10.0.0.5/") };
    expect(() => authorizationFor(inClear.givenFor, inClear, false)).toThrow(
      "must not travel to 10.0.0.5 in clear",
    );
    expect(authorizationFor(inClear.givenFor, inClear, true)).toHaveProperty("Authorization");
  });

  test("may stand in the address", () => {
    expect(loginIn(new URL("https://jo%40b:w%20d@cloud.example/"))).toMatchObject({
      account: "jo@b",
      password: "w d",
    });
    expect(loginIn(new URL("https://jo:100%@cloud.example/"))?.password).toBe("100%");
    expect(loginIn(new URL("https://cloud.example/"))).toBeNull();
  });
});

describe("hosts of one house", () => {
  test.each([
    ["p42-caldav.icloud.com", "caldav.icloud.com"],
    ["cloud.example.org", "example.org"],
    ["dav.example.org.uk", "example.org.uk"],
    ["cloud.example.org", "cloud.example.org"],
  ])("%s and %s", (host, other) => expect(isSameHouse(host, other)).toBe(true));

  test.each([
    ["evil.org", "example.org"],
    ["evil.co.uk", "example.co.uk"],
    ["evil.nhs.uk", "icb.nhs.uk"],
    ["evilexample.org", "example.org"],
    ["example.org", "com"],
    ["10.0.0.5", "11.0.0.5"],
  ])("not %s and %s", (host, other) => expect(isSameHouse(host, other)).toBe(false));
});
