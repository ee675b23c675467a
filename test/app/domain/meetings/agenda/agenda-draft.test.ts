import { describe, expect, test } from "vitest";
import {
  type DraftSources,
  draftAgendaLines,
  type StandingLine,
} from "#app/domain/meetings/agenda/agenda-draft.ts";

const standing = (id: string, title: string, atEnd = false, groupId = "board"): StandingLine => ({
  ...{ id, title, atEnd, groupId },
  ...{ type: "standing", purpose: null, lead: "Chair" },
});
const waiting = (id: string, title: string) => ({ id, groupId: "board", title, purpose: null, lead: null });
const sources = (over: Partial<DraftSources>): DraftSources => ({
  ...{ existing: [], standing: [], forwardPlan: [], raised: [] },
  ...over,
});
const titles = (over: Partial<DraftSources>) =>
  draftAgendaLines(sources(over)).map((line) =>
    "title" in line ? `${line.number} ${line.title}` : `${line.number} (${line.id})`,
  );

describe("the order of a drafted agenda", () => {
  const lists = {
    standing: [
      standing("s1", "Apologies"),
      standing("s2", "Declarations of interests"),
      standing("s9", "Any other business", true),
    ],
    forwardPlan: [waiting("f1", "Winter plan")],
    raised: [waiting("r1", "Transport to the day centre")],
  };

  test("standing items, forward plan, what networks raised, closing items", () => {
    expect(titles(lists)).toEqual([
      "1 Apologies",
      "2 Declarations of interests",
      "3 Winter plan",
      "4 Transport to the day centre",
      "5 Any other business",
    ]);
  });

  test("what stands there already keeps its order and nothing is dropped", () => {
    const existing = [
      { id: "a", position: 1, number: "1", standingItemId: "s1" },
      { id: "b", position: 2, number: "2", standingItemId: null },
      { id: "c", position: 3, number: "3", standingItemId: "s9" },
      { id: "d", position: 4, number: "4", standingItemId: "gone" },
    ];
    expect(titles({ existing, standing: lists.standing, raised: lists.raised })).toEqual([
      "1 (a)",
      "2 Declarations of interests",
      "3 (b)",
      "4 (d)",
      "5 Transport to the day centre",
      "6 (c)",
    ]);
  });

  test("bodies that meet together take a shared standing item once", () => {
    const both = [standing("h1", "Apologies", false, "hwb"), standing("i1", "apologies ", false, "icp")];
    expect(titles({ standing: both })).toEqual(["1 Apologies"]);
  });

  test("drafting a drafted agenda again moves nothing", () => {
    const first = draftAgendaLines(sources(lists));
    const existing = first.map((line, at) => ({
      id: `row ${at}`,
      position: line.position,
      number: line.number,
      standingItemId: "standingItemId" in line ? line.standingItemId : null,
    }));
    const again = draftAgendaLines(sources({ standing: lists.standing, existing }));
    expect(again.map(({ id, position }) => ({ id, position }))).toEqual(
      existing.map(({ id, position }) => ({ id, position })),
    );
  });
});
