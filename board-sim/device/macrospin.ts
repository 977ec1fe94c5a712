import type { RandomStream } from '../../base/index.js';
import { BOLTZMANN, GAMMA0, MU0 } from './constants.js';
import { pillarArea } from './derive.js';
import { GaussianSource } from './gaussian-source.js';
import type { DeviceParameters } from './parameters.js';

/** What the equation of motion needs to know about the magnet itself. */
export interface MacrospinModel {
  /** Gilbert damping α. */
  readonly damping: number;
  /** μ0 Ms Vol, J m/A: energy per unit of field. */
  readonly moment: number;
  /** K. At 0 the motion is deterministic and no random numbers are drawn. */
  readonly temperature: number;
  /** (Ny − Nx) Ms, A/m: in-plane shape anisotropy, 0 for a round cell. */
  readonly inPlaneAnisotropy: number;
}

/** The model of a parameter set. */
export function macrospinModel(p: DeviceParameters): MacrospinModel {
  return {
    damping: p.damping,
    moment: MU0 * p.saturationMagnetization * pillarArea(p) * p.freeLayerThickness,
    temperature: p.temperature,
    inPlaneAnisotropy: (p.demag[1] - p.demag[0]) * p.saturationMagnetization,
  };
}

/** Fields over one stretch of time, A/m. */
export interface Drive {
  /** Effective perpendicular anisotropy field Hk at the start of the stretch, demagnetising field already taken off. */
  readonly hk: number;
  /** Hk at its end, if it ramps; the change is linear in time. */
  readonly hkEnd?: number;
  readonly hx?: number;
  readonly hy?: number;
  readonly hz?: number;
  /** Spin-torque field aJ; positive drives towards mz = +1. */
  readonly spinTorque?: number;
}

/** A whole number of equal steps that fills a stretch of time exactly. */
export interface StepPlan {
  readonly steps: number;
  readonly dtS: number;
}

/**
 * Divides a stretch so that its end falls on a step boundary, with steps no longer than `maxStepS`. A pulse edge inside a
 * step would cost an order of accuracy.
 */
export function planSteps(durationS: number, maxStepS: number): StepPlan {
  if (!(durationS >= 0)) throw new RangeError(`durationS is ${durationS}; allowed is 0 or more.`);
  if (!(maxStepS > 0)) throw new RangeError(`maxStepS is ${maxStepS}; allowed is more than 0.`);
  // The small slack keeps 10 ns at 1 ps at 10 000 steps although the quotient rounds up.
  const steps = Math.ceil((durationS / maxStepS) * (1 - 1e-12));
  return { steps, dtS: steps === 0 ? 0 : durationS / steps };
}

/** Standard deviation of each component of the thermal field held over a step, A/m: σ² = 2 α kB T/(μ0 Ms Vol γ0 dt). */
export function thermalFieldDeviation(model: MacrospinModel, dtS: number): number {
  return Math.sqrt((2 * model.damping * BOLTZMANN * model.temperature) / (model.moment * GAMMA0 * dtS));
}

/** Steps whose thermal field is drawn at a time; with 16 lanes the block (24 kB) stays in the first-level cache. */
const BLOCK = 64;

/**
 * A few independent macrospins ("lanes") under the same drive, integrated with the stochastic Heun scheme in Cartesian
 * coordinates (Stratonovich sense). The thermal field of a step is shared by both stages, and enters precession and
 * damping alike:
 *
 *     dm/dt = −γ' [ m×H + α m×(m×H) ],   γ' = γ0/(1+α²),   H = (hx, hy − (Ny−Nx) Ms my, hz + Hk mz) + aJ (m×ẑ) + Hth
 *
 * Spin torque is exactly the added field aJ (m×ẑ). f64 throughout, |m| = 1 to rounding after every step. A lane's path
 * depends on its own stream alone, never on the other lanes; several lanes are only faster, since their chains of dependent
 * operations overlap. About 16 lanes are best.
 */
export class MacrospinEnsemble {
  readonly lanes: number;
  readonly mx: Float64Array;
  readonly my: Float64Array;
  readonly mz: Float64Array;
  readonly #model: MacrospinModel;
  readonly #noise: readonly GaussianSource[];
  readonly #normals: Float64Array;

  /**
   * Starts every lane at +z.
   * @param model the magnet
   * @param random one stream for every lane, or at T = 0 the number of lanes
   * @throws TypeError when the temperature is above 0 and no streams are given
   */
  constructor(model: MacrospinModel, random: readonly RandomStream[] | number) {
    this.#model = model;
    const thermal = model.temperature > 0;
    if (thermal && typeof random === 'number') {
      throw new TypeError('Macrospins at a temperature above 0 need a random stream each.');
    }
    this.lanes = typeof random === 'number' ? random : random.length;
    this.#noise = thermal && typeof random !== 'number' ? random.map((stream) => new GaussianSource(stream)) : [];
    this.#normals = new Float64Array(thermal ? 3 * BLOCK * this.lanes : 0);
    this.mx = new Float64Array(this.lanes);
    this.my = new Float64Array(this.lanes);
    this.mz = new Float64Array(this.lanes).fill(1);
  }

  /** Sets the direction of a lane; the vector is normalised. Exactly on a pole, in an axial field, at T = 0, it never moves. */
  set(lane: number, mx: number, my: number, mz: number): void {
    const norm = Math.hypot(mx, my, mz);
    if (!(norm > 0)) throw new RangeError(`The direction (${mx}, ${my}, ${mz}) has no length.`);
    this.mx[lane] = mx / norm;
    this.my[lane] = my / norm;
    this.mz[lane] = mz / norm;
  }

  /** Energy of a lane in units of μ0 Ms Vol, A/m: −½ Hk mz² + ½ (Ny−Nx) Ms my² − H·m; spin torque has none. */
  energyField(drive: Drive, lane = 0): number {
    const [mx, my, mz] = [this.mx[lane] as number, this.my[lane] as number, this.mz[lane] as number];
    return (
      -0.5 * drive.hk * mz * mz +
      0.5 * this.#model.inPlaneAnisotropy * my * my -
      ((drive.hx ?? 0) * mx + (drive.hy ?? 0) * my + (drive.hz ?? 0) * mz)
    );
  }

  /** Advances all lanes by `steps` steps of `dtS` under `drive`. Time is a count of steps; a split run equals the whole run. */
  advance(drive: Drive, steps: number, dtS: number): void {
    const ramp = steps > 0 ? ((drive.hkEnd ?? drive.hk) - drive.hk) / steps : 0;
    const normals = this.#normals;
    for (let done = 0; done < steps; done += BLOCK) {
      const count = Math.min(BLOCK, steps - done);
      this.#noise.forEach((source, lane) => source.fill(normals, lane * 3 * BLOCK, 3 * count));
      this.#run(drive, drive.hk + ramp * done, ramp, count, dtS);
    }
  }

  #run(drive: Drive, hkFirst: number, hkRamp: number, steps: number, dtS: number): void {
    const { damping: a, inPlaneAnisotropy } = this.#model;
    const { lanes, mx: xs, my: ys, mz: zs } = this;
    const normals = this.#normals;
    const thermal = this.#noise.length > 0;
    // Work in units of angle per step: every field is multiplied by γ' dt once.
    const g = (GAMMA0 / (1 + a * a)) * dtS;
    const sigma = thermal ? g * thermalFieldDeviation(this.#model, dtS) : 0;
    const hx0 = g * (drive.hx ?? 0);
    const hy0 = g * (drive.hy ?? 0);
    const hz0 = g * (drive.hz ?? 0);
    const ky = -g * inPlaneAnisotropy;
    const aj = g * (drive.spinTorque ?? 0);
    const dk = g * hkRamp;
    let k = g * hkFirst;
    for (let step = 0; step < steps; step++) {
      const k1 = k;
      // Stage 2 sees Hk at the end of the step, from this side of any edge.
      k += dk;
      for (let lane = 0, j = 3 * step; lane < lanes; lane++, j += 3 * BLOCK) {
        let mx = xs[lane] as number;
        let my = ys[lane] as number;
        let mz = zs[lane] as number;
        let tx = hx0;
        let ty = hy0;
        let tz = hz0;
        if (thermal) {
          tx += sigma * (normals[j] as number);
          ty += sigma * (normals[j + 1] as number);
          tz += sigma * (normals[j + 2] as number);
        }
        // Stage 1, |m| = 1: f = −(m×h + α (m (m·h) − h)).
        let hx = tx + aj * my;
        let hy = ty + ky * my - aj * mx;
        let hz = tz + k1 * mz;
        let dot = a * (mx * hx + my * hy + mz * hz);
        const fx = mz * hy - my * hz + a * hx - dot * mx;
        const fy = mx * hz - mz * hx + a * hy - dot * my;
        const fz = my * hx - mx * hy + a * hz - dot * mz;
        // Stage 2, |m1| ≠ 1: the damping term keeps its factor |m1|².
        const px = mx + fx;
        const py = my + fy;
        const pz = mz + fz;
        hx = tx + aj * py;
        hy = ty + ky * py - aj * px;
        hz = tz + k * pz;
        dot = a * (px * hx + py * hy + pz * hz);
        const norm = a * (px * px + py * py + pz * pz);
        mx += 0.5 * (fx + pz * hy - py * hz + norm * hx - dot * px);
        my += 0.5 * (fy + px * hz - pz * hx + norm * hy - dot * py);
        mz += 0.5 * (fz + py * hx - px * hy + norm * hz - dot * pz);
        // 1/√(1+e): the series is exact to rounding for the |e| of ordinary steps, and avoids a slow root and division.
        const e = mx * mx + my * my + mz * mz - 1;
        const q =
          Math.abs(e) < 1e-3 ? 1 - e * (0.5 - e * (0.375 - e * (0.3125 - e * 0.2734375))) : 1 / Math.sqrt(1 + e);
        xs[lane] = mx * q;
        ys[lane] = my * q;
        zs[lane] = mz * q;
      }
    }
  }
}
