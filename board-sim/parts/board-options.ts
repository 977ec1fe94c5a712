import { type BoardScenario } from '../scenarios/index.js';
import { type CoilFaults } from './coil-driver.js';
import { type HeaderSpec } from './header/header-spec.js';
import { type HallFaults } from './i2c/hall-sensor.js';
import { type I2cFaults } from './i2c/i2c-bus.js';
import { type SupplyFaults } from './rails.js';
import { type DacFaults } from './serial/dac80508.js';
import { type DelayFaults, type DelaySpread } from './serial/dual-delay-line.js';

/** What may be wrong with the chips. Faults of cells, converters and wires are the scenario's. */
export interface PartFaults {
  readonly dac?: DacFaults;
  readonly delays?: DelayFaults;
  readonly coil?: CoilFaults;
  readonly hall?: HallFaults;
  readonly i2c?: I2cFaults;
  readonly supply?: SupplyFaults;
  /** Places by which the outputs of a chain are off. */
  readonly rowSlip?: number;
  readonly columnSlip?: number;
  readonly readOutSlip?: number;
  /** Ratio of the attenuator; default one half. */
  readonly attenuator?: number;
  /** Relative loss of pulse amplitude for each column that is on. */
  readonly droopPerColumn?: number;
}

/** What to make a board's parts of. */
export interface BoardPartsOptions {
  /** A named scenario, or numbers of one's own. Default: typical. */
  readonly scenario?: string | BoardScenario;
  /** Draws the board as it draws the behavioural one. Default 1. */
  readonly seed?: number | bigint;
  /** Size of the array, 1 to 64 each; default 64 × 64. Lines beyond it lead nowhere. */
  readonly rows?: number;
  readonly cols?: number;
  /** Contents of the EEPROM; erased without. */
  readonly eeprom?: Uint8Array;
  /** Default: the data sheet's, but perfect where the scenario's rows have no skew. */
  readonly delays?: DelaySpread;
  /** Jitter of the clock from cycle to cycle, ns rms; default as the delays'. */
  readonly clockJitterNs?: number;
  readonly faults?: PartFaults;
  /** What hangs on the auxiliary header. Default: nothing. */
  readonly header?: HeaderSpec;
  /** Told of what a chip would bear but nobody can want: frames of a wrong length, a gate that fires twice. */
  readonly onTrouble?: (message: string, nanos: number) => void;
}
