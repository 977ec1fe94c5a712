import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { BitHealth, type BitHealthOptions } from './bit-health.js';
import type { HealthAlarm } from './health-alarm.js';
import { pack, randomBytes } from './testing/streams.js';

/** Everything that a battery says of a stream, cut at the given places. */
function judge(options: BitHealthOptions, bytes: Uint8Array, cuts: readonly number[] = []): [HealthAlarm[], number[]] {
  const health = new BitHealth(options);
  const alarms: HealthAlarm[] = [];
  const total = bytes.length * 8;
  const places = [...cuts.filter((c) => c < total).sort((a, b) => a - b), total];
  let from = 0;
  for (const to of places) {
    const piece = new Uint8Array(Math.ceil((to - from) / 8));
    for (let i = from; i < to; i++) piece[(i - from) >> 3]! |= ((bytes[i >> 3]! >> (i & 7)) & 1) << ((i - from) & 7);
    alarms.push(...health.push(piece, to - from));
    from = to;
  }
  return [alarms, [health.tested, health.settled, health.offCentre]];
}

/** Streams in which everything alarms sooner or later: stretches of constants, periods, bias, replay, noise. */
const stretches = fc.array(
  fc.record({
    kind: fc.constantFrom('stuck', 'period', 'biased', 'noise', 'again'),
    bytes: fc.integer({ min: 1, max: 800 }),
    seed: fc.integer({ min: 1, max: 1000 }),
  }),
  { minLength: 1, maxLength: 10 },
);

function streamOf(parts: readonly { kind: string; bytes: number; seed: number }[]): Uint8Array {
  const out: number[] = [];
  for (const { kind, bytes, seed } of parts) {
    const random = randomBytes(seed, bytes);
    if (kind === 'stuck') out.push(...new Array<number>(bytes).fill(seed % 2 === 0 ? 255 : 0));
    else if (kind === 'period') out.push(...new Array<number>(bytes).fill([0x55, 0x33, 0x49][seed % 3]!));
    else if (kind === 'biased') out.push(...random.map((b, i) => b | randomBytes(seed + 1, bytes)[i]!));
    else if (kind === 'again') out.push(...out.slice(0, bytes));
    else out.push(...random);
  }
  return Uint8Array.from(out);
}

describe('the kernels of the health tests', () => {
  it('say what their plain twin says, however the stream is cut', () => {
    fc.assert(
      fc.property(
        stretches,
        fc.array(fc.nat(100_000), { maxLength: 8 }),
        fc.constantFrom(1, 0.8, 0.5, 0.3),
        fc.constantFrom(20, 40),
        (parts, cuts, minEntropy, intermittent) => {
          const bytes = streamOf(parts);
          const options = {
            minEntropy,
            alpha: { intermittent, permanent: intermittent + 20 },
            layout: { rows: 3, columns: 64 },
          };
          const [alarms, numbers] = judge({ ...options, engine: 'plain' }, bytes);
          expect(judge(options, bytes, [])).toEqual([alarms, numbers]);
          // A cut decides which of two crossings in one piece is told, and how long a run was when it was told; nothing else.
          const [cutAlarms, cutNumbers] = judge(options, bytes, cuts);
          expect(cutNumbers).toEqual(numbers);
          expect(new Set(cutAlarms.map((a) => a.test))).toEqual(new Set(alarms.map((a) => a.test)));
          const [plainCut] = judge({ ...options, engine: 'plain' }, bytes, cuts);
          expect(cutAlarms).toEqual(plainCut);
        },
      ),
      { seed: 5, numRuns: 30 },
    );
  }, 60_000);

  it('agree with their twin over windows of every kind, and 128 columns', () => {
    const bytes = randomBytes(7, 40_000);
    for (let i = 20_000; i < 30_000; i++) bytes[i]! |= 1 << (i & 7);
    const options = { minEntropy: 0.97, alpha: { intermittent: 20, permanent: 30 }, layout: { rows: 2, columns: 128 } };
    const [alarms, numbers] = judge(options, bytes);
    expect(judge({ ...options, engine: 'plain' }, bytes)).toEqual([alarms, numbers]);
    expect(alarms.length).toBeGreaterThan(0);
  });
});

describe('the repetition count', () => {
  it('tells the sample at which the run is as long as its cutoff, wherever it lies', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 41, max: 200 }), (start, length) => {
        const bits = alternating(2048);
        const value = bits[start]!;
        for (let i = start; i < start + length; i++) bits[i] = value;
        // What follows must end the run, and nothing before belongs to it.
        bits[start + length] = 1 - value;
        const [alarms] = judge({ minEntropy: 1, tests: 'approved' }, pack(bits));
        const runs = alarms.filter((a) => a.test === 'repetitionCount');
        const severity = length >= 61 ? 'permanent' : 'intermittent';
        const limit = length >= 61 ? 61 : 41;
        expect(runs).toMatchObject([{ severity, limit, from: start, index: start + limit - 1 }]);
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

function alternating(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i & 1);
}

describe('the adaptive proportion test', () => {
  it('tells the sample at which the count of a window reaches its cutoff', () => {
    // 1024 samples, 639 of them ones in a spread that never runs to 41; the 625th one fails it.
    const bits = Array.from({ length: 2048 }, (_, i) => ((i * 5) % 8 < 5 ? 1 : 0));
    let ones = 0;
    const at = bits.findIndex((b) => (ones += b) === 625);
    const [alarms] = judge({ minEntropy: 1, tests: 'approved' }, pack(bits));
    expect(alarms[0]).toMatchObject({
      test: 'adaptiveProportion',
      severity: 'intermittent',
      index: at,
      from: 0,
      limit: 625,
    });
  });
});

describe('a battery', () => {
  it('is silent on fair bits, and settles window by window', () => {
    const [alarms, [tested, settled]] = judge(
      { minEntropy: 1, layout: { rows: 4, columns: 64 } },
      randomBytes(3, 100_000),
    );
    expect(alarms).toEqual([]);
    expect([tested, settled]).toEqual([800_000, 6 * 131_072]);
  });

  it('never settles a run that is under way', () => {
    const bytes = randomBytes(1, 256);
    bytes.fill(0xff, 124, 128);
    const health = new BitHealth({ minEntropy: 1, tests: 'approved' });
    health.push(bytes, 1024);
    expect(health.tested).toBe(1024);
    expect(health.settled).toBeLessThanOrEqual(1024 - 32);
  });

  it('forgets everything at a reset', () => {
    const health = new BitHealth({ minEntropy: 1 });
    health.push(new Uint8Array(4).fill(255), 32);
    health.reset();
    expect([health.received, health.tested, health.push(new Uint8Array(5).fill(255), 40)]).toEqual([0, 0, []]);
  });
});

/** Each fault with the test that is there for it; what finds it first may be another. */
describe('what each test is there for', () => {
  const fair = (seed: number, n: number): number[] => {
    const random = RandomStream.from(seed);
    return Array.from({ length: n }, () => random.nextU32() & 1);
  };
  const found = (bits: number[], options: Partial<BitHealthOptions> = {}): Set<string> =>
    new Set(judge({ minEntropy: 1, ...options }, pack(bits))[0].map((a) => a.test));

  it('monobit: a bias of 0.04', () => {
    const random = RandomStream.from(1);
    const bits = Array.from({ length: 65_536 }, () => (random.uniform() < 0.54 ? 1 : 0));
    expect(found(bits)).toContain('monobit');
  });

  it('transition: a period of two, which the approved tests never see', () => {
    expect(found(alternating(32_768))).toContain('transition');
    expect(found(alternating(32_768), { tests: 'approved' })).toEqual(new Set());
  });

  it('lag: one sample in ten repeats the one 100 before', () => {
    const bits = fair(2, 131_072);
    const random = RandomStream.from(3);
    for (let i = 100; i < bits.length; i++) if (random.uniform() < 0.1) bits[i] = bits[i - 100]!;
    expect(found(bits)).toEqual(new Set(['lag']));
  });

  it('lag predictor: a period of seven', () => {
    expect(found(Array.from({ length: 4096 }, (_, i) => [1, 0, 0, 1, 1, 0, 0][i % 7]!))).toEqual(
      new Set(['lagPredictor']),
    );
  });

  it('replay: 4 KiB that came before, at any distance', () => {
    const bits = fair(4, 400_003);
    expect(found([...bits, ...bits.slice(50_001, 50_001 + 32_768)])).toEqual(new Set(['replay']));
  });

  it('cell repetition: one dead cell of 4,096', () => {
    const bits = fair(5, 4096 * 64);
    for (let shot = 0; shot < 64; shot++) bits[4096 * 17 + shot * 64 + 40] = 0;
    const [alarms] = judge({ minEntropy: 1, layout: { rows: 64, columns: 64 } }, pack(bits));
    expect(alarms).toMatchObject([{ test: 'cellRepetition', severity: 'permanent', text: /row 17, column 40/ }]);
  });

  it('knows a cell also where the tests begin in the middle of a turn', () => {
    const bits = fair(5, 4096 * 128);
    for (let shot = 0; shot < 64; shot++) bits[4096 * (64 + 17) + shot * 64 + 40] = 0;
    const start = 4096 * 3 + 64 * 20;
    const layout = { rows: 64, columns: 64, start };
    const [alarms] = judge({ minEntropy: 1, layout }, pack(bits.slice(start)));
    expect(alarms).toMatchObject([{ test: 'cellRepetition', severity: 'permanent', text: /row 17, column 40/ }]);
    expect(new BitHealth({ minEntropy: 1, layout: { ...layout, start: 4097 } }).followsCells).toBe(false);
  });

  it('cell monobit: one cell of 64 that gives a one three times in four', () => {
    const bits = fair(6, 64 * 1024);
    const random = RandomStream.from(7);
    for (let i = 9; i < bits.length; i += 64) bits[i] = random.uniform() < 0.75 ? 1 : 0;
    const [alarms] = judge({ minEntropy: 1, layout: { rows: 1, columns: 64 } }, pack(bits));
    expect(alarms.filter((a) => a.test === 'cellMonobit')).toMatchObject([{ text: /row 0, column 9/ }]);
  });
});
