import { spawnSync } from "node:child_process";
import ICAL from "ical.js";
import { readFeed } from "#app/domain/calendars/ics.ts";
import { largeFeed, largeFeedWindow } from "./feed.ts";
import { median } from "./load.ts";

export interface ReadingFigures {
  megabytes: number;
  /** Those that have a date in the window, of 5,000. */
  events: number;
  occurrences: number;
  /** Our whole reading: bytes in, occurrences of 16 months out. Milliseconds, the median of the rounds. */
  readMs: number;
  /** ical.js alone: the same text to its jCal by `ICAL.parse`, nothing expanded, no zone looked up. */
  parseMs: number;
  ratio: number;
  /** The most memory that a process had that read it, Node included. */
  peakMegabytes: number;
}

const MB = 1_000_000;

/** Our reading of a feed of 5 MB against the bare parse of ical.js, turn and turn about in one process. */
export function measureReading(rounds = 5): ReadingFigures {
  const body = new TextEncoder().encode(largeFeed());
  const feed = readFeed(body, largeFeedWindow);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(timeOf(() => readFeed(body, largeFeedWindow)));
    theirs.push(timeOf(() => ICAL.parse(new TextDecoder().decode(body))));
  }
  const [readMs, parseMs] = [median(ours), median(theirs)];
  return {
    megabytes: body.length / MB,
    events: feed.events.length,
    occurrences: feed.occurrences.length,
    readMs,
    parseMs,
    ratio: readMs / parseMs,
    peakMegabytes: readAlone() / MB,
  };
}

function readAlone(): number {
  const { stdout, status } = spawnSync(process.execPath, ["build/bench-memory.js"], { encoding: "utf8" });
  if (status !== 0) throw new Error("The feed could not be read in a process of its own.");
  return Number(stdout);
}

function timeOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
