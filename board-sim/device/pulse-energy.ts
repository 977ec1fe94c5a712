import { checkNumber, checkOneOf } from '../../base/index.js';
import { chargeEnergyJ, jouleEnergyOfMean, junctionElectrics } from './electrical.js';
import { ENERGY_UNIT_TRIALS } from './parallel/energy-unit.js';
import { type ParallelOptions, runUnits } from './parallel/run-units.js';
import type { DeviceParameters } from './parameters.js';
import type { CellState } from './switching-protocol.js';
import { atTemperature } from './temperature-law.js';

/** Energy of rectangular pulses of several widths. */
export interface PulseEnergyOptions extends ParallelOptions {
  readonly device: DeviceParameters;
  readonly voltageV: number;
  /** In rising order, s. */
  readonly widthsS: readonly number[];
  /** Applied field, A/m. Default none. */
  readonly field?: readonly [hx: number, hy: number, hz: number];
  readonly start?: CellState;
  /** Default 1000. */
  readonly trials?: number;
  readonly seed: number | bigint;
  /** K; default: the device's own. */
  readonly temperature?: number;
  /** Time to settle before the pulse, s. Default 15 ns. */
  readonly beforeS?: number;
  /** Longest step, s. Default 1 ps. */
  readonly stepS?: number;
}

/** Modelled energies of a pulse, of the junction alone, J. Charge and Joule energy are two things; their sum is left to the reader. */
export interface PulseEnergy {
  readonly widthS: number;
  /** Mean over the trials of ∫V²G(mz) dt along the trajectory, and its standard error. */
  readonly jouleJ: number;
  readonly standardErrorJ: number;
  /** The same if the junction stayed parallel, or antiparallel, throughout. */
  readonly parallelJ: number;
  readonly antiparallelJ: number;
  /** C V² from the supply: once a pulse, whatever its width. */
  readonly chargeJ: number;
}

/**
 * Energy against width by direct integration. The pulses of one trial are beginnings of its longest, so that neighbouring widths vary together;
 * each mean has its own standard error. The result does not depend on the number of workers.
 * @throws TypeError, RangeError naming the field
 */
export async function pulseEnergy(options: PulseEnergyOptions): Promise<PulseEnergy[]> {
  const { widthsS, field = [0, 0, 0], seed } = options;
  const voltageV = checkNumber('voltageV', options.voltageV);
  const temperature = checkNumber('temperature', options.temperature ?? options.device.temperature, { min: 0 });
  const device = temperature > 0 ? atTemperature(options.device, temperature) : options.device;
  if (widthsS.length === 0) throw new RangeError('widthsS is empty; allowed is one width or more');
  widthsS.forEach((w, i) => checkNumber(`widthsS[${i}]`, w, { min: i === 0 ? 0 : widthsS[i - 1]! }));
  field.forEach((h, i) => checkNumber(`field[${i}]`, h));
  const stepS = checkNumber('stepS', options.stepS ?? 1e-12, { max: 1e-9 });
  if (stepS <= 0) throw new RangeError(`stepS is ${stepS}; allowed is more than 0`);
  const trials = checkNumber('trials', options.trials ?? 1000, { min: 2, max: 1e9, integer: true });
  const setup = {
    device,
    temperature,
    field,
    voltageV,
    widthsS,
    stepS,
    trials,
    seed,
    start: checkOneOf('start', options.start ?? 'P', ['P', 'AP']),
    beforeS: checkNumber('beforeS', options.beforeS ?? 15e-9, { min: 0, max: 1e-3 }),
  };
  const units = await runUnits('energy', setup, Math.ceil(trials / ENERGY_UNIT_TRIALS), options);
  const junction = junctionElectrics(device);
  const stateJ = (mz: number, widthS: number): number => jouleEnergyOfMean(junction, mz, voltageV, widthS).joules;
  return widthsS.map((widthS, at) => {
    const mean = units.reduce((total, { sum }) => total + sum[at]!, 0) / trials;
    const square = units.reduce((total, { squares }) => total + squares[at]!, 0) / trials;
    return {
      widthS,
      jouleJ: mean,
      // At 0 K all trials are one; what is left of the difference is rounding.
      standardErrorJ: temperature > 0 ? Math.sqrt(Math.max(0, square - mean * mean) / (trials - 1)) : 0,
      parallelJ: stateJ(1, widthS),
      antiparallelJ: stateJ(-1, widthS),
      chargeJ: chargeEnergyJ(junction, voltageV),
    };
  });
}
