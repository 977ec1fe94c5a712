import { PassThrough, Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { BinaryOutput } from './binary-output.js';

/** A stream whose every write fails with a code of the system's. */
function broken(code: string): Writable {
  return new Writable({
    write: (_chunk, _encoding, done) => {
      done(Object.assign(new Error(code), { code }));
    },
  });
}

const never = new AbortController().signal;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
/** Whether a promise is still open after all that is under way has happened. */
async function open(promise: Promise<unknown>): Promise<boolean> {
  let done = false;
  void promise.catch(() => undefined).then(() => (done = true));
  for (let k = 0; k < 8; k++) await turn();
  return !done;
}

it('holds its writer while the reader takes nothing, and loses nothing', async () => {
  const pipe = new PassThrough({ highWaterMark: 4 });
  const output = new BinaryOutput(pipe, never);
  expect(await output.write(Uint8Array.of(1, 2))).toBe(true);
  const second = output.write(new Uint8Array(40).fill(3));
  expect(await open(second)).toBe(true);
  const read: number[] = [];
  pipe.on('data', (bytes: Buffer) => read.push(...bytes));
  expect(await second).toBe(true);
  await output.close();
  expect(read).toEqual([1, 2, ...new Array<number>(40).fill(3)]);
  for (const event of ['error', 'drain', 'close'])
    expect(pipe.listenerCount(event), event).toBe(new PassThrough().listenerCount(event));
});

it('does not end before the reader has the last byte', async () => {
  const writes: (() => void)[] = [];
  const slow = new Writable({
    highWaterMark: 1000,
    write: (_chunk, _encoding, done) => {
      writes.push(done);
    },
  });
  const output = new BinaryOutput(slow, never);
  await output.write(Uint8Array.of(1));
  const closed = output.close();
  expect(await open(closed)).toBe(true);
  for (let k = 0; k < 4; k++) {
    writes.shift()?.();
    await turn();
  }
  await closed;
});

it('says no more when the reader leaves, which is no failure', async () => {
  const pipe = broken('EPIPE');
  const output = new BinaryOutput(pipe, never);
  await output.write(Uint8Array.of(1));
  await turn();
  expect(await output.write(Uint8Array.of(2))).toBe(false);
  await output.close();
});

it('fails with whatever else breaks the stream', async () => {
  const pipe = broken('ENOSPC');
  const output = new BinaryOutput(pipe, never);
  await output.write(Uint8Array.of(1));
  await turn();
  await expect(output.write(Uint8Array.of(2))).rejects.toThrow('ENOSPC');
});

it('waits for no reader once it is interrupted', async () => {
  const stop = new AbortController();
  const stuck = new Writable({ highWaterMark: 1, write: () => undefined });
  const output = new BinaryOutput(stuck, stop.signal);
  const written = output.write(Uint8Array.of(1, 2, 3));
  expect(await open(written)).toBe(true);
  stop.abort();
  expect(await written).toBe(true);
  await output.close();
});
