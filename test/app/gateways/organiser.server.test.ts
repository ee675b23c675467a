import { expect, test } from "vitest";
import { configuredOrganiser } from "#app/gateways/organiser.server.ts";

const site = { PUBLIC_URL: "https://assembly.example.org", MAIL_FROM: "Assembly <assembly@example.org>" };

test("answers go to an address of each invitation where they are read here", () => {
  const { addressFor, readsAnswers } = configuredOrganiser({
    ...site,
    ANSWERS_ADDRESS: "answers@example.org",
  });
  expect([addressFor("0af"), readsAnswers]).toEqual(["answers+0af@example.org", true]);
});

test("else to whom mails come from", () => {
  expect(configuredOrganiser(site).addressFor("0af")).toBe("assembly@example.org");
  expect(configuredOrganiser({ ...site, MAIL_FROM: "plain@example.org" }).addressFor("0af")).toBe(
    "plain@example.org",
  );
  expect(configuredOrganiser(site).readsAnswers).toBe(false);
});
