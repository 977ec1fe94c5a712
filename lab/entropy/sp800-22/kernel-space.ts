import { stsWasm } from './gen/sts.wasm.js';

/** The kernels of assembly/sts.ts; what each does is documented there. */
export interface StsKernels {
  onesOfBlocks(bits: number, size: number, blocks: number, out: number): void;
  changes(bits: number, length: number): number;
  walk(bits: number, length: number, table: number, out: number): void;
  longestRuns(bits: number, size: number, blocks: number, out: number): void;
  onesTemplates(bits: number, width: number, size: number, blocks: number, out: number): void;
  ranks(bits: number, matrices: number, basis: number, out: number): void;
  patterns(bits: number, from: number, places: number, width: number, counts: number): void;
  templates(
    bits: number,
    width: number,
    list: number,
    count: number,
    size: number,
    blocks: number,
    counts: number,
    out: number,
  ): void;
  distances(bits: number, width: number, initial: number, blocks: number, last: number, counts: number): void;
  complexities(bits: number, size: number, blocks: number, work: number, out: number): void;
  excursions(bits: number, length: number, cycle: number, out: number): void;
  signals(bits: number, length: number, size: number, to: number): void;
  fftPass(radix: number, groups: number, stride: number, roots: number, from: number, to: number): void;
  chirpInto(points: number, chirp: number, to: number): void;
  conjugateProduct(size: number, filter: number, to: number): void;
  unchirp(points: number, chirp: number, scale: number, to: number): void;
  linesBelow(length: number, spectrum: number, coarse: number, fine: number, squaredLimit: number): number;
}

const PAGE_BYTES = 65_536;

/** The kernels and the memory that they work in: one of either in a thread, because a memory takes gigabytes of address space. */
export class KernelSpace {
  readonly kernels: StsKernels;
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  #used = 0;

  private constructor() {
    const module = new WebAssembly.Module(Buffer.from(stsWasm, 'base64'));
    this.kernels = new WebAssembly.Instance(module, { env: { memory: this.#memory } }).exports as unknown as StsKernels;
  }

  static #shared: KernelSpace | undefined;

  /** This thread's. */
  static get shared(): KernelSpace {
    return (this.#shared ??= new KernelSpace());
  }

  /** Starts the memory anew: what was in it is given up. */
  clear(): void {
    this.#used = 0;
  }

  /** Reserves bytes, aligned to 16, with whatever is in them. @returns their offset @throws RangeError beyond 4 GiB */
  reserve(bytes: number): number {
    const at = this.#used;
    this.#used = at + Math.ceil(bytes / 16) * 16;
    const missing = Math.ceil((this.#used - this.#memory.buffer.byteLength) / PAGE_BYTES);
    if (missing > 0) this.#memory.grow(missing);
    return at;
  }

  /** Reserves room for numbers and writes them. @returns their offset */
  place(numbers: Uint8Array | Uint32Array | Float64Array): number {
    const at = this.reserve(numbers.byteLength);
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    new Uint8Array(this.#memory.buffer).set(bytes, at);
    return at;
  }

  /** A copy of numbers in the memory. */
  words(at: number, count: number): Uint32Array {
    return new Uint32Array(this.#memory.buffer, at, count).slice();
  }

  /** As {@link words}, with a sign. */
  integers(at: number, count: number): Int32Array {
    return new Int32Array(this.#memory.buffer, at, count).slice();
  }

  /** Sets bytes to 0. */
  zero(at: number, bytes: number): void {
    new Uint8Array(this.#memory.buffer).fill(0, at, at + bytes);
  }
}
