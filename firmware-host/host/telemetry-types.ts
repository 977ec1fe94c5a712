/** Telemetry of a board in SI numbers. Everything that counts is cumulative since boot, so a message that was dropped loses nothing. */
import type { DriveState } from './board-types.js';

/** Reading of one power monitor. On a stand-in these are modelled, not measured. */
export interface RailTelemetry {
  /** `USB5V`, `3V3`, `VAMP`, `COIL`. */
  readonly name: string;
  readonly busV: number;
  readonly currentA: number;
  readonly powerW: number;
  /** Energy since boot, J: `energyCode · energyLsbJ`. */
  readonly energyJ: number;
  /** Resolution of energyJ. */
  readonly energyLsbJ: number;
  /** The monitor's own code, wraps undone. */
  readonly energyCode: bigint;
  /** Charge since boot, C. */
  readonly chargeC: number;
}

/** Events since boot. */
export interface EventTelemetry {
  /** Cells × pulses, without programming. */
  readonly cellPulses: number;
  readonly rowPulses: number;
  /** Cells × reads, without multiplications. */
  readonly cellReads: number;
  readonly comparatorReads: number;
  readonly adcConversions: number;
  /** Input bit-planes applied. */
  readonly planes: number;
  /** Vectors multiplied. */
  readonly mvms: number;
  /** Cells programmed. */
  readonly cellWrites: number;
  /** Write pulses, repeats included. */
  readonly writeAttempts: number;
  readonly bitsOut: number;
  /** Payload bytes over the link, to the board. */
  readonly bytesIn: number;
  /** Payload bytes over the link, from the board. */
  readonly bytesOut: number;
  /** Conversions that clipped. */
  readonly clipped: number;
}

/** What a stand-in's device model says its junctions used since boot, J. Never from silicon; always booked as modelled. */
export interface ModelledTelemetry {
  readonly pulseChargeJ: number;
  readonly pulseJouleJ: number;
  readonly readJ: number;
  readonly mvmStaticJ: number;
  /** Programming pulses; not in the pulse sums. */
  readonly writeJ: number;
}

/** One telemetry message. */
export interface Telemetry {
  readonly seq: number;
  /** Board clock since boot, s. */
  readonly boardTimeS: number;
  readonly state: DriveState;
  readonly rails: readonly RailTelemetry[];
  /** Array temperature, K; absent while the sensor has no fresh reading. */
  readonly arrayTemperatureK?: number;
  /** Temperature of the microcontroller, K. */
  readonly dieTemperatureK: number;
  /** Field read back, A/m. */
  readonly fieldAPerM: number;
  readonly counters: EventTelemetry;
  readonly modelled?: ModelledTelemetry;
  readonly health: {
    readonly ok: boolean;
    readonly repetitionCountFailures: number;
    readonly adaptiveProportionFailures: number;
    /** Share of ones in the last window of raw bits; absent before the first. */
    readonly onesShare?: number;
  };
  readonly link: {
    readonly framesIn: number;
    readonly framesOut: number;
    readonly badFrames: number;
    readonly blocksDropped: number;
  };
}
