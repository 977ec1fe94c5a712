import { type spindrift } from '../../proto/index.js';
import { PULSE_STEP_PS } from '../parts/index.js';

type GetLimitsReply = spindrift.v1.GetLimitsReply.$Shape;

/** Step of the 16-bit amplitude and read converters over 2.5 V, microvolt. */
export const DAC_STEP_UV = 2_500_000 / 65_536;

/** What the board enforces, in wire units. Compiled in: neither calibration nor protocol raises a limit. */
export const LIMITS = {
  /** Magnitude of a pulse; 0 = no pulse. */
  amplitudeUv: { min: 400_000, max: 2_000_000 },
  widthPs: { min: 500, max: 10_000_000 },
  /** Magnitude allowed up to a width. */
  staircase: [
    { widthPs: 5_000, amplitudeUv: 2_000_000 },
    { widthPs: 100_000, amplitudeUv: 1_600_000 },
    { widthPs: 10_000_000, amplitudeUv: 1_200_000 },
  ],
  biasUv: { min: -300_000, max: 300_000 },
  readUv: { min: 20_000, max: 300_000 },
  readNs: { min: 24, max: 2064 },
  settleNs: { min: 24, max: 2064 },
  /** Two amperes in the coil. Above half an ampere it heats up: its I²t guard trips (`parts/coil.ts`). */
  fieldUt: { min: -60_000, max: 60_000 },
  maxShots: 1_048_576,
  maxPulsesPerShot: 16,
  maxPulsesPerSecond: 1_600_000,
  maxDutyPpm: 100_000,
  maxInputBits: 8,
  maxRepeats: 64,
  maxVerifyPasses: 32,
  maxBlockBytes: 65_520,
  maxAverages: 1024,
} as const;

/** What one session may use. */
export const SESSION_LIMITS = {
  maxControlBytes: 1024,
  maxRxFrame: 65_536,
  maxInflight: 16,
  maxStreams: 4,
  inlineBits: 2048,
  rxCredit: 1_048_576,
} as const;

/** Upward blocks granted at once. */
export const UP_WINDOW = 16;

/** The limits as the wire states them. */
export function limitsReply(): GetLimitsReply {
  const dac = Math.round(DAC_STEP_UV);
  return {
    amplitudeUv: { ...LIMITS.amplitudeUv, step: dac },
    bipolar: true,
    widthPs: { ...LIMITS.widthPs, step: PULSE_STEP_PS },
    pulseLimits: LIMITS.staircase.map((step) => ({ ...step })),
    biasUv: { ...LIMITS.biasUv, step: dac },
    readUv: { ...LIMITS.readUv, step: dac },
    readNs: { ...LIMITS.readNs, step: 8 },
    settleNs: { ...LIMITS.settleNs, step: 8 },
    fieldUt: { ...LIMITS.fieldUt, step: 2 },
    maxShots: LIMITS.maxShots,
    maxPulsesPerShot: LIMITS.maxPulsesPerShot,
    maxPulsesPerSecond: LIMITS.maxPulsesPerSecond,
    maxDutyPpm: LIMITS.maxDutyPpm,
    maxInputBits: LIMITS.maxInputBits,
    maxRepeats: LIMITS.maxRepeats,
    maxVerifyPasses: LIMITS.maxVerifyPasses,
    maxBlockBytes: LIMITS.maxBlockBytes,
  };
}
