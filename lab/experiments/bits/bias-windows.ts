import { wilsonInterval } from '../../../base/index.js';
import { allanDeviation } from '../../entropy/statistics/allan-deviation.js';
import type { PackedBits } from '../../entropy/statistics/packed-bits.js';
import type { Cell } from '../events.js';

/** Share of ones of a stretch of bits. */
export interface BiasWindow {
  readonly timeS: number;
  readonly bits: number;
  readonly ones: number;
}

/** Shares of ones of windows of equal length, the unfinished last one left out. @param timeOf board time of a bit, s */
export function biasWindows(bits: PackedBits, windowBits: number, timeOf: (bit: number) => number): BiasWindow[] {
  return Array.from({ length: Math.floor(bits.length / windowBits) }, (_, k) => ({
    timeS: timeOf((k + 0.5) * windowBits),
    bits: windowBits,
    ones: bits.ones(k * windowBits, (k + 1) * windowBits),
  }));
}

/** A window as a row, with its 95 % interval. */
export function biasRow({ timeS, bits, ones }: BiasWindow): Record<string, Cell> {
  const [lower, upper] = wilsonInterval(ones, bits);
  return { time_s: timeS, bits, ones, p: ones / bits, lower, upper };
}

/** Rows of the Allan deviation of the windows' shares, beside what independent bits would give: √(p(1−p)/n) over n bits. */
export function allanRows(windows: readonly BiasWindow[], windowS: number): Record<string, Cell>[] {
  const bits = windows[0]?.bits ?? 0;
  const all = windows.reduce((sum, each) => sum + each.ones, 0) / (bits * windows.length);
  return allanDeviation(windows.map(({ ones }) => ones / bits)).map(({ factor, deviation, lower, upper }) => ({
    windows: factor,
    averaging_s: factor * windowS,
    bits: factor * bits,
    deviation,
    lower,
    upper,
    white: Math.sqrt((all * (1 - all)) / (factor * bits)),
  }));
}
