import type { FeedAnswer } from "#app/domain/calendars/feeds/answer.ts";
import type { Encoding } from "#app/http/front/compression.server.ts";

type Bytes = Uint8Array<ArrayBuffer>;
type Compress = (plain: Uint8Array, encoding: Encoding) => Promise<Bytes>;

/** What a feed says about days ("of the last 30") is at most this old; what it says about data never is. */
const LONGEST_MS = 60_000;
const MOST_BYTES = 48 * 1024 * 1024;
/** What an entry takes besides its key and its bytes. */
const BYTES_BESIDES = 1024;
/** Smaller ones are as quick to send as they are. */
const LEAST_TO_COMPRESS = 1024;

/** A feed as bytes, with those of each encoding that was asked for. */
class KeptFeed {
  readonly answer: Omit<FeedAnswer, "text" | "bytes">;
  private readonly plain: Bytes;
  private readonly others = new Map<Encoding, Promise<Bytes>>();

  constructor({ text: _, bytes, ...answer }: FeedAnswer) {
    this.answer = answer;
    this.plain = bytes;
  }

  /** Compressed at most once for each encoding. */
  async bytes(encoding: Encoding | undefined, compress: Compress) {
    if (!encoding || this.plain.byteLength < LEAST_TO_COMPRESS)
      return { bytes: this.plain, encoding: undefined };
    const known = this.others.get(encoding) ?? compress(this.plain, encoding);
    this.others.set(encoding, known);
    return { bytes: await known, encoding };
  }

  /** Compressed ones have a fifth of the size at the most. */
  get size(): number {
    return this.plain.byteLength * 1.4;
  }
}

interface Place {
  version: number;
  until: number;
  made: Promise<KeptFeed>;
  size: number;
}

/** The feeds asked for last, by address and data version, within a bound of memory. Two who ask at once share one. */
export class KeptFeeds {
  private readonly places = new Map<string, Place>();
  private size = 0;

  static of = (answer: FeedAnswer) => new KeptFeed(answer);

  get(key: string, version: number, make: () => Promise<FeedAnswer>): Promise<KeptFeed> {
    const known = this.places.get(key);
    if (known) this.places.delete(key);
    if (known && known.version === version && known.until > performance.now()) {
      // The latest stand last
      this.places.set(key, known);
      return known.made;
    }
    if (known) this.size -= known.size;
    const made = make().then(KeptFeeds.of);
    const place = { version, until: performance.now() + LONGEST_MS, made, size: 0 };
    this.places.set(key, place);
    made.then(
      (feed) => this.count(key, place, feed.size + 2 * key.length + BYTES_BESIDES),
      () => this.places.get(key) === place && this.places.delete(key),
    );
    return made;
  }

  private count(key: string, place: Place, size: number): void {
    if (this.places.get(key) !== place) return;
    place.size = size;
    this.size += size;
    for (const [oldest, { size: freed }] of this.places) {
      if (this.size <= MOST_BYTES) break;
      this.places.delete(oldest);
      this.size -= freed;
    }
  }
}
