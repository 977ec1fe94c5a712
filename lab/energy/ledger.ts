import { EnergyAccumulator } from './accumulator.js';
import { ENERGY_SCOPES, EnergyAmount, type EnergyFigures, type EnergyKind, type EnergyScope } from './amount.js';
import { checkEntry, type EnergyEntry } from './entry.js';
import { ENERGY_MODEL_VERSION, formulaById, type Formula } from './formulas.js';

/** The sum of one component. */
export interface ComponentTotal extends EnergyFigures {
  readonly scope: EnergyScope;
  readonly kind: EnergyKind;
  readonly component: string;
  /** Formulas that its entries were made with. */
  readonly formulas: readonly string[];
}

/** The sum of one component in one phase. */
export interface PhaseTotal extends EnergyFigures {
  readonly phase: string;
  readonly scope: EnergyScope;
  readonly kind: EnergyKind;
  readonly component: string;
}

/** One scope of a report: a figure per kind, never across. */
export type ScopeReport = {
  readonly [K in EnergyKind]?: EnergyFigures & {
    readonly components: Readonly<Record<string, EnergyFigures & { formulas: readonly string[] }>>;
  };
};

/** A ledger as plain JSON; joules. */
export interface EnergyReport extends Readonly<Record<EnergyScope, ScopeReport>> {
  readonly unit: 'J';
  readonly modelVersion: string;
  /** How many entries were posted. */
  readonly entries: number;
  readonly phases: readonly PhaseTotal[];
  /** The formulas in use, with constants, so that any figure can be followed to its source. */
  readonly formulas: readonly Formula[];
}

/** Between the parts of a key; a name with it in it would only share a bucket, and none has it. */
const SEPARATOR = '\u0000';

interface Bucket {
  readonly scope: EnergyScope;
  readonly kind: EnergyKind;
  readonly component: string;
  readonly phase: string;
  readonly sum: EnergyAccumulator;
  readonly formulas: Set<string>;
}

/**
 * The books of a run: entries come in by `post`, sums exist only inside one scope and one kind. The sums are compensated, so the total of
 * a million entries equals the sum of the entries to 1e-12 and better.
 */
export class EnergyLedger {
  readonly #totals = new Map<string, Bucket>();
  readonly #components = new Map<string, Bucket>();
  readonly #phases = new Map<string, Bucket>();
  readonly #listeners = new Set<(entry: EnergyEntry) => void>();
  #entries = 0;

  /** Entries posted so far. */
  get entries(): number {
    return this.#entries;
  }

  /** Posts one entry. @throws TypeError, RangeError for an entry that is malformed or names an unknown formula; nothing is posted then */
  post(entry: EnergyEntry): void {
    checkEntry(entry);
    const { scope, kind, component, phase = '' } = entry;
    const place = { scope, kind };
    this.#add(this.#totals, [scope, kind], { ...place, component: '', phase: '' }, entry);
    this.#add(this.#components, [scope, kind, component], { ...place, component, phase: '' }, entry);
    this.#add(this.#phases, [phase, scope, kind, component], { ...place, component, phase }, entry);
    this.#entries += 1;
    for (const listener of this.#listeners) listener(entry);
  }

  #add(
    into: Map<string, Bucket>,
    path: readonly string[],
    place: Omit<Bucket, 'sum' | 'formulas'>,
    entry: EnergyEntry,
  ): void {
    const key = path.join(SEPARATOR);
    let bucket = into.get(key);
    if (bucket === undefined) {
      bucket = { ...place, sum: new EnergyAccumulator(), formulas: new Set() };
      into.set(key, bucket);
    }
    bucket.sum.add(entry);
    if (entry.formula !== undefined) bucket.formulas.add(entry.formula);
  }

  /** Calls `listener` with every entry posted from now on. @returns a function that ends it */
  onPost(listener: (entry: EnergyEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** The sum of one scope and one kind; zero when nothing was posted there. */
  total<S extends EnergyScope, K extends EnergyKind>(scope: S, kind: K): EnergyAmount<S, K> {
    const bucket = this.#totals.get([scope, kind].join(SEPARATOR));
    return new EnergyAmount(scope, kind, bucket?.sum.figures ?? { joules: 0, sigma: 0, scaleSigma: 0, events: 0 });
  }

  /** One amount for each scope and kind that something was posted to, in order of scope. */
  totals(): EnergyAmount[] {
    return ordered(this.#totals).map(({ scope, kind, sum }) => new EnergyAmount(scope, kind, sum.figures));
  }

  /** The components of every scope and kind, in order of scope and first posting. */
  byComponent(): ComponentTotal[] {
    return ordered(this.#components).map(({ scope, kind, component, sum, formulas }) => ({
      scope,
      kind,
      component,
      ...sum.figures,
      formulas: [...formulas],
    }));
  }

  /** The components of every phase, in order of first posting. */
  byPhase(): PhaseTotal[] {
    return [...this.#phases.values()].map(({ phase, scope, kind, component, sum }) => ({
      phase,
      scope,
      kind,
      component,
      ...sum.figures,
    }));
  }

  toJSON(): EnergyReport {
    const used = new Set([...this.#totals.values()].flatMap(({ formulas }) => [...formulas]));
    return {
      unit: 'J',
      modelVersion: ENERGY_MODEL_VERSION,
      entries: this.#entries,
      device: this.#scopeReport('device'),
      array: this.#scopeReport('array'),
      board: this.#scopeReport('board'),
      host: this.#scopeReport('host'),
      phases: this.byPhase(),
      formulas: [...used].sort().map((id) => formulaById(id)!),
    };
  }

  #scopeReport(scope: EnergyScope): ScopeReport {
    const components = this.byComponent().filter((component) => component.scope === scope);
    return Object.fromEntries(
      this.totals()
        .filter((total) => total.scope === scope)
        .map(({ kind, joules, sigma, scaleSigma, events }) => [
          kind,
          {
            joules,
            sigma,
            scaleSigma,
            events,
            components: Object.fromEntries(
              components
                .filter((component) => component.kind === kind)
                .map(({ component, scope: _scope, kind: _kind, ...figures }) => [component, figures]),
            ),
          },
        ]),
    );
  }
}

function ordered(buckets: ReadonlyMap<string, Bucket>): Bucket[] {
  const rank = (scope: EnergyScope): number => ENERGY_SCOPES.indexOf(scope);
  return [...buckets.values()].sort((a, b) => rank(a.scope) - rank(b.scope));
}
