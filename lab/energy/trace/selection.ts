import { ENERGY_KINDS, ENERGY_SCOPES, type EnergyFigures, type ScopedFigures } from '../amount.js';
import type { Span } from './clock-trace.js';
import { clockOf, isIdle, type TraceClock } from './energy-trace.js';
import { mergeSeries, type SeriesFigures, type SeriesSum } from './series.js';
import { perUnit, type UnitFigures } from './step-trace.js';

/** One scope and kind of a {@link EnergySelection}: never added to another. */
export interface SelectionTotal {
  readonly amount: ScopedFigures;
  /** The part that is idle baseline, and the rest, joules. */
  readonly idleJ: number;
  readonly activeJ: number;
  /** Mean power, watts; undefined for a selection without length. */
  readonly meanW?: number;
  /** What drawing a bit takes: of a run that names the phase `noise`, the energy of that phase alone. */
  readonly perBit?: UnitFigures;
  readonly perImage?: UnitFigures;
  readonly perMac?: UnitFigures;
  readonly components: readonly NamedFigures[];
  readonly phases: readonly NamedFigures[];
  /** Component by phase, formula and cause: what the two above are made of. */
  readonly series: readonly SeriesFigures[];
}

/** Figures of a component or a phase. */
export interface NamedFigures extends EnergyFigures {
  readonly name: string;
  readonly idle: boolean;
}

/** What was produced in a selection; absent where the run does not say. */
export interface Produced {
  readonly bits?: number;
  readonly images?: number;
  readonly macs?: number;
}

/** Energy of a stretch of time. */
export interface EnergySelection {
  readonly clock: TraceClock;
  /** What was asked for, and what the readings in it cover: from the reading before the first to the last. */
  readonly asked: Span;
  readonly covered: Span | undefined;
  readonly produced: Produced;
  /** One for each scope and kind of this clock that something was booked to, in order of scope. */
  readonly totals: readonly SelectionTotal[];
}

/** Adds up the series of a selection by scope and kind. */
export function selectionTotals(
  clock: TraceClock,
  sums: readonly SeriesSum[],
  covered: Span | undefined,
  produced: Produced,
): SelectionTotal[] {
  const totals: SelectionTotal[] = [];
  for (const scope of ENERGY_SCOPES) {
    if (clockOf(scope) !== clock) continue;
    for (const kind of ENERGY_KINDS) {
      const own = sums.filter(({ key }) => key.scope === scope && key.kind === kind);
      if (own.length === 0) continue;
      const amount = { scope, kind, ...mergeSeries(own) };
      const idle = own.filter(({ key }) => isIdle(key));
      const active = own.filter(({ key }) => !isIdle(key));
      const noise = own.filter(({ key }) => key.phase === 'noise');
      const seconds = covered === undefined ? 0 : covered.toS - covered.fromS;
      const units = {
        perBit: perUnit(noise.length === 0 ? amount : mergeSeries(noise), produced.bits ?? 0),
        perImage: perUnit(amount, produced.images ?? 0),
        perMac: perUnit(amount, produced.macs ?? 0),
      };
      totals.push({
        amount,
        idleJ: idle.length === 0 ? 0 : mergeSeries(idle).joules,
        activeJ: active.length === 0 ? 0 : mergeSeries(active).joules,
        ...(seconds > 0 ? { meanW: amount.joules / seconds } : {}),
        ...defined(units),
        components: grouped(own, 'component'),
        phases: grouped(own, 'phase'),
        series: own.map(({ figures }) => figures),
      });
    }
  }
  return totals;
}

function grouped(sums: readonly SeriesSum[], by: 'component' | 'phase'): NamedFigures[] {
  const names = [...new Set(sums.map(({ key }) => key[by]))];
  return names.map((name) => {
    const own = sums.filter(({ key }) => key[by] === name);
    return { name, idle: own.every(({ key }) => isIdle(key)), ...mergeSeries(own) };
  });
}

function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
