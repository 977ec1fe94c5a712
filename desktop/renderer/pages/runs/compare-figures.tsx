import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PlotFigure } from '../../../../lab/plot/index.js';
import { backend } from '../../app/backend.js';
import { localFigure, viewTitle } from '../../app/experiments.js';
import { useStream } from '../../app/hooks.js';
import { problemOf, type Problem } from '../../app/problems.js';
import { FigureView } from '../../plot/index.js';
import { ErrorBox, Panel, Select } from '../../ui/index.js';
import { withCommonRanges } from './common-ranges.js';
import { runsTexts } from './messages.js';

/** A figure of a run, or why there is none. */
type Found = { readonly figure: PlotFigure } | { readonly problem: Problem };

/** One figure of several runs side by side, in the same ranges. */
export function CompareFigures({ runs }: { readonly runs: readonly string[] }) {
  const t = runsTexts();
  const first = useStream('runs.follow', runs[0] === undefined ? undefined : { run: runs[0] });
  const wanted = useSignal('');
  const experiment = first.value.value?.experiment ?? '';
  const views = first.value.value?.figures.filter(({ from }) => from === 'view') ?? [];
  const view = views.find(({ name }) => name === wanted.value) ?? views[0];
  const found = useFigures(runs, view?.name).value;
  if (view === undefined) return null;
  const alike = withCommonRanges(
    found.flatMap((one) => ('figure' in one ? [localFigure(experiment, view.name, one.figure)] : [])),
  );
  let shown = 0;
  return (
    <Panel title={t.comparing.figures}>
      <div class="stack" aria-busy={found.length < runs.length}>
        <Select
          label={t.figure}
          value={view.name}
          options={views.map(({ name, title }) => ({ value: name, label: viewTitle(experiment, name, title) }))}
          onChange={(name: string) => (wanted.value = name)}
        />
        <div class="runs-side-by-side">
          {found.map((one, i) => (
            <div key={runs[i]}>
              {'figure' in one ? (
                <FigureView figure={named(alike[shown++]!, runs[i]!)} height={320} />
              ) : (
                <ErrorBox problem={one.problem} />
              )}
            </div>
          ))}
        </div>
      </div>
    </Panel>
  );
}

/** Above each stands which run it is of. */
function named(figure: PlotFigure, run: string): PlotFigure {
  return { ...figure, subtitle: figure.title, title: run };
}

/** A figure of each run, in their order; nothing before all are there. */
function useFigures(runs: readonly string[], figure: string | undefined): ReadonlySignal<readonly Found[]> {
  const found = useSignal<readonly Found[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const one = async (run: string, name: string): Promise<Found> => {
      try {
        return { figure: await backend.call('runs.figure', { run, figure: name }, { signal: stop.signal }) };
      } catch (error) {
        return { problem: problemOf(error) };
      }
    };
    if (figure !== undefined)
      void Promise.all(runs.map((run) => one(run, figure))).then((all) => {
        if (!stop.signal.aborted) found.value = all;
      });
    return () => stop.abort();
  }, [runs.join(','), figure]);
  return found;
}
