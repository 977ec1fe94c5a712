import { checkNumber, CompensatedSum, meanOf, rmsOf, standardDeviationOf } from '../../base/index.js';
import { BitChannel } from './bit-channel.js';
import type { ChannelData } from './channel-data.js';
import { quantiles } from './order-statistics.js';
import type { TimeAxis, TimeBase } from './time-base.js';

/** Statistics of a stretch of a channel, all of them of the samples in its file. Figures that do not exist are NaN. SI units. */
export interface ChannelStatistics {
  readonly channel: string;
  readonly unit: string;
  /** Samples of the stretch: from the first to before the last. */
  readonly from: number;
  readonly to: number;
  /** When the stretch begins and ends, seconds of either clock. */
  readonly hostS: readonly [from: number, to: number];
  readonly boardS: readonly [from: number, to: number];
  /** Samples that exist. */
  readonly count: number;
  /** Samples that stand in the file as not existing (NaN). */
  readonly missing: number;
  /** Samples that were lost on the way, in how many gaps. Nothing fills them. */
  readonly lost: number;
  readonly gaps: number;
  readonly min: number;
  readonly max: number;
  readonly sum: number;
  readonly mean: number;
  readonly rms: number;
  /** Of the samples about their mean, with n − 1. */
  readonly standardDeviation: number;
  /** Integral over the time of `integralClock`, in `unit`·s, by trapezoids between neighbours; time across gaps is left out. */
  readonly integral: number;
  /** Seconds of that clock that the integral covers. */
  readonly integralS: number;
  /**
   * The board's clock; the computer's where the board's stood still over the whole stretch, as that of a simulated board does while it has
   * nothing to do.
   */
  readonly integralClock: TimeAxis;
  /** Quantiles by share, where they were asked for. */
  readonly quantiles: readonly { readonly share: number; readonly value: number }[];
}

/** What to compute beyond what the aggregates know at once. */
export interface StatisticsOptions {
  /** Shares between 0 and 1: ½ is the median. Read from the file, in four passes. */
  readonly quantiles?: readonly number[];
  /** Reads the stretch once. */
  readonly integral?: boolean;
}

/**
 * Statistics of samples `from` to `to` (excluded). Count, extremes, sums, mean, RMS and standard deviation come from exact aggregates,
 * quantiles and the integral from the file; nothing comes from what is drawn.
 *
 * @throws RangeError outside the record; FileError
 */
export function channelStatistics(
  data: ChannelData,
  times: TimeBase,
  from: number,
  to: number,
  options: StatisticsOptions = {},
): ChannelStatistics {
  checkNumber('from', from, { min: 0, max: data.length, integer: true });
  checkNumber('to', to, { min: from, max: data.length, integer: true });
  const shares = (options.quantiles ?? []).map((share) => checkNumber('quantiles', share, { min: 0, max: 1 }));
  const aggregate = data.aggregate(from, to);
  const { count } = aggregate;
  const losses = times.losses(from, to);
  const { integral, seconds, clock }: Integral =
    options.integral === true ? integrate(data, times, from, to) : { integral: NaN, seconds: NaN, clock: 'board' };
  return {
    channel: data.spec.name,
    unit: data.spec.unit,
    from,
    to,
    hostS: [times.timeOf(from, 'host'), times.timeOf(to, 'host')],
    boardS: [times.timeOf(from, 'board'), times.timeOf(to, 'board')],
    count,
    missing: to - from - count,
    lost: losses.samples,
    gaps: losses.gaps,
    min: count === 0 ? NaN : aggregate.min,
    max: count === 0 ? NaN : aggregate.max,
    sum: aggregate.sum,
    mean: meanOf(aggregate),
    rms: rmsOf(aggregate),
    standardDeviation: standardDeviationOf(aggregate),
    integral,
    integralS: seconds,
    integralClock: clock,
    quantiles: quantilesOf(data, from, to, count, aggregate.sum, shares).map((value, i) => ({
      share: shares[i]!,
      value,
    })),
  };
}

function quantilesOf(
  data: ChannelData,
  from: number,
  to: number,
  count: number,
  ones: number,
  shares: readonly number[],
): number[] {
  if (shares.length === 0) return [];
  // Zeros and ones are sorted once they are counted.
  if (data instanceof BitChannel) {
    const zeros = count - ones;
    const at = (rank: number): number => (rank < zeros ? 0 : 1);
    return shares.map((share) => {
      const place = share * (count - 1);
      const [low, high] = [at(Math.floor(place)), at(Math.ceil(place))];
      return count === 0 ? NaN : low + (high - low) * (place - Math.floor(place));
    });
  }
  return quantiles(() => data.pages(from, to), count, shares);
}

interface Integral {
  readonly integral: number;
  readonly seconds: number;
  readonly clock: TimeAxis;
}

/** Trapezoids between neighbours that both exist and between which nothing was lost: over the board's clock, or the computer's where that stands still. */
function integrate(data: ChannelData, times: TimeBase, from: number, to: number): Integral {
  const [board, host] = [new Trapezoids(), new Trapezoids()];
  const walk = times.walk(from);
  let before = NaN;
  let beforePosition = NaN;
  for (const page of data.pages(from, to)) {
    for (let i = 0; i < page.length; i += 1) {
      const value = page[i]!;
      walk.next();
      const { boardS, hostS, position } = walk;
      const mean = position === beforePosition + 1 ? (before + value) / 2 : NaN;
      board.add(boardS, mean);
      host.add(hostS, mean);
      before = value;
      beforePosition = position;
    }
  }
  const clock = board.seconds === 0 && host.seconds > 0 ? 'host' : 'board';
  const { integral, seconds } = clock === 'host' ? host : board;
  return { integral, seconds, clock };
}

/** An integral that grows sample by sample. */
class Trapezoids {
  readonly #sum = new CompensatedSum();
  readonly #seconds = new CompensatedSum();
  #beforeS = NaN;

  /** @param mean of the sample and the one before; NaN where these are no neighbours */
  add(atS: number, mean: number): void {
    const step = atS - this.#beforeS;
    this.#beforeS = atS;
    if (Number.isNaN(mean)) return;
    this.#sum.add(mean * step);
    this.#seconds.add(step);
  }

  get integral(): number {
    return this.#sum.value;
  }

  get seconds(): number {
    return this.#seconds.value;
  }
}
