import { checkNumber } from '../../base/index.js';
import { copyBits } from '../../firmware-host/host/bits.js';
import { BitChannel } from './bit-channel.js';
import type { CaptureReading } from './capture-types.js';
import { sampleBytes } from './channel.js';
import type { TimeAxis } from './time-base.js';

/** A stretch of time of some channels, seconds on an axis: from the first to before the second. */
export interface Selection {
  readonly channels: readonly string[];
  readonly axis: TimeAxis;
  readonly fromS: number;
  readonly toS: number;
}

/** What an export would write. */
export interface ExportEstimate {
  readonly samples: number;
  readonly bytes: number;
}

/** Characters of a number with all its digits, and of the times before it: what rows of a CSV come to, roughly. */
const CSV_NUMBER = 20;
const CSV_BIT = 2;
/** Characters that are gathered before they are written. */
const CHUNK = 1 << 16;

/** The samples of a channel in a selection. */
export function selectedSamples(
  capture: CaptureReading,
  channel: string,
  { axis, fromS, toS }: Omit<Selection, 'channels'>,
): { readonly from: number; readonly to: number } {
  checkNumber('fromS', fromS);
  checkNumber('toS', toS, { min: fromS });
  const data = capture.data(channel);
  const times = capture.times(channel);
  return { from: times.sampleAt(fromS, axis, data.length), to: times.sampleAt(toS, axis, data.length) };
}

/** How large a CSV of a selection would be, roughly. */
export function estimateCsv(capture: CaptureReading, selection: Selection): ExportEstimate {
  let samples = 0;
  let bytes = 0;
  for (const group of byTimeBase(capture, selection)) {
    const { from, to } = selectedSamples(capture, group[0]!, selection);
    const row = 2 * CSV_NUMBER + group.reduce((sum, name) => sum + (isBits(capture, name) ? CSV_BIT : CSV_NUMBER), 0);
    samples += (to - from) * group.length;
    bytes += (to - from) * row;
  }
  return { samples, bytes };
}

function isBits(capture: CaptureReading, channel: string): boolean {
  return capture.data(channel).spec.type === 'bits';
}

function byTimeBase(capture: CaptureReading, { channels }: Selection): string[][] {
  const groups = new Map<string, string[]>();
  for (const channel of channels) {
    const { time } = capture.data(channel).spec;
    groups.set(time, [...(groups.get(time) ?? []), channel]);
  }
  return [...groups.values()];
}

/**
 * Rows of a selection as CSV, in pieces of some kilobytes: `.` as decimal mark, SI base units in the headers, every digit of every number.
 * Samples that do not exist are empty; lost ones have no row, as their positions show.
 *
 * @throws RangeError for channels of more than one time base, whose samples are no rows of one table
 */
export function* csvOf(capture: CaptureReading, selection: Selection): Generator<string> {
  const groups = byTimeBase(capture, selection);
  if (groups.length !== 1)
    throw new RangeError('channels of one table must be sampled together; export the others into a file of their own');
  const names = groups[0]!;
  const { from, to } = selectedSamples(capture, names[0]!, selection);
  const times = capture.times(names[0]!);
  const specs = names.map((name) => capture.data(name).spec);
  const header = specs.map(({ title, unit }) => quoted(unit === '' ? title : `${title} (${unit})`));
  let text = `${['Position', 'Time (s)', 'Board time (s)', ...header].join(',')}\n`;
  const columns = names.map((name) => samplesOf(capture, name, from, to));
  for (let sample = from; sample < to; sample += 1) {
    const values = columns.map((column) => column.next().value ?? NaN);
    const cells = values.map((value) => (Number.isNaN(value) ? '' : String(value)));
    const [hostS, boardS] = [times.timeOf(sample, 'host'), times.timeOf(sample, 'board')];
    text += `${times.positionOf(sample)},${hostS},${boardS},${cells.join(',')}\n`;
    if (text.length > CHUNK) {
      yield text;
      text = '';
    }
  }
  yield text;
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Samples one by one; copies of pages, since columns take turns. */
function* samplesOf(capture: CaptureReading, name: string, from: number, to: number): Generator<number, undefined> {
  for (const page of capture.data(name).pages(from, to)) yield* page.slice();
  return undefined;
}

/** The bits of a selection as bytes, the first in the least significant place, in pieces; unused places of the last byte are 0. */
export function* packedBitsOf(
  capture: CaptureReading,
  channel: string,
  from: number,
  to: number,
): Generator<Uint8Array> {
  const data = capture.data(channel);
  if (!(data instanceof BitChannel)) throw new RangeError(`${channel} is no channel of bits`);
  const shift = from % 8;
  // Each piece begins where a byte of the output does; what is left over joins the next.
  let rest = new Uint8Array(1);
  let restBits = 0;
  for (const { bytes, fromBit, toBit } of data.packed(from, to)) {
    if (shift === 0) {
      const piece = bytes.slice(fromBit / 8, Math.ceil(toBit / 8));
      if (toBit % 8 !== 0) piece[piece.length - 1]! &= (1 << (toBit % 8)) - 1;
      yield piece;
      continue;
    }
    const bits = toBit - fromBit;
    const piece = new Uint8Array(Math.ceil((restBits + bits) / 8));
    copyBits(rest, 0, piece, 0, restBits);
    copyBits(bytes, fromBit, piece, restBits, bits);
    const whole = Math.floor((restBits + bits) / 8);
    restBits = (restBits + bits) % 8;
    rest = restBits === 0 ? new Uint8Array(1) : piece.slice(whole);
    if (whole > 0) yield piece.slice(0, whole);
  }
  if (restBits > 0) yield rest;
}

/** Bytes of the samples of a channel between two of them. */
export function rawBytes(capture: CaptureReading, channel: string, from: number, to: number): number {
  return Math.ceil((to - from) * sampleBytes(capture.data(channel).spec.type));
}
