/**
 * The part of WebAssembly's JavaScript interface that the kernels use. TypeScript declares it in its DOM library only, and
 * DOM types must not leak into code that runs in Node and in workers.
 */
declare namespace WebAssembly {
  class Memory {
    constructor(descriptor: { initial: number; maximum?: number; shared?: boolean });
    readonly buffer: ArrayBuffer;
    /** Views of the buffer from before are empty then. @returns pages before @throws RangeError */
    grow(pages: number): number;
  }
  class Module {
    constructor(bytes: Uint8Array | ArrayBuffer);
  }
  class Instance {
    constructor(module: Module, imports?: Record<string, Record<string, unknown>>);
    readonly exports: Record<string, unknown>;
  }
}
