import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { EventSpanQuery } from "#app/domain/calendars/inputs.ts";
import { SearchInput } from "#app/domain/search/inputs.ts";
import { eventJson } from "#app/http/json/event-json.server.ts";
import { agendaItemJson, meetingJson } from "#app/http/json/meeting-json.server.ts";
import { searchJson } from "#app/http/json/search-json.server.ts";
import { EventDoors, SearchDoor } from "#app/ui/api/doors.tsx";
import * as example from "#app/ui/api/examples.ts";

const first = <T,>([one]: T[] = []) => Object.keys(one ?? {}).toSorted();

/** Rows of the domain, of which only the names of what the doors make of them matter here. */
const bare = <T,>(row: object) => row as T;
const places = { slug: "a", name: "A" };

describe("the answers that are documented have the names of those that are given", () => {
  test("a meeting", () => {
    const given = meetingJson(bare({ id: "1", groups: [places], agendaState: "draft" }));
    expect(first(JSON.parse(example.meetings).meetings)).toEqual(Object.keys(given).toSorted());
  });

  test("an item of an agenda", () => {
    const { agenda } = JSON.parse(example.meeting.replace("…,", "")).meeting;
    expect(first(agenda)).toEqual(Object.keys(agendaItemJson(bare({}))).toSorted());
  });

  test("an event", () => {
    expect(first(JSON.parse(example.events).events)).toEqual(first([eventJson(bare({ id: "1" }))]));
  });

  test("a search", () => {
    const documented = JSON.parse(example.search);
    const given = searchJson(bare({ results: [{ slug: "a", organisation: places }] }));
    expect(first([documented])).toEqual(first([given]));
    expect(first(documented.results)).toEqual(first(given.results));
  });
});

test.each([
  ["search", SearchDoor, SearchInput],
  ["events", EventDoors, EventSpanQuery],
])("what %s is said to take is what it takes", (_name, Door, input) => {
  const rows = [...renderToStaticMarkup(<Door />).matchAll(/<t[dh][^>]*><code>(\w+)<\/code>/g)];
  expect(rows.map(([, name]) => name).toSorted()).toEqual(Object.keys(input.entries).toSorted());
});
