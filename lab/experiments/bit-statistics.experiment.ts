import { z } from 'zod';
import { wilsonInterval, Z_95 } from '../../base/index.js';
import { autocorrelation } from '../entropy/statistics/autocorrelation.js';
import { bitsOfTurn, cellSeries, type StreamLayout } from '../entropy/statistics/cell-series.js';
import { PackedBits } from '../entropy/statistics/packed-bits.js';
import { transitions } from '../entropy/statistics/transitions.js';
import { allanRows, biasRow, biasWindows } from './bits/bias-windows.js';
import { bitSourceFields, bitSourceTexts, chooseRows, layoutOf, setPulse } from './bits/bit-params.js';
import { cellFindings, cellRow } from './bits/cell-findings.js';
import { largestCorrelation, lagRow } from './bits/lag-findings.js';
import { pseudoRandomNote, readBits, timeOfBit, type ReadBits } from './bits/read-bits.js';
import { STATISTICS_VIEWS } from './bits/statistics-views.js';
import { defineExperiment, type ExperimentContext } from './define-experiment.js';
import type { ExperimentEvent } from './events.js';
import { count, flag } from './params.js';
import { RunTimes } from './run-times.js';

const params = z.object({
  bits: count({
    label: 'Bits',
    default: 1 << 24,
    min: 1024,
    max: 1 << 28,
    help: 'Rounded up to whole turns of the rows, 64 shots each.',
  }),
  ...bitSourceFields,
  controller: flag({
    label: 'Controller',
    default: false,
    help: 'Lets the board hold the mean; it hides slow changes.',
  }),
  lags: count({ label: 'Lags', default: 256, min: 1, max: 4096, help: 'Of the autocorrelation, 1 to this.' }),
  windowTurns: count({
    label: 'Turns of a window',
    default: 1,
    min: 1,
    max: 1 << 20,
    help: 'Turns of all rows that one point of the share of ones is made of.',
  }),
  mapCells: count({ label: 'Cells of the bit map', default: 256, min: 1, max: 4096 }),
  mapShots: count({ label: 'Shots of the bit map', default: 384, min: 1, max: 4096 }),
});

type Context = ExperimentContext<z.output<typeof params>>;
type Events<T = void> = AsyncGenerator<ExperimentEvent, T, undefined>;

export const bitStatistics = defineExperiment({
  id: 'bit-statistics',
  title: 'Bit statistics',
  summary:
    'Reads raw bits and shows their bias against time with the Allan deviation, correlations along the stream and within cells, and what single cells are worth.',
  params,
  views: STATISTICS_VIEWS,
  texts: {
    de: {
      title: 'Bit-Statistik',
      summary:
        'Liest Rohbits und zeigt ihren Bias über der Zeit mit der Allan-Abweichung, Korrelationen im Strom und innerhalb von Zellen, und was einzelne Zellen wert sind.',
      params: {
        bits: ['Bits', 'Aufgerundet auf ganze Umläufe durch die Zeilen zu je 64 Schuss.'],
        ...bitSourceTexts,
        controller: ['Regler', 'Lässt das Board den Mittelwert halten; das verdeckt langsame Änderungen.'],
        lags: ['Verschiebungen', 'Der Autokorrelation, von 1 bis zu dieser.'],
        windowTurns: [
          'Umläufe eines Fensters',
          'Umläufe durch alle Zeilen, aus denen ein Punkt des Anteils der Einsen entsteht.',
        ],
        mapCells: ['Zellen der Bitkarte'],
        mapShots: ['Schüsse der Bitkarte'],
      },
      views: {
        bias: 'Anteil der Einsen über der Zeit',
        'allan-deviation': 'Allan-Abweichung des Anteils der Einsen',
        'autocorrelation-stream': 'Autokorrelation des Stroms',
        'autocorrelation-cells': 'Autokorrelation innerhalb von Zellen',
        'cell-map': 'Anteil der Einsen jeder Zelle',
        'entropy-map': 'Min-Entropie jeder Zelle nach ihrem häufigsten Wert',
        'cell-entropy': 'Zellen nach ihrer Min-Entropie (häufigster Wert)',
        'bit-map': 'Zellen (abwärts) und Schüsse (seitwärts)',
      },
      labels: {
        'Board time': 'Zeit des Boards',
        'Share of ones': 'Anteil der Einsen',
        'Averaging time': 'Mittelungszeit',
        measured: 'gemessen',
        'independent bits: √(p(1−p)/n)': 'unabhängige Bits: √(p(1−p)/n)',
        'Allan deviation': 'Allan-Abweichung',
        'Lag, bits of the stream': 'Verschiebung, Bits des Stroms',
        'Lag, shots of a cell': 'Verschiebung, Schüsse einer Zelle',
        'r_{k}': 'r_{k}',
        'independent bits, 95 % of lags': 'unabhängige Bits, 95 % der Verschiebungen',
        Correlation: 'Korrelation',
        Column: 'Spalte',
        Row: 'Zeile',
        'Min-entropy a bit': 'Min-Entropie je Bit',
      },
    },
  },
  work: (p, array) => ({ amount: turnsOf(p.bits, layoutOf(p, array)), unit: 'bits' }),
  async *run(ctx) {
    const { board, params: p, signal } = ctx;
    const times = await RunTimes.start(ctx);
    const rows = chooseRows(board, p);
    const layout: StreamLayout = { rows: rows.lines, columns: board.identity.geometry.cols };
    yield* pseudoRandomNote(board);
    const drive = await setPulse(ctx, p);
    await ctx.phase('read bits');
    const bits = turnsOf(p.bits, layout);
    const read = yield* readBits(board, { rows, bits, controller: p.controller, signal });
    await ctx.phase('count');
    yield* tellStream(ctx, read, layout);
    yield* tellCells(ctx, read, layout);
    const { pulseWidthS, amplitudeV } = drive;
    const { pauses, unhealthyBlocks } = read;
    yield { type: 'result', values: { bits, pulseWidthS, amplitudeV, pauses, unhealthyBlocks } };
    yield await times.result();
  },
});

/** Bits rounded up to whole turns of the rows. */
function turnsOf(bits: number, layout: StreamLayout): number {
  return Math.ceil(bits / bitsOfTurn(layout)) * bitsOfTurn(layout);
}

async function* tellStream({ params: p, signal }: Context, read: ReadBits, layout: StreamLayout): Events {
  const stream = PackedBits.fromBytes(read.bytes, read.bits);
  const windows = biasWindows(stream, p.windowTurns * bitsOfTurn(layout), (bit) => timeOfBit(read, bit));
  for (const window of windows) yield { type: 'row', table: 'bias', values: biasRow(window) };
  const windowS = windows.length < 2 ? NaN : (windows.at(-1)!.timeS - windows[0]!.timeS) / (windows.length - 1);
  for (const values of allanRows(windows, windowS)) yield { type: 'row', table: 'allan', values };
  if (windows.length < 3)
    yield { type: 'note', text: 'fewer than three windows: too few for an Allan deviation; read more bits' };
  signal.throwIfAborted();
  const ones = stream.ones();
  const [lower, upper] = wilsonInterval(ones, read.bits);
  const { oneAfterZero, oneAfterOne, oneAfterZeroInterval, oneAfterOneInterval } = transitions([stream]);
  yield {
    type: 'result',
    values: {
      ones,
      p: ones / read.bits,
      pInterval: [lower, upper],
      // In standard deviations of independent fair bits.
      biasSigmas: (ones - read.bits / 2) / (Math.sqrt(read.bits) / 2),
      streamOneAfterZero: oneAfterZero,
      streamOneAfterZeroInterval: oneAfterZeroInterval,
      streamOneAfterOne: oneAfterOne,
      streamOneAfterOneInterval: oneAfterOneInterval,
    },
  };
}

async function* tellCells({ params: p, signal }: Context, read: ReadBits, layout: StreamLayout): Events {
  const cells = cellSeries(read.bytes, read.bits, layout);
  yield bitMap(cells, p.mapCells, p.mapShots);
  for (const [k, cell] of cells.entries()) {
    const place = { row: layout.rows[Math.floor(k / layout.columns)]!, col: k % layout.columns };
    yield { type: 'row', table: 'cells', values: cellRow(place, cell) };
  }
  signal.throwIfAborted();
  const stream = autocorrelation([PackedBits.fromBytes(read.bytes, read.bits)], p.lags);
  signal.throwIfAborted();
  const within = autocorrelation(cells, p.lags);
  for (const [k, along] of stream.entries())
    yield { type: 'row', table: 'autocorrelation', values: lagRow(along, within[k]!, Z_95) };
  const { oneAfterZero, oneAfterOne, oneAfterZeroInterval, oneAfterOneInterval } = transitions(cells);
  yield {
    type: 'result',
    values: {
      streamLargest: largestCorrelation(stream),
      cellsLargest: largestCorrelation(within),
      cellsOneAfterZero: oneAfterZero,
      cellsOneAfterZeroInterval: oneAfterZeroInterval,
      cellsOneAfterOne: oneAfterOne,
      cellsOneAfterOneInterval: oneAfterOneInterval,
      ...cellFindings(cells, layout),
    },
  };
}

/** A picture of the first shots of the first cells: white is 1. */
function bitMap(cells: readonly PackedBits[], mostCells: number, mostShots: number): ExperimentEvent {
  const height = Math.min(mostCells, cells.length);
  const width = Math.min(mostShots, cells[0]?.length ?? 0);
  const data = new Uint8Array(width * height);
  for (let cell = 0; cell < height; cell++)
    for (let shot = 0; shot < width; shot++) data[cell * width + shot] = 255 * cells[cell]!.at(shot);
  return { type: 'image', name: 'bit-map', width, height, data };
}
