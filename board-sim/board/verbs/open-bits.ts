import { BlockFlag, spindrift, toU64, u64ToBigInt, type RequestMessage } from '../../../proto/index.js';
import { BitGenerator } from '../bit-generator.js';
import { type BoardCore } from '../board-core.js';
import { type Call } from '../call.js';
import { BLOCK_OVERHEAD, DownStream } from '../down-stream.js';
import { selectedLines } from '../masks.js';
import { checkField, invalid, outOfRange } from '../refusal.js';
import { blockBytes } from './block-bytes.js';
import { verb } from './verb.js';

const { BitMode, DataFormat, Overflow } = spindrift.v1;

/** Blocks that a lossy stream keeps while nobody takes them: 64 KiB of the microcontroller's memory at the default size. */
const RING_BLOCKS = 16;
/** A lossy generator that was left alone works off at most this time when it is taken up again, s. */
const LONGEST_STALL_S = 60;

/** Opens the bit source. Bits of a stand-in always carry NOT_ENTROPY. */
export const openBits = verb('openBits', (core, call, message) => {
  const generator = new BitGenerator(core, checkOptions(core, message));
  core.needStream(call);
  core.holdArray(call);
  generator.start();
  open(core, call, message, generator);
});

function checkOptions(
  core: BoardCore,
  message: RequestMessage<'openBits'>,
): ConstructorParameters<typeof BitGenerator>[1] {
  const xorStages = checkField('xor_stages', message.xorStages, 0, 3);
  if (core.geometry.cols % 2 ** xorStages !== 0)
    throw invalid(`xor_stages = ${xorStages} needs a multiple of ${2 ** xorStages} columns`);
  if (message.mode > BitMode.BIT_MODE_VON_NEUMANN) throw invalid(`mode: unknown value ${message.mode}`);
  if (message.overflow > Overflow.OVERFLOW_DROP) throw invalid(`overflow: unknown value ${message.overflow}`);
  return {
    tile: core.checkTile(message.tile),
    rows: selectedLines('row_mask', message.rowMask, core.geometry.rows),
    xorStages,
    vonNeumann: message.mode === BitMode.BIT_MODE_VON_NEUMANN,
    controller: message.controller,
    blockBytes: blockBytes(message.blockBytes),
    rateLimit: message.rateLimit,
    totalBits: wholeBits(message),
  };
}

/** @throws Refusal OUT_OF_RANGE for more bits than a number counts exactly */
function wholeBits(message: RequestMessage<'openBits'>): number {
  const bits = u64ToBigInt(message.totalBits);
  if (bits > BigInt(Number.MAX_SAFE_INTEGER)) throw outOfRange('total_bits', Number(bits), 'at most 2^53 - 1');
  return Number(bits);
}

function open(core: BoardCore, call: Call, message: RequestMessage<'openBits'>, generator: BitGenerator): void {
  const lossy = message.overflow === Overflow.OVERFLOW_DROP;
  const stream = new DownStream(call, generator, {
    format: DataFormat.DATA_FORMAT_BITS_LSB,
    flags: BlockFlag.NOT_ENTROPY,
    now: () => core.clock.now(),
    ...(lossy
      ? {
          ring: RING_BLOCKS,
          stalledBlocks: (sinceS: number) =>
            Math.floor(
              (Math.min(sinceS, LONGEST_STALL_S) * generator.bytesPerSecond) / (generator.blockBytes + BLOCK_OVERHEAD),
            ),
        }
      : {}),
  });
  const release = call.onEnd;
  call.onEnd = () => {
    core.blocksDropped += stream.dropped;
    release?.();
  };
  call.stream = {
    credit: (blocks) => stream.grant(blocks),
    drained: () => stream.pump(),
    close: () => stream.close(core.hardware.meters.microseconds),
  };
  call.progress({
    body: 'streamOpened',
    streamOpened: {
      blockBytes: generator.blockBytes,
      format: DataFormat.DATA_FORMAT_BITS_LSB,
      rate: Math.round(generator.bytesPerSecond),
      totalBytes: toU64(Math.ceil(wholeBits(message) / 8)),
      lossless: !lossy,
    },
  });
}
