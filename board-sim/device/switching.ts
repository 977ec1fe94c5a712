import { checkNumber, checkOneOf, wilsonInterval } from '../../base/index.js';
import { type ParallelOptions, runUnits } from './parallel/run-units.js';
import { MAP_UNIT_TRIALS } from './parallel/map-unit.js';
import { UNIT_TRIALS } from './parallel/switching-unit.js';
import type { Precision } from './llg/kernel-memory.js';
import type { DeviceParameters } from './parameters.js';
import type { CellState, SwitchingEstimate } from './switching-protocol.js';
import { atTemperature } from './temperature-law.js';
import { type Waveform, waveformPieces } from './waveform.js';

interface CommonOptions extends ParallelOptions {
  readonly device: DeviceParameters;
  /** Applied field, A/m. */
  readonly field: readonly [hx: number, hy: number, hz: number];
  readonly start: CellState;
  readonly trials: number;
  readonly seed: number | bigint;
  /** K; default: the device's own. At 0 nothing is random. */
  readonly temperature?: number;
  /** Time to settle at V = 0 before the pulse, and to relax after it, s. Default 15 ns each. */
  readonly beforeS?: number;
  readonly afterS?: number;
  /** Longest step, s. Default 1 ps. */
  readonly stepS?: number;
}

/** One switching probability. */
export interface SwitchingProbabilityOptions extends CommonOptions {
  /** A rectangular pulse, or any waveform. */
  readonly pulse: { readonly voltageV: number; readonly widthS: number } | Waveform;
  readonly precision?: Precision;
}

/**
 * Switching probability by direct integration: settle from ±z, pulse, relax, compare the signs of mz. Trial k draws from the stream
 * (seed, 'switching', k); the result does not depend on the number of workers.
 * @throws TypeError, RangeError naming the field
 */
export async function switchingProbability(options: SwitchingProbabilityOptions): Promise<SwitchingEstimate> {
  const common = checkCommon(options);
  const { pulse, precision = 'f32' } = options;
  const waveform: Waveform =
    'widthS' in pulse
      ? {
          rectangle: {
            start: 0,
            width: checkNumber('widthS', pulse.widthS, { min: 0 }),
            voltage: checkNumber('voltageV', pulse.voltageV),
          },
        }
      : pulse;
  const last = waveformPieces(waveform).at(-1)!;
  const units = Math.ceil(common.trials / UNIT_TRIALS);
  const counts = await runUnits('switching', { ...common, waveform, pulseS: last.startS, precision }, units, options);
  const switched = counts.reduce((sum, count) => sum + count, 0);
  return estimate(switched, common.trials);
}

/** A switching probability over voltage and width. */
export interface SwitchingMapOptions extends CommonOptions {
  readonly voltagesV: readonly number[];
  /** In rising order, s. */
  readonly widthsS: readonly number[];
}

/** A map: one estimate for each voltage and width. */
export interface SwitchingMap {
  readonly voltagesV: readonly number[];
  readonly widthsS: readonly number[];
  readonly trials: number;
  /** Row-major [voltage][width]. */
  readonly points: readonly SwitchingEstimate[];
}

/**
 * Switching probabilities of rectangular pulses over voltages and widths, `trials` independent trials a point. Points share settled starts,
 * and points of one voltage the beginnings of their pulses, so neighbours vary together; each point's own interval holds.
 * @throws TypeError, RangeError naming the field
 */
export async function switchingMap(options: SwitchingMapOptions): Promise<SwitchingMap> {
  const common = checkCommon(options);
  const { voltagesV, widthsS } = options;
  if (voltagesV.length === 0 || widthsS.length === 0) throw new RangeError('voltagesV and widthsS must not be empty');
  voltagesV.forEach((v, i) => checkNumber(`voltagesV[${i}]`, v));
  widthsS.forEach((w, i) => checkNumber(`widthsS[${i}]`, w, { min: i === 0 ? 0 : widthsS[i - 1]! }));
  const units = Math.ceil(common.trials / MAP_UNIT_TRIALS);
  const counts = await runUnits('map', { ...common, voltagesV, widthsS }, units, options);
  const points = Array.from({ length: voltagesV.length * widthsS.length }, (_, point) =>
    estimate(
      counts.reduce((sum, unit) => sum + unit[point]!, 0),
      common.trials,
    ),
  );
  return { voltagesV, widthsS, trials: common.trials, points };
}

function estimate(switched: number, trials: number): SwitchingEstimate {
  return { trials, switched, p: switched / trials, ci95: wilsonInterval(switched, trials) };
}

function checkCommon(options: CommonOptions) {
  const { device, field, seed } = options;
  const temperature = checkNumber('temperature', options.temperature ?? device.temperature, { min: 0 });
  field.forEach((h, i) => checkNumber(`field[${i}]`, h));
  const stepS = checkNumber('stepS', options.stepS ?? 1e-12, { max: 1e-9 });
  if (stepS <= 0) throw new RangeError(`stepS is ${stepS}; allowed is more than 0`);
  return {
    // At 0 K the noise is off; the material stays as it is at the device's own temperature.
    device: temperature > 0 ? atTemperature(device, temperature) : device,
    temperature,
    field,
    start: checkOneOf('start', options.start, ['P', 'AP']),
    trials: checkNumber('trials', options.trials, { min: 1, max: 1e9, integer: true }),
    seed,
    beforeS: checkNumber('beforeS', options.beforeS ?? 15e-9, { min: 0, max: 1e-3 }),
    afterS: checkNumber('afterS', options.afterS ?? 15e-9, { min: 0, max: 1e-3 }),
    stepS,
  };
}
