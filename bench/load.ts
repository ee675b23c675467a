import autocannon from "autocannon";

export interface Measured {
  /** Requests answered a second, the median of the rounds. */
  rate: number;
  /** Milliseconds, 97.5th percentile: the highest of the rounds. */
  slow: number;
}

/** Loads one address with ten connections. `next` says the path of each request. Any answer but 200 is an error. */
export async function load(origin: string, next: () => string, seconds: number): Promise<Measured> {
  const setupRequest = (request: autocannon.Request) => ({ ...request, path: next() });
  const result = await autocannon({
    url: origin,
    connections: 10,
    duration: seconds,
    requests: [{ method: "GET", setupRequest }],
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(
      `${origin}${next()}, like others: ${result.non2xx} answers were not 200, ${result.errors} failed`,
    );
  }
  return { rate: result.requests.average, slow: result.latency.p97_5 };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
