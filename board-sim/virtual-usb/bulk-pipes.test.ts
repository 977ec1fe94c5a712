// The byte stream of the two pipes: nothing lost, bursts end short, and the bus carries no more than it can.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import { BulkPipes } from './bulk-pipes.js';
import { FullSpeedPace, UNPACED } from './full-speed-pace.js';
import type { TransferResult } from './virtual-device.js';

const FRAME_S = 0.001;
const bytes = (length: number, from = 0): Uint8Array => Uint8Array.from({ length }, (_, k) => ((k + from) * 7) & 0xff);

/** Pipes, and everything that came of them. */
class Bench {
  readonly received: number[] = [];
  readonly reads: TransferResult[] = [];
  readonly writes: TransferResult[] = [];
  drains = 0;
  readonly pipes: BulkPipes;
  #id = 1;

  constructor(pace = UNPACED) {
    this.pipes = new BulkPipes(pace, {
      onBytes: (part) => this.received.push(...part),
      onDrained: () => this.drains++,
    });
  }

  read(length: number): number {
    this.pipes.in.push(this.#id, new Uint8Array(length), (result) => this.reads.push(result));
    return this.#id++;
  }

  write(data: Uint8Array): void {
    this.pipes.out.push(this.#id++, data, (result) => this.writes.push(result));
  }

  /** Moves until nothing more moves: a burst ends in the turn after its last bytes. */
  settle(): void {
    this.pipes.move();
    this.pipes.move();
  }

  get got(): Uint8Array {
    return Uint8Array.from(Buffer.concat(this.reads.map(({ data }) => data)));
  }
}

describe('to the host', () => {
  it('a burst ends with a short packet, a full last one with an empty packet, each transfer at most once', () => {
    for (const [sent, transfers] of [
      [1, [1]],
      [63, [63]],
      [64, [64]],
      [65, [65]],
      [16_384, [16_384, 0]],
      [16_385, [16_384, 1]],
      [32_768, [16_384, 16_384, 0]],
    ] as const) {
      const bench = new Bench();
      for (let k = 0; k < 4; k++) bench.read(16_384);
      bench.pipes.send(bytes(sent));
      bench.settle();
      expect(
        bench.reads.map(({ actual }) => actual),
        `${sent} bytes`,
      ).toEqual(transfers);
      expect(bench.got).toEqual(bytes(sent));
      bench.settle();
      expect(bench.reads).toHaveLength(transfers.length);
    }
  });

  it('without a transfer everything waits, and the next finds it', () => {
    const bench = new Bench();
    bench.pipes.send(bytes(100));
    bench.settle();
    expect(bench.reads).toEqual([]);
    bench.read(64);
    bench.settle();
    expect(bench.reads).toMatchObject([{ status: 'ok', actual: 64 }]);
    bench.read(512);
    bench.settle();
    expect(bench.got).toEqual(bytes(100));
  });

  it('a packet longer than what is left of a transfer overflows it', () => {
    const bench = new Bench();
    bench.read(100);
    bench.pipes.send(bytes(128));
    bench.settle();
    expect(bench.reads).toMatchObject([{ status: 'overflow', actual: 100 }]);
    bench.read(10);
    bench.pipes.send(bytes(64));
    bench.settle();
    expect(bench.reads[1]).toMatchObject({ status: 'overflow', actual: 10 });
  });

  it('the device is told to hold, and to go on when half has been fetched', () => {
    const bench = new Bench();
    let sent = 0;
    while (bench.pipes.send(bytes(4096))) sent++;
    expect(sent).toBe(7);
    bench.read(4096);
    bench.settle();
    expect(bench.drains).toBe(0);
    for (let k = 0; k < 4; k++) bench.read(4096);
    bench.settle();
    expect(bench.drains).toBe(1);
  });

  it('the host is held off while answers pile up, and served when it fetches them', () => {
    const bench = new Bench();
    for (let k = 0; k < 65; k++) bench.pipes.send(bytes(4096));
    bench.write(bytes(10));
    bench.settle();
    expect(bench.writes).toEqual([]);
    for (let k = 0; k < 10; k++) bench.read(4096);
    bench.settle();
    expect(bench.writes).toMatchObject([{ status: 'ok', actual: 10 }]);
  });
});

describe('halts', () => {
  it('end what waits and what comes, and forget what was on the way', () => {
    const bench = new Bench();
    bench.read(64);
    bench.write(bytes(10));
    bench.pipes.send(bytes(10));
    bench.pipes.halt('in');
    bench.pipes.halt('out');
    bench.settle();
    expect([bench.reads[0]!.status, bench.writes[0]!.status]).toEqual(['stall', 'stall']);
    bench.pipes.clearHalt('in');
    bench.pipes.clearHalt('out');
    bench.read(64);
    bench.settle();
    expect(bench.reads).toHaveLength(1);
    bench.pipes.send(bytes(3));
    bench.settle();
    expect(bench.got).toEqual(bytes(3));
    expect(bench.received).toEqual([]);
  });
});

describe('the stream', () => {
  it('arrives whole and in order, whatever is read and written when', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('send' as const), length: fc.nat(400) }),
      fc.record({ kind: fc.constant('read' as const), packets: fc.integer({ min: 1, max: 8 }) }),
      fc.record({ kind: fc.constant('write' as const), length: fc.nat(300) }),
      fc.record({ kind: fc.constant('cancel' as const) }),
      fc.record({ kind: fc.constant('move' as const), frames: fc.nat(3) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.boolean(), (steps, paced) => {
        const clock = new VirtualClock();
        const bench = new Bench(paced ? new FullSpeedPace(clock) : UNPACED);
        let [sent, written] = [0, 0];
        let last = 0;
        for (const one of steps) {
          if (one.kind === 'send') {
            bench.pipes.send(bytes(one.length, sent));
            sent += one.length;
          } else if (one.kind === 'read') last = bench.read(64 * one.packets);
          else if (one.kind === 'write') {
            bench.write(bytes(one.length, written));
            written += one.length;
          } else if (one.kind === 'cancel') bench.pipes.in.cancel(last, true);
          else {
            clock.advance(one.frames * FRAME_S);
            bench.pipes.move();
          }
        }
        const more = Math.ceil(sent / 64) + 2;
        for (let k = 0; k < more; k++) bench.read(64);
        for (let k = 0; k < 2 * more + written / 64 + 10; k++) {
          bench.pipes.move();
          clock.advance(FRAME_S);
        }
        // A transfer that was taken back keeps what it had: nothing that went over the wire is sent again.
        expect(bench.got).toEqual(bytes(sent));
        expect(Uint8Array.from(bench.received)).toEqual(bytes(written));
        expect(bench.pipes.waiting).toBe(0);
        expect(bench.writes.every(({ status }) => status === 'ok')).toBe(true);
      }),
      { seed: 25, numRuns: 300 },
    );
  });
});

describe('full speed', () => {
  it('carries 19 packets in a frame, both directions together, and gives each direction its part', () => {
    const clock = new VirtualClock();
    const bench = new Bench(new FullSpeedPace(clock));
    bench.read(1 << 20);
    bench.write(new Uint8Array(1 << 17));
    bench.pipes.send(new Uint8Array(1 << 17));
    for (let frame = 0; frame < 100; frame++) {
      const before = [bench.received.length, bench.pipes.waiting] as const;
      for (let k = 0; k < 5; k++) bench.pipes.move();
      const [out, into] = [bench.received.length - before[0], before[1] - bench.pipes.waiting];
      expect([into, out]).toEqual([10 * 64, 9 * 64]);
      clock.advance(FRAME_S);
    }
  });

  it('gives one direction the whole bus when the other is idle, and makes good for turns that came late, not for idle ones', () => {
    const clock = new VirtualClock();
    const pace = new FullSpeedPace(clock);
    const bench = new Bench(pace);
    bench.write(new Uint8Array(1 << 17));
    const moved = (): number => {
      const before = bench.received.length;
      bench.pipes.move();
      return (bench.received.length - before) / 64;
    };
    expect([moved(), moved()]).toEqual([19, 0]);
    expect(pace.waitS()).toBeCloseTo(FRAME_S, 9);
    clock.advance(4 * FRAME_S);
    expect(moved()).toBe(4 * 19);
    // Nobody waited for room this time.
    clock.advance(4 * FRAME_S);
    expect(moved()).toBe(19);
    pace.waitS();
    clock.advance(1);
    expect(moved()).toBe(32 * 19);
  });
});
