import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiClient, visitor } from "#app/http/gates.server.ts";
import { loader as root } from "#app/root.tsx";
import { loader as meetings } from "#app/routes/api/meetings.ts";
import { loader as groups } from "#app/routes/groups/index.tsx";
import { type Connection, connect } from "#db/client.server.ts";
import { answerOf } from "#test/setup/door.ts";

const message = "Our database is not answering. Nothing has been saved. Please try again in a few minutes.";

let nowhere: Connection;
let closed: Connection;

beforeAll(async () => {
  nowhere = connect("postgres://nobody@localhost/none?host=/nowhere", { pool: 1 });
  closed = connect(process.env.DATABASE_URL ?? "", { pool: 1 });
  await closed.sql`select 1`;
  await closed.end();
});

afterAll(() => nowhere.end());

/** What a door is given for one request, and the lines it wrote into the log. */
function asking(db: Connection["db"], address: string, cookie = "") {
  const lines: Record<string, unknown>[] = [];
  const requestId = "request-42";
  const log = pino({ base: undefined }, { write: (line: string) => lines.push(JSON.parse(line)) });
  const request = new Request(`http://localhost:3000${address}`, { headers: { cookie } });
  const context = { db, nonce: "", requestId, address: "192.0.2.1", log: log.child({ requestId }) };
  return { args: { request, params: {}, context }, lines };
}

const oneLine = (msg: string) => [expect.objectContaining({ level: 50, requestId: "request-42", msg })];

describe.each([
  ["is not there", () => nowhere.db],
  ["has been closed", () => closed.db],
])("a database that %s", (_name, db) => {
  test("is a page's 503, in plain words and one line of the log", async () => {
    const { args, lines } = asking(db(), "/groups");
    const answer = await answerOf(groups(args));
    expect([answer.status, await answer.json()]).toEqual([503, { message }]);
    expect(lines).toEqual(oneLine("database unreachable"));
  });

  test("is a machine's 503, in JSON that any site may read", async () => {
    const { args, lines } = asking(db(), "/api/meetings", "assembly_session=abc");
    const answer = await answerOf(meetings(args));
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect([answer.status, await answer.json()]).toEqual([503, { error: { status: 503, message } }]);
    expect(lines).toEqual(oneLine("database unreachable"));
  });

  test("is one line still where the frame and the page both ask who is there", async () => {
    const { args, lines } = asking(db(), "/groups", "assembly_session=abc");
    const statuses = await Promise.all(
      [root(args), groups(args)].map(async (it) => (await answerOf(it)).status),
    );
    expect(statuses).toEqual([503, 503]);
    expect(lines).toEqual(oneLine("database unreachable"));
  });
});

describe("a fault that nobody expected is one line with its cause, and none of its words go out", () => {
  const fail = async () => {
    throw new Error("the secret of the house");
  };

  test.each([
    ["page", visitor(fail)],
    ["machine", apiClient(fail)],
  ])("from a %s's door", async (_whose, door) => {
    const { args, lines } = asking(nowhere.db, "/a");
    const answer = await answerOf(door(args));
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("secret");
    expect(lines).toEqual(oneLine("unexpected error"));
    expect(JSON.stringify(lines)).toContain("the secret of the house");
  });
});
