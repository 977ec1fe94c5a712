import { type Burst, type ShotEngine } from '../../array-unit/index.js';
import { spindrift, type Decoded } from '../../../proto/index.js';
import { type BoardCore } from '../board-core.js';
import { LIMITS } from '../limits.js';
import { selectedLines } from '../masks.js';
import { checkField, invalid } from '../refusal.js';
import { DWELL_SHOTS } from '../timings.js';

const { Initialise } = spindrift.v1;

/** A checked shot plan. */
export interface ShotPlan {
  readonly tile: number;
  readonly rows: Uint16Array;
  readonly columns: Uint16Array;
  readonly shots: number;
  readonly pulses: number;
  readonly initialise: 0 | 1 | undefined;
  /** Outcomes in all. */
  readonly outcomes: number;
}

/** @throws Refusal naming what is wrong with the plan */
export function checkPlan(
  core: BoardCore,
  plan: Decoded<spindrift.v1.ShotPlan.$Properties> | null | undefined,
): ShotPlan {
  if (plan == null) throw invalid('plan is missing');
  const { rows: rowCount, cols } = core.geometry;
  const rows = selectedLines('row_mask', plan.rowMask, rowCount);
  const columns = selectedLines('col_mask', plan.colMask, cols);
  const shots = checkField('shots', plan.shots, 1, LIMITS.maxShots);
  const pulses =
    plan.pulsesPerShot === 0 ? 1 : checkField('pulses_per_shot', plan.pulsesPerShot, 1, LIMITS.maxPulsesPerShot);
  return {
    tile: core.checkTile(plan.tile),
    rows,
    columns,
    shots,
    pulses,
    initialise: initialState(plan.initialise),
    outcomes: rows.length * shots * columns.length,
  };
}

function initialState(initialise: spindrift.v1.Initialise): 0 | 1 | undefined {
  switch (initialise) {
    case Initialise.INITIALISE_UNSPECIFIED:
    case Initialise.INITIALISE_NONE:
      return undefined;
    case Initialise.INITIALISE_P:
      return 0;
    case Initialise.INITIALISE_AP:
      return 1;
    default:
      throw invalid(`initialise: unknown value ${String(initialise)}`);
  }
}

/** The bursts of a plan: row by row, at most 64 shots each. */
export class PlannedShots {
  readonly #core: BoardCore;
  readonly #plan: ShotPlan;
  readonly #engine: ShotEngine;
  #row = 0;
  #shot = 0;

  constructor(core: BoardCore, plan: ShotPlan) {
    this.#core = core;
    this.#plan = plan;
    this.#engine = core.hardware.newEngine(plan.tile, 'shots');
  }

  /** Most outcomes of one burst. */
  get burstOutcomes(): number {
    return Math.min(DWELL_SHOTS, this.#plan.shots) * this.#plan.columns.length;
  }

  get done(): boolean {
    return this.#row >= this.#plan.rows.length;
  }

  /** Runs the next burst. @returns its outcomes, in `out`, and its cost */
  next(out: Uint8Array): { readonly outcomes: number; readonly arrayS: number; readonly pulseJ: number } {
    const { tile, rows, columns, shots, pulses, initialise } = this.#plan;
    const count = Math.min(DWELL_SHOTS, shots - this.#shot);
    const burst: Burst = {
      row: rows[this.#row]!,
      shots: count,
      pulses,
      columns,
      ...(initialise === undefined ? {} : { initialise }),
    };
    const { cost } = this.#core.hardware.burst(tile, this.#engine, burst, out);
    this.#shot += count;
    if (this.#shot >= shots) {
      this.#shot = 0;
      this.#row++;
    }
    return { outcomes: count * columns.length, ...cost };
  }
}
