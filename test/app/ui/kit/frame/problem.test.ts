import { expect, it } from "vitest";
import { problemIn, problemOf } from "#app/ui/kit/frame/problem.ts";

it.each([400, 403, 404, 405, 409, 413, 422, 429, 500, 503, 418, 502, 599])(
  "status %i has words of its own or its family's",
  (status) => {
    const problem = problemOf(status);
    expect(problem.status).toBe(status);
    expect(problem.title).not.toBe("");
    expect(problem.advice).not.toBe("");
  },
);

it("never blames the person for a fault of ours, nor us for a mistyped address", () => {
  expect(problemOf(502).title).toBe(problemOf(500).title);
  expect(problemOf(418).title).toBe(problemOf(400).title);
});

it.each([
  [409, { message: "This agenda is published already." }, "That cannot be done now"],
  [409, { message: "Changed.", versions: { mine: 1, theirs: 2 } }, problemOf(409).title],
  [409, {}, problemOf(409).title],
  [404, { message: "We could not find that page." }, problemOf(404).title],
])("%i with %j is titled “%s”", (status, said, title) => expect(problemIn(status, said).title).toBe(title));
