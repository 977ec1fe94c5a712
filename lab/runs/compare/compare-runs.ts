import { basename } from 'node:path';
import { ENERGY_KINDS, ENERGY_SCOPES } from '../../../base/index.js';
import { boardKind, boardName } from '../export/provenance.js';
import type { StoredRun } from '../read-run.js';
import { scalarsOf } from '../search/run-entry.js';
import { describeColumn } from '../tables/column.js';
import type { RunSurvey } from '../tables/run-survey.js';
import { resultItems, type ResultItem } from './result-items.js';

/** One of the runs that are compared. */
export interface ComparedRun {
  readonly name: string;
  readonly id: string;
  readonly experiment: string;
  readonly state: string;
  readonly started: string;
  readonly boardKind: string;
  readonly board: string;
}

/** A value of each run, in the order of the runs; null where a run has none. */
export interface ComparedValue {
  readonly name: string;
  readonly label: string;
  readonly unit?: string;
  readonly values: readonly (number | string | boolean | null)[];
  readonly same: boolean;
}

/** How far a run's result is from that of the first run. */
export interface Difference {
  readonly value: number;
  /** Of the difference of independent results; absent unless both are known with their uncertainty. */
  readonly sigma?: number;
}

/** A result of each run. */
export interface ComparedResult extends ComparedValue {
  /** Standard uncertainty of each; null where the run does not tell. */
  readonly sigmas: readonly (number | null)[];
  /** From the first run; null for it, and where there is nothing to subtract. */
  readonly differences: readonly (Difference | null)[];
}

/** Energy of one scope and kind in each run. There is no row for a sum over scopes or kinds. */
export interface ComparedEnergy {
  readonly scope: string;
  readonly kind: string;
  readonly joules: readonly (number | null)[];
  readonly sigmas: readonly (number | null)[];
}

/** A table that several runs have. */
export interface ComparedTable {
  readonly name: string;
  /** Rows in each run; null where it has no such table. */
  readonly rows: readonly (number | null)[];
  /** Columns that all of them have. */
  readonly columns: readonly { readonly name: string; readonly header: string }[];
}

/** Runs side by side. */
export interface RunComparison {
  readonly runs: readonly ComparedRun[];
  readonly params: readonly ComparedValue[];
  readonly results: readonly ComparedResult[];
  readonly energy: readonly ComparedEnergy[];
  readonly tables: readonly ComparedTable[];
  /** What a reader must know before concluding anything: different experiments, boards of different kinds. */
  readonly warnings: readonly string[];
}

/** Fewest and most runs of a comparison. */
const [FEWEST, MOST] = [2, 12];
/** Half the width of a 95 % interval of a normal distribution, in standard deviations. */
const Z_95 = 1.959964;

/**
 * Sets runs side by side.
 * @throws RangeError for less than two runs or more than twelve
 */
export function compareRuns(runs: readonly { readonly run: StoredRun; readonly survey: RunSurvey }[]): RunComparison {
  if (runs.length < FEWEST || runs.length > MOST) {
    throw new RangeError(`a comparison needs ${FEWEST} to ${MOST} runs, got ${runs.length}`);
  }
  const stored = runs.map(({ run }) => run);
  const compared = stored.map(({ dir, manifest, state }): ComparedRun => ({
    name: basename(dir),
    id: manifest.id,
    experiment: manifest.experiment,
    state,
    started: manifest.started,
    boardKind: boardKind(manifest),
    board: boardName(manifest),
  }));
  return {
    runs: compared,
    params: compareValues(stored.map(({ manifest }) => scalarsOf(manifest.params))),
    results: compareResults(stored.map(({ result }) => resultItems(result?.results ?? {}))),
    energy: compareEnergy(stored.map(({ result }) => result?.energy ?? null)),
    tables: compareTables(runs.map(({ survey }) => survey)),
    warnings: warningsOf(compared),
  };
}

function union(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())];
}

function compareValues(all: readonly Readonly<Record<string, number | string | boolean>>[]): ComparedValue[] {
  return union(all.map((values) => Object.keys(values))).map((name) => {
    const values = all.map((one) => one[name] ?? null);
    const { label, unit } = describeColumn(name);
    return { name, label, ...(unit === undefined ? {} : { unit }), values, same: new Set(values).size === 1 };
  });
}

function compareResults(all: readonly (readonly ResultItem[])[]): ComparedResult[] {
  const byName = all.map((items) => new Map(items.map((item) => [item.name, item])));
  return union(all.map((items) => items.map(({ name }) => name))).map((name) => {
    const items = byName.map((map) => map.get(name));
    const { label, unit } = items.find((item) => item !== undefined)!;
    const values = items.map((item) => item?.value ?? null);
    const sigmas = items.map(sigmaOf);
    const differences = values.map((value, i) =>
      i === 0 ? null : difference([values[0]!, sigmas[0]!], [value, sigmas[i]!]),
    );
    const frame = { name, label, ...(unit === undefined ? {} : { unit }) };
    return { ...frame, values, same: new Set(values).size === 1, sigmas, differences };
  });
}

/** From an interval it is that of a normal distribution with the same width. */
function sigmaOf(item: ResultItem | undefined): number | null {
  if (item?.sigma !== undefined) return item.sigma;
  return item?.interval === undefined ? null : (item.interval[1] - item.interval[0]) / (2 * Z_95);
}

type Known = readonly [value: number | string | boolean | null, sigma: number | null];

function difference([a, sigmaA]: Known, [b, sigmaB]: Known): Difference | null {
  if (typeof a !== 'number' || typeof b !== 'number') return null;
  return { value: b - a, ...(sigmaA === null || sigmaB === null ? {} : { sigma: Math.hypot(sigmaA, sigmaB) }) };
}

function compareEnergy(all: readonly (Readonly<Record<string, unknown>> | null)[]): ComparedEnergy[] {
  return ENERGY_SCOPES.flatMap((scope) =>
    ENERGY_KINDS.flatMap((kind) => {
      const totals = all.map((energy) => totalOf(energy, scope, kind));
      if (totals.every((total) => total === undefined)) return [];
      return {
        scope,
        kind,
        joules: totals.map((total) => total?.joules ?? null),
        sigmas: totals.map((total) => (total === undefined ? null : Math.hypot(total.sigma, total.scaleSigma))),
      };
    }),
  );
}

interface Total {
  readonly joules: number;
  readonly sigma: number;
  readonly scaleSigma: number;
}

function totalOf(energy: Readonly<Record<string, unknown>> | null, scope: string, kind: string): Total | undefined {
  const found = (energy?.[scope] as Readonly<Record<string, unknown>> | undefined)?.[kind] as
    Partial<Total> | undefined;
  if (typeof found?.joules !== 'number') return undefined;
  return { joules: found.joules, sigma: found.sigma ?? 0, scaleSigma: found.scaleSigma ?? 0 };
}

function compareTables(surveys: readonly RunSurvey[]): ComparedTable[] {
  const all = surveys.map(({ tables }) => new Map(tables.map((table) => [table.name, table])));
  return union(all.map((tables) => [...tables.keys()])).flatMap((name) => {
    const tables = all.map((one) => one.get(name));
    const there = tables.filter((table) => table !== undefined);
    if (there.length < 2) return [];
    const [first, ...others] = there.map(({ columns }) => columns.map((column) => column.name));
    const common = first!.filter((column) => others.every((columns) => columns.includes(column)));
    const columns = common.map((column) => ({ name: column, header: describeColumn(column).header }));
    return { name, rows: tables.map((table) => table?.rows ?? null), columns };
  });
}

function warningsOf(runs: readonly ComparedRun[]): string[] {
  const kinds = [...new Set(runs.map((run) => run.boardKind))];
  const experiments = [...new Set(runs.map(({ experiment }) => experiment))];
  const open = runs.filter(({ state }) => state !== 'finished');
  return [
    ...(experiments.length > 1 ? [`The runs are of different experiments: ${experiments.join(', ')}.`] : []),
    ...(kinds.length > 1 ? [`The runs were made on boards of different kinds: ${kinds.join(', ')}.`] : []),
    ...open.map(({ name, state }) => `${name} is ${state}: its results may be incomplete.`),
  ];
}
