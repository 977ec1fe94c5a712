import { checkNumber, CompensatedSum } from '../../../base/index.js';
import type { EnergyKind, EnergyScope } from '../amount.js';
import type { EnergyEntry } from '../entry.js';
import { first, FoldingColumn, FoldingSums, last } from './columns.js';
import { SeriesSum, seriesOf, type SeriesKey } from './series.js';

/** Series of a clock; a run has some tens, and each takes tens of kilobytes. */
const MOST_SERIES = 500;

/** A series, one sum a bin. */
class SeriesBins {
  readonly joules: FoldingSums;
  readonly variance: FoldingSums;
  readonly shared: FoldingSums;
  readonly events: FoldingSums;
  /** All bins together. */
  readonly whole: SeriesSum;

  constructor(
    readonly key: SeriesKey,
    capacity: number,
  ) {
    this.whole = new SeriesSum(key);
    this.joules = new FoldingSums(capacity);
    this.variance = new FoldingSums(capacity);
    this.shared = new FoldingSums(capacity);
    this.events = new FoldingSums(capacity);
  }

  fold(): void {
    for (const sums of [this.joules, this.variance, this.shared, this.events]) sums.fold();
  }
}

/** Smallest and largest power between two readings, by bin, of one scope and kind. */
class PowerBand {
  readonly min: FoldingColumn;
  readonly max: FoldingColumn;
  /** Joules of the readings' interval that is still open. */
  readonly open = { joules: 0 };

  constructor(
    readonly scope: EnergyScope,
    readonly kind: EnergyKind,
    capacity: number,
  ) {
    this.min = new FoldingColumn(capacity, Math.min, Infinity);
    this.max = new FoldingColumn(capacity, Math.max, -Infinity);
  }
}

/** A stretch of one clock, from after `fromS` up to and including `toS`. */
export interface Span {
  readonly fromS: number;
  readonly toS: number;
}

/** A bin of a {@link ClockTrace}. */
export interface TraceBin extends Span {
  readonly index: number;
  /** Where its first entry stands in the record, and where the next bin's does. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/**
 * Energy over the time of one clock, in constant memory: a fixed number of bins; when they are full, neighbours are merged. The unit is the
 * interval between two readings, since what happened within it cannot be told: an entry at time t belongs to the interval that ends at t.
 */
export class ClockTrace {
  readonly #capacity: number;
  readonly #ends: FoldingColumn;
  readonly #positions: FoldingColumn;
  readonly #series = new Map<string, SeriesBins>();
  readonly #bands = new Map<string, PowerBand>();
  #startS: number | undefined;
  #readings = 0;
  #binSize = 1;
  /** Ends of the interval that is open and of the one before it. */
  #openEndS = NaN;
  #openStartS = NaN;
  #endsAt = 0;

  /** @param capacity bins kept at most, an even number */
  constructor(capacity: number) {
    this.#capacity = checkNumber('capacity', capacity, { min: 2, integer: true });
    if (capacity % 2 !== 0) throw new RangeError(`capacity must be even, got ${capacity}`);
    this.#ends = new FoldingColumn(capacity, last, NaN);
    this.#positions = new FoldingColumn(capacity, first, NaN);
  }

  /** Names the time that the first interval begins at; later calls change nothing. */
  begin(timeS: number): void {
    this.#startS ??= timeS;
  }

  /** Intervals between readings so far, and how many of them a bin holds. */
  get readings(): number {
    return this.#readings;
  }
  get binSize(): number {
    return this.#binSize;
  }
  get length(): number {
    return Math.ceil(this.#readings / this.#binSize);
  }

  /** From the beginning to the last reading; undefined while there is nothing. */
  get span(): Span | undefined {
    return this.#readings === 0 ? undefined : { fromS: this.#startS!, toS: this.#openEndS };
  }

  /** @throws RangeError for an entry of one series too many */
  assertRoom(entry: EnergyEntry): void {
    if (this.#series.size >= MOST_SERIES && !this.#series.has(seriesOf(entry).id))
      throw new RangeError(`a run's energy has at most ${MOST_SERIES} series, this is one more`);
  }

  /** Books an entry; `position` and `end` are where it stands in the record that it comes from. */
  add(entry: EnergyEntry, position: number, end: number): void {
    // The time of a run's first interval is not known unless somebody has named its beginning, or the entry tells its length.
    this.#startS ??= entry.timeS - (entry.inputs?.['T'] ?? 0);
    if (this.#readings === 0 || entry.timeS > this.#openEndS) this.#openInterval(entry.timeS, position);
    this.#endsAt = end;
    const bin = this.length - 1;
    const { id, key } = seriesOf(entry);
    let series = this.#series.get(id);
    if (series === undefined) this.#series.set(id, (series = new SeriesBins(key, this.#capacity)));
    series.whole.add(entry);
    series.joules.add(bin, entry.joules);
    series.variance.add(bin, entry.sigma * entry.sigma);
    series.shared.add(bin, entry.scaleSigma ?? 0);
    series.events.add(bin, entry.events);
    this.#band(key).open.joules += entry.joules;
  }

  #band({ scope, kind }: SeriesKey): PowerBand {
    const id = `${scope} ${kind}`;
    let band = this.#bands.get(id);
    if (band === undefined) this.#bands.set(id, (band = new PowerBand(scope, kind, this.#capacity)));
    return band;
  }

  #openInterval(endS: number, position: number): void {
    this.#closeInterval();
    this.#openStartS = this.#readings === 0 ? this.#startS! : this.#openEndS;
    this.#openEndS = endS;
    if (this.#readings === this.#capacity * this.#binSize) this.#fold();
    const opensBin = this.#readings % this.#binSize === 0;
    this.#readings += 1;
    const bin = this.length - 1;
    this.#ends.data[bin] = endS;
    if (opensBin) this.#positions.data[bin] = position;
  }

  /** The power of an interval is known when all of its entries have come. */
  #closeInterval(): void {
    const bin = this.length - 1;
    for (const band of this.#bands.values()) {
      const power = this.#openPower(band);
      band.open.joules = 0;
      if (Number.isNaN(power)) continue;
      band.min.data[bin] = Math.min(band.min.data[bin]!, power);
      band.max.data[bin] = Math.max(band.max.data[bin]!, power);
    }
  }

  /** An interval without length (a reading right after the other) has energy but no power. */
  #openPower(band: PowerBand): number {
    const seconds = this.#openEndS - this.#openStartS;
    return seconds > 0 ? band.open.joules / seconds : NaN;
  }

  #fold(): void {
    for (const column of [this.#ends, this.#positions]) column.fold();
    for (const series of this.#series.values()) series.fold();
    for (const { min, max } of this.#bands.values()) {
      min.fold();
      max.fold();
    }
    this.#binSize *= 2;
  }

  /** Bin `index`, from 0. */
  bin(index: number): TraceBin {
    return {
      index,
      fromS: index === 0 ? this.#startS! : this.#ends.data[index - 1]!,
      toS: this.#ends.data[index]!,
      startsAt: this.#positions.data[index]!,
      endsAt: index + 1 < this.length ? this.#positions.data[index + 1]! : this.#endsAt,
    };
  }

  /** The bin that holds time `timeS`: the first that ends at it or later; the last bin for later times. */
  binAt(timeS: number): number {
    let low = 0;
    let high = this.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#ends.data[middle]! < timeS) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low);
  }

  /** The series that something was booked to, in order of first booking. */
  get keys(): readonly SeriesKey[] {
    return [...this.#series.values()].map(({ key }) => key);
  }

  /** Adds bins `from` (included) to `to` (excluded) of every series into `sums`. */
  addTo(sums: Map<string, SeriesSum>, from: number, to: number): void {
    for (const [id, series] of this.#series) {
      let sum = sums.get(id);
      if (sum === undefined) sums.set(id, (sum = new SeriesSum(series.key)));
      for (let bin = from; bin < to; bin += 1) {
        for (const name of ['joules', 'variance', 'shared', 'events'] as const) {
          const [head, rest] = series[name].parts(bin);
          sum[name].add(head).add(rest);
        }
      }
    }
  }

  /** The sums of every series over the whole time. */
  get whole(): readonly SeriesSum[] {
    return [...this.#series.values()].map(({ whole }) => whole);
  }

  /** Joules of the series that `pick` accepts, in bins `from` (included) to `to` (excluded). */
  joules(from: number, to: number, pick: (key: SeriesKey) => boolean): number {
    const sum = new CompensatedSum();
    for (const { key, joules } of this.#series.values()) {
      if (!pick(key)) continue;
      for (let bin = from; bin < to; bin += 1) for (const part of joules.parts(bin)) sum.add(part);
    }
    return sum.value;
  }

  /** Smallest and largest power between two readings in bins `from` to `to` (excluded), watts; NaN where none is known. */
  band(scope: EnergyScope, kind: EnergyKind, from: number, to: number): { readonly min: number; readonly max: number } {
    const band = this.#bands.get(`${scope} ${kind}`);
    let [min, max] = [Infinity, -Infinity];
    for (let bin = from; band !== undefined && bin < to; bin += 1) {
      min = Math.min(min, band.min.data[bin]!);
      max = Math.max(max, band.max.data[bin]!);
    }
    const open = band !== undefined && to === this.length ? this.#openPower(band) : NaN;
    if (!Number.isNaN(open)) [min, max] = [Math.min(min, open), Math.max(max, open)];
    return min <= max ? { min, max } : { min: NaN, max: NaN };
  }
}
