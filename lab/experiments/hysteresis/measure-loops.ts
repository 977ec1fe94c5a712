import { StateError } from '../../../base/index.js';
import type { DriveSettings } from '../../../firmware-host/host/index.js';
import { BoardWait, waitingDrive } from '../board-wait.js';
import { judgeCells } from '../cell-states.js';
import type { ExperimentContext } from '../define-experiment.js';
import type { ExperimentEvent } from '../events.js';
import type { LineSelection } from '../line-selection.js';
import { RepeatedReadings } from '../repeated-readings.js';
import { countAntiparallel } from '../shot-counts.js';
import { CoilBudget } from './coil-budget.js';
import { passField, type PassagePlan, type PassageReading } from './field-passage.js';
import type { LoopCell } from './loop-cells.js';
import type { LoopParams } from './loop-params.js';
import type { CellLoop } from './loop-views.js';
import { fieldPointsOf, type LoopPlan } from './loop-plan.js';
import { MeanLoop } from './mean-loop.js';
import { recordOf } from './passage-records.js';
import { switchingField } from './switching-records.js';

type Context = ExperimentContext<LoopParams>;
type Events<T = void> = AsyncGenerator<ExperimentEvent, T, undefined>;

/** Everything that the loops gave. */
export interface MeasuredLoops {
  readonly cells: readonly LoopCell[];
  readonly meanLoop: MeanLoop;
  /** First loop of the first cell that follows, bias by bias. */
  readonly shown: ShownLoops | undefined;
  /** Mean time in a field before its reading, s. */
  readonly dwellS: number;
  /** Mean temperature of the array at the start of the loops, K; undefined when the board had no reading. */
  readonly temperatureK: number | undefined;
}

/** Loops of one cell as they were read. */
export interface ShownLoops {
  readonly cell: LoopCell;
  readonly loops: readonly CellLoop[];
}

/** Readings that the resistances of both states are the mean of. */
const REFERENCE_READINGS = 4;
/** Time of a step before one has been measured, s. */
const FIRST_GUESS_S = 6e-3;

/** Reads the chosen cells in both states at rest, then sweeps the field over them, loop after loop, bias after bias. */
export class LoopMeasurement {
  readonly #ctx: Context;
  readonly #plan: LoopPlan;
  readonly #wait: BoardWait;
  readonly #coil: CoilBudget;
  readonly #meanLoop = new MeanLoop();
  readonly #temperatures: number[] = [];
  #shown: { readonly cell: LoopCell; readonly loops: CellLoop[] } | undefined;
  #drive: DriveSettings | undefined;
  #secondsEach: number;
  #dwellSum = 0;
  #steps = 0;
  #rests = 0;

  constructor(ctx: Context, plan: LoopPlan) {
    const { board, clock, signal, params: p } = ctx;
    this.#ctx = ctx;
    this.#plan = plan;
    this.#wait = new BoardWait(board, clock, signal);
    // Nobody knows what the coil has done before, a run of a moment ago for instance: it is taken to be as hot as its guard lets it get.
    this.#coil = new CoilBudget({ continuousAPerM: p.coilContinuous, budgetS: p.coilBudget }, p.coilBudget);
    this.#secondsEach = Math.max(p.dwell, FIRST_GUESS_S);
  }

  async *run(): Events<MeasuredLoops> {
    const { board, params: p, signal } = this.#ctx;
    const state = await board.getState(signal);
    const rest = { ...waitingDrive(state.drive, board), readV: p.readVoltage, biasV: 0, fieldAPerM: 0 };
    // The engine prices pulses by these settings; what changes from here on are bias and field alone.
    this.#drive = await this.#ctx.setDrive(rest);
    const { rowGroups, biasesV } = this.#plan;
    const total = fieldPointsOf(this.#plan, p.loops);
    const all: LoopCell[] = [];
    for (const rows of rowGroups) {
      await this.#ctx.phase('reference');
      const cells = await this.#referenceCells(rows);
      all.push(...cells);
      await this.#ctx.phase('loops');
      for (let loop = 0; loop < p.loops; loop += 1) {
        const { arrayTemperatureK } = await board.readTelemetry(signal);
        if (arrayTemperatureK !== undefined) this.#temperatures.push(arrayTemperatureK);
        for (const biasV of biasesV) {
          for (const from of ['p', 'ap'] as const) yield* this.#passage(rows, cells, { loop, biasV, from, total });
        }
      }
    }
    if (this.#rests > 0)
      yield { type: 'note', text: `the coil rested ${this.#rests} times to stay within its heat budget` };
    const temperatureK = this.#temperatures.reduce((sum, value) => sum + value, 0) / this.#temperatures.length;
    return {
      cells: all,
      meanLoop: this.#meanLoop,
      shown: this.#shown,
      dwellS: this.#dwellSum / Math.max(1, this.#steps),
      temperatureK: Number.isNaN(temperatureK) ? undefined : temperatureK,
    };
  }

  /** Both states of every cell without a field: what lies between them, and which cells follow. */
  async #referenceCells(rows: LineSelection): Promise<LoopCell[]> {
    const { board, params: p, signal } = this.#ctx;
    const { columns } = this.#plan;
    await board.setConfig(this.#drive!, signal);
    const ohm: Record<'p' | 'ap', Float64Array> = { p: new Float64Array(0), ap: new Float64Array(0) };
    for (const state of ['p', 'ap'] as const) {
      await countAntiparallel(board, { rows, columns, shots: 1, initialise: state, tile: p.tile, signal });
      const readings = new RepeatedReadings(rows.lines.length * columns.lines.length);
      const selected = { rowMask: rows.mask, colMask: columns.mask, averages: p.averages, tile: p.tile, signal };
      for (let k = 0; k < REFERENCE_READINGS; k += 1) readings.add(await board.readMap(selected));
      ohm[state] = readings.mean;
    }
    const { verdicts } = judgeCells(ohm.p, ohm.ap);
    return verdicts.map((verdict, position) => ({
      row: rows.lines[Math.floor(position / columns.lines.length)]!,
      col: columns.lines[position % columns.lines.length]!,
      verdict,
      parallelOhm: ohm.p[position]!,
      antiparallelOhm: ohm.ap[position]!,
      thresholdOhm: Math.sqrt(ohm.p[position]! * ohm.ap[position]!),
      records: [],
    }));
  }

  async *#passage(
    rows: LineSelection,
    cells: readonly LoopCell[],
    at: { readonly loop: number; readonly biasV: number; readonly from: 'p' | 'ap'; readonly total: number },
  ): Events {
    const { board, params: p, signal } = this.#ctx;
    const { columns, fieldsAPerM: down } = this.#plan;
    const { loop, biasV, from } = at;
    const fieldsAPerM = from === 'p' ? down : [...down].reverse();
    await this.#restCoil(fieldsAPerM, rows);
    const plan: PassagePlan = {
      board,
      wait: this.#wait,
      coil: this.#coil,
      signal,
      rows,
      columns,
      tile: p.tile,
      drive: { ...this.#drive!, biasV },
      from,
      fieldsAPerM,
      dwellS: p.dwell,
      averages: p.averages,
    };
    const readings: PassageReading[] = [];
    const began = await this.#wait.now();
    for await (const reading of passField(plan)) {
      readings.push(reading);
      this.#steps += 1;
      this.#dwellSum += reading.dwellS;
      if (loop === 0) yield* loopRows(reading, cells, from, biasV);
      yield {
        type: 'progress',
        done: this.#steps,
        total: at.total,
        unit: 'field points',
        note: `loop ${loop + 1}/${p.loops}`,
      };
    }
    this.#secondsEach = ((await this.#wait.now()) - began) / readings.length;
    this.#meanLoop.add(readings, cells, from, biasV);
    if (loop === 0) this.#show(readings, cells, biasV);
    for (const [position, cell] of cells.entries()) {
      if (cell.verdict !== 'good') continue;
      const row = rows.lines.indexOf(cell.row);
      const record = recordOf(readings, { position, row, thresholdOhm: cell.thresholdOhm }, from, biasV);
      if (record === undefined) continue;
      cell.records.push(record);
      const field = switchingField(record);
      if (field === undefined) continue;
      const values = { row: cell.row, col: cell.col, bias_V: biasV, loop, branch: branchOf(from) };
      yield { type: 'row', table: 'switching-fields', values: { ...values, field_A_per_m: field } };
    }
  }

  /** Keeps the first loop of the first cell that follows, passage after passage. */
  #show(readings: readonly PassageReading[], cells: readonly LoopCell[], biasV: number): void {
    const cell = this.#shown?.cell ?? cells.find(({ verdict }) => verdict === 'good');
    if (cell === undefined || !cells.includes(cell)) return;
    this.#shown ??= { cell, loops: [] };
    const { loops } = this.#shown;
    let loop = loops.find((each) => each.biasV === biasV);
    if (loop === undefined) loops.push((loop = { biasV, fieldAPerM: [], ohm: [] }));
    for (const { fieldAPerM, ohm } of readings) {
      loop.fieldAPerM.push(fieldAPerM);
      loop.ohm.push(ohm[cells.indexOf(cell)]!);
    }
  }

  /** Rests the coil as long as the next passage needs. */
  async #restCoil(fieldsAPerM: readonly number[], rows: LineSelection): Promise<void> {
    const { board, params: p, signal } = this.#ctx;
    const restS = this.#coil.restFor(fieldsAPerM, this.#secondsEach);
    if (restS === Infinity)
      throw new StateError('one passage would heat the coil beyond its budget', {
        nextStep: 'Make fieldMax or dwell smaller, or fieldStep larger.',
      });
    if (restS === 0) return;
    this.#rests += 1;
    await board.setConfig(this.#drive!, signal);
    const since = await this.#wait.now();
    const place = { row: rows.lines[0]!, column: this.#plan.columns.lines[0]!, tile: p.tile };
    const now = await this.#wait.until(since + restS, place);
    this.#coil.advance(0, now - since);
  }
}

/** Name of a passage: down takes cells from parallel to antiparallel. */
export function branchOf(from: 'p' | 'ap'): string {
  return from === 'p' ? 'down' : 'up';
}

function* loopRows(
  { fieldAPerM, ohm, dwellS }: PassageReading,
  cells: readonly LoopCell[],
  from: 'p' | 'ap',
  biasV: number,
): Generator<ExperimentEvent> {
  for (const [position, { row, col }] of cells.entries()) {
    yield {
      type: 'row',
      table: 'loops',
      values: {
        row,
        col,
        bias_V: biasV,
        branch: branchOf(from),
        field_A_per_m: fieldAPerM,
        resistance_ohm: ohm[position]!,
        dwell_s: dwellS,
      },
    };
  }
}
