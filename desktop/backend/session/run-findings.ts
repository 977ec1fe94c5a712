/** Figures and results of a run while it goes on, made from what it has told, and pictures of them. */
import { UsageError } from '../../../base/index.js';
import {
  figureFacts,
  findExperiment,
  viewFigure,
  ViewTables,
  type Experiment,
  type FigureFacts,
} from '../../../lab/experiments/index.js';
import { renderSvg, type Figure } from '../../../lab/plot/index.js';
import { resultItems, type ResultItem } from '../../../lab/runs/index.js';
import type { ActiveRun, RunFigure, RunFindings } from '../../rpc/api/index.js';
import type { EventLog } from './event-log.js';
import { nextChange, type RunDesk } from './run-desk.js';
import type { SessionContext } from './session-context.js';

/** Least time from one set of figures to the next, seconds. */
const LEAST_S = 0.25;
/** Share of the time that making figures may take. */
const SHARE = 0.2;
/** Events that are read at once. */
const BATCH = 5000;

/** The tables that a run's views draw and the figures of its own, as far as its log has been read. */
class FindingsMaker {
  readonly #tables: ViewTables;
  readonly #own = new Map<string, Figure>();
  /** What has changed since it was drawn last: names of tables and figures. */
  readonly #changed = new Set<string>();
  #results: Readonly<Record<string, unknown>> = {};
  #seq = 0;

  constructor(
    private readonly experiment: Experiment,
    private readonly log: EventLog,
  ) {
    this.#tables = new ViewTables(experiment.views);
  }

  /** Reads what the log has more. */
  read(): void {
    for (;;) {
      const { events, seq } = this.log.after(this.#seq, BATCH);
      if (events.length === 0) return;
      this.#seq = seq;
      for (const event of events) {
        if (event.type === 'row') {
          this.#tables.add(event.table, event.values);
          this.#changed.add(`table ${event.table}`);
        } else if (event.type === 'figure') {
          this.#own.set(event.name, event.figure);
          this.#changed.add(`figure ${event.name}`);
        } else if (event.type === 'result') {
          this.#results = { ...this.#results, ...event.values };
          this.#changed.add('results');
        }
      }
    }
  }

  get anyChange(): boolean {
    return this.#changed.size > 0;
  }

  get results(): ResultItem[] {
    return resultItems(this.#results);
  }

  /** The views in their order, then the figures that are the experiment's own. */
  get order(): string[] {
    return [...new Set([...this.experiment.views.map(({ id }) => id), ...this.#own.keys()])];
  }

  /** Has every figure drawn again: of a run that has ended they no longer say that it goes on. */
  touch(): void {
    for (const view of this.experiment.views) if (view.kind !== 'image') this.#changed.add(`table ${view.table}`);
    for (const id of this.#own.keys()) this.#changed.add(`figure ${id}`);
  }

  /** The figures whose data have changed since the last call. A view that cannot be drawn yet is left out. */
  changed(facts: FigureFacts): RunFigure[] {
    const figures: RunFigure[] = [];
    for (const view of this.experiment.views) {
      // The experiment's own figure of that name takes the view's place.
      if (view.kind === 'image' || this.#own.has(view.id) || !this.#changed.has(`table ${view.table}`)) continue;
      const table = this.#tables.table(view.table);
      const figure = table && drawable(() => viewFigure(view, table, facts));
      if (figure !== undefined) figures.push({ id: view.id, figure });
    }
    for (const [id, figure] of this.#own) if (this.#changed.has(`figure ${id}`)) figures.push({ id, figure });
    this.#changed.clear();
    return figures;
  }
}

/** Nothing where the data do not suffice yet. */
function drawable<T>(draw: () => T): T | undefined {
  try {
    return draw();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function factsOf(context: SessionContext, info: ActiveRun, experiment: Experiment): FigureFacts {
  const { identity } = context.board(info.board).status;
  const board = { uri: info.board, kind: identity?.kind ?? 'unknown' };
  return figureFacts({ experiment: info.experiment, board, params: info.params, versions: {} }, experiment, info.state);
}

/** The figures of a run, each again when its data have changed, and its results. */
export async function* runFindings(
  context: SessionContext,
  desk: RunDesk,
  id: string,
  signal: AbortSignal,
): AsyncGenerator<RunFindings, void, undefined> {
  const { log, info } = desk.entry(id);
  const experiment = await findExperiment(info.experiment);
  const maker = new FindingsMaker(experiment, log);
  const { clock } = context;
  for (;;) {
    signal.throwIfAborted();
    const { ended } = log;
    const began = clock.now();
    maker.read();
    if (ended) maker.touch();
    const news = maker.anyChange;
    const figures = maker.changed(factsOf(context, desk.entry(id).info, experiment));
    const tookS = clock.now() - began;
    if (news) yield { figures, order: maker.order, results: maker.results };
    if (ended) return;
    if (!news) await nextChange(log.changes, signal);
    else await clock.sleep(Math.max(LEAST_S, tookS / SHARE), signal);
  }
}

/** A figure of a run as SVG. @throws UsageError when the run has no such figure (yet) */
export async function figurePicture(context: SessionContext, desk: RunDesk, id: string, name: string): Promise<string> {
  const { log, info } = desk.entry(id);
  const experiment = await findExperiment(info.experiment);
  const maker = new FindingsMaker(experiment, log);
  maker.read();
  const found = maker.changed(factsOf(context, info, experiment)).find((one) => one.id === name);
  if (found === undefined)
    throw new UsageError(`the run has no figure ${name}`, { nextStep: 'Wait until there are values to draw.' });
  return renderSvg(found.figure);
}
