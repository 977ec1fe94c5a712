/** Drive settings against the limits a board states: the host looks first only to give the better message; the board decides. */
import type { BoardLimits, DriveSettings, Range } from './board-types.js';

/**
 * @throws RangeError naming field, value and allowed range.
 */
export function checkDrive(drive: DriveSettings, limits: BoardLimits): void {
  within('biasV', drive.biasV, limits.biasV, VOLT_SLACK);
  within('readV', drive.readV, limits.readV, VOLT_SLACK);
  within('readS', drive.readS, limits.readS, TIME_SLACK);
  within('settleS', drive.settleS, limits.settleS, TIME_SLACK);
  within('fieldAPerM', drive.fieldAPerM, limits.fieldAPerM, FIELD_SLACK);
  within('pulseWidthS', drive.pulseWidthS, limits.pulseWidthS, WIDTH_SLACK);
  const { amplitudeV, pulseWidthS } = drive;
  if (amplitudeV === 0) return; // no pulse
  if (amplitudeV < 0 && !limits.bipolar)
    throw new RangeError(`amplitudeV must not be negative on this board, got ${amplitudeV}`);
  const { min } = limits.amplitudeV;
  const stair = limits.pulses.find((pulse) => pulseWidthS <= pulse.widthS + WIDTH_SLACK);
  const max = Math.min(limits.amplitudeV.max, stair?.amplitudeV ?? limits.amplitudeV.max);
  const magnitude = Math.abs(amplitudeV);
  if (magnitude < min - VOLT_SLACK || magnitude > max + VOLT_SLACK)
    throw new RangeError(
      `amplitudeV must be 0 or have a magnitude from ${min} to ${max} at a pulseWidthS of ${pulseWidthS}, got ${amplitudeV}`,
    );
}

/** Half of a wire unit: what rounding brings back into range is in range. */
const VOLT_SLACK = 0.5e-6;
const WIDTH_SLACK = 0.5e-12;
const TIME_SLACK = 0.5e-9;
const FIELD_SLACK = 0.4;

function within(name: string, value: number, { min, max }: Range, slack: number): void {
  if (!(value >= min - slack && value <= max + slack))
    throw new RangeError(`${name} must be from ${min} to ${max}, got ${value}`);
}
