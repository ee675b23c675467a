import { parseArgs } from "node:util";
import { advanceDataVersion } from "#app/domain/record.server.ts";
import { loadPlaces } from "#db/demo/load.server.ts";
import { withDatabase } from "./database.ts";
import { type Command, Refused } from "./terminal.ts";

export const load: Command = {
  help: `Usage: npm run assembly -- places load

Puts the places, districts, towns, bodies and topics of Norfolk and Waveney into an empty site, and nothing that
is invented: organisations say where they work, and network leads are leads of something. With DEMO_DATA=off
a site begins without them.`,

  async run(args, { say, now }) {
    parseArgs({ args, options: {} });
    const isLoaded = await withDatabase(now, async ({ db }) => {
      const isNew = await loadPlaces(db);
      if (isNew) await advanceDataVersion(db);
      return isNew;
    });
    if (!isLoaded) throw new Refused("This site has places already. Nothing was changed.");
    say("The places, bodies and topics of Norfolk and Waveney are there.");
  },
};
