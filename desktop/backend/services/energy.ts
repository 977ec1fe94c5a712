import { join } from 'node:path';
import { ENERGY_MODEL_VERSION } from '../../../lab/energy/index.js';
import {
  formulaById,
  RecomputeTally,
  recompute,
  type EnergyEntry,
  type Formula,
  type RunEnergyTrace,
} from '../../../lab/energy/index.js';
import { listRuns, readJsonText } from '../../../lab/runs/index.js';
import type { CheckedEntry, energyApi, EnergyNews, EnergyRunDetails } from '../../rpc/api/energy.js';
import type { CentralPart, Handlers } from '../../rpc/define.js';
import { ASSESSMENT_PREFIX } from '../captures.js';
import type { BackendContext } from '../context.js';
import { entriesCsv } from '../energy/entries-csv.js';
import { RunBooks } from '../energy/run-books.js';
import { generationHandlers, type GenerationApi } from './generation.js';

/** Time between two looks at a run that goes on, seconds. */
const LOOK_S = 0.25;

type EnergyHandlers = Handlers<CentralPart<typeof energyApi>>;

/** Energy of stored runs and of those that go on: over time, in any selection, down to the entries. */
export function energyHandlers(context: BackendContext): EnergyHandlers {
  const { runsDir, clock } = context;
  const books = new RunBooks(runsDir);
  const generation: Handlers<GenerationApi> = generationHandlers(context, books);
  return {
    ...generation,
    'energy.runs': async ({ experiment }) => {
      const { runs } = await listRuns(runsDir);
      return runs
        .filter((run) =>
          // An assessment works on a file of bits and books nothing.
          experiment === undefined ? !run.experiment.startsWith(ASSESSMENT_PREFIX) : run.experiment === experiment,
        )
        .map(({ dir, id, experiment: of, state, started }) => ({ run: dir, id, experiment: of, state, started }));
    },
    'energy.follow': async function* ({ run }, { signal }) {
      let told: RunEnergyTrace | undefined;
      let [steps, entries, state] = [0, -1, ''];
      for (;;) {
        const open = await books.open(run);
        // Another run has taken the folder: begin anew.
        if (open !== told) [steps, entries, state] = [0, -1, ''];
        told = open;
        if (open.entries !== entries || open.steps.steps.length !== steps || open.run.state !== state) {
          yield await news(open, steps);
          [steps, entries, state] = [open.steps.steps.length, open.entries, open.run.state];
        }
        if (open.run.state !== 'running') return;
        await clock.sleep(LOOK_S, signal);
      }
    },
    'energy.view': async ({ run, ...request }) => (await books.open(run)).view(defined(request)),
    'energy.selection': async ({ run, ...request }) => (await books.open(run)).selection(defined(request)),
    'energy.entries': async ({ run, offset, limit, ...request }, { signal }) => {
      const tally = new RecomputeTally();
      const page: CheckedEntry[] = [];
      const formulas = new Map<string, Formula>();
      let total = 0;
      for await (const entry of picked(await books.open(run), request)) {
        signal.throwIfAborted();
        tally.add(entry);
        if (total >= offset && page.length < limit) page.push({ entry, again: recompute(entry) });
        total += 1;
        const formula = entry.formula === undefined ? undefined : formulaById(entry.formula);
        if (formula !== undefined) formulas.set(formula.id, formula);
      }
      return { total, entries: page, check: tally.result, formulas: [...formulas.values()] };
    },
    'energy.csv': async function* ({ run, ...request }) {
      yield* entriesCsv(picked(await books.open(run), request));
    },
  };
}

interface Pick {
  readonly clock: 'board' | 'host';
  readonly fromS?: number | undefined;
  readonly toS?: number | undefined;
  readonly scope?: string | undefined;
  readonly kind?: string | undefined;
  readonly component?: string | undefined;
  readonly phase?: string | undefined;
  readonly formula?: string | undefined;
}

async function* picked(books: RunEnergyTrace, { clock, fromS, toS, ...pick }: Pick): AsyncGenerator<EnergyEntry> {
  for await (const entry of books.rawEntries(defined({ clock, fromS, toS }))) {
    const fits = (['scope', 'kind', 'component', 'phase', 'formula'] as const).every(
      (name) => pick[name] === undefined || (entry[name] ?? '') === pick[name],
    );
    if (fits) yield entry;
  }
}

async function news(books: RunEnergyTrace, knownSteps: number): Promise<EnergyNews> {
  const [board, host] = await Promise.all([books.selection({ clock: 'board' }), books.selection({ clock: 'host' })]);
  return {
    run: await details(books),
    modelVersion: ENERGY_MODEL_VERSION,
    entries: books.entries,
    damaged: books.damaged,
    produced: books.produced,
    ...(board.covered === undefined ? {} : { board }),
    ...(host.covered === undefined ? {} : { host }),
    newSteps: books.steps.steps.slice(knownSteps),
    stepsOmitted: books.steps.omitted,
  };
}

async function details({ run: { dir, manifest, state, result } }: RunEnergyTrace): Promise<EnergyRunDetails> {
  const { kind, name, uri } = manifest.board ?? {};
  const error = result?.error?.['message'];
  const hostMeter = state === 'running' ? undefined : await hostMeterOf(dir);
  return {
    run: dir,
    id: manifest.id,
    experiment: manifest.experiment,
    state,
    started: manifest.started,
    params: manifest.params,
    ...(typeof kind === 'string' ? { board: { kind, name: text(name), uri: text(uri) } } : {}),
    ...(hostMeter === undefined ? {} : { hostMeter }),
    ...(result === undefined ? {} : { results: result.results }),
    ...(typeof error === 'string' ? { error } : {}),
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What the run's report says of the host; absent where there is no report. */
async function hostMeterOf(dir: string): Promise<EnergyRunDetails['hostMeter']> {
  try {
    const report = JSON.parse(await readJsonText(join(dir, 'energy.json'))) as { hostMeter?: unknown };
    const { kind, detail } = (report.hostMeter ?? {}) as Record<string, unknown>;
    return typeof kind === 'string' ? { kind, detail: text(detail) } : undefined;
  } catch {
    return undefined;
  }
}

/** Without the keys whose value is undefined. */
function defined<T extends object>(request: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
