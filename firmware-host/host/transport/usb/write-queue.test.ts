import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WriteQueue, type WriteQueueOptions } from './write-queue.js';

fc.configureGlobal({ seed: 20250101 });

interface Pipe {
  readonly queue: WriteQueue;
  readonly written: Uint8Array[];
  readonly failures: unknown[];
  drains: number;
  /** Ends the write under way. */
  readonly done: (error?: Error) => Promise<void>;
  readonly busy: boolean;
}

function pipe(options: Partial<WriteQueueOptions> = {}): Pipe {
  const written: Uint8Array[] = [];
  const failures: unknown[] = [];
  let finish: ((error?: Error) => void) | undefined;
  const made = {
    written,
    failures,
    drains: 0,
    get busy() {
      return finish !== undefined;
    },
    queue: new WriteQueue({
      write: (bytes) => {
        expect(finish).toBeUndefined();
        written.push(bytes);
        return new Promise((resolve, reject) => {
          finish = (error) => {
            finish = undefined;
            if (error) reject(error);
            else resolve();
          };
        });
      },
      onDrain: () => made.drains++,
      onFail: (error) => failures.push(error),
      highWater: 100,
      joinBytes: 20,
      most: 1000,
      ...options,
    }),
    done: async (error?: Error) => {
      finish?.(error);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
  return made;
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('WriteQueue', () => {
  it('writes one at a time, in order, small ones together', async () => {
    const { queue, written, done } = pipe();
    queue.push(bytes(1));
    queue.push(bytes(2, 3));
    queue.push(bytes(4));
    queue.push(new Uint8Array(18).fill(5));
    queue.push(new Uint8Array(50).fill(6));
    expect(written).toEqual([bytes(1)]);
    await done();
    await done();
    await done();
    await done();
    expect(written.map(({ length }) => length)).toEqual([1, 3, 18, 50]);
    expect(written[1]).toEqual(bytes(2, 3, 4));
  });

  it('loses and reorders nothing and never holds a sender for ever, whatever the sizes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant('write' as const)), { maxLength: 80 }),
        fc.integer({ min: 1, max: 60 }),
        async (steps, joinBytes) => {
          const p = pipe({ joinBytes, most: Infinity });
          const sent: number[] = [];
          let next = 0;
          let held = 0;
          for (const step of steps) {
            if (step === 'write') {
              await p.done();
            } else {
              const part = Uint8Array.from({ length: step }, () => next++ & 0xff);
              sent.push(...part);
              const more = p.queue.push(part);
              expect(more).toBe(step === 0 || !(held > p.drains || p.queue.waiting >= 100));
              if (!more && held === p.drains) held++;
            }
            expect(p.queue.waiting).toBeLessThanOrEqual(sent.length);
          }
          while (p.busy) await p.done();
          await p.queue.flushed();
          expect(p.written.flatMap((part) => [...part])).toEqual(sent);
          for (const part of p.written) expect(part.length).toBeGreaterThan(0);
          expect(p.queue.waiting).toBe(0);
          // Whoever was told to hold was told to go on, once each time.
          expect(p.drains).toBe(held);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('tells to hold at the mark and to go on below half of it', async () => {
    const p = pipe();
    expect(p.queue.push(new Uint8Array(60))).toBe(true);
    expect(p.queue.push(new Uint8Array(40))).toBe(false);
    expect(p.queue.push(bytes(1))).toBe(false);
    await p.done();
    expect(p.drains).toBe(1);
    expect(p.queue.push(bytes(1))).toBe(true);
  });

  it('ends with the first failure, and drops the rest', async () => {
    const p = pipe();
    p.queue.push(bytes(1));
    p.queue.push(bytes(2));
    const flushed = p.queue.flushed();
    await p.done(new Error('gone'));
    await flushed;
    expect(p.failures).toEqual([new Error('gone')]);
    expect(p.queue.push(bytes(3))).toBe(true);
    await p.done();
    expect(p.written).toEqual([bytes(1)]);
  });

  it('cuts off a sender that never holds', () => {
    const p = pipe();
    for (let k = 0; k < 20; k++) p.queue.push(new Uint8Array(99));
    expect(p.failures).toEqual([new Error('more than 1000 bytes wait to be sent')]);
  });

  it('is flushed when it is stopped', async () => {
    const p = pipe();
    p.queue.push(bytes(1));
    const flushed = p.queue.flushed();
    p.queue.stop();
    await flushed;
    await p.done();
    expect(p.failures).toEqual([]);
  });
});
