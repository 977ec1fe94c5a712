import { BlockFlag, DATA_OFFSET, newDataFrame, spindrift, toU64, type DataBlock } from '../../../proto/index.js';
import { type BoardCore } from '../board-core.js';
import { BLOCK_OVERHEAD, DownStream, type BlockSource, type ProducedBlock, type StreamSums } from '../down-stream.js';
import { LIMITS } from '../limits.js';
import { Multiplier } from '../multiplier.js';
import { invalid } from '../refusal.js';
import { UpStream } from '../up-stream.js';
import { verb } from './verb.js';

const { DataFormat } = spindrift.v1;

interface Waiting {
  readonly inputs: Uint8Array;
  readonly end: boolean;
}

/** Answers each block of inputs with one block of results. */
class Products implements BlockSource {
  readonly up: UpStream;
  readonly #core: BoardCore;
  readonly #multiplier: Multiplier;
  readonly #count: number;
  readonly #waiting: Waiting[] = [];
  #arrived = 0;
  #done = 0;
  #clipped = 0;
  #boardS = 0;

  constructor(core: BoardCore, multiplier: Multiplier, count: number, up: UpStream) {
    this.#core = core;
    this.#multiplier = multiplier;
    this.#count = count;
    this.up = up;
  }

  /** @throws Refusal for a block that holds no whole number of vectors, or more than were announced */
  take(block: DataBlock): void {
    this.up.accept(block);
    const { rows } = this.#multiplier.window;
    if (block.data.length % rows !== 0)
      throw invalid(`block ${block.seq}: ${block.data.length} bytes are no whole vectors of ${rows}`);
    this.#arrived += block.data.length / rows;
    if (this.#count > 0 && this.#arrived > this.#count)
      throw invalid(`block ${block.seq}: more than ${this.#count} vectors`);
    this.#waiting.push({ inputs: block.data, end: (block.flags & BlockFlag.END) !== 0 });
  }

  /** What is still waiting when the frame is given back must be copied. */
  keep(): void {
    const last = this.#waiting.length - 1;
    if (last >= 0) this.#waiting[last] = { ...this.#waiting[last]!, inputs: this.#waiting[last]!.inputs.slice() };
  }

  ready(): boolean {
    return this.#waiting.length > 0;
  }

  next(): ProducedBlock | undefined {
    const work = this.#waiting.shift();
    if (work === undefined) return undefined;
    const { meters } = this.#core.hardware;
    const multiplier = this.#multiplier;
    const vectors = work.inputs.length / multiplier.window.rows;
    const frame = newDataFrame(vectors * multiplier.outputs * 2);
    const timeUs = meters.microseconds;
    let saturated = false;
    if (vectors > 0) {
      const { arrayS, clipped } = multiplier.run(work.inputs, frame.subarray(DATA_OFFSET));
      const usbBytes = work.inputs.length + BLOCK_OVERHEAD + frame.length;
      this.#boardS += meters.spend({ arrayS, usbBytes });
      this.#clipped += clipped;
      saturated = clipped > 0;
    }
    meters.counts.bytesIn += work.inputs.length;
    meters.counts.bytesOut += frame.length - DATA_OFFSET;
    this.#done += vectors;
    this.up.consumed();
    const last = work.end || (this.#count > 0 && this.#done === this.#count);
    return { frame, timeUs, flags: saturated ? BlockFlag.SATURATED : 0, last };
  }

  stats(): StreamSums {
    return { items: this.#done, clipped: this.#clipped, boardTimeUs: this.#boardS * 1e6 };
  }
}

/** Multiplies many vectors: blocks of inputs up, one block of results down for each. */
export const openMultiply = verb('openMultiply', (core, call, message) => {
  const multiplier = new Multiplier(core, message.plan);
  core.needStream(call);
  core.holdArray(call);
  multiplier.load();
  const { rows } = multiplier.window;
  const perBlock = Math.max(1, Math.floor(LIMITS.maxBlockBytes / Math.max(rows, 2 * multiplier.outputs)));
  const products = new Products(core, multiplier, message.count, new UpStream(call));
  const stream = new DownStream(call, products, { format: DataFormat.DATA_FORMAT_I16LE });
  call.stream = {
    credit: (blocks) => stream.grant(blocks),
    drained: () => stream.pump(),
    close: () => stream.close(core.hardware.meters.microseconds),
    block: (block) => {
      products.take(block);
      stream.pump();
      products.keep();
    },
  };
  call.progress({
    body: 'streamOpened',
    streamOpened: {
      blockBytes: perBlock * multiplier.outputs * 2,
      format: DataFormat.DATA_FORMAT_I16LE,
      rate: Math.round((2 * multiplier.outputs) / multiplier.secondsPerVector),
      totalBytes: toU64(message.count * multiplier.outputs * 2),
      upBlockBytes: perBlock * rows,
      upTotalBytes: toU64(message.count * rows),
      lossless: true,
      shift: multiplier.shift,
      valuesPerItem: multiplier.outputs,
    },
  });
  products.up.open();
});
