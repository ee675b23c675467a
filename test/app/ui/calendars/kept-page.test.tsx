import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { JustDone } from "#app/ui/calendars/kept-page.tsx";

const said = (did: string | null, state: "working" | "failing" = "working") =>
  renderToStaticMarkup(<JustDone did={did} state={state} />);

test.for(["run", "confirm", "upload", "zone", "held"])("“%s” is a success", (did) => {
  expect(said(did)).toContain("Success");
});

test.for(["answered", "busy", "confirm-later", "upload-busy", "zone-later"])(
  "“%s” has yet to come, so it is none",
  (did) => {
    expect(said(did)).toContain("Important");
    expect(said(did)).not.toContain("Success");
  },
);

test("nothing was done, or what nobody knows, says nothing; nor does a reading that failed", () => {
  expect([said(null), said("anything"), said("run", "failing")]).toEqual(["", "", ""]);
});
