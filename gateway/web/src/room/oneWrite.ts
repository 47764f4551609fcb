/** One write at a time; whoever asks meanwhile shares the next one. */
export function oneWriteAtATime(write: () => Promise<void>): () => Promise<void> {
  let writing: Promise<void> | null = null;
  let dirty = false;
  return () => {
    dirty = true;
    writing ??= (async () => {
      await Promise.resolve();
      while (dirty) {
        dirty = false;
        await write();
      }
      // In the same breath as the last look at `dirty`: whoever asks from now on starts a write of their own.
      writing = null;
    })();
    return writing;
  };
}
