/** What the ledger needs of a board's telemetry: cumulative sums since boot, in SI. */
export interface EnergyReading {
  /** Board clock since boot, seconds. */
  readonly boardTimeS: number;
  readonly counters: EventCounts;
  readonly rails: readonly RailEnergy[];
  /** What a stand-in's device model says; absent on a real board. */
  readonly modelled?: ModelledJoules | undefined;
}

/** Events since boot, as the wire message EventCounters has them. */
export interface EventCounts {
  /** Cells times pulses for bits, shots and initialisation. */
  readonly cellPulses: number;
  readonly rowPulses: number;
  readonly cellReads: number;
  readonly comparatorReads: number;
  readonly adcConversions: number;
  /** Input bit-planes of multiplications. */
  readonly planes: number;
  /** Write pulses of tile programming. */
  readonly writeAttempts: number;
}

/** A power monitor. */
export interface RailEnergy {
  /** `USB5V`, `3V3`, `VAMP`, `COIL`. */
  readonly name: string;
  /** Energy since boot, joules. */
  readonly energyJ: number;
  /** One step of the monitor's energy register, joules. */
  readonly energyLsbJ: number;
}

/** Junction energies since boot by the stand-in's own model, joules. */
export interface ModelledJoules {
  readonly pulseChargeJ: number;
  readonly pulseJouleJ: number;
  readonly readJ: number;
  readonly mvmStaticJ: number;
  readonly writeJ: number;
}

/** The drive settings that price an event, SI. */
export interface EnergyDrive {
  readonly amplitudeV: number;
  readonly pulseWidthS: number;
  readonly readV: number;
}
