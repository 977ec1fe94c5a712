import { checkNumber } from '../../base/index.js';
import { blocksOf, type LoopPass, type LoopSetup, quietDwell } from './parallel/loop-unit.js';
import { type ParallelOptions, runUnits } from './parallel/run-units.js';
import type { DeviceParameters } from './parameters.js';
import { spinOf } from './spin-of.js';
import { atTemperature } from './temperature-law.js';

/** Hysteresis loops of simulated junctions: one for each bias voltage. */
export interface FieldLoopOptions extends ParallelOptions {
  readonly device: DeviceParameters;
  /** Static bias during the sweep, and the voltage at which the resistance is taken. */
  readonly voltagesV: readonly number[];
  /** Fields along z in rising order, A/m: a staircase, as a coil with a DAC makes it. */
  readonly fieldsAPerM: readonly number[];
  /** Static field in the plane, A/m. Default none. */
  readonly inPlaneAPerM?: readonly [hx: number, hy: number];
  /** Time at each field, s. Default 1 ns; at 0 K five damping times, and the result does not depend on it. */
  readonly dwellS?: number;
  /** Independent junctions a voltage; at 0 K one is followed, since all are alike. Default 256. */
  readonly spins?: number;
  readonly seed: number | bigint;
  /** K; default: the device's own. */
  readonly temperature?: number;
  /** Longest step, s. Default 1 ps. */
  readonly stepS?: number;
}

/** Fields at which junctions turned over. */
export interface SwitchingFields {
  /** Mean, A/m: the middle between the field at which a junction was first seen reversed and the one before. NaN when none was. */
  readonly mean: number;
  /** Standard deviation between junctions, A/m; at 0 K NaN. */
  readonly sd: number;
  /** Junctions that turned over. */
  readonly n: number;
  /** Their fields, A/m. */
  readonly fields: Float64Array;
}

/** One loop. */
export interface FieldLoop {
  readonly voltage: number;
  /** A/m, rising. */
  readonly field: readonly number[];
  /** Mean resistance over the junctions at the end of each dwell, Ω, by rising field: while the field rose, and while it fell. */
  readonly resistanceUp: Float64Array;
  readonly resistanceDown: Float64Array;
  /** Of the rising sweep (antiparallel to parallel) and of the falling one. */
  readonly switchingFields: { readonly up: SwitchingFields; readonly down: SwitchingFields };
}

/** Result of {@link fieldLoops}. */
export interface FieldLoops {
  readonly device: DeviceParameters;
  readonly temperature: number;
  readonly dwellS: number;
  /** Field step over dwell, A/(m s). */
  readonly rateAPerMPerS: number;
  readonly spins: number;
  readonly loops: readonly FieldLoop[];
}

/**
 * R–H loops by direct integration: junctions start antiparallel, the field rises through the staircase and falls again. At 0 K a junction is
 * tilted by 1 mrad at each field and turns over where that tilt grows: the field at which its well disappears.
 * The result does not depend on the number of workers.
 * @throws TypeError, RangeError naming the field
 */
export async function fieldLoops(options: FieldLoopOptions): Promise<FieldLoops> {
  const { voltagesV, fieldsAPerM, inPlaneAPerM = [0, 0], seed } = options;
  const temperature = checkNumber('temperature', options.temperature ?? options.device.temperature, { min: 0 });
  const device = temperature > 0 ? atTemperature(options.device, temperature) : options.device;
  if (voltagesV.length === 0) throw new RangeError('voltagesV is empty; allowed is one voltage or more');
  voltagesV.forEach((v, i) => checkNumber(`voltagesV[${i}]`, v));
  if (fieldsAPerM.length < 2)
    throw new RangeError(`fieldsAPerM has ${fieldsAPerM.length} entries; allowed is 2 or more`);
  fieldsAPerM.forEach((h, i) => {
    if (i > 0 && !(checkNumber(`fieldsAPerM[${i}]`, h) > fieldsAPerM[i - 1]!))
      throw new RangeError(`fieldsAPerM[${i}] is ${h}; allowed is more than the field before it`);
  });
  inPlaneAPerM.forEach((h, i) => checkNumber(`inPlaneAPerM[${i}]`, h));
  const dwellS = checkNumber('dwellS', options.dwellS ?? (temperature > 0 ? 1e-9 : quietDwell(spinOf(device))), {
    max: 1e-3,
  });
  const stepS = checkNumber('stepS', options.stepS ?? 1e-12, { max: 1e-9 });
  for (const [name, value] of [
    ['dwellS', dwellS],
    ['stepS', stepS],
  ] as const)
    if (value <= 0) throw new RangeError(`${name} is ${value}; allowed is more than 0`);
  const spins = checkNumber('spins', options.spins ?? 256, { min: 1, max: 1e6, integer: true });
  const setup: LoopSetup = {
    device,
    temperature,
    voltagesV,
    fieldsAPerM,
    inPlaneAPerM: [inPlaneAPerM[0], inPlaneAPerM[1]],
    dwellS,
    stepS,
    spins: temperature > 0 ? spins : 1,
    seed,
  };
  const blocks = blocksOf(setup);
  const units = await runUnits('loop', setup, blocks * voltagesV.length, options);
  const falling = [...fieldsAPerM].reverse();
  const loops = voltagesV.map((voltage, row): FieldLoop => {
    const own = units.slice(row * blocks, (row + 1) * blocks);
    const [up, down] = [own.map((unit) => unit.up), own.map((unit) => unit.down)];
    return {
      voltage,
      field: fieldsAPerM,
      resistanceUp: meanResistance(up, setup.spins),
      resistanceDown: meanResistance(down, setup.spins).reverse(),
      switchingFields: { up: switchingFields(up, fieldsAPerM), down: switchingFields(down, falling) },
    };
  });
  const steps = fieldsAPerM.length - 1;
  return {
    device,
    temperature,
    dwellS,
    rateAPerMPerS: (fieldsAPerM[steps]! - fieldsAPerM[0]!) / steps / dwellS,
    spins: setup.spins,
    loops,
  };
}

function meanResistance(passes: readonly LoopPass[], spins: number): Float64Array {
  return passes[0]!.resistance.map((_, at) => passes.reduce((sum, pass) => sum + pass.resistance[at]!, 0) / spins);
}

/** @param fields in the order in which they were applied */
function switchingFields(passes: readonly LoopPass[], fields: readonly number[]): SwitchingFields {
  // Reversed at the first field already: where it turned over is not known.
  const seen = passes.flatMap(({ reversedAt }) => [...reversedAt]).filter((at) => at > 0);
  const values = Float64Array.from(seen, (at) => (fields[at - 1]! + fields[at]!) / 2);
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : NaN, n, fields: values };
}
