import { refreshAllAgendas } from "#app/domain/meetings/agenda/refresh-agendas.server.ts";
import {
  mayAnswerInvitation,
  mayPublishAgenda,
  mayRaiseItem,
  maySeeRaisedItem,
} from "#app/domain/meetings/policy.ts";
import { makeMember } from "#test/factories/groups.ts";
import { makeRaisedItem } from "#test/factories/meetings.ts";
import type { Deed } from "#test/setup/matrix/deed.ts";

/** Agendas and meetings are public: whoever may not act on one is told so, with 403. */
export const meetingDeeds: Deed[] = [
  {
    file: "routes/groups/follow.tsx",
    scene: async (_ctx, { network }) => ({ params: { slug: network.slug }, form: { kind: "news" } }),
    may: (actor) => actor.kind === "person",
    refusal: 403,
  },
  {
    file: "routes/groups/stop-following.tsx",
    scene: async (_ctx, { network }) => ({ params: { slug: network.slug } }),
    may: (actor) => actor.kind === "person",
    refusal: 403,
  },
  {
    file: "routes/items/new.tsx",
    scene: async (_ctx, { networkMeeting, board }) => ({
      params: { id: networkMeeting.id },
      form: {
        toGroupId: board.id,
        title: "Buses to the day centre",
        whyItMatters: "People miss lunch.",
        ask: "A bus on Tuesdays.",
        purpose: "comment",
      },
    }),
    may: (actor, { network }) => mayRaiseItem(actor, [network.id]),
    refusal: 403,
  },
  {
    file: "routes/items/withdrawal.tsx",
    scene: async (ctx, world) => ({ params: { id: (await raisedIn(ctx, world)).id } }),
    may: (actor, { network }) => mayRaiseItem(actor, [network.id]),
    refusal: (actor) => (maySeeRaisedItem(actor, { status: "raised", agendaState: null }) ? 403 : 404),
  },
  {
    file: "routes/meetings/attendance.tsx",
    scene: async (ctx, { network, networkMeeting, organisation }) => {
      await makeMember(ctx, network.id, organisation.id);
      return { params: { id: networkMeeting.id }, form: { answer: "accepted", comment: "" } };
    },
    may: (actor, { network, organisation }) => {
      const membership = { groupId: network.id, organisationIds: [organisation.id], personIds: [] };
      return mayAnswerInvitation(actor, { groups: [membership], isInvited: false });
    },
    refusal: 403,
  },
  {
    file: "routes/meetings/publication.tsx",
    scene: async (ctx, { boardMeeting }) => {
      await refreshAllAgendas({ ...ctx, actor: { kind: "job", name: "test" } });
      return { params: { id: boardMeeting.id } };
    },
    may: (actor, { board }) => mayPublishAgenda(actor, [board.id]),
    refusal: 403,
  },
];

function raisedIn(...[ctx, world]: Parameters<Deed["scene"]>) {
  const { network, board, networkMeeting } = world;
  return makeRaisedItem(ctx, {
    fromGroupId: network.id,
    toGroupId: board.id,
    meetingId: networkMeeting.id,
  });
}
