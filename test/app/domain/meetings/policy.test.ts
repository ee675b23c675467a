import { describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/context.ts";
import {
  isFirm,
  mayAnswerInvitation,
  mayGetInvitations,
  mayPublishAgenda,
  mayRaiseItem,
  maySeeAgenda,
  maySeeClashes,
  maySeePrivateMeetings,
  maySeeRaisedItem,
  maySeeWhoComes,
  mayWithdrawItem,
} from "#app/domain/meetings/policy.ts";
import type { Role } from "#db/vocabulary.ts";

const person = (role?: Role, scopeId: string | null = null): Actor => ({
  ...{ kind: "person", id: "p", name: "Amina Okafor", email: "amina@example.org" },
  roles: role ? [{ role, scopeId }] : [],
});

const actors = {
  visitor: { kind: "visitor" },
  nobody: person(),
  seated: { ...person(), id: "seated" } as Actor,
  editor: person("organisation-editor", "organisation"),
  lead: person("group-lead", "network"),
  otherLead: person("group-lead", "other"),
  secretariat: person("secretariat", "board"),
  icb: person("icb-staff"),
  administrator: person("administrator"),
  job: { kind: "job", name: "test" },
} satisfies Record<string, Actor>;

const network = { groupId: "network", organisationIds: ["organisation"], personIds: ["seated"] };
const placed = { from: { id: "network" }, status: "placed", agenda: { state: "draft" } } as const;
const deeds = {
  "raise an item for the network": (actor: Actor) => mayRaiseItem(actor, ["network"]),
  "withdraw the network's placed item": (actor: Actor) => mayWithdrawItem(actor, placed),
  "withdraw a decided item": (actor: Actor) => mayWithdrawItem(actor, { ...placed, status: "decided" }),
  "withdraw an item on a published agenda": (actor: Actor) =>
    mayWithdrawItem(actor, { ...placed, agenda: { state: "published" } }),
  "publish the board's agenda": (actor: Actor) => mayPublishAgenda(actor, ["board"]),
  "see a draft agenda": (actor: Actor) => maySeeAgenda(actor, "draft"),
  "see a published agenda": (actor: Actor) => maySeeAgenda(actor, "published"),
  "see an item on a draft": (actor: Actor) =>
    maySeeRaisedItem(actor, { status: "placed", agendaState: "draft" }),
  "see an item on a published agenda": (actor: Actor) =>
    maySeeRaisedItem(actor, { status: "placed", agendaState: "published" }),
  "see a decided item": (actor: Actor) => maySeeRaisedItem(actor, { status: "decided", agendaState: null }),
  "see meetings held in private": (actor: Actor) => maySeePrivateMeetings(actor),
  "get the network's invitations": (actor: Actor) => mayGetInvitations(actor, network),
  "answer for the network's meeting": (actor: Actor) =>
    mayAnswerInvitation(actor, { groups: [network], isInvited: false }),
  "answer as somebody invited": (actor: Actor) => mayAnswerInvitation(actor, { groups: [], isInvited: true }),
  "see who comes to the network's meeting": (actor: Actor) => maySeeWhoComes(actor, ["network"]),
  "see what is unlucky about the network's dates": (actor: Actor) => maySeeClashes(actor, ["network"]),
};

const insiders = ["editor", "lead", "otherLead", "secretariat", "icb", "administrator", "job"];
const everybody = Object.keys(actors);

describe("who may do what with meetings", () => {
  test.each<[keyof typeof deeds, string[]]>([
    ["raise an item for the network", ["lead", "administrator"]],
    ["withdraw the network's placed item", ["lead", "administrator"]],
    ["withdraw a decided item", []],
    ["withdraw an item on a published agenda", []],
    ["publish the board's agenda", ["secretariat", "administrator"]],
    ["see a draft agenda", insiders],
    ["see a published agenda", everybody],
    ["see an item on a draft", insiders],
    ["see an item on a published agenda", everybody],
    ["see a decided item", everybody],
    ["get the network's invitations", ["seated", "editor", "lead"]],
    ["answer for the network's meeting", ["seated", "editor", "lead"]],
    ["answer as somebody invited", everybody.filter((name) => name !== "visitor" && name !== "job")],
    ["see who comes to the network's meeting", ["lead", "administrator"]],
    ["see what is unlucky about the network's dates", ["lead", "administrator", "job"]],
    ["see meetings held in private", ["lead", "otherLead", "secretariat", "icb", "administrator", "job"]],
  ])("%s: %j", (deed, allowed) => {
    const those = Object.entries(actors).flatMap(([name, actor]) => (deeds[deed](actor) ? name : []));
    expect(those).toEqual(everybody.filter((name) => allowed.includes(name)));
  });
});

test.each([
  ["planned", true],
  ["held", true],
  ["tentative", false],
  ["cancelled", false],
  ["withdrawn", false],
  ["postponed", false],
] as const)("case 40: an agenda can count on a meeting that is %s: %s", (status, isCounted) => {
  expect(isFirm({ status })).toBe(isCounted);
});
