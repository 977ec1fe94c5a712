import { instantiateKernel } from '../../array/kernel-module.js';
import { heunF32Wasm } from './gen/heun-f32.wasm.js';
import { heunF64Wasm } from './gen/heun-f64.wasm.js';
import { rk4F64Wasm } from './gen/rk4-f64.wasm.js';
import { heunF32Twin } from './heun-f32-twin.js';
import { heunF64Twin } from './heun-f64-twin.js';
import { type KernelLayout, layOutKernel, type Precision, writeConstants } from './kernel-memory.js';
import { rk4F64Twin } from './rk4-f64-twin.js';

/** Which code advances the spins: WebAssembly SIMD, or its plain TypeScript twin, which gives the same bits. */
export type Engine = 'wasm' | 'plain';

/** One call of a kernel. */
export interface KernelCall {
  readonly steps: number;
  /** Whether the normals of one step are kept from the call before. */
  readonly kept: boolean;
  /** Steps done before. */
  readonly phase: number;
  /** Whether the table of voltages counts. */
  readonly ramp: boolean;
  /** Whether in-plane anisotropy, spin torque or (f64) a field along y is in play. */
  readonly full: boolean;
}

/** A kernel with its memory. */
export interface Kernel {
  readonly buffer: ArrayBuffer;
  readonly layout: KernelLayout;
  heun(call: KernelCall): void;
  /** f64 only. */
  rk4(call: KernelCall): void;
}

type Advance = (...args: readonly number[]) => void;

/** Makes a kernel for so many spins. */
export function openKernel(precision: Precision, engine: Engine, spins: number): Kernel {
  const layout = layOutKernel(precision, spins);
  const kernel = engine === 'wasm' ? compiled(precision, layout) : plain(precision, layout);
  writeConstants(precision, kernel.buffer);
  return kernel;
}

function compiled(precision: Precision, layout: KernelLayout): Kernel {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(layout.bytes / 65_536) });
  const { state, parameters, table, pitch, lanes } = layout;
  const extent = lanes * (precision === 'f32' ? 4 : 8);
  const at = [0, state, parameters, table, pitch, extent] as const;
  const bit = Number;
  const heun = instantiateKernel(precision === 'f32' ? heunF32Wasm : heunF64Wasm, memory)['heun'] as Advance;
  const rk4 = instantiateKernel(rk4F64Wasm, memory)['rk4'] as Advance;
  return {
    buffer: memory.buffer,
    layout,
    heun:
      precision === 'f32'
        ? ({ steps, kept, full, ramp }) => heun(...at, steps, bit(kept), bit(full), bit(ramp))
        : ({ steps, kept, ramp }) => heun(...at, steps, bit(kept), bit(ramp)),
    rk4: ({ steps, phase, full, ramp }) => rk4(...at, steps, phase & 3, bit(!full), bit(ramp)),
  };
}

function plain(precision: Precision, layout: KernelLayout): Kernel {
  const buffer = new ArrayBuffer(layout.bytes);
  return {
    buffer,
    layout,
    heun: precision === 'f32' ? heunF32Twin(buffer, layout) : heunF64Twin(buffer, layout),
    rk4: rk4F64Twin(buffer, layout),
  };
}
