import { checkNumber } from '../../base/index.js';
import { spinTorqueField } from './derive.js';
import type { DeviceParameters } from './parameters.js';
import type { Stretch } from './llg/spin-ensemble.js';
import { planSteps } from './macrospin.js';
import { type Waveform, type WaveformPiece, waveformPieces } from './waveform.js';

/** A stretch with the time it starts at. */
export interface ScheduledStretch extends Stretch {
  readonly startS: number;
}

/** What a schedule is made for. */
export interface ScheduleOptions {
  readonly device: DeviceParameters;
  readonly waveform: Waveform;
  /** Applied field, A/m. */
  readonly field: readonly [hx: number, hy: number, hz: number];
  /** Longest step, s. */
  readonly stepS: number;
  /** Weight of mz at a voltage, see {@link Stretch}. */
  readonly weight?: (voltageV: number) => number;
}

/**
 * Divides time into stretches with every edge of the waveform on a step boundary, cutting steps short rather than stepping over an edge: a
 * misaligned edge costs every scheme its order.
 */
export class Schedule {
  readonly pieces: readonly WaveformPiece[];
  readonly #options: ScheduleOptions;
  readonly #torque: number;

  /** @throws RangeError for a step that is not positive */
  constructor(options: ScheduleOptions) {
    if (checkNumber('stepS', options.stepS) <= 0)
      throw new RangeError(`stepS is ${options.stepS}; allowed is more than 0`);
    options.field.forEach((h, i) => checkNumber(`field[${i}]`, h));
    this.#options = options;
    this.pieces = waveformPieces(options.waveform);
    this.#torque = spinTorqueField(options.device, options.waveform.currentDensity ?? 0);
  }

  /** The stretches from one time to a later one. */
  between(fromS: number, toS: number): ScheduledStretch[] {
    const { field, stepS, weight } = this.#options;
    const stretches: ScheduledStretch[] = [];
    for (const { startS, endS, voltage, on } of this.pieces) {
      const start = Math.max(fromS, startS);
      const end = Math.min(toS, endS);
      if (!(end > start)) continue;
      const { steps, dtS } = planSteps(end - start, stepS);
      stretches.push({
        startS: start,
        steps,
        dtS,
        voltage: typeof voltage === 'number' ? voltage : (t) => voltage(start + t),
        field,
        spinTorque: on ? this.#torque : 0,
        ...(weight === undefined ? {} : { weight }),
      });
    }
    return stretches;
  }
}
