import { useSignal, type ReadonlySignal } from '@preact/signals';
import type { EngineEvent } from '../../../../lab/experiments/index.js';
import type { GrayImage } from '../../../../lab/report/index.js';
import type { ActiveRun } from '../../../rpc/api/index.js';
import { useCall, useStream } from '../../app/hooks.js';
import { route } from '../../app/router.js';
import { activeRuns } from '../../app/runs-at-work.js';

/** What a page shows of a generation, whether it goes on, has just ended, or lies in the store. */
export interface Generation {
  /** Folder of the run; nothing before the first. */
  readonly run: string | undefined;
  /** What the backend tells of it, while it goes on and until the backend starts anew. */
  readonly active: ActiveRun | undefined;
  readonly grid: GrayImage | undefined;
  readonly path: GrayImage | undefined;
  /** What it does now, as `noise`. */
  readonly phase: ReadonlySignal<string | undefined>;
  /** What it said of the work, and warnings; the last few. */
  readonly notes: ReadonlySignal<readonly string[]>;
}

/** Notes that are shown. */
const MOST_NOTES = 4;

/** The run that the address names; otherwise the latest of this session, one that goes on before all others. */
export function shownRun(asked: string | undefined, runs: readonly ActiveRun[]): string | undefined {
  if (asked !== undefined) return asked;
  const own = runs.filter(({ experiment }) => experiment === 'generate');
  return (own.findLast(({ state }) => state === 'running') ?? own.at(-1))?.dir;
}

/** Follows the generation that is shown. */
export function useGeneration(): Generation {
  const run = shownRun(route.value.query['run'], activeRuns.value);
  const active = activeRuns.value.find(({ dir }) => dir === run);
  const pictures = useSignal<Readonly<Record<string, GrayImage>>>({});
  const phase = useSignal<string | undefined>(undefined);
  const notes = useSignal<readonly string[]>([]);
  useStream('experiments.follow', active === undefined ? undefined : { board: active.board, run: active.id }, {
    onStart: () => {
      pictures.value = {};
      notes.value = [];
      phase.value = undefined;
    },
    onItem: (events) => {
      for (const event of events) take(event);
    },
  });
  const take = (event: EngineEvent): void => {
    if (event.type === 'image') {
      const { name, width, height, data } = event;
      pictures.value = { ...pictures.peek(), [name]: { width, height, data } };
    } else if (event.type === 'phase') {
      phase.value = event.name;
    } else if (event.type === 'note' || (event.type === 'log' && event.level !== 'info' && event.level !== 'debug')) {
      notes.value = [...notes.peek(), event.text].slice(-MOST_NOTES);
    }
  };
  const stored = useCall('generate.pictures', run === undefined || active !== undefined ? undefined : { run });
  const found = stored.value.value?.run === run ? stored.value.value : undefined;
  const live = active !== undefined;
  return {
    run,
    active,
    grid: live ? pictures.value['grid'] : found?.grid,
    path: live ? pictures.value['path'] : found?.path,
    phase,
    notes,
  };
}
