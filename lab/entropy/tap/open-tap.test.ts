import { describe, expect, it } from 'vitest';
import { BoardLostError, HealthError, UsageError, VirtualClock } from '../../../base/index.js';
import type { StreamBlock } from '../../../firmware-host/host/index.js';
import { randomBytes } from '../health/testing/streams.js';
import { scriptedBoard } from '../testing/scripted-board.js';
import { openTap, type EntropyTap, type OpenTapOptions } from './open-tap.js';

const assessment = { minEntropy: 0.8, origin: 'test' };
const blocks = (n: number, seed = 1): (Partial<StreamBlock> & { bytes: Uint8Array })[] =>
  Array.from({ length: n }, (_, i) => ({ bytes: randomBytes(1000 * seed + i, 4096) }));

async function drain(tap: EntropyTap): Promise<{ bytes: number; error: unknown }> {
  let bytes = 0;
  try {
    for await (const piece of tap) bytes += piece.length;
  } catch (error) {
    return { bytes, error };
  }
  return { bytes, error: undefined };
}

async function run(
  script: Parameters<typeof scriptedBoard>[0],
  options: Partial<OpenTapOptions> = {},
  lost?: Error,
): Promise<{ tap: EntropyTap; calls: string[]; bytes: number; error: unknown }> {
  const { fake, calls } = scriptedBoard(script, lost);
  const tap = await openTap(fake, { mode: 'conditioned', assessment, ...options });
  return { tap, calls, ...(await drain(tap)) };
}

describe('a tap on a board', () => {
  it('arms it, passes what may leave, and leaves the array safe', async () => {
    const { tap, calls, bytes, error } = await run(blocks(20));
    expect(error).toBeUndefined();
    expect(bytes).toBe(Math.floor((5 * 16_384 - 512) / 50) * 32);
    expect(tap.counters.outputBytes).toBe(bytes);
    expect(calls).toEqual(['arm', 'openBits', 'makeSafe']);
    expect(await tap.close()).toBe(true);
    expect(calls).toEqual(['arm', 'openBits', 'makeSafe']);
  });

  it('reads nothing while nobody asks', async () => {
    const { fake, calls } = scriptedBoard(blocks(2));
    const tap = await openTap(fake, { mode: 'raw', assessment });
    expect(calls).toEqual(['arm']);
    await tap.close();
    expect((await drain(tap)).bytes).toBe(0);
    expect(calls).toEqual(['arm', 'makeSafe']);
  });

  it('ends with a HealthError when a test failed for good, with the alarm as its details', async () => {
    const { error, calls, tap } = await run([...blocks(8), { bytes: new Uint8Array(4096) }, ...blocks(8, 2)]);
    expect(error).toBeInstanceOf(HealthError);
    expect(error).toMatchObject({ message: /closed for good/, details: { severity: 'permanent' } });
    expect([tap.state, calls.at(-1)]).toEqual(['failed', 'makeSafe']);
  });

  it('ends with what ended the stream', async () => {
    const { error, calls } = await run(blocks(1), {}, new BoardLostError('unplugged'));
    expect(error).toMatchObject({ code: 'BOARD_LOST' });
    expect(calls.at(-1)).toBe('makeSafe');
  });

  it('closes when the board marks its bits', async () => {
    const { error, bytes } = await run([{ ...blocks(1)[0]!, notEntropy: true }, ...blocks(8)]);
    expect(error).toMatchObject({ message: /not entropy/ });
    expect(bytes).toBe(0);
  });

  it('assesses the first bits itself where it is told nothing, and uses none of them', async () => {
    const { tap, bytes, error } = await run(blocks(20), {
      assessment: undefined as never,
      selfAssessmentBits: 100_000,
    });
    expect(error).toBeUndefined();
    expect(tap.assessment).toMatchObject({ origin: 'self-assessment of 100000 raw bits' });
    expect(tap.assessment!.minEntropy).toBeGreaterThan(0.5);
    expect(tap.assessment!.minEntropy).toBeLessThan(1);
    // Four blocks were assessed; of the sixteen that follow all whole windows are used.
    expect(tap.counters.rawBits).toBe(16 * 4096 * 8);
    expect(bytes).toBeGreaterThan(0);
  });

  it('is worth nothing where the bits are', async () => {
    const period = Array.from({ length: 8 }, () => ({ bytes: new Uint8Array(4096).fill(0x55) }));
    const { error } = await run(period, { assessment: undefined as never, selfAssessmentBits: 100_000 });
    expect(error).toMatchObject({ code: 'HEALTH', message: /assessed to hold/ });
  });

  it('is not opened on an assessment that is next to nothing', async () => {
    const { fake, calls } = scriptedBoard(blocks(1));
    const opened = openTap(fake, { mode: 'conditioned', assessment: { minEntropy: 0.02, origin: 'test' } });
    await expect(opened).rejects.toThrow(HealthError);
    expect(calls).toEqual([]);
  });

  it('takes a claim that lowers the assessment, and none that raises it', async () => {
    for (const [claimedMinEntropy, expected] of [
      [0.5, 0.5],
      [1, 0.8],
    ] as const)
      expect((await run([], { claimedMinEntropy })).tap.assessment?.minEntropy).toBe(expected);
  });

  it('forgets what it holds when the machine has slept', async () => {
    class SleepyClock extends VirtualClock {
      asleepMs = 0;
      override date(): Date {
        return new Date(super.date().getTime() + this.asleepMs);
      }
    }
    const clock = new SleepyClock();
    let seen = 0;
    const { tap } = await run(blocks(3), {
      clock,
      onBlock: () => {
        if (++seen === 3) clock.asleepMs = 60_000;
      },
    });
    expect(tap.counters.flushedBits).toBe(2 * 4096 * 8 - 4096);
  });
});

it('no tap is opened on a stand-in for output that is credited', async () => {
  const { fake, calls } = scriptedBoard(blocks(1));
  const board = { ...fake, identity: { ...fake.identity, kind: 'simulated' as const } };
  await expect(openTap(board, { mode: 'drbg', assessment })).rejects.toThrow(UsageError);
  expect(calls).toEqual([]);
});
