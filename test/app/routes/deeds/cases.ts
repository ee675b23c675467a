import { issueToken } from "#app/domain/accounts/tokens.server.ts";
import { type CaseAtHand, mayClimbCase, mayHandleCase } from "#app/domain/cases/policy.ts";
import type { Ctx } from "#app/domain/context.ts";
import { makeCase } from "#test/factories/cases.ts";
import type { Deed } from "#test/setup/matrix/deed.ts";
import type { World } from "#test/setup/matrix/world.ts";

type Kind = "claim" | "report" | "stale";

/** A case whose turn is the network's lead's. Who may not handle a case does not learn of it. */
const at = ({ organisation, network }: World, kind: Kind): CaseAtHand => ({
  ...{ kind, level: "lead", organisationId: organisation.id, groupId: network.id },
  ...{ personId: null, fromEmail: null },
});

const open = async (ctx: Ctx, world: World, kind: Kind) => {
  const details = kind === "claim" ? {} : { choice: "other", words: "The door was shut." };
  const made = { ...at(world, kind), recordId: world.organisation.id, details };
  return makeCase(ctx, { ...made, fromName: "Rita", fromEmail: "rita@example.org" });
};

export const caseDeeds: Deed[] = [
  {
    file: "routes/cases/approval.tsx",
    scene: async (ctx, world) => ({ params: { id: (await open(ctx, world, "claim")).id } }),
    may: (actor, world) => mayHandleCase(actor, at(world, "claim")),
  },
  {
    file: "routes/cases/decline.tsx",
    scene: async (ctx, world) => ({
      params: { id: (await open(ctx, world, "claim")).id },
      form: { reason: "We could not reach the office." },
    }),
    may: (actor, world) => mayHandleCase(actor, at(world, "claim")),
  },
  {
    file: "routes/cases/question.tsx",
    scene: async (ctx, world) => ({
      params: { id: (await open(ctx, world, "claim")).id },
      form: { question: "Which number may we ring?" },
    }),
    may: (actor, world) => mayHandleCase(actor, at(world, "claim")),
  },
  {
    file: "routes/cases/resolution.tsx",
    scene: async (ctx, world) => ({
      params: { id: (await open(ctx, world, "report")).id },
      form: { outcome: "The door is open again." },
    }),
    may: (actor, world) => mayHandleCase(actor, at(world, "report")),
  },
  {
    file: "routes/cases/vouching.tsx",
    scene: async (ctx, world) => ({
      params: { id: (await open(ctx, world, "stale")).id },
      form: { records: world.organisation.id },
    }),
    may: (actor, world) => mayHandleCase(actor, at(world, "stale")),
  },
  {
    file: "routes/cases/climb.tsx",
    scene: async (ctx, world) => ({ params: { id: (await open(ctx, world, "report")).id } }),
    may: (actor, world) => mayClimbCase(actor, at(world, "report")),
  },
  {
    // The link is the permission
    file: "routes/cases/answer.tsx",
    scene: async (ctx, world) => {
      const { id } = await open(ctx, world, "claim");
      const bound = { recordId: id, email: "rita@example.org", minutes: 60 };
      return {
        params: { token: await issueToken(ctx, { purpose: "answer-case", ...bound }) },
        form: { answer: "The one on our page." },
      };
    },
    may: () => true,
  },
];
