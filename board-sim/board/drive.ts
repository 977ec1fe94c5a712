import { widthSetting } from '../parts/index.js';
import { DAC_STEP_UV, LIMITS } from './limits.js';
import { checkField, outOfRange } from './refusal.js';

/** The drive settings in wire units, all of them. */
export interface DriveConfig {
  readonly biasUv: number;
  readonly amplitudeUv: number;
  readonly widthPs: number;
  readonly settleNs: number;
  readonly readUv: number;
  readonly readNs: number;
  readonly fieldUt: number;
}

/**
 * The settings after boot: a pulse of 1.6 V and 30 ns, which lays the magnetisation into the plane and lets it forget its state, so that the
 * outcome is fair and hardly depends on width or amplitude; reads of 0.1 V.
 */
export const BOOT_DRIVE: DriveConfig = {
  biasUv: 0,
  amplitudeUv: 1_600_000,
  widthPs: 30_000,
  settleNs: 80,
  readUv: 100_000,
  readNs: 208,
  fieldUt: 0,
};

/**
 * Checks wanted settings against the limits and rounds them to what the converters and delay lines can do.
 *
 * @returns what will be in force
 * @throws Refusal OUT_OF_RANGE naming field, value and limit
 */
export function acceptDrive(wanted: DriveConfig): DriveConfig {
  const magnitude = Math.abs(wanted.amplitudeUv);
  if (wanted.amplitudeUv !== 0) {
    const { min, max } = LIMITS.amplitudeUv;
    if (magnitude < min || magnitude > max)
      throw outOfRange('amplitude_uv', wanted.amplitudeUv, `magnitude must be 0 or ${min} to ${max}`);
  }
  checkField('width_ps', wanted.widthPs, LIMITS.widthPs.min, LIMITS.widthPs.max);
  for (const step of LIMITS.staircase) {
    if (wanted.widthPs > step.widthPs) continue;
    if (magnitude > step.amplitudeUv)
      throw outOfRange('amplitude_uv', wanted.amplitudeUv, `at most ${step.amplitudeUv} at ${wanted.widthPs} ps`);
    break;
  }
  checkField('bias_uv', wanted.biasUv, LIMITS.biasUv.min, LIMITS.biasUv.max);
  checkField('read_uv', wanted.readUv, LIMITS.readUv.min, LIMITS.readUv.max);
  checkField('read_ns', wanted.readNs, LIMITS.readNs.min, LIMITS.readNs.max);
  checkField('settle_ns', wanted.settleNs, LIMITS.settleNs.min, LIMITS.settleNs.max);
  checkField('field_ut', wanted.fieldUt, LIMITS.fieldUt.min, LIMITS.fieldUt.max);
  // The ends of a range need not lie on a converter's step: rounding must not lead out of it.
  const dac = (uv: number, { min, max }: { readonly min: number; readonly max: number }): number => {
    const code = Math.min(
      Math.floor(max / DAC_STEP_UV),
      Math.max(Math.ceil(min / DAC_STEP_UV), Math.round(uv / DAC_STEP_UV)),
    );
    return Math.round(code * DAC_STEP_UV);
  };
  // Below 0.8 V the attenuator halves both the amplitude and the step. A staircase or range end must not be rounded over.
  const step = magnitude < 800_000 ? DAC_STEP_UV / 2 : DAC_STEP_UV;
  const amplitude = Math.min(LIMITS.amplitudeUv.max, Math.round(Math.round(magnitude / step) * step));
  return {
    biasUv: dac(wanted.biasUv, LIMITS.biasUv),
    amplitudeUv: Math.sign(wanted.amplitudeUv) * amplitude,
    widthPs: Math.min(LIMITS.widthPs.max, widthSetting(wanted.widthPs).widthPs),
    settleNs: Math.round(wanted.settleNs / 8) * 8,
    readUv: dac(wanted.readUv, LIMITS.readUv),
    readNs: Math.round(wanted.readNs / 8) * 8,
    fieldUt: Math.round(wanted.fieldUt / 2) * 2,
  };
}

/** Width of a pulse with its trim, ps: trims lead neither below the shortest pulse nor over what the staircase allows its amplitude. */
export function trimmedWidthPs(amplitudeUv: number, widthPs: number, trimPs: number): number {
  const magnitude = Math.abs(amplitudeUv);
  let longest = 0;
  for (const step of LIMITS.staircase) if (magnitude <= step.amplitudeUv) longest = step.widthPs;
  return Math.min(longest, Math.max(LIMITS.widthPs.min, widthPs + trimPs));
}

/** Token of a configuration: never 0, the same for the same settings and calibration generation. */
export function configToken(drive: DriveConfig, generation: number): number {
  let hash = 0x811c9dc5;
  const values = [
    drive.biasUv,
    drive.amplitudeUv,
    drive.widthPs,
    drive.settleNs,
    drive.readUv,
    drive.readNs,
    drive.fieldUt,
  ];
  for (const value of [...values, generation]) {
    hash = Math.imul(hash ^ (value & 0xffff), 0x01000193);
    hash = Math.imul(hash ^ (value >>> 16), 0x01000193);
  }
  return hash >>> 0 || 1;
}
