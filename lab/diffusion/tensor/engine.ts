import { tensorWasm } from './gen/tensor.wasm.js';

/** A block of float32 numbers in an engine's memory: `at` is the byte offset that kernels take, `data` the same numbers. */
export interface Tensor {
  readonly at: number;
  readonly length: number;
  readonly data: Float32Array;
}

/** The kernels of assembly/tensor.ts; what each does is documented there. */
export interface TensorKernels {
  gemm(
    m: number,
    n: number,
    k: number,
    a: number,
    rowStride: number,
    colStride: number,
    b: number,
    ldb: number,
    c: number,
    ldc: number,
    accumulate: number,
  ): void;
  transpose(rows: number, cols: number, from: number, to: number): void;
  modulate(
    images: number,
    rows: number,
    cols: number,
    x: number,
    scale: number,
    shift: number,
    stride: number,
    y: number,
    step: number,
    levels: number,
  ): void;
  modulateBackward(
    images: number,
    rows: number,
    cols: number,
    x: number,
    scale: number,
    shift: number,
    stride: number,
    dy: number,
    dx: number,
    dScale: number,
    dShift: number,
    step: number,
    levels: number,
  ): number;
  biasRelu(
    rows: number,
    cols: number,
    u: number,
    bias: number,
    perRow: number,
    period: number,
    y: number,
    step: number,
    levels: number,
  ): void;
  biasReluBackward(
    rows: number,
    cols: number,
    u: number,
    bias: number,
    perRow: number,
    period: number,
    dy: number,
    du: number,
    dBias: number,
    step: number,
    levels: number,
  ): number;
  gatedAdd(
    images: number,
    rows: number,
    cols: number,
    x: number,
    gate: number,
    stride: number,
    y: number,
    out: number,
  ): void;
  gatedAddBackward(
    images: number,
    rows: number,
    cols: number,
    y: number,
    gate: number,
    stride: number,
    dOut: number,
    dy: number,
    dGate: number,
  ): void;
  sumRows(rows: number, cols: number, from: number, to: number): void;
  adamw(
    count: number,
    w: number,
    g: number,
    m: number,
    v: number,
    average: number,
    rate: number,
    second: number,
    beta1: number,
    beta2: number,
    epsilon: number,
    decay: number,
    scale: number,
    keep: number,
  ): void;
  patches(height: number, width: number, channels: number, kernel: number, pad: number, from: number, to: number): void;
  patchesBackward(
    height: number,
    width: number,
    channels: number,
    kernel: number,
    pad: number,
    from: number,
    to: number,
  ): void;
}

const PAGE_BYTES = 65_536;
let compiled: WebAssembly.Module | undefined;

/**
 * One instance of the tensor kernels with a memory of fixed size, handed out front to back. The size is fixed because
 * growing a WebAssembly memory detaches every view on it.
 */
export class TensorEngine {
  readonly kernels: TensorKernels;
  readonly #memory: WebAssembly.Memory;
  #used = 1024;

  /** @param floats how many float32 numbers the memory must hold, alignment included */
  constructor(floats: number) {
    const pages = Math.ceil((floats * 4 + 4096) / PAGE_BYTES) + 1;
    this.#memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    compiled ??= new WebAssembly.Module(Buffer.from(tensorWasm, 'base64'));
    const instance = new WebAssembly.Instance(compiled, { env: { memory: this.#memory } });
    this.kernels = instance.exports as unknown as TensorKernels;
  }

  /** A zeroed tensor of `length` numbers, aligned to 16 bytes. @throws RangeError when the memory is used up */
  allocate(length: number): Tensor {
    const at = this.#used;
    const end = at + Math.ceil(length / 4) * 16;
    if (end > this.#memory.buffer.byteLength) {
      throw new RangeError(`tensor memory: ${end} bytes needed, ${this.#memory.buffer.byteLength} reserved`);
    }
    this.#used = end;
    return { at, length, data: new Float32Array(this.#memory.buffer, at, length) };
  }
}
