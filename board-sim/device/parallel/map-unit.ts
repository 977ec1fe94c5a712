import { RandomStream } from '../../../base/index.js';
import { SpinEnsemble, type Stretch } from '../llg/spin-ensemble.js';
import { planSteps } from '../macrospin.js';
import type { DeviceParameters } from '../parameters.js';
import { spinOf } from '../spin-of.js';
import { relaxAll } from './relaxation.js';

/** Trials of one unit. */
export const MAP_UNIT_TRIALS = 256;

/** What the units of a switching map share. */
export interface MapSetup {
  readonly device: DeviceParameters;
  readonly temperature: number;
  readonly field: readonly [number, number, number];
  readonly start: 'P' | 'AP';
  readonly voltagesV: readonly number[];
  /** Rising, s. */
  readonly widthsS: readonly number[];
  readonly beforeS: number;
  readonly afterS: number;
  readonly stepS: number;
  readonly trials: number;
  readonly seed: number | bigint;
}

/**
 * The trials of one unit at every point of a map: how many switched, [voltage][width].
 *
 * The start is settled once and serves every voltage; a pulse is followed once through the longest width, and where it passes a width of
 * the map the spins go on to relax from there, with noise of their own. Trials of one point are independent of each other; points share
 * starts, and points of one voltage share the beginning of their pulses.
 */
export function mapUnit(setup: MapSetup, unit: number): Uint32Array {
  const { device, temperature, field, voltagesV, widthsS, beforeS, stepS, trials, seed } = setup;
  const first = unit * MAP_UNIT_TRIALS;
  const count = Math.min(MAP_UNIT_TRIALS, trials - first);
  const spin = spinOf(device);
  const make = (use: string): SpinEnsemble =>
    new SpinEnsemble(new Array(count).fill(spin), {
      temperature,
      streams: Array.from({ length: count }, (_, k) => RandomStream.from(seed, 'map', use, first + k)),
    });
  const sign = setup.start === 'P' ? 1 : -1;
  const starts = make('settle');
  for (let i = 0; i < count; i++) starts.set(i, temperature > 0 ? 0 : 2e-3, 0, sign);
  starts.advance({ ...planSteps(beforeS, stepS), voltage: 0, field });
  const pulse = make('pulse');
  const relaxing = make('relax');
  const switched = new Uint32Array(voltagesV.length * widthsS.length);
  voltagesV.forEach((voltage, row) => {
    pulse.copyDirections(starts);
    const passed = followPulse(pulse, { voltage, field }, widthsS, stepS);
    let at = 0;
    relaxAll(
      relaxing,
      spin,
      { field, stepS, relaxS: setup.afterS, temperature },
      (lane) => {
        if (at >= widthsS.length * count) return -1;
        relaxing.set(lane, passed[3 * at]!, passed[3 * at + 1]!, passed[3 * at + 2]!);
        return at++;
      },
      (name, mz) => {
        const point = row * widthsS.length + Math.floor(name / count);
        if (mz * sign < 0) switched[point] = switched[point]! + 1;
      },
    );
  });
  return switched;
}

/** Directions of all spins at every width, three numbers a spin. */
function followPulse(
  pulse: SpinEnsemble,
  drive: Pick<Stretch, 'voltage' | 'field'>,
  widthsS: readonly number[],
  stepS: number,
): Float32Array {
  const passed = new Float32Array(widthsS.length * pulse.count * 3);
  let before = 0;
  let at = 0;
  for (const width of widthsS) {
    pulse.advance({ ...drive, ...planSteps(width - before, stepS) });
    before = width;
    for (let i = 0; i < pulse.count; i++) {
      passed[at++] = pulse.mx[i]!;
      passed[at++] = pulse.my[i]!;
      passed[at++] = pulse.mz[i]!;
    }
  }
  return passed;
}
