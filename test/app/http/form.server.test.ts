import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { Invalid } from "#app/domain/errors.ts";
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
