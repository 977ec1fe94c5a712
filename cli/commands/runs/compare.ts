import { formatSi, formatWithUncertainty } from '../../../base/index.js';
import {
  compareRuns,
  readRun,
  RunSurvey,
  type ComparedResult,
  type ComparedValue,
  type RunComparison,
} from '../../../lab/runs/index.js';
import { DEFAULT_RUNS, type CommandAction } from '../../context.js';
import { EXIT } from '../../exit-codes.js';
import { findRun } from '../../find-run.js';
import { table } from '../../table.js';
import { valueText } from '../../value-text.js';

/** `spindrift runs compare A B…`: what differs between runs. */
export const compare: CommandAction<
  { readonly dir?: string; readonly all?: boolean },
  [runs: readonly string[]]
> = async ({ out, signal }, { dir = DEFAULT_RUNS, all = false }, names) => {
  const runs = [];
  for (const name of names) {
    const folder = await findRun(name, dir);
    runs.push({ run: await readRun(folder), survey: await RunSurvey.of(folder, signal) });
  }
  const comparison = compareRuns(runs);
  out.result(comparison, () => describe(comparison, all));
  for (const warning of comparison.warnings) out.note(`warning: ${warning}`);
  return EXIT.done;
};

function describe({ runs, params, results, energy, tables }: RunComparison, all: boolean): string {
  const heads = runs.map(({ name }) => name);
  const shown = <V extends ComparedValue>(values: readonly V[]): readonly V[] =>
    all ? values : values.filter(({ same }) => !same);
  const parts: (readonly [title: string, heads: readonly string[], rows: readonly (readonly string[])[]])[] = [
    [
      all ? 'Parameters' : 'Parameters that differ',
      ['parameter', ...heads],
      shown(params).map((one) => [one.name, ...one.values.map((value) => quantity(value, one.unit))]),
    ],
    [
      all ? 'Results' : 'Results that differ',
      ['result', ...heads, ...heads.slice(1).map((head) => `${head} − ${heads[0]!}`)],
      shown(results).map(resultRow),
    ],
    [
      'Energy, by scope and kind; these are never added',
      ['energy', ...heads],
      energy.map(({ scope, kind, joules, sigmas }) => [
        `${scope} ${kind}`,
        ...joules.map((value, i) => (value === null ? '–' : formatWithUncertainty(value, sigmas[i] ?? 0, 'J'))),
      ]),
    ],
    [
      'Tables',
      ['rows of', ...heads],
      tables.map(({ name, rows }) => [name, ...rows.map((count) => (count === null ? '–' : String(count)))]),
    ],
  ];
  return parts
    .filter(([, , rows]) => rows.length > 0)
    .map(([title, columns, rows]) => `${title}\n${table(columns, rows)}`)
    .join('\n\n');
}

function resultRow({ name, unit, values, sigmas, differences }: ComparedResult): string[] {
  return [
    name,
    ...values.map((value, i) => quantity(value, unit, sigmas[i] ?? undefined)),
    ...differences.slice(1).map((found) => (found === null ? '–' : quantity(found.value, unit, found.sigma))),
  ];
}

function quantity(value: number | string | boolean | null, unit: string | undefined, sigma?: number): string {
  if (typeof value !== 'number') return valueText(value);
  if (sigma !== undefined && sigma > 0) return formatWithUncertainty(value, sigma, unit ?? '');
  return unit === undefined ? valueText(value) : formatSi(value, unit);
}
