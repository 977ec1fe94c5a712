import { checkNumber } from '../../base/index.js';
import type { ChannelData } from './channel-data.js';
import type { TimeAxis, TimeBase } from './time-base.js';

/** Pieces that a bin must hold for its edges to be moved to whole pieces, so that a view of a long record reads nothing. */
const PIECES_A_BIN = 4;

/** A stretch of time of a channel as it is drawn: at most so many points; a point of NaN is a gap. Never a source of statistics. */
export interface ChannelView {
  readonly channel: string;
  /** Seconds on the axis that was asked for. */
  readonly timeS: Float64Array;
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly mean: Float64Array;
  /** Samples behind each point. */
  readonly count: Float64Array;
  /** Samples in the stretch, and lost ones in it. */
  readonly samples: number;
  readonly lost: number;
  /** Whether each point is one sample. */
  readonly raw: boolean;
}

/** What to look at. */
export interface ViewRange {
  readonly axis: TimeAxis;
  readonly fromS: number;
  readonly toS: number;
  /** Points at most; gaps come on top. */
  readonly bins: number;
}

class Points {
  readonly #values: number[] = [];

  add(timeS: number, min: number, max: number, mean: number, count: number): void {
    this.#values.push(timeS, min, max, mean, count);
  }

  column(k: number): Float64Array {
    const out = new Float64Array(this.#values.length / 5);
    for (let i = 0; i < out.length; i += 1) out[i] = this.#values[5 * i + k]!;
    return out;
  }
}

/** A channel between two times in at most `bins` points. @throws RangeError; FileError */
export function channelView(data: ChannelData, times: TimeBase, range: ViewRange): ChannelView {
  const { axis, fromS, toS } = range;
  const bins = checkNumber('bins', range.bins, { min: 1, max: 20_000, integer: true });
  checkNumber('fromS', fromS);
  checkNumber('toS', toS, { min: fromS });
  const { length } = data;
  // One sample more on either side, so that the line runs to the edges.
  const from = Math.max(0, times.sampleAt(fromS, axis, length) - 1);
  const to = Math.min(length, times.sampleAt(toS, axis, length) + 1);
  const points = new Points();
  const raw = to - from <= bins;
  if (raw) samplePoints(points, data, times, axis, from, to);
  else binPoints(points, data, times, range, bins);
  return {
    channel: data.spec.name,
    timeS: points.column(0),
    min: points.column(1),
    max: points.column(2),
    mean: points.column(3),
    count: points.column(4),
    samples: to - from,
    lost: times.losses(from, to).samples,
    raw,
  };
}

function samplePoints(
  points: Points,
  data: ChannelData,
  times: TimeBase,
  axis: TimeAxis,
  from: number,
  to: number,
): void {
  let sample = from;
  let before = NaN;
  for (const page of data.pages(from, to)) {
    for (let i = 0; i < page.length; i += 1, sample += 1) {
      const position = times.positionOf(sample);
      const timeS = times.timeOf(sample, axis);
      if (position > before + 1) points.add(timeS, NaN, NaN, NaN, 0);
      const value = page[i]!;
      points.add(timeS, value, value, value, Number.isNaN(value) ? 0 : 1);
      before = position;
    }
  }
}

function binPoints(
  points: Points,
  data: ChannelData,
  times: TimeBase,
  { axis, fromS, toS }: ViewRange,
  bins: number,
): void {
  const { length, pieceSize } = data;
  const edges = Array.from({ length: bins + 1 }, (_, k) =>
    times.sampleAt(fromS + ((toS - fromS) * k) / bins, axis, length),
  );
  const coarse = (edges[bins]! - edges[0]!) / bins >= PIECES_A_BIN * pieceSize;
  const edge = (k: number): number => (coarse ? Math.floor(edges[k]! / pieceSize) * pieceSize : edges[k]!);
  for (let k = 0; k < bins; k += 1) {
    const [from, to] = [edge(k), edge(k + 1)];
    const timeS = fromS + ((toS - fromS) * (k + 0.5)) / bins;
    if (to > from) {
      const { min, max, sum, count } = data.aggregate(from, to);
      if (count > 0) points.add(timeS, min, max, sum / count, count);
      else points.add(timeS, NaN, NaN, NaN, 0);
    } else if (lostAt(times, edges[k]!, length)) {
      points.add(timeS, NaN, NaN, NaN, 0);
    }
  }
}

/** Whether something was lost just before a sample. */
function lostAt(times: TimeBase, sample: number, length: number): boolean {
  return sample > 0 && sample < length && times.positionOf(sample) > times.positionOf(sample - 1) + 1;
}

/** The whole record of a channel, for an overview beneath the plot. */
export interface ChannelOverview {
  readonly channel: string;
  readonly timeS: Float64Array;
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly mean: Float64Array;
  /** When the record begins and ends. */
  readonly fromS: number;
  readonly toS: number;
}

/** A channel's overview: a bounded number of points, from memory. */
export function channelOverview(data: ChannelData, times: TimeBase, axis: TimeAxis): ChannelOverview {
  const { binSize, bins } = data.overview();
  const points = new Points();
  bins.forEach(({ min, max, sum, count }, k) => {
    const timeS = times.timeOf(Math.min((k + 0.5) * binSize, data.length), axis);
    if (count > 0) points.add(timeS, min, max, sum / count, count);
    else points.add(timeS, NaN, NaN, NaN, 0);
  });
  const [timeS, min, max, mean] = [0, 1, 2, 3].map((k) => points.column(k));
  return {
    channel: data.spec.name,
    timeS: timeS!,
    min: min!,
    max: max!,
    mean: mean!,
    fromS: data.length === 0 ? 0 : times.timeOf(0, axis),
    toS: data.length === 0 ? 0 : times.timeOf(data.length, axis),
  };
}
