import { CompensatedSum } from '../../../base/index.js';
import type { EnergyFigures, EnergyKind, EnergyScope } from '../amount.js';
import type { EnergyEntry } from '../entry.js';

/** What tells one line of the books from another. */
export interface SeriesKey {
  readonly scope: EnergyScope;
  readonly kind: EnergyKind;
  readonly component: string;
  /** Empty where none was named. */
  readonly phase: string;
  /** Id of the formula; empty where none is stated. */
  readonly formula: string;
  /** What its shared error comes from: entries of one cause add it linearly. */
  readonly cause: string;
}

const SEPARATOR = '\u0000';

/** The series that an entry belongs to, and the text that it is found by. */
export function seriesOf(entry: EnergyEntry): { readonly id: string; readonly key: SeriesKey } {
  const { scope, kind, component, phase = '', formula = '', scaleCause: cause = component } = entry;
  const key = { scope, kind, component, phase, formula, cause };
  return { id: [scope, kind, component, phase, formula, cause].join(SEPARATOR), key };
}

/** Figures of one series over some time. */
export interface SeriesFigures extends EnergyFigures {
  readonly key: SeriesKey;
}

/** Adds up a series: exactly what the ledger does for the same entries. */
export class SeriesSum {
  readonly joules = new CompensatedSum();
  readonly variance = new CompensatedSum();
  readonly shared = new CompensatedSum();
  readonly events = new CompensatedSum();

  constructor(readonly key: SeriesKey) {}

  add({ joules, sigma, scaleSigma = 0, events }: EnergyEntry): void {
    this.joules.add(joules);
    this.variance.add(sigma * sigma);
    this.shared.add(scaleSigma);
    this.events.add(events);
  }

  get figures(): SeriesFigures {
    return {
      key: this.key,
      joules: this.joules.value,
      sigma: Math.sqrt(Math.max(0, this.variance.value)),
      scaleSigma: Math.abs(this.shared.value),
      events: this.events.value,
    };
  }
}

/**
 * Sums of many series as one figure: compensated joules, independent errors in quadrature, shared ones linearly for each cause.
 * @throws TypeError when the series differ in scope or kind
 */
export function mergeSeries(sums: readonly SeriesSum[]): EnergyFigures {
  const joules = new CompensatedSum();
  const variance = new CompensatedSum();
  const events = new CompensatedSum();
  const shared = new Map<string, CompensatedSum>();
  const head = sums[0]?.key;
  for (const { key, ...sum } of sums) {
    if (key.scope !== head!.scope || key.kind !== head!.kind) {
      throw new TypeError(
        `energy of different scope or kind is never added: ${head!.scope} ${head!.kind} and ${key.scope} ${key.kind}`,
      );
    }
    joules.add(sum.joules.value);
    variance.add(sum.variance.value);
    events.add(sum.events.value);
    shared.set(key.cause, (shared.get(key.cause) ?? new CompensatedSum()).add(sum.shared.value));
  }
  return {
    joules: joules.value,
    sigma: Math.sqrt(Math.max(0, variance.value)),
    scaleSigma: Math.hypot(...[...shared.values()].map((sum) => sum.value)),
    events: events.value,
  };
}
