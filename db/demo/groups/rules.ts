import type { GroupKind } from "#db/vocabulary.ts";

export interface DemoRules {
  papersWorkingDays: number;
  noticeWorkingDays: number;
  questionWorkingDays: number;
  questionTime: string;
  questionWords: number;
  replyWorkingDays: number;
  meetsInPublic: boolean;
  quorumMembers: number | null;
  quorumOrganisations: number | null;
  quorumNeedsChair: boolean;
  decidesBy: "consensus" | "vote";
  termsVersion: string;
}

const usual: DemoRules = {
  papersWorkingDays: 5,
  noticeWorkingDays: 5,
  questionWorkingDays: 2,
  questionTime: "09:00",
  questionWords: 110,
  replyWorkingDays: 7,
  meetsInPublic: true,
  quorumMembers: null,
  quorumOrganisations: null,
  quorumNeedsChair: false,
  decidesBy: "consensus",
  termsVersion: "1.0",
};

/** Standing orders of the Norfolk board: all members may vote; no quorum is stated (S1:439-568). */
const healthAndWellbeingBoard: DemoRules = { ...usual, decidesBy: "vote", termsVersion: "July 2022" };

/** The partnership's terms of reference: the chair and four members of different organisations (S1:3289-3463). */
const integratedCarePartnership: DemoRules = {
  ...usual,
  quorumMembers: 4,
  quorumOrganisations: 4,
  quorumNeedsChair: true,
  termsVersion: "July 2022",
};

/** One set for each kind of body; an administrator may change any group's own. */
export const rulesByKind: Record<GroupKind, DemoRules> = {
  "health-and-wellbeing-board": healthAndWellbeingBoard,
  "integrated-care-partnership": integratedCarePartnership,
  "place-board": {
    ...usual,
    quorumMembers: 5,
    quorumOrganisations: 3,
    quorumNeedsChair: true,
    termsVersion: "2.1",
  },
  partnership: { ...usual, quorumMembers: 4, quorumOrganisations: 3, termsVersion: "1.2" },
  assembly: { ...usual, papersWorkingDays: 3 },
  "place-network": { ...usual, papersWorkingDays: 3 },
  forum: { ...usual, papersWorkingDays: 3 },
  "steering-group": { ...usual, papersWorkingDays: 3, meetsInPublic: false },
  workstream: { ...usual, papersWorkingDays: 2, meetsInPublic: false },
  "working-group": { ...usual, papersWorkingDays: 2, meetsInPublic: false },
};
