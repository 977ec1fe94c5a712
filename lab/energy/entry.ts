import { checkNumber, checkOneOf } from '../../base/index.js';
import { ENERGY_KINDS, ENERGY_SCOPES, type EnergyKind, type EnergyScope } from './amount.js';
import { formulaById } from './formulas.js';

/** One posting: energy that was spent in one place, known in one way. */
export interface EnergyEntry {
  /** When, in seconds of the clock that the poster names by its scope: board time for device, array and board, host time for host. */
  readonly timeS: number;
  readonly scope: EnergyScope;
  readonly kind: EnergyKind;
  /** Part of the scope, as `adc` or `USB5V dynamic`. */
  readonly component: string;
  /** May be negative only as the difference of two readings. */
  readonly joules: number;
  /** Standard uncertainty from errors independent of every other entry, joules. */
  readonly sigma: number;
  /** Standard uncertainty from an error that other entries share, joules; signed where a split makes one entry's gain another's loss. */
  readonly scaleSigma?: number;
  /** Names the shared error, so that entries with the same cause add it linearly; default: the component. */
  readonly scaleCause?: string;
  /** How many events (pulses, reads, conversions, …) the energy belongs to. */
  readonly events: number;
  /** What the experiment was doing. */
  readonly phase?: string;
  /** Id of the formula, see formulas.ts. */
  readonly formula?: string;
  /** Values that went into the formula besides its constants: `{ V: 1.5, N: 4096 }`, SI. */
  readonly inputs?: Readonly<Record<string, number>>;
}

/** @throws TypeError, RangeError when an entry is not what it must be; NaN in one field would spoil every sum after it */
export function checkEntry(entry: EnergyEntry): void {
  checkOneOf('scope', entry.scope, ENERGY_SCOPES);
  checkOneOf('kind', entry.kind, ENERGY_KINDS);
  checkNumber('timeS', entry.timeS);
  checkNumber('joules', entry.joules);
  checkNumber('sigma', entry.sigma, { min: 0 });
  checkNumber('events', entry.events, { min: 0 });
  if (entry.scaleSigma !== undefined) checkNumber('scaleSigma', entry.scaleSigma);
  if (typeof entry.component !== 'string' || entry.component === '')
    throw new TypeError('component must be a non-empty string');
  if (entry.formula !== undefined && formulaById(entry.formula) === undefined) {
    throw new RangeError(`formula must be the id of a known formula, got "${entry.formula}"`);
  }
}
