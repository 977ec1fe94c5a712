import type { Writable } from 'node:stream';

/** Lines to a stream that must not fail the daemon: what a full disk or a reader that left does not take is counted. */
export function tolerantSink(stream: Writable): { write(line: string): void; readonly lost: number } {
  let lost = 0;
  // Failures come here or out of write(), as the stream is.
  stream.on('error', () => lost++);
  return {
    write(line) {
      try {
        stream.write(line);
      } catch {
        lost++;
      }
    },
    get lost() {
      return lost;
    },
  };
}
