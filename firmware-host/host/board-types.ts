/** What a board says about itself, in SI numbers. */

/** What a board may claim to be; only the bits of a real one can be entropy. */
export const BOARD_KINDS = ['real', 'emulated', 'simulated', 'replayed'] as const;
/** What a board claims to be. */
export type BoardKind = (typeof BOARD_KINDS)[number];

/** Size of the array. */
export interface BoardGeometry {
  readonly rows: number;
  readonly cols: number;
  /** Arrays addressable as `tile`. */
  readonly tiles: number;
}

/** Who the board is. */
export interface BoardIdentity {
  readonly kind: BoardKind;
  readonly serial: string;
  readonly model: string;
  readonly name: string;
  readonly revision: number;
  readonly arrayId: string;
  /** Firmware version, semver. */
  readonly firmware: string;
  readonly gitHash: string;
  readonly buildFlags: string;
  /** Drawn afresh at each boot of the board. */
  readonly bootId: number;
  readonly protocol: { readonly major: number; readonly minor: number };
  readonly geometry: BoardGeometry;
  /** What the board can do, for instance `bits`, `multiply-stream`; names of the wire's `Feature` in kebab case. */
  readonly features: readonly string[];
  /** Token of the calibration in force; 0 = uncalibrated. */
  readonly calibrationHash: number;
  /** Silence of the host after which an armed board goes to the safe state, s; 0 = never. */
  readonly hostSilenceS: number;
}

/** A closed range with its resolution. */
export interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** What the board enforces. */
export interface BoardLimits {
  /** Magnitude of the pulse amplitude, V. */
  readonly amplitudeV: Range;
  /** Whether the amplitude may be negative. */
  readonly bipolar: boolean;
  /** Pulse width, s. */
  readonly pulseWidthS: Range;
  /** Largest amplitude by width: up to `widthS` the magnitude may be `amplitudeV`; in rising order, and nothing wider than the last. */
  readonly pulses: readonly { readonly widthS: number; readonly amplitudeV: number }[];
  /** Static bias of the row, V. */
  readonly biasV: Range;
  /** Read voltage, V. */
  readonly readV: Range;
  /** Read time, s. */
  readonly readS: Range;
  /** Time from pulse to read, s. */
  readonly settleS: Range;
  /** Out-of-plane field, A/m; all 0 without a coil. */
  readonly fieldAPerM: Range;
  readonly maxShots: number;
  readonly maxPulsesPerShot: number;
  /** Most pulses a second on one cell. */
  readonly maxPulseRateHz: number;
  /** Largest share of any millisecond that a row may be pulsed. */
  readonly maxDuty: number;
  readonly maxInputBits: number;
  readonly maxRepeats: number;
  readonly maxVerifyPasses: number;
  readonly maxBlockBytes: number;
  /** Most outcome bits that `runShots` returns. */
  readonly inlineBits: number;
  readonly maxStreams: number;
}

/** The drive settings, all of them: there is no partial update. */
export interface DriveSettings {
  /** Static bias of the row, V. */
  readonly biasV: number;
  /** Pulse amplitude, V; the sign matters to VCMA. */
  readonly amplitudeV: number;
  /** Pulse width, s. */
  readonly pulseWidthS: number;
  /** Time from pulse to read, s. */
  readonly settleS: number;
  /** Read voltage, V. */
  readonly readV: number;
  /** Read time, s. */
  readonly readS: number;
  /** Out-of-plane field of the coil, A/m. */
  readonly fieldAPerM: number;
}

/** State of the drive. */
export type DriveState = 'safe' | 'armed' | 'running' | 'unknown';

/** What the board is doing. */
export interface BoardState {
  readonly state: DriveState;
  /** Fault latched until `clearFault`, in kebab case, for instance `host-silence`. */
  readonly fault?: string;
  readonly interlockClosed: boolean;
  /** The settings in force. */
  readonly drive: DriveSettings;
  readonly calibrationHash: number;
  /** Time since boot on the board's clock, s. */
  readonly uptimeS: number;
  readonly bootId: number;
}

/** A fault the board reported. */
export interface BoardFault {
  readonly code: string;
  readonly severity: 'debug' | 'info' | 'warning' | 'error' | 'unknown';
  readonly source: string;
  /** In the wire unit of the quantity. */
  readonly value: number;
  readonly limit: number;
  readonly boardTimeS: number;
}

/** A line of the board's log. */
export interface BoardLog {
  readonly level: BoardFault['severity'];
  readonly module: string;
  readonly text: string;
  readonly boardTimeS: number;
  /** Lines dropped since boot. */
  readonly dropped: number;
}

/** Outcome of one self test. */
export interface SelfTestResult {
  readonly id: number;
  readonly name: string;
  readonly pass: boolean;
  readonly measured: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
}

/** What `calibrate` found. */
export interface CalibrationOutcome {
  readonly values: readonly {
    readonly name: string;
    readonly value: number;
    readonly sigma: number;
    readonly unit: string;
  }[];
  /** Steps that failed and kept their old value. */
  readonly failed: number;
  readonly calibrationHash: number;
}

/** What can be calibrated. */
export const CALIBRATION_ROUTINES = [
  'adc-offset',
  'adc-gain',
  'pulse-width',
  'field-zero',
  'read-reference',
  'bias-to-half',
] as const;
/** One of {@link CALIBRATION_ROUTINES}. */
export type CalibrationRoutine = (typeof CALIBRATION_ROUTINES)[number];
