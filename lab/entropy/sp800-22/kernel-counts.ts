import type { BitSequence } from './bit-sequence.js';
import { EXCURSION_STATES, type Excursions, type StsCounts, VARIANT_STATES, type WalkExtent } from './counts.js';
import { KernelSpace } from './kernel-space.js';
import { linesBelow } from './kernel-spectrum.js';

/** Bits that follow the last one in the kernels' memory: those of the beginning. */
const WRAPPED_BITS = 64;

/** Counts by the WebAssembly kernels. Each count lays out the memory anew, so any number of sequences can be counted in turn. */
export class KernelCounts implements StsCounts {
  readonly length: number;
  readonly #bytes: Uint8Array;
  readonly #space = KernelSpace.shared;

  constructor(sequence: BitSequence) {
    this.length = sequence.length;
    this.#bytes = wrapped(sequence);
  }

  ones(): number {
    return this.onesOfBlocks(this.length, 1)[0]!;
  }

  onesOfBlocks(size: number, blocks: number): Uint32Array {
    return this.#ofBlocks(blocks, (bits, out, kernels) => kernels.onesOfBlocks(bits, size, blocks, out));
  }

  changes(): number {
    return this.#space.kernels.changes(this.#load(), this.length);
  }

  walk(): WalkExtent {
    const bits = this.#load();
    const [table, out] = [this.#space.reserve(768), this.#space.reserve(12)];
    this.#space.kernels.walk(bits, this.length, table, out);
    const [lowest, highest, end] = this.#space.integers(out, 3) as unknown as [number, number, number];
    return { lowest, highest, end };
  }

  longestRuns(size: number, blocks: number): Uint32Array {
    return this.#ofBlocks(blocks, (bits, out, kernels) => kernels.longestRuns(bits, size, blocks, out));
  }

  ranks(matrices: number): readonly [number, number, number] {
    const bits = this.#load();
    const [basis, out] = [this.#space.reserve(128), this.#space.reserve(12)];
    this.#space.kernels.ranks(bits, matrices, basis, out);
    return this.#space.words(out, 3) as unknown as [number, number, number];
  }

  linesBelow(squaredLimit: number): number {
    return linesBelow(this.#space, this.#load(), this.length, squaredLimit);
  }

  patterns(width: number): Uint32Array {
    const bits = this.#load();
    const counts = this.#zeroed(4 * 2 ** width);
    this.#space.kernels.patterns(bits, 0, this.length, width, counts);
    return this.#space.words(counts, 2 ** width);
  }

  templates(width: number, templates: Uint32Array, size: number, blocks: number): Uint32Array {
    const bits = this.#load();
    const list = this.#space.place(templates);
    const counts = this.#space.reserve(4 * 2 ** width);
    const out = this.#space.reserve(4 * blocks * templates.length);
    this.#space.kernels.templates(bits, width, list, templates.length, size, blocks, counts, out);
    return this.#space.words(out, blocks * templates.length);
  }

  onesTemplates(width: number, size: number, blocks: number): Uint32Array {
    return this.#ofBlocks(blocks, (bits, out, kernels) => kernels.onesTemplates(bits, width, size, blocks, out));
  }

  distances(width: number, initial: number): Uint32Array {
    const blocks = Math.floor(this.length / width);
    const bits = this.#load();
    const last = this.#space.reserve(4 * 2 ** width);
    const counts = this.#space.reserve(4 * (blocks + 1));
    this.#space.kernels.distances(bits, width, initial, blocks, last, counts);
    return this.#space.words(counts, blocks + 1);
  }

  complexities(size: number, blocks: number): Uint32Array {
    return this.#ofBlocks(blocks, (bits, out, kernels) => {
      const work = this.#space.reserve(3 * 8 * (Math.floor((size + 64) / 64) + 1));
      kernels.complexities(bits, size, blocks, work, out);
    });
  }

  excursions(): Excursions {
    const bits = this.#load();
    const classes = 6 * EXCURSION_STATES.length;
    const [cycle, out] = [this.#space.reserve(36), this.#space.reserve(4 * (1 + classes + VARIANT_STATES.length))];
    this.#space.kernels.excursions(bits, this.length, cycle, out);
    const found = this.#space.words(out, 1 + classes + VARIANT_STATES.length);
    return { cycles: found[0]!, classes: found.slice(1, 1 + classes), visits: found.slice(1 + classes) };
  }

  #ofBlocks(blocks: number, count: (bits: number, out: number, kernels: KernelSpace['kernels']) => void): Uint32Array {
    const bits = this.#load();
    const out = this.#space.reserve(4 * blocks);
    count(bits, out, this.#space.kernels);
    return this.#space.words(out, blocks);
  }

  /** @returns the offset of the bits */
  #load(): number {
    this.#space.clear();
    return this.#space.place(this.#bytes);
  }

  #zeroed(bytes: number): number {
    const at = this.#space.reserve(bytes);
    this.#space.zero(at, bytes);
    return at;
  }
}

/** The bits with those of the beginning behind them, and room for a word that begins at the last. */
function wrapped({ bytes, length }: BitSequence): Uint8Array {
  const out = new Uint8Array(Math.ceil((length + WRAPPED_BITS) / 8) + 8);
  out.set(bytes.subarray(0, Math.ceil(length / 8)));
  for (let i = length; i < length + WRAPPED_BITS; i++) {
    const from = i - length < length ? i - length : (i - length) % length;
    const bit = (out[from >> 3]! >> (~from & 7)) & 1;
    const mask = 1 << (~i & 7);
    out[i >> 3] = (out[i >> 3]! & ~mask) | (bit === 1 ? mask : 0);
  }
  return out;
}
