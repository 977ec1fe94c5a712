import { DataError } from '../../base/index.js';
import type { BoardKind } from '../../firmware-host/host/index.js';
import { WRITE_AMPLITUDE } from './constants.js';
import type { EnergyLedger } from './ledger.js';
import {
  countsBetween,
  linePostings,
  modelledDevicePostings,
  nominalDevicePostings,
  sensePostings,
  type Posting,
} from './event-postings.js';
import { RailMeter, type IdlePower } from './rail-meter.js';
import type { EnergyDrive, EnergyReading, EventCounts } from './reading.js';

/** What the accountant must know of a board. */
export interface AccountedBoard {
  readonly kind: BoardKind;
  readonly geometry: { readonly rows: number; readonly cols: number };
}

export interface AccountantOptions {
  /** Idle power by rail as measured on this board with its array disabled; see RailMeter for what happens without. */
  readonly idlePower?: Readonly<Record<string, IdlePower>>;
}

/**
 * Turns a board's cumulative telemetry into postings: junctions, array electronics and rails. Telemetry that was lost on the way costs
 * nothing, since the next message holds everything. Only the rails of a real board are measured; all else is modelled,
 * a replay too: nothing is measured while it runs.
 */
export class TelemetryAccountant {
  readonly #ledger: EnergyLedger;
  readonly #board: AccountedBoard;
  readonly #rails: RailMeter;
  #drive: EnergyDrive | undefined;
  #last: EnergyReading | undefined;
  #unpriced = 0;

  constructor(ledger: EnergyLedger, board: AccountedBoard, options: AccountantOptions = {}) {
    this.#ledger = ledger;
    this.#board = board;
    this.#rails = new RailMeter(board.kind === 'real', options.idlePower);
  }

  /** The settings that price the pulses from the last update on. Update once before changing them. */
  setDrive(drive: EnergyDrive): void {
    this.#drive = drive;
  }

  /** Pulses that could not be priced because no drive settings were known. */
  get unpricedPulses(): number {
    return this.#unpriced;
  }

  /** Board time of the last reading, seconds; undefined before the first. */
  get boardTimeS(): number | undefined {
    return this.#last?.boardTimeS;
  }

  /**
   * Posts what happened since the last reading under `phase`. The first reading is the baseline and posts nothing; a reading older than
   * the last is ignored (messages may overtake each other).
   *
   * @returns whether the reading was used
   * @throws DataError when a counter runs backwards: the books would be wrong from there on
   */
  update(reading: EnergyReading, phase?: string): boolean {
    const last = this.#last;
    if (last !== undefined && reading.boardTimeS < last.boardTimeS) return false;
    if (last !== undefined) this.#post(last, reading, phase);
    this.#last = reading;
    return true;
  }

  #post(before: EnergyReading, after: EnergyReading, phase: string | undefined): void {
    const counts = countsBetween(before.counters, after.counters);
    for (const [name, count] of Object.entries(counts) as [string, number][]) {
      if (!(count >= 0)) throw new DataError(`the board's counter ${name} ran backwards by ${-count}`);
    }
    const common = { timeS: after.boardTimeS, ...(phase === undefined ? {} : { phase }) };
    for (const { relativeSigma, ...posting } of this.#eventPostings(before, after, counts)) {
      if (posting.events === 0 && posting.joules === 0) continue;
      const scaleSigma = relativeSigma * posting.joules;
      this.#ledger.post({ ...common, kind: 'modelled', sigma: 0, scaleSigma, ...posting });
    }
    for (const entry of this.#rails.entries(before.rails, after.rails, after.boardTimeS - before.boardTimeS)) {
      if (entry.joules !== 0 || entry.sigma !== 0) this.#ledger.post({ ...common, ...entry });
    }
  }

  #eventPostings(before: EnergyReading, after: EnergyReading, counts: EventCounts): Posting[] {
    const { rows, cols } = this.#board.geometry;
    const drive = this.#drive;
    const modelled = after.modelled;
    const zero = { pulseChargeJ: 0, pulseJouleJ: 0, readJ: 0, mvmStaticJ: 0, writeJ: 0 };
    if (drive === undefined) this.#unpriced += counts.rowPulses;
    const device =
      modelled !== undefined
        ? modelledDevicePostings(before.modelled ?? zero, modelled, counts, counts.planes)
        : drive === undefined
          ? []
          : nominalDevicePostings(counts, drive, rows * cols);
    return [
      ...device,
      ...(drive === undefined ? [] : linePostings('row', counts.rowPulses, drive.amplitudeV)),
      ...linePostings('write', counts.writeAttempts, WRITE_AMPLITUDE.value),
      ...sensePostings(counts, cols),
    ];
  }
}
