import { UnsupportedError } from '../../../../base/index.js';
import { DriveKnob, type KnobOptions } from './drive-knob.js';

/** A/m for one millitesla: 1e-3 T / μ0. */
const A_PER_M_PER_MT = 1e-3 / 1.25663706212e-6;

/** What flows in the coil. */
export interface CoilReading {
  /** A, by the coil's own power monitor */
  readonly current: number;
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

  /** Measures current and field. @throws UnsupportedError for a board without a coil */
  read(): Promise<CoilReading> {
    return this.during(async () => {
      const { rails, fieldAPerM } = await this.steady.current().readTelemetry();
      const rail = rails.find(({ name }) => name === 'COIL');
      if (rail === undefined) throw new UnsupportedError('this board has no coil');
      return { current: rail.currentA, field: fieldAPerM / A_PER_M_PER_MT };
    });
  }
}
