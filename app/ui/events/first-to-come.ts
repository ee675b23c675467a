import { type Happening, isOver } from "./when.ts";

/** By the evening most of a day's happenings may be past, so that the next are some way down the list. */
const BATCH = 40;

type Read<H> = (part: { limit: number; offset: number }) => Promise<H[]>;

/** The first so many of a list, read part by part, that are not over by now. */
export async function firstToCome<H extends Happening>(
  wanted: number,
  now: Date,
  read: Read<H>,
): Promise<H[]> {
  const moment = now.toISOString();
  const coming: H[] = [];
  for (let offset = 0; ; offset += BATCH) {
    const part = await read({ limit: BATCH, offset });
    coming.push(...part.filter((happening) => !isOver(happening, moment)));
    if (coming.length >= wanted || part.length < BATCH) return coming.slice(0, wanted);
  }
}
