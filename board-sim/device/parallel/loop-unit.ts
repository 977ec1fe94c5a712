import { RandomStream } from '../../../base/index.js';
import { type JunctionElectrics, junctionElectrics, resistance } from '../electrical.js';
import { GAMMA0 } from '../constants.js';
import { type Spin, SpinEnsemble } from '../llg/spin-ensemble.js';
import { planSteps } from '../macrospin.js';
import type { DeviceParameters } from '../parameters.js';
import { spinOf } from '../spin-of.js';

/** Spins of one unit. */
export const LOOP_UNIT_SPINS = 64;

/** What the units of a set of hysteresis loops share. */
export interface LoopSetup {
  readonly device: DeviceParameters;
  /** K; 0 = one spin a voltage, followed without noise. */
  readonly temperature: number;
  readonly voltagesV: readonly number[];
  /** Fields along z, rising, A/m. */
  readonly fieldsAPerM: readonly number[];
  readonly inPlaneAPerM: readonly [hx: number, hy: number];
  readonly dwellS: number;
  readonly stepS: number;
  readonly spins: number;
  readonly seed: number | bigint;
}

/** One way of the field for the spins of one unit; positions count the fields in the order in which they were applied. */
export interface LoopPass {
  /** Sum of the resistances over the spins at the end of each dwell, Ω. */
  readonly resistance: Float64Array;
  /** Position at which each spin was first seen reversed; −1: never; −2: it did not start in the state that this way leaves. */
  readonly reversedAt: Int32Array;
}

/** What a unit gives: the field rising, then falling. */
export interface LoopUnit {
  readonly up: LoopPass;
  readonly down: LoopPass;
}

/** Blocks of spins at each voltage. */
export const blocksOf = (setup: LoopSetup): number => Math.ceil(setup.spins / LOOP_UNIT_SPINS);

/** Sweeps the spins of one block at one voltage: from antiparallel through the rising fields, on through the falling ones. */
export function loopUnit(setup: LoopSetup, unit: number): LoopUnit {
  const { device, temperature, voltagesV, fieldsAPerM, seed } = setup;
  const blocks = blocksOf(setup);
  const row = Math.floor(unit / blocks);
  const first = (unit % blocks) * LOOP_UNIT_SPINS;
  const count = Math.min(LOOP_UNIT_SPINS, setup.spins - first);
  const spin = spinOf(device);
  const ensemble = new SpinEnsemble(new Array<Spin>(count).fill(spin), {
    temperature,
    precision: temperature > 0 ? 'f32' : 'f64',
    streams: Array.from({ length: count }, (_, k) => RandomStream.from(seed, 'loop', row, first + k)),
  });
  for (let i = 0; i < count; i++) ensemble.set(i, 0, 0, -1);
  const sweep = new Sweep(setup, ensemble, spin, voltagesV[row]!);
  return { up: sweep.follow(fieldsAPerM, 1), down: sweep.follow([...fieldsAPerM].reverse(), -1) };
}

/** Tilt that stands in for thermal motion at 0 K, rad: a spin exactly on a pole would never leave it. */
const KICK = 1e-3;
/** A spin that has begun to turn is followed for so many dwells at most; only at the brink of stability does it take that long. */
const MOST_DWELLS = 1000;

class Sweep {
  readonly #setup: LoopSetup;
  readonly #ensemble: SpinEnsemble;
  readonly #spin: Spin;
  readonly #voltage: number;
  readonly #electrics: JunctionElectrics;

  constructor(setup: LoopSetup, ensemble: SpinEnsemble, spin: Spin, voltage: number) {
    this.#setup = setup;
    this.#ensemble = ensemble;
    this.#spin = spin;
    this.#voltage = voltage;
    this.#electrics = junctionElectrics(setup.device);
  }

  /** @param towards sign of mz that the sweep ends in */
  follow(fields: readonly number[], towards: 1 | -1): LoopPass {
    const { mz, count } = this.#ensemble;
    const ohm = new Float64Array(fields.length);
    const reversedAt = new Int32Array(count).fill(-1);
    for (let i = 0; i < count; i++) if (mz[i]! * towards > 0) reversedAt[i] = -2;
    fields.forEach((hz, at) => {
      if (this.#setup.temperature > 0) this.#dwell(hz);
      else this.#settle(hz);
      for (let i = 0; i < count; i++) {
        ohm[at] = ohm[at]! + resistance(this.#electrics, mz[i]!, this.#voltage);
        if (reversedAt[i] === -1 && mz[i]! * towards > 0) reversedAt[i] = at;
      }
    });
    return { resistance: ohm, reversedAt };
  }

  #dwell(hz: number): void {
    const { dwellS, stepS, inPlaneAPerM, temperature } = this.#setup;
    const stretch = { ...planSteps(dwellS, stepS), voltage: this.#voltage, field: [...inPlaneAPerM, hz] as const };
    this.#ensemble.advance(stretch, temperature > 0 ? 'heun' : 'rk4');
  }

  /**
   * Without noise: tilts the spin a little and looks whether the torque on it dies away or grows over a dwell. If it grows, the well is gone,
   * and the spin is followed until it has turned over, so that the field at which that happens does not depend on the dwell.
   */
  #settle(hz: number): void {
    const { mx, my, mz } = this.#ensemble;
    this.#ensemble.set(0, mx[0]! + KICK, my[0]!, mz[0]!);
    const [side, before] = [Math.sign(mz[0]!), this.#torque(hz)];
    this.#dwell(hz);
    if (this.#torque(hz) < before) return;
    for (let dwells = 0; dwells < MOST_DWELLS && mz[0]! * side > 0; dwells++) this.#dwell(hz);
    this.#dwell(hz);
  }

  /** |m×H|, A/m. */
  #torque(hz: number): number {
    const { mx, my, mz } = this.#ensemble;
    const [x, y, z] = [mx[0]!, my[0]!, mz[0]!];
    const { hk, hkPerVolt, inPlaneAnisotropy } = this.#spin;
    const [hx, hy] = this.#setup.inPlaneAPerM;
    const [ey, ez] = [hy - inPlaneAnisotropy * y, hz + (hk + hkPerVolt * this.#voltage) * z];
    return Math.hypot(y * ez - z * ey, z * hx - x * ez, x * ey - y * hx);
  }
}

/** Dwell without noise in which a tilt at rest dies away by e⁻⁵, s. */
export function quietDwell(spin: Spin): number {
  return (5 * (1 + spin.damping ** 2)) / (spin.damping * GAMMA0 * Math.abs(spin.hk));
}
