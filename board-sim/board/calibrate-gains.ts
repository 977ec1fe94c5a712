import { codesPerMicrosiemens, toCode } from '../array/index.js';
import { type BoardCore } from './board-core.js';
import { type CalibrationFindings, type CalibrationProgress } from './calibrations.js';
import { ADC_SCAN_S, SCAN_SETTLE_S } from './timings.js';

/** The two calibration loads, microsiemens: 100 kΩ and 20 kΩ. */
const LOADS_US = [10, 50] as const;
const CONVERSIONS = 256;
/** A column whose gain is off by more than this is not a column but a fault. */
const FAULTY_GAIN = 0.1;

/**
 * Gain of each column's amplifier and converter against the calibration loads, in the range of single cells. The firmware does not apply it:
 * hosts that correct products do, and everyone sees a column that has failed.
 */
export function calibrateGains(core: BoardCore, progress: CalibrationProgress): CalibrationFindings {
  const { hardware, geometry } = core;
  const dice = hardware.callStream('adc-gain');
  const perUs = codesPerMicrosiemens(hardware.drive.readUv / 1e6, 'cell');
  const wanted = perUs * (LOADS_US[1] - LOADS_US[0]);
  let failed = 0;
  let low = Infinity;
  let high = -Infinity;
  let sum = 0;
  for (let tile = 0; tile < geometry.tiles; tile++) {
    const { converters } = hardware.unit(tile);
    const sd = Math.sqrt(converters.noiseVariance);
    for (let col = 0; col < geometry.cols; col++) {
      const [small, large] = LOADS_US.map((load) => {
        let total = 0;
        for (let k = 0; k < CONVERSIONS; k++)
          total += toCode(converters.level(col, load, perUs) + sd * dice.gaussian()).code;
        return total / CONVERSIONS;
      }) as [number, number];
      const error = (large - small) / wanted - 1;
      if (Math.abs(error) > FAULTY_GAIN) failed++;
      low = Math.min(low, error);
      high = Math.max(high, error);
      sum += error;
    }
    hardware.meters.spend({ arrayS: LOADS_US.length * (SCAN_SETTLE_S + CONVERSIONS * ADC_SCAN_S) });
    hardware.meters.counts.adcConversions += LOADS_US.length * CONVERSIONS * geometry.cols;
    progress(tile + 1, geometry.tiles);
  }
  // Noise of two means, rounding included.
  const sigma = Math.ceil((Math.sqrt((2 * (1 + 1 / 12)) / CONVERSIONS) / wanted) * 1e6);
  const value = (name: string, error: number) => ({ name, value: Math.round(error * 1e6), sigma, unit: 'ppm' });
  return {
    values: [
      value('gain_mean', sum / (geometry.cols * geometry.tiles)),
      value('gain_min', low),
      value('gain_max', high),
    ],
    failed,
  };
}
