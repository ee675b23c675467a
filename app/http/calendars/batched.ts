/**
 * One question for all who ask at once. Who comes while it is under way waits for the next, which begins after they
 * came: an answer is never older than its asking.
 */
export function batched<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  let waiting: Promise<T> | null = null;
  const run = () => {
    const asking = ask();
    running = asking;
    const done = () => {
      if (running === asking) running = null;
    };
    asking.then(done, done);
    return asking;
  };
  const after = async (before: Promise<T>) => {
    await before.catch(() => null);
    waiting = null;
    return run();
  };
  return () => {
    if (!running) return run();
    waiting ??= after(running);
    return waiting;
  };
}
