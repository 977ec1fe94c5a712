import { CompensatedSum } from '../../../base/index.js';
import { EnergyLedger } from '../ledger.js';
import type { EnergyKind, EnergyScope } from '../amount.js';
import type { EnergyEntry } from '../entry.js';
import { ClockTrace, type Span } from './clock-trace.js';
import type { SeriesKey } from './series.js';

/** The clocks of a run. They tell different times (a simulated board's may run faster than the world's), and are never mixed. */
export const TRACE_CLOCKS = ['board', 'host'] as const;
export type TraceClock = (typeof TRACE_CLOCKS)[number];

/** The clock that a scope's entries are timed by. */
export function clockOf(scope: EnergyScope): TraceClock {
  return scope === 'host' ? 'host' : 'board';
}

/** How power is split where it is drawn stacked. */
export const TRACE_SPLITS = ['phase', 'component', 'none'] as const;
export type TraceSplit = (typeof TRACE_SPLITS)[number];

/** What to draw. */
export interface ViewRequest extends Partial<Span> {
  readonly scope: EnergyScope;
  readonly kind: EnergyKind;
  readonly split?: TraceSplit;
  /** Bins at most; default 512. */
  readonly bins?: number;
}

/** Power and energy of one scope and kind over time, a step for each bin. */
export interface EnergyView extends Span {
  readonly scope: EnergyScope;
  readonly kind: EnergyKind;
  readonly clock: TraceClock;
  /** Start of the first bin, then the end of every bin, seconds. */
  readonly edgesS: Float64Array;
  /** Mean power of a bin, and the extremes between two readings in it, watts; NaN for a bin without length. */
  readonly meanW: Float64Array;
  readonly minW: Float64Array;
  readonly maxW: Float64Array;
  /** Energy since the beginning of the run at every edge, joules. */
  readonly cumulativeJ: Float64Array;
  /** Mean power by phase or component, in order of first booking; idle baselines stand apart. */
  readonly parts: readonly ViewPart[];
  /** Readings that a bin stands for at the most; 1 where nothing is merged. */
  readonly readingsPerBin: number;
}

/** A layer of a stack. */
export interface ViewPart {
  /** Phase or component; empty where none was named. */
  readonly name: string;
  /** Whether this is the idle baseline of a rail. */
  readonly idle: boolean;
  readonly meanW: Float64Array;
}

/** Bins of a clock: enough for a pixel each on most screens. */
const CAPACITY = 1024;

/** Whether a series is the idle baseline of a rail. */
export function isIdle({ formula }: Pick<SeriesKey, 'formula'>): boolean {
  return formula === 'board.idle';
}

/** The books of a run over time: power and energy by scope, kind, component and phase, in constant memory however long it goes on. */
export class EnergyTrace {
  /** The books of everything that was added. */
  readonly ledger = new EnergyLedger();
  readonly #clocks: Readonly<Record<TraceClock, ClockTrace>>;

  /** @param capacity bins that are kept of a clock, an even number */
  constructor(capacity = CAPACITY) {
    this.#clocks = { board: new ClockTrace(capacity), host: new ClockTrace(capacity) };
  }

  clock(name: TraceClock): ClockTrace {
    return this.#clocks[name];
  }

  /**
   * Adds an entry.
   * @param position where it stands in the record that it comes from, and `end` where the next does: raw entries are looked up there again
   * @throws TypeError, RangeError for an entry that is not what it must be
   */
  add(entry: EnergyEntry, position = 0, end = position): void {
    const clock = this.#clocks[clockOf(entry.scope)];
    clock.assertRoom(entry);
    this.ledger.post(entry);
    clock.add(entry, position, end);
  }

  /** Power and energy over time. A range that holds no reading comes back empty. */
  view(request: ViewRequest): EnergyView {
    const { scope, kind, split = 'none', bins = 512 } = request;
    const clock = this.#clocks[clockOf(scope)];
    const whole = clock.span ?? { fromS: 0, toS: 0 };
    const begin = clock.length === 0 ? 0 : clock.binAt(Math.max(request.fromS ?? whole.fromS, whole.fromS));
    const past = clock.length === 0 ? 0 : clock.binAt(Math.min(request.toS ?? whole.toS, whole.toS)) + 1;
    const count = Math.max(0, Math.min(bins, past - begin));
    const edge = (i: number): number => begin + Math.floor(((past - begin) * i) / Math.max(1, count));
    const layers = this.#layers(request, split);
    const ofBoth = ({ scope: s, kind: k }: SeriesKey): boolean => s === scope && k === kind;
    const columns = {
      edgesS: new Float64Array(count === 0 ? 0 : count + 1),
      meanW: new Float64Array(count),
      minW: new Float64Array(count),
      maxW: new Float64Array(count),
      cumulativeJ: new Float64Array(count === 0 ? 0 : count + 1),
    };
    const parts = layers.map(({ name, idle }) => ({ name, idle, meanW: new Float64Array(count) }));
    const running = new CompensatedSum().add(clock.joules(0, begin, ofBoth));
    if (count > 0) {
      columns.edgesS[0] = clock.bin(begin).fromS;
      columns.cumulativeJ[0] = running.value;
    }
    for (let i = 0; i < count; i += 1) {
      const [from, to] = [edge(i), edge(i + 1)];
      const endS = clock.bin(to - 1).toS;
      const seconds = endS - columns.edgesS[i]!;
      const power = (joules: number): number => (seconds > 0 ? joules / seconds : NaN);
      const joules = clock.joules(from, to, ofBoth);
      const { min, max } = clock.band(scope, kind, from, to);
      columns.edgesS[i + 1] = endS;
      columns.meanW[i] = power(joules);
      columns.minW[i] = min;
      columns.maxW[i] = max;
      columns.cumulativeJ[i + 1] = running.add(joules).value;
      for (const [at, { pick }] of layers.entries()) parts[at]!.meanW[i] = power(clock.joules(from, to, pick));
    }
    return {
      scope,
      kind,
      clock: clockOf(scope),
      fromS: columns.edgesS[0] ?? whole.fromS,
      toS: columns.edgesS[count] ?? whole.toS,
      ...columns,
      parts,
      readingsPerBin: count === 0 ? 0 : Math.ceil((past - begin) / count) * clock.binSize,
    };
  }

  #layers(
    { scope, kind }: ViewRequest,
    split: TraceSplit,
  ): { readonly name: string; readonly idle: boolean; readonly pick: (key: SeriesKey) => boolean }[] {
    if (split === 'none') return [];
    const layers = new Map<string, { name: string; idle: boolean; pick: (key: SeriesKey) => boolean }>();
    for (const key of this.#clocks[clockOf(scope)].keys) {
      if (key.scope !== scope || key.kind !== kind) continue;
      const name = key[split];
      const idle = isIdle(key);
      layers.set(`${idle ? 'idle' : ''} ${name}`, {
        name,
        idle,
        pick: (one) => one.scope === scope && one.kind === kind && one[split] === name && isIdle(one) === idle,
      });
    }
    // Idle lies at the bottom of a stack: what a run adds stands on it.
    return [...layers.values()].sort((a, b) => Number(b.idle) - Number(a.idle));
  }
}
