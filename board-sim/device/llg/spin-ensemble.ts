import { checkNumber, RandomStream } from '../../../base/index.js';
import { BOLTZMANN, GAMMA0 } from '../constants.js';
import { type Engine, type Kernel, openKernel } from './kernel.js';
import { MAX_STEPS, PARAMETER, type Precision, TABLE_WIDTH } from './kernel-memory.js';

/** What the equation of motion needs to know of one spin. */
export interface Spin {
  /** Gilbert damping α. */
  readonly damping: number;
  /** μ0 Ms Vol, J m/A: energy per unit of field. */
  readonly moment: number;
  /** Hk at V = 0, A/m, demagnetising field taken off; negative = easy plane. */
  readonly hk: number;
  /** dHk/dV, A/m per volt. */
  readonly hkPerVolt: number;
  /** (Ny − Nx) Ms, A/m: in-plane shape anisotropy, 0 for a round cell. */
  readonly inPlaneAnisotropy: number;
  /** Out-of-plane field of this spin alone, A/m. Default 0. */
  readonly strayField?: number;
}

/** A stretch of time without an edge inside: a whole number of equal steps. */
export interface Stretch {
  readonly steps: number;
  readonly dtS: number;
  /** A constant voltage, or the voltage at a time from the start of the stretch (s), both ends taken from inside. */
  readonly voltage: number | ((timeS: number) => number);
  /** Applied field, A/m. */
  readonly field: readonly [hx: number, hy: number, hz: number];
  /** Spin-torque field aJ, A/m; positive drives towards mz = +1. Default 0. */
  readonly spinTorque?: number;
  /** Weight of mz in {@link SpinEnsemble.integral} at a voltage. Default 1. */
  readonly weight?: (voltageV: number) => number;
}

/** How to make an ensemble. */
export interface EnsembleOptions {
  /** K; 0 = no thermal field, and no streams are needed. */
  readonly temperature: number;
  /** One stream for each spin; a spin's path depends on its own stream alone. */
  readonly streams?: readonly RandomStream[];
  /** Default f32: four spins a vector; rounding (6e-8) is far below a thermal kick (4e-3 rad a picosecond). */
  readonly precision?: Precision;
  /** Default wasm. */
  readonly engine?: Engine;
}

/** Scheme of a stretch: stochastic (or, at T = 0, plain) Heun; or deterministic RK4 (f64, T = 0). */
export type Method = 'heun' | 'rk4';

/**
 * Independent macrospins under one drive, each with its own parameters and its own random stream:
 *
 *     dm/dt = −γ' [ m×H + α m×(m×H) ],  γ' = γ0/(1+α²),  H = field + (0, −(Ny−Nx) Ms my, Hk(V) mz) + aJ (m×ẑ) + Hth
 *
 * Integrated in Cartesian coordinates in the sense of Stratonovich: Heun's scheme, the thermal field (σ² = 2αkBT/(μ0 Ms Vol γ0 dt) a
 * component; W. F. Brown, Phys. Rev. 130 (1963) 1677) held over a step and shared by both stages. Spins do not influence each other: how
 * many there are, in which order and on which thread never changes a path, and a run that is split equals the whole run.
 */
export class SpinEnsemble {
  readonly count: number;
  readonly precision: Precision;
  /** Directions; views of the kernel's memory. */
  readonly mx: Float32Array | Float64Array;
  readonly my: Float32Array | Float64Array;
  readonly mz: Float32Array | Float64Array;
  /** ∫ weight(V) mz dt of each spin since {@link clearIntegral}, s (times the weight's unit); trapezoidal. */
  readonly integral: Float64Array;
  readonly #kernel: Kernel;
  readonly #floats: Float32Array | Float64Array;
  readonly #sums: Float64Array;
  #spins: readonly Spin[];
  #temperature: number;
  #kept = false;
  #phase = 0;
  #loaded = '';

  /**
   * @param spins one for each spin
   * @throws RangeError for no spins, a temperature below 0 or a wrong number of streams; TypeError when streams are missing above 0 K
   */
  constructor(spins: readonly Spin[], options: EnsembleOptions) {
    const { streams, precision = 'f32', engine = 'wasm' } = options;
    this.count = checkNumber('spins.length', spins.length, { min: 1, max: 1 << 20, integer: true });
    this.#temperature = checkNumber('temperature', options.temperature, { min: 0 });
    if (streams === undefined && this.#temperature > 0)
      throw new TypeError('streams are missing: spins above 0 K need one each.');
    if (streams !== undefined && streams.length !== spins.length)
      throw new RangeError(`streams has ${streams.length} entries; allowed is one for each of ${spins.length} spins.`);
    this.precision = precision;
    this.#spins = spins;
    this.#kernel = openKernel(precision, engine, this.count);
    const { buffer, layout } = this.#kernel;
    this.#floats = precision === 'f32' ? new Float32Array(buffer) : new Float64Array(buffer);
    const size = this.#floats.BYTES_PER_ELEMENT;
    const part = (array: number): Float32Array | Float64Array =>
      this.#floats.subarray((layout.state + array * layout.pitch) / size).subarray(0, this.count);
    [this.mx, this.my, this.mz] = [part(0), part(1), part(2)];
    this.#sums = new Float64Array(buffer, layout.sums, this.count);
    this.integral = new Float64Array(this.count);
    const stride = layout.pitch / size;
    const z = (layout.state + 2 * layout.pitch) / size;
    this.#floats.fill(1, z, z + stride);
    const words = new Uint32Array(buffer, layout.generator, 4 * stride).fill(1);
    streams?.forEach((stream, i) => {
      const own = RandomStream.fromSnapshot(stream.snapshot());
      for (let j = 0; j < 4; j++) words[j * stride + i] = own.nextU32();
    });
  }

  /** Sets the direction of a spin; the vector is brought to length 1. @throws RangeError for a vector without length */
  set(index: number, mx: number, my: number, mz: number): void {
    const norm = Math.hypot(mx, my, mz);
    if (!(norm > 0)) throw new RangeError(`the direction (${mx}, ${my}, ${mz}) has no length`);
    this.mx[index] = mx / norm;
    this.my[index] = my / norm;
    this.mz[index] = mz / norm;
  }

  /** Takes over the directions of another ensemble of the same size. */
  copyDirections(from: SpinEnsemble): void {
    this.mx.set(from.mx);
    this.my.set(from.my);
    this.mz.set(from.mz);
  }

  /** Replaces parameters and temperature, as self-heating does between stretches. */
  retune(spins: readonly Spin[], temperature: number): void {
    if (spins.length !== this.count)
      throw new RangeError(`spins has ${spins.length} entries; allowed is ${this.count}.`);
    this.#spins = spins;
    this.#temperature = checkNumber('temperature', temperature, { min: 0 });
    this.#loaded = '';
  }

  clearIntegral(): void {
    this.integral.fill(0);
  }

  /** Advances all spins by a stretch. @throws RangeError for RK4 above 0 K or in single precision */
  advance(stretch: Stretch, method: Method = 'heun'): void {
    if (method === 'rk4' && (this.precision !== 'f64' || this.#temperature > 0))
      throw new RangeError(
        `method rk4 needs precision f64 and temperature 0, got ${this.precision}, ${this.#temperature}`,
      );
    const { steps, dtS, voltage, weight } = stretch;
    const full = this.#load(stretch, method);
    const ramp = typeof voltage === 'function';
    const before = ramp ? undefined : this.mz.slice();
    for (let done = 0; done < steps; done += MAX_STEPS) {
      const count = Math.min(MAX_STEPS, steps - done);
      if (ramp) this.#fillTable(stretch, voltage, done, count);
      const call = { steps: count, kept: this.#kept, phase: this.#phase, ramp, full };
      if (method === 'rk4') this.#kernel.rk4(call);
      else {
        this.#kernel.heun(call);
        this.#kept = this.#kept === (count % 2 === 0);
      }
      this.#phase += count;
    }
    // A constant stretch sums mz at the ends of its steps: half of the first and last make it the trapezoidal rule.
    const scale = dtS * (ramp ? 1 : (weight?.(voltage) ?? 1));
    for (let i = 0; i < this.count; i++) {
      const ends = before === undefined ? 0 : (before[i]! - this.mz[i]!) / 2;
      this.integral[i] = this.integral[i]! + scale * (this.#sums[i]! + ends);
      this.#sums[i] = 0;
    }
  }

  /** Energy of a spin in a stretch's field at a voltage, in units of μ0 Ms Vol, A/m; spin torque has none. */
  energyField(index: number, field: readonly [number, number, number], voltageV: number): number {
    const spin = this.#spins[index]!;
    const [x, y, z] = [this.mx[index]!, this.my[index]!, this.mz[index]!];
    const hk = spin.hk + spin.hkPerVolt * voltageV;
    const axial = field[2] + (spin.strayField ?? 0);
    return -0.5 * hk * z * z + 0.5 * spin.inPlaneAnisotropy * y * y - (field[0] * x + field[1] * y + axial * z);
  }

  /** Writes the parameters in units of angle per step. @returns whether the kernel's full form is needed */
  #load({ dtS, voltage, field, spinTorque = 0 }: Stretch, method: Method): boolean {
    const needsY = this.precision === 'f64' && method === 'rk4' && field[1] !== 0;
    const full = needsY || spinTorque !== 0 || this.#spins.some((s) => s.inPlaneAnisotropy !== 0);
    const constant = typeof voltage === 'number' ? voltage : undefined;
    const key = [dtS, constant ?? 'ramp', ...field, spinTorque, method].join();
    if (key === this.#loaded) return full;
    this.#loaded = key;
    const { layout } = this.#kernel;
    const stride = layout.pitch / this.#floats.BYTES_PER_ELEMENT;
    const first = layout.parameters / this.#floats.BYTES_PER_ELEMENT;
    const put = (name: keyof typeof PARAMETER, index: number, value: number): void => {
      this.#floats[first + PARAMETER[name] * stride + index] = value;
    };
    this.#spins.forEach((spin, i) => {
      const { damping, moment, hk, hkPerVolt, inPlaneAnisotropy, strayField = 0 } = spin;
      const g = (GAMMA0 / (1 + damping * damping)) * dtS;
      const unit = method === 'rk4' ? g / 2 : g;
      put('hk', i, unit * (hk + hkPerVolt * (constant ?? 0)));
      put('slope', i, unit * hkPerVolt);
      put('hx', i, unit * field[0]);
      put('hy', i, unit * field[1]);
      put('hz', i, unit * (field[2] + strayField));
      put('sigma', i, g * Math.sqrt((2 * damping * BOLTZMANN * this.#temperature) / (moment * GAMMA0 * dtS)));
      put('alpha', i, damping);
      put('ky', i, -unit * inPlaneAnisotropy);
      put('aj', i, unit * spinTorque);
    });
    return full;
  }

  /** The voltages of `count` steps from step `first` on: at the ends (f64: and the middle) of each, and the weights of mz there. */
  #fillTable({ dtS, weight }: Stretch, voltage: (timeS: number) => number, first: number, count: number): void {
    const width = TABLE_WIDTH[this.precision];
    const middle = width - 4;
    const table = this.#floats.subarray(this.#kernel.layout.table / this.#floats.BYTES_PER_ELEMENT);
    let start = voltage(first * dtS);
    for (let step = 0; step < count; step++) {
      const row = step * width;
      const end = voltage((first + step + 1) * dtS);
      table[row] = start;
      if (middle === 1) table[row + 1] = voltage((first + step + 0.5) * dtS);
      table[row + 1 + middle] = end;
      table[row + 2 + middle] = 0.5 * (weight?.(start) ?? 1);
      table[row + 3 + middle] = 0.5 * (weight?.(end) ?? 1);
      start = end;
    }
  }
}
