import { formatDuration, formatSi } from '../../../base/index.js';
import type { BoardIdentity } from '../../../firmware-host/host/index.js';
import { encodeGrayPng, ledgerForReport, renderReport, type ReportFact, type ReportInput } from '../../report/index.js';
import type { RunWriter } from '../../runs/index.js';
import type { EnergyReport } from '../../energy/index.js';
import { encodeIdx } from '../data/idx.js';
import type { GenerationRecord } from './record.js';

/** How a run ended, as far as its report says it. */
export interface GenerationEnd {
  readonly status: string;
  readonly energy: EnergyReport;
  /** Why the host's own energy is missing, if it is. */
  readonly hostUnavailable?: string;
}

/**
 * Writes what a generation leaves: grid.png, path.png, the images as IDX, and report.html (the engine writes energy.json). A generation that
 * was cut short leaves its images as they stood.
 */
export async function writeGeneration(
  run: RunWriter,
  board: BoardIdentity,
  record: GenerationRecord,
  end: GenerationEnd,
): Promise<void> {
  const { state } = record;
  const side = record.model.layout.shape.side;
  const grid = encodeGrayPng(record.sheet(3));
  const strip = record.path(2);
  const path = strip && encodeGrayPng(strip);
  await run.writeFile('grid.png', grid);
  if (path) await run.writeFile('path.png', path);
  await run.writeFile(
    'images.idx3-ubyte',
    encodeIdx({ dimensions: [state.labels.length, side, side], values: state.images }),
  );
  await run.writeFile('labels.idx1-ubyte', encodeIdx({ dimensions: [state.labels.length], values: state.labels }));
  await run.writeFile('report.html', renderReport(reportInput(run, board, record, end, grid, path)));
}

function reportInput(
  run: RunWriter,
  board: BoardIdentity,
  record: GenerationRecord,
  end: GenerationEnd,
  grid: Uint8Array,
  path?: Uint8Array,
): ReportInput {
  const { manifest } = run;
  const count = record.state.labels.length;
  const whole = end.status === 'finished';
  return {
    title: whole
      ? `${count} generated images`
      : `${record.state.finished} of ${count} generated images (${end.status})`,
    summary: `Noise: ${record.bits.toLocaleString('en')} bits of the board's own stream. Products: ${record.counters.vectors.toLocaleString('en')} vectors through its array.`,
    run: {
      id: manifest.id,
      experiment: manifest.experiment,
      status: end.status,
      startedAt: manifest.started,
      parameters: facts(manifest.params),
      versions: facts(manifest.versions),
    },
    board: { kind: board.kind, name: board.name, facts: boardFacts(board) },
    images: count,
    grid: {
      png: grid,
      alt: `${count} generated images`,
      caption: whole ? 'Generated images' : 'The images as they stood when the run ended',
    },
    ...(path && {
      path: {
        png: path,
        alt: 'From noise on the left to images on the right',
        caption: 'Denoising path: from the first bits on the left to the image on the right',
      },
    }),
    steps: record.steps,
    ledger: ledgerForReport(end.energy, end.hostUnavailable === undefined ? {} : { host: end.hostUnavailable }),
    time: { wallSeconds: record.seconds, boardSeconds: record.boardSeconds },
    bitsUsed: record.bits,
    macs: record.macs,
    network: { facts: networkFacts(record), tables: [mappingTable(record)] },
  };
}

function facts(values: Readonly<Record<string, unknown>>): ReportFact[] {
  return Object.entries(values).map(([label, value]) => ({
    label,
    value: typeof value === 'string' ? value || '(default)' : JSON.stringify(value),
  }));
}

function boardFacts({ kind, serial, model, firmware, geometry, protocol }: BoardIdentity): ReportFact[] {
  return [
    { label: 'Kind', value: kind },
    { label: 'Model', value: model },
    { label: 'Serial', value: serial },
    { label: 'Firmware', value: firmware },
    { label: 'Array', value: `${geometry.rows} × ${geometry.cols} cells` },
    { label: 'Protocol', value: `${protocol.major}.${protocol.minor}` },
  ];
}

function networkFacts(record: GenerationRecord): ReportFact[] {
  const { model, gains, counters, work } = record;
  const { array, host } = model.layout.macs();
  const { trits, activationBits } = model.quantisation;
  return [
    { label: 'Model', value: `${model.name}, trained on ${model.data}`, note: model.command },
    {
      label: 'Weights on the array',
      value: `${trits} ternary digits, ${3 ** trits} levels; a digit is a pair of cells`,
    },
    { label: 'Activations', value: `${activationBits} bits, one plane after the other` },
    {
      label: 'Products on the array',
      value: `${formatSi(array, 'MAC', 3)} an image and step`,
      note: `${((100 * array) / (array + host)).toFixed(1)} % of all; first and last layer and the embedding of time and label stay on the host`,
    },
    {
      label: 'Programmings',
      value: counters.programmings.toLocaleString('en'),
      note: `${counters.cellsFailed.toLocaleString('en')} of ${counters.cellsWritten.toLocaleString('en')} cells could not be written`,
    },
    {
      label: 'Gain',
      value: `${(gains.codesPerUnit.reduce((a, b) => a + b, 0) / gains.codesPerUnit.length).toFixed(2)} codes a unit, spread ${(100 * gains.spread).toFixed(2)} %`,
      note: 'measured on the board before the run',
    },
    { label: 'Clipped conversions', value: counters.clipped.toLocaleString('en') },
    { label: 'Estimate before the run', value: `${formatDuration(work.boardTimeS)} on the board as designed` },
  ];
}

function mappingTable(record: GenerationRecord): ReportInput['network']['tables'][number] {
  const rows = record.model.layout.slots
    .filter((slot) => slot.onArray)
    .map((slot) => [slot.name, slot.rows, slot.cols, slot.rows * slot.cols]);
  return { caption: 'Matrices on the array', columns: ['Matrix', 'Inputs', 'Outputs', 'Weights'], rows };
}
