import type { RandomStream } from '../../base/index.js';
import { BOLTZMANN, GAMMA0, MU0 } from './constants.js';
import { pillarArea } from './derive.js';
import { SpinEnsemble } from './llg/spin-ensemble.js';
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

/** Steps of a stretch at most: hours of work for an ensemble. More is a width in seconds where nanoseconds were meant. */
const MOST_STEPS = 1e9;

/** A whole number of equal steps that fills a stretch of time exactly. */
export interface StepPlan {
  readonly steps: number;
  readonly dtS: number;
}

/**
 * Divides a stretch so that its end falls on a step boundary, with steps no longer than `maxStepS`. A pulse edge inside a
 * step would cost an order of accuracy.
 * @throws RangeError for a negative time, a step that is not positive, and more than 1e9 steps
 */
export function planSteps(durationS: number, maxStepS: number): StepPlan {
  if (!(durationS >= 0)) throw new RangeError(`durationS is ${durationS}; allowed is 0 or more.`);
  if (!(maxStepS > 0)) throw new RangeError(`maxStepS is ${maxStepS}; allowed is more than 0.`);
  // The small slack keeps 10 ns at 1 ps at 10 000 steps although the quotient rounds up.
  const steps = Math.ceil((durationS / maxStepS) * (1 - 1e-12));
  if (steps > MOST_STEPS) {
    throw new RangeError(
      `durationS is ${durationS}; steps of ${maxStepS} s allow at most ${MOST_STEPS * maxStepS} s (${MOST_STEPS} steps). ` +
        'Take a shorter time or a longer step.',
    );
  }
  return { steps, dtS: steps === 0 ? 0 : durationS / steps };
}

/** Standard deviation of each component of the thermal field held over a step, A/m: σ² = 2 α kB T/(μ0 Ms Vol γ0 dt). */
export function thermalFieldDeviation(model: MacrospinModel, dtS: number): number {
  return Math.sqrt((2 * model.damping * BOLTZMANN * model.temperature) / (model.moment * GAMMA0 * dtS));
}

/**
 * Independent macrospins of one magnet ("lanes") under fields that are given as such, where {@link SpinEnsemble} takes voltages: what the
 * switching table and its checks are made with. Stochastic Heun in double precision; a lane's path depends on its own stream alone.
 */
export class MacrospinEnsemble {
  readonly lanes: number;
  readonly mx: Float64Array;
  readonly my: Float64Array;
  readonly mz: Float64Array;
  readonly #spins: SpinEnsemble;

  /**
   * Starts every lane at +z.
   * @param model the magnet
   * @param random one stream for every lane, or at T = 0 the number of lanes
   * @throws TypeError when the temperature is above 0 and no streams are given
   */
  constructor(model: MacrospinModel, random: readonly RandomStream[] | number) {
    const { temperature } = model;
    if (temperature > 0 && typeof random === 'number')
      throw new TypeError('Macrospins at a temperature above 0 need a random stream each.');
    this.lanes = typeof random === 'number' ? random : random.length;
    // Hk is what a "volt" is here.
    this.#spins = new SpinEnsemble(new Array(this.lanes).fill({ ...model, hk: 0, hkPerVolt: 1 }), {
      temperature,
      precision: 'f64',
      ...(typeof random === 'number' ? {} : { streams: random }),
    });
    this.mx = this.#spins.mx as Float64Array;
    this.my = this.#spins.my as Float64Array;
    this.mz = this.#spins.mz as Float64Array;
  }

  /** Sets the direction of a lane; the vector is normalised. Exactly on a pole, in an axial field, at T = 0, it never moves. */
  set(lane: number, mx: number, my: number, mz: number): void {
    this.#spins.set(lane, mx, my, mz);
  }

  /** Energy of a lane in units of μ0 Ms Vol, A/m: −½ Hk mz² + ½ (Ny−Nx) Ms my² − H·m; spin torque has none. */
  energyField(drive: Drive, lane = 0): number {
    return this.#spins.energyField(lane, fieldOf(drive), drive.hk);
  }

  /** Advances all lanes by `steps` steps of `dtS` under `drive`. Time is a count of steps; a split run equals the whole run. */
  advance(drive: Drive, steps: number, dtS: number): void {
    const { hk, hkEnd = hk, spinTorque = 0 } = drive;
    const voltage = hkEnd === hk ? hk : (timeS: number): number => hk + ((hkEnd - hk) * timeS) / (steps * dtS);
    this.#spins.advance({ steps, dtS, voltage, field: fieldOf(drive), spinTorque });
  }
}

function fieldOf({ hx = 0, hy = 0, hz = 0 }: Drive): [number, number, number] {
  return [hx, hy, hz];
}
