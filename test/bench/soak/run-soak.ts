import type { Clock } from '../../../base/index.js';
import { InProcessTransport, openBoardOver } from '../../../firmware-host/host/index.js';
import { MemoryLog, type MemorySample } from './memory.js';
import { blockBits, BLOCK_BYTES, PacedBits } from './paced-bits.js';
import { slopeOf, type Slope } from './slope.js';

/** How long, how fast. */
export interface SoakOptions {
  readonly seconds: number;
  readonly bytesPerS: number;
  readonly clock: Clock;
  readonly signal?: AbortSignal;
  readonly onSample?: (sample: MemorySample, bytes: number) => void;
}

/** What a soak found. Bytes and seconds. */
export interface SoakResult {
  readonly seconds: number;
  readonly blocks: number;
  readonly bytes: number;
  readonly bytesPerS: number;
  readonly samples: readonly MemorySample[];
  /** Without the first quarter: caches fill, code is compiled. */
  readonly live: Slope & { readonly flat: boolean };
  readonly code: Slope;
  readonly rss: Slope;
}

const SAMPLES = 120;
const WARM_UP = 0.25;
/** Growth that nobody would notice: nine megabytes a day. */
const NEGLIGIBLE_PER_S = 100;
/** Blocks that may wait on either side; enough for a tick at full rate. */
const WINDOW = 64;

/** Streams bits through a whole client at a steady rate, looks at every one, and watches memory. Ends early when the signal fires. */
export async function runSoak(options: SoakOptions): Promise<SoakResult> {
  const { seconds, bytesPerS, clock, signal, onSample } = options;
  const board = await openBoardOver(new InProcessTransport(new PacedBits({ clock, bytesPerS })), 'soak', {
    clock,
    standIn: true,
  });
  const log = new MemoryLog(SAMPLES + 2);
  const start = clock.now();
  let blocks = 0;
  let next = 0;
  try {
    for await (const block of board.openBits({ window: WINDOW })) {
      if (block.seq !== blocks || Buffer.compare(block.bytes, blockBits(blocks)) !== 0)
        throw new Error(`block ${blocks} is not what was sent`);
      blocks++;
      const now = clock.now() - start;
      if (now < next) continue;
      await log.take(now);
      onSample?.(log.last, blocks * BLOCK_BYTES);
      next = now + seconds / SAMPLES;
      if (now >= seconds || signal?.aborted) break;
    }
  } finally {
    await board.close();
  }
  const { samples } = log;
  const took = samples.at(-1)!.seconds;
  const kept = samples.filter((sample) => sample.seconds >= took * WARM_UP);
  const slope = (key: 'live' | 'code' | 'rss'): Slope =>
    slopeOf(
      kept.map((sample) => sample.seconds),
      kept.map((sample) => sample[key]),
    );
  const live = slope('live');
  return {
    seconds: took,
    blocks,
    bytes: blocks * BLOCK_BYTES,
    bytesPerS: (blocks * BLOCK_BYTES) / took,
    samples,
    live: { ...live, flat: live.perSecond <= Math.max(NEGLIGIBLE_PER_S, 3 * live.standardError) },
    code: slope('code'),
    rss: slope('rss'),
  };
}
