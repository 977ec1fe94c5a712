import type { ExperimentContext } from '../define-experiment.js';
import { PackedBits } from '../../entropy/statistics/packed-bits.js';
import type { Cell, ExperimentEvent } from '../events.js';
import { fitLine } from '../line-fit.js';
import { allanRows, biasRow, type BiasWindow } from './bias-windows.js';
import type { ChosenRows } from './bit-params.js';
import type { DriftPart } from './drift-views.js';
import { readBits, timeOfBit, type ReadBits } from './read-bits.js';

/** How the bias is followed. */
export interface DriftPlan {
  readonly rows: ChosenRows;
  readonly windowBits: number;
  readonly windows: number;
  /** Board time of all windows, s. */
  readonly durationS: number;
}

/** Seconds of an hour. */
const HOUR_S = 3600;
/** Data bytes of a block at most: its time is told at its first bit. */
const MOST_BLOCK_BYTES = 32_768;

/** Follows the share of ones, window by window as they come, with the knobs and the temperature beside it. */
export async function* followBias(
  ctx: Pick<ExperimentContext, 'board' | 'signal'>,
  { rows, windowBits, windows, durationS }: DriftPlan,
  { controller, before, total }: { readonly controller: 'on' | 'off'; readonly before: number; readonly total: number },
): AsyncGenerator<ExperimentEvent, DriftPart> {
  const { board, signal } = ctx;
  const bits = windowBits * windows;
  const biases: Record<string, Cell>[] = [];
  const knobs: Record<string, Cell>[] = [];
  const found: BiasWindow[] = [];
  const ready: ExperimentEvent[] = [];
  const faults = { count: 0 };
  let soFar: ReadBits | undefined;
  const stopListening = board.on('fault', () => {
    faults.count++;
  });
  try {
    for await (const event of readBits(board, {
      rows,
      bits,
      signal,
      controller: controller === 'on',
      rateLimit: Math.max(1, Math.round(bits / 8 / durationS)),
      blockBytes: Math.min(MOST_BLOCK_BYTES, board.limits.maxBlockBytes, windowBits / 8),
      // Few blocks ahead, so that what the board says of its knobs belongs to the bits that have come.
      window: 2,
      note: `controller ${controller}`,
      before,
      total,
      onBlock: (read) => (soFar = read),
    })) {
      yield event;
      const before = found.length;
      while (soFar !== undefined && (found.length + 1) * windowBits <= soFar.bits) {
        const window = windowOf(soFar, found.length, windowBits);
        found.push(window);
        const values = { controller, time_h: window.timeS / HOUR_S, ...biasRow(window) };
        biases.push(values);
        ready.push({ type: 'row', table: 'bias', values });
      }
      if (found.length > before) {
        const values = await knobRow(ctx, controller, faults.count);
        knobs.push(values);
        ready.push({ type: 'row', table: 'knobs', values });
      }
      yield* ready.splice(0);
    }
  } finally {
    stopListening();
  }
  // Rates are whole bytes a second: what the windows took is not quite what was asked for.
  const windowS = (found.at(-1)!.timeS - found[0]!.timeS) / (found.length - 1);
  const allan = allanRows(found, windowS);
  for (const values of allan) yield { type: 'row', table: 'allan', values: { controller, ...values } };
  return { controller, rows: biases, allan, knobs };
}

function windowOf(read: ReadBits, number: number, windowBits: number): BiasWindow {
  const first = (number * windowBits) / 8;
  const bits = PackedBits.fromBytes(read.bytes.subarray(first, first + windowBits / 8));
  return { timeS: timeOfBit(read, number * windowBits), bits: windowBits, ones: bits.ones() };
}

/** What the board says of its knobs. The board is ahead of the bits by the blocks under way: the time is its own. */
async function knobRow(
  { board, signal }: Pick<ExperimentContext, 'board' | 'signal'>,
  controller: string,
  faults: number,
): Promise<Record<string, Cell>> {
  const { boardTimeS, fieldAPerM, arrayTemperatureK, health } = await board.readTelemetry(signal);
  return {
    controller,
    time_h: boardTimeS / HOUR_S,
    time_s: boardTimeS,
    field_A_per_m: fieldAPerM,
    temperature_K: arrayTemperatureK ?? NaN,
    healthy: health.ok,
    faults,
  };
}

/** What became of the share of ones in a part: its mean, a straight line through it, how far it strays, and the controller's work. */
export function driftFindings({ rows, allan, knobs }: DriftPart): Record<string, unknown> {
  const column = (name: string, of = rows): number[] => of.map((row) => Number(row[name]));
  const p = column('p');
  const bits = column('bits');
  const line = fitLine(
    column('time_h'),
    p,
    // Never 0, also where all bits are alike.
    p.map((value, k) => Math.sqrt(Math.max(value * (1 - value), 1 / bits[k]!) / bits[k]!)),
  );
  const longest = allan.at(-1);
  const fields = column('field_A_per_m', knobs);
  return {
    p: p.reduce((sum, value) => sum + value, 0) / p.length,
    largestBias: Math.max(...p.map((value) => Math.abs(value - 0.5))),
    slopePerHour: line.slope,
    slopePerHourStandardError: line.slopeError,
    /** Σ((p − line)/σ)² and its degrees: about equal where a line and independent bits say it all. */
    chiSquareOfLine: line.chiSquare,
    degrees: line.degrees,
    allanLongestS: longest?.['averaging_s'] ?? null,
    allanOverWhite: longest === undefined ? null : Number(longest['deviation']) / Number(longest['white']),
    fieldFromAPerM: fields[0] ?? null,
    fieldToAPerM: fields.at(-1) ?? null,
    fieldChanges: fields.filter((field, k) => k > 0 && field !== fields[k - 1]).length,
    faults: Number(knobs.at(-1)?.['faults'] ?? 0),
  };
}
