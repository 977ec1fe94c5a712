import { RandomStream } from '../../../base/index.js';
import { type Precision } from '../llg/kernel-memory.js';
import { SpinEnsemble } from '../llg/spin-ensemble.js';
import { planSteps } from '../macrospin.js';
import type { DeviceParameters } from '../parameters.js';
import { Schedule } from '../schedule.js';
import { spinOf } from '../spin-of.js';
import type { Waveform } from '../waveform.js';

/** Trials of one unit. */
export const UNIT_TRIALS = 256;

/** What the units of a switching estimate share. */
export interface SwitchingSetup {
  /** At its own temperature. */
  readonly device: DeviceParameters;
  /** K of the thermal field; 0 = none. */
  readonly temperature: number;
  readonly field: readonly [number, number, number];
  readonly start: 'P' | 'AP';
  readonly waveform: Waveform;
  /** Time of the waveform that counts, s. */
  readonly pulseS: number;
  readonly beforeS: number;
  readonly afterS: number;
  readonly stepS: number;
  readonly trials: number;
  readonly seed: number | bigint;
  readonly precision: Precision;
}

/** Trials of one unit: settle in the start state, pulse, relax, look. @returns how many ended in the other state */
export function switchingUnit(setup: SwitchingSetup, unit: number): number {
  const { device, temperature, field, start, waveform, pulseS, beforeS, afterS, stepS, trials, seed } = setup;
  const first = unit * UNIT_TRIALS;
  const count = Math.min(UNIT_TRIALS, trials - first);
  const spin = spinOf(device);
  const ensemble = new SpinEnsemble(new Array(count).fill(spin), {
    temperature,
    precision: setup.precision,
    // Trial k has its own stream: neither units nor the number of trials change what it does.
    streams: Array.from({ length: count }, (_, k) => RandomStream.from(seed, 'switching', first + k)),
  });
  const sign = start === 'P' ? 1 : -1;
  // Without noise a spin exactly on a pole would never leave it: a tenth of a degree.
  for (let i = 0; i < count; i++) ensemble.set(i, temperature > 0 ? 0 : 2e-3, 0, sign);
  const rest = { voltage: 0, field };
  const before = planSteps(beforeS, stepS);
  ensemble.advance({ ...rest, steps: before.steps, dtS: before.dtS });
  for (const stretch of new Schedule({ device, waveform, field, stepS }).between(0, pulseS)) ensemble.advance(stretch);
  const after = planSteps(afterS, stepS);
  ensemble.advance({ ...rest, steps: after.steps, dtS: after.dtS });
  let switched = 0;
  for (const mz of ensemble.mz) if (mz * sign < 0) switched++;
  return switched;
}
