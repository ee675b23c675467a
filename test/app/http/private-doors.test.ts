import { describe, expect, test } from "vitest";
import { isPrivateDoor } from "#app/http/private-doors.ts";

describe("pages for one reader alone", () => {
  test.each([
    "/account",
    "/account/data",
    "/Invitations/abc",
    "/meetings/1/attendance",
    "/meetings/1/attendance/",
    "/Meetings/1/Attendance",
    "/groups/norwich/follow",
  ])("%s is kept nowhere", (path) => expect(isPrivateDoor(path)).toBe(true));
  test.each(["/", "/accounts", "/meetings/1", "/meetings/1/agenda", "/groups/norwich"])(
    "%s may be kept",
    (path) => expect(isPrivateDoor(path)).toBe(false),
  );
});
