import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { ActiveRun, RunFigure, RunFindings } from '../../../rpc/api/index.js';
import { useStream } from '../../app/hooks.js';
import type { Problem } from '../../app/problems.js';
import { EMPTY_RECORD, withEvents, type RunRecord } from './record.js';

/** Everything that the page knows of a run. */
export interface RunStory {
  readonly record: ReadonlySignal<RunRecord>;
  /** By id, in the order in which they came first. */
  readonly figures: ReadonlySignal<readonly RunFigure[]>;
  readonly results: ReadonlySignal<RunFindings['results']>;
  readonly problem: ReadonlySignal<Problem | undefined>;
}

/** Follows a run from its beginning, whenever it began. */
export function useRun(run: ActiveRun | undefined): RunStory {
  const record = useSignal(EMPTY_RECORD);
  const figures = useSignal<readonly RunFigure[]>([]);
  const results = useSignal<RunFindings['results']>([]);
  const params = run && { board: run.board, run: run.id };
  const events = useStream('experiments.follow', params, {
    onStart: () => (record.value = EMPTY_RECORD),
    onItem: (batch) => (record.value = withEvents(record.peek(), batch)),
  });
  useStream('experiments.findings', params, {
    onStart: () => {
      figures.value = [];
      results.value = [];
    },
    onItem: (news) => {
      results.value = news.results;
      if (news.figures.length > 0) figures.value = merged(figures.peek(), news.figures);
    },
  });
  return { record, figures, results, problem: events.problem };
}

/** Figures with newer ones in their place. */
export function merged(known: readonly RunFigure[], news: readonly RunFigure[]): readonly RunFigure[] {
  const byId = new Map(known.map((one) => [one.id, one]));
  for (const one of news) byId.set(one.id, one);
  return [...byId.values()];
}
