import { expect } from "vitest";
import type { Actor } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { findGroup } from "#app/domain/groups/find.server.ts";
import {
  findGroupDirectory,
  findGroupsByOrganisation,
  findGroupsByPlace,
} from "#app/domain/groups/find-directory.server.ts";
import { makeMember, makeRules, makeSeat, makeTheme, touchPlace } from "#test/factories/groups.ts";
import { makeFeed, makeGroup, makePlace } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";

const icbStaff: Actor = {
  kind: "person",
  id: "00000000-0000-4000-8000-000000000001",
  name: "Sam Reed",
  email: "sam@example.org",
  roles: [{ role: "icb-staff", scopeId: null }],
};

test("a group says where it stands, who sits on it and what it works on", async ({ ctx }) => {
  const place = await makePlace(ctx, { slug: "norwich-place", name: "Norwich" });
  const touched = await makePlace(ctx, { slug: "south", name: "South Norfolk", position: 2 });
  const group = await makeGroup(ctx, { slug: "norwich-hwp", placeId: place.id });
  const board = await makeGroup(ctx, { name: "Integrated Care Partnership" });
  const network = await makeGroup(ctx, {
    name: "Norwich VCSE Network",
    kind: "place-network",
    placeId: place.id,
  });
  await touchPlace(ctx, group.id, touched.id);
  await makeFeed(ctx, group.id, board.id);
  await makeFeed(ctx, network.id, group.id);
  await makeRules(ctx, group.id, { questionWords: 110 });
  const theme = await makeTheme(ctx, group.id, { lead: "Norwich City Council" });
  await makeTheme(ctx, group.id, { name: "Food equity", lead: "The Feed", parentId: theme.id });
  const found = await findGroup(ctx, "norwich-hwp");
  expect(found).toMatchObject({
    places: [{ slug: "norwich-place" }, { slug: "south" }],
    feedsInto: [{ name: "Integrated Care Partnership" }],
    fedBy: [{ name: "Norwich VCSE Network" }],
    rules: { questionWords: 110, questionTime: "09:00:00" },
    themes: [{ lead: "Norwich City Council", workstreams: [{ name: "Food equity", lead: "The Feed" }] }],
  });
});

test("seats and memberships count while they are held", async ({ ctx }) => {
  const group = await makeGroup(ctx, { slug: "a-board" });
  const [past, now, gone] = [
    await makeOrganisation(ctx, { name: "Past" }),
    await makeOrganisation(ctx, { name: "Now" }),
    await makeOrganisation(ctx, { name: "Gone", state: "archived" }),
  ];
  await makeSeat(ctx, group.id, { roleTitle: "Former", heldUntil: "2026-04-14", organisationId: past.id });
  await makeSeat(ctx, group.id, { roleTitle: "Current", heldFrom: "2026-04-14", organisationId: now.id });
  await makeSeat(ctx, group.id, { roleTitle: "Chair", seatNumber: 2, isChair: true });
  await makeSeat(ctx, group.id, { roleTitle: "To come", seatNumber: 3, heldFrom: "2026-04-15" });
  await makeMember(ctx, group.id, past.id, { leftOn: "2026-01-01" });
  await makeMember(ctx, group.id, now.id);
  await makeMember(ctx, group.id, gone.id);
  const { seats, members } = await findGroup(ctx, "a-board");
  expect(seats.map(({ roleTitle }) => roleTitle)).toEqual(["Chair", "Current"]);
  expect(members.map(({ name }) => name)).toEqual(["Now"]);
  expect(await findGroupsByOrganisation(ctx, now.id)).toMatchObject([
    { slug: "a-board", roleTitle: "Current" },
  ]);
  expect(await findGroupsByOrganisation(ctx, past.id)).toEqual([]);
});

test.for([
  ["live", "The Long Table"],
  ["temporarily-closed", "The Long Table"],
  ["draft", undefined],
  ["waiting", undefined],
  ["archived", undefined],
] as const)("a %s organisation is named as host and seat as %s", async ([state, name], { ctx }) => {
  const { id } = await makeOrganisation(ctx, { state });
  const group = await makeGroup(ctx, { hostOrganisationId: id });
  await makeSeat(ctx, group.id, { organisationId: id, roleTitle: "Sector representative" });
  const { host, seats } = await findGroup(ctx, group.slug);
  expect([host?.name, seats[0]?.organisation?.name]).toEqual([name, name]);
  expect(seats).toMatchObject([{ roleTitle: "Sector representative" }]);
});

test("the names of those who sit are for partners", async ({ ctx }) => {
  const group = await makeGroup(ctx, { slug: "a-board" });
  await makeSeat(ctx, group.id, { personName: "Jo Bell", deputyName: "Ali Khan" });
  expect((await findGroup(ctx, "a-board")).seats).toMatchObject([{ personName: null, deputyName: null }]);
  const partner = { ...ctx, actor: icbStaff };
  expect((await findGroup(partner, "a-board")).seats).toMatchObject([{ personName: "Jo Bell" }]);
});

test("the directory holds current groups in the order of their kinds, with what they feed", async ({
  ctx,
}) => {
  const icp = await makeGroup(ctx, { name: "ICP", kind: "integrated-care-partnership" });
  const assembly = await makeGroup(ctx, { name: "Assembly", kind: "assembly" });
  const ended = await makeGroup(ctx, { name: "Ended", isCurrent: false });
  await makeFeed(ctx, assembly.id, icp.id);
  await makeFeed(ctx, assembly.id, ended.id);
  const directory = await findGroupDirectory(ctx);
  expect(directory.map(({ name, feedsInto }) => [name, feedsInto.map((to) => to.name)])).toEqual([
    ["Assembly", ["ICP"]],
    ["ICP", []],
  ]);
  await expect(findGroup(ctx, ended.slug)).resolves.toMatchObject({ isCurrent: false });
  await expect(findGroup(ctx, "nonsense")).rejects.toThrow(NotFound);
});

test("a place has its own groups and the partnerships that touch it", async ({ ctx }) => {
  const place = await makePlace(ctx);
  await makeGroup(ctx, { name: "Board", kind: "place-board", placeId: place.id });
  await makeGroup(ctx, { name: "Network", kind: "place-network", placeId: place.id });
  const partnership = await makeGroup(ctx, { name: "Breckland Partnership" });
  await touchPlace(ctx, partnership.id, place.id);
  await makeGroup(ctx, { name: "Elsewhere" });
  const names = (await findGroupsByPlace(ctx, place.id)).map(({ name }) => name);
  expect(names).toEqual(["Network", "Board", "Breckland Partnership"]);
});
