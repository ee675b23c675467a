import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { Conflict, Invalid } from "#app/domain/errors.ts";
import { seenOf } from "#app/domain/section.ts";
import { Choices } from "#app/domain/shapes.ts";
import { orFormReply, readForm } from "#app/http/form.server.ts";

const Shape = v.object({
  title: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty("Enter a title")), ""),
  password: v.optional(v.pipe(v.string(), v.nonEmpty("Enter a password")), ""),
});
const posted = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://localhost/", { method: "POST", body, headers });

describe("a posted form", () => {
  test("becomes a value with one kind of line end and nothing that cannot be stored", async () => {
    const form = await readForm(
      posted(new URLSearchParams({ title: "a\r\nb\u0000c", password: "x" })),
      Shape,
    );
    expect(form).toMatchObject({ ok: true, value: { title: "a\nbc" } });
  });

  test("that does not fit comes back with 422, a message a field and the words typed, but no password", async () => {
    const form = await readForm(
      posted(new URLSearchParams({ title: "  ", password: "secret", note: "kept" })),
      Shape,
    );
    if (form.ok) throw new Error("It should not fit");
    expect(form.reply.status).toBe(422);
    expect(await form.reply.json()).toEqual({
      errors: { title: "Enter a title" },
      values: { title: "  ", note: "kept" },
    });
  });

  test("with fields left out has a message for each", async () => {
    const form = await readForm(posted(new URLSearchParams()), Shape);
    if (form.ok) throw new Error("It should not fit");
    expect((await form.reply.json()).errors).toEqual({
      title: "Enter a title",
      password: "Enter a password",
    });
  });

  test("asks for a group of which nothing was chosen in the words of its shape", async () => {
    const Choice = v.object({ kind: v.picklist(["charity", "cic"], "Choose what you are") });
    const form = await readForm(posted(new URLSearchParams()), Choice);
    if (form.ok) throw new Error("It should not fit");
    expect((await form.reply.json()).errors).toEqual({ kind: "Choose what you are" });
  });

  test("brings the ticked boxes of one name together", async () => {
    const body = new URLSearchParams([
      ["places", "norwich"],
      ["places", "west-norfolk"],
      ["places", "norwich"],
    ]);
    const form = await readForm(posted(body), v.object({ places: Choices, districts: Choices }));
    expect(form).toMatchObject({ ok: true, value: { places: ["norwich", "west-norfolk"], districts: [] } });
  });

  test.each([
    ["{}", "application/json"],
    ["x", "text/plain"],
  ])("%s sent as %s is refused in plain words", async (body, type) => {
    await expect(readForm(posted(body, { "content-type": type }), Shape)).rejects.toThrow(Invalid);
  });

  test("is answered the same way when only the verb could refuse it", async () => {
    const refused = await orFormReply({ title: "Twice" }, async () => {
      throw new Invalid("Taken.", { title: "That title is taken" });
    });
    if (refused.ok) throw new Error("It should be refused");
    expect(await refused.reply.json()).toEqual({
      errors: { title: "That title is taken" },
      values: { title: "Twice" },
    });
  });
});

test("what crossed with somebody else's comes back with 409, both versions and the stamp of theirs", async () => {
  const versions = {
    mine: { name: "Mine" },
    theirs: { name: "Theirs" },
    by: "Ada",
    at: "2026-04-14T09:00:00.000Z",
  };
  const outcome = await orFormReply({ name: "Mine", password: "x" }, async () => {
    throw new Conflict("Somebody else saved this.", versions);
  });
  if (outcome.ok) throw new Error("It should cross");
  expect(outcome.reply.status).toBe(409);
  expect(await outcome.reply.json()).toEqual({
    errors: { form: "Somebody else saved this." },
    values: { name: "Mine" },
    theirs: { name: "Theirs" },
    by: "Ada",
    at: "2026-04-14T09:00:00.000Z",
    seen: seenOf({ name: "Theirs" }),
  });
});
