import { UnsupportedError } from '../../../../base/index.js';
import { DriveKnob, type KnobOptions } from './drive-knob.js';

/** A/m for one millitesla: 1e-3 T / μ0. */
const A_PER_M_PER_MT = 1e-3 / 1.25663706212e-6;

/** What the coil does. */
export interface CoilReading {
  /** What its driver draws from the 12 V supply, A, by the coil's own power monitor: less than what flows in the coil. */
  readonly supplyCurrent: number;
  /** mT */
  readonly field: number;
}

/**
 * The coil, by the field that it makes at the array, in millitesla: `new MagnetCoil({ board, limit: 15 }).to(10)`. Above half an ampere it warms, and
 * the board switches it off in time. Events: see {@link DriveKnob}.
 */
export class MagnetCoil extends DriveKnob {
  constructor(options: KnobOptions) {
    super(options, { setting: 'fieldAPerM', unit: A_PER_M_PER_MT, unitName: 'mT' });
  }

  /** Measures the driver's current and the field. @throws UnsupportedError for a board without a coil */
  read(): Promise<CoilReading> {
    return this.during(async () => {
      const { rails, fieldAPerM } = await this.steady.current().readTelemetry();
      const rail = rails.find(({ name }) => name === 'COIL');
      if (rail === undefined) throw new UnsupportedError('this board has no coil');
      return { supplyCurrent: rail.currentA, field: fieldAPerM / A_PER_M_PER_MT };
    });
  }
}
