const PAGE_BYTES = 65_536;
const modules = new Map<string, WebAssembly.Module>();

/** A kernel of `gen/` with a memory of its own that is handed out front to back and grows as needed. */
export class Kernel<Exports> {
  readonly exports: Exports;
  readonly #memory: WebAssembly.Memory;
  #used = 64;

  /** @param base64 module of `gen/`; compiled once in a process */
  constructor(base64: string) {
    this.#memory = new WebAssembly.Memory({ initial: 1 });
    let module = modules.get(base64);
    if (module === undefined) {
      module = new WebAssembly.Module(Buffer.from(base64, 'base64'));
      modules.set(base64, module);
    }
    this.exports = new WebAssembly.Instance(module, { env: { memory: this.#memory } }).exports as Exports;
  }

  /** Zeroed bytes, aligned to 16. @returns where they are @throws RangeError when the system has no more memory */
  allocate(bytes: number): number {
    const at = this.#used;
    this.#used = Math.ceil((at + bytes) / 16) * 16;
    const missing = this.#used - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE_BYTES));
    return at;
  }

  /** Bytes of the memory; the view is good until the next {@link allocate}. */
  bytes(at: number, length: number): Uint8Array {
    return new Uint8Array(this.#memory.buffer, at, length);
  }

  /** Unsigned 32-bit numbers of the memory; as {@link bytes}. */
  words(at: number, length: number): Uint32Array {
    return new Uint32Array(this.#memory.buffer, at, length);
  }

  /** Double-precision numbers of the memory; as {@link bytes}. */
  doubles(at: number, length: number): Float64Array {
    return new Float64Array(this.#memory.buffer, at, length);
  }

  /** Copies symbols in, with `before` and `after` bytes that may be read around them. @returns where the first is */
  load(symbols: Uint8Array, before: number, after: number): number {
    const at = this.allocate(before + symbols.length + after) + before;
    this.bytes(at, symbols.length).set(symbols);
    return at;
  }
}
