import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { ActiveRun, RunFigure, RunFindings } from '../../../rpc/api/index.js';
import { useStream } from '../../app/hooks.js';
import type { Problem } from '../../app/problems.js';
import { EMPTY_RECORD, withEvents, type RunRecord } from './record.js';

/** Everything that the page knows of a run. */
export interface RunStory {
  readonly record: ReadonlySignal<RunRecord>;
  /** In the order in which they are to be shown. */
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
      if (news.figures.length > 0) figures.value = merged(figures.peek(), news);
    },
  });
  return { record, figures, results, problem: events.problem };
}

/** Figures with newer ones in their place, each in its place whenever it came. */
export function merged(
  known: readonly RunFigure[],
  { figures, order }: Pick<RunFindings, 'figures' | 'order'>,
): readonly RunFigure[] {
  const byId = new Map([...known, ...figures].map((one) => [one.id, one]));
  const placeOf = ({ id }: RunFigure): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...byId.values()].sort((a, b) => placeOf(a) - placeOf(b));
}
