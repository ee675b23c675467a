import { describe, expect, test } from "vitest";
import { isAllowed, readAddress, redirectedTo } from "#app/gateways/calendars/address.ts";

const thrownBy = (deed: () => unknown) => {
  try {
    deed();
  } catch (error) {
    return error;
  }
  throw new Error("Nothing was thrown");
};

describe("addresses", () => {
  test.each([
    ["webcal://example.org/a.ics", "https://example.org/a.ics"],
    ["webcals://example.org/a.ics", "https://example.org/a.ics"],
    ["  WebCal://example.org/a.ics ", "https://example.org/a.ics"],
    ["https://example.org./a.ics", "https://example.org/a.ics"],
  ])("case 68: %s is fetched as %s", (given, asked) => expect(readAddress(given).href).toBe(asked));

  test.each([
    "ftp://example.org/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:,a",
    "example.org",
    "https://",
  ])("%s is not one to read", (given) =>
    expect(thrownBy(() => readAddress(given))).toMatchObject({ kind: "forbidden" }),
  );

  test("a host is allowed as it is spelled, port included", () => {
    const allow = ["intranet.example", "10.0.0.5:5232", "box.example:443"];
    const asked = (address: string) => isAllowed(new URL(address), allow);
    expect(asked("https://intranet.example/a")).toBe(true);
    expect(asked("http://10.0.0.5:5232/a")).toBe(true);
    expect(asked("https://box.example/")).toBe(true);
    expect(asked("http://box.example/")).toBe(false);
    expect(asked("https://intranet.example:8443/a")).toBe(false);
    expect(asked("http://10.0.0.5/")).toBe(false);
    expect(asked("https://intranet.example.evil.example/")).toBe(false);
  });
});

describe("where a redirect may lead", () => {
  const from = new URL("https://calendars.example/feed.ics");

  test("case 67: not from https to http", () => {
    expect(thrownBy(() => redirectedTo("http://calendars.example/feed.ics", from, []))).toMatchObject({
      kind: "forbidden",
      message: expect.stringContaining("from https to http"),
    });
    expect(redirectedTo("http://10.0.0.5:5232/a", from, ["10.0.0.5:5232"]).host).toBe("10.0.0.5:5232");
  });

  test("case 67: names and passwords in it are dropped", () => {
    expect(redirectedTo("https://name:word@other.example/a", from, []).href).toBe("https://other.example/a");
  });

  test.each([
    ["https://login.microsoftonline.com/common/oauth2?x=1", "In Outlook, publish the calendar"],
    ["https://accounts.google.com/ServiceLogin?continue=x", "Secret address in iCal format"],
    ["https://cloud.example/index.php/login?redirect_url=/x", "works without signing in"],
    ["https://cloud.example/login", "works without signing in"],
    ["https://tenant.sharepoint.com/_layouts/15/Authenticate.aspx", "works without signing in"],
  ])("case 64: %s is a sign-in page", (target, advice) => {
    const error = thrownBy(() => redirectedTo(target, from, []));
    expect(error).toMatchObject({ kind: "refused", message: expect.stringContaining(advice) });
    expect(String(error)).toContain("calendars.example wants somebody to sign in");
  });

  test("a calendar may have a login course in its name", () => {
    expect(redirectedTo("https://cloud.example/login-course.ics", from, []).pathname).toBe(
      "/login-course.ics",
    );
  });
});
