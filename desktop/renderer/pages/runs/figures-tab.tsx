import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RunDetails } from '../../../rpc/api/runs.js';
import { localFigure, viewTitle } from '../../app/experiments.js';
import { useCall } from '../../app/hooks.js';
import { FigureView } from '../../plot/index.js';
import { problemOf, type Problem } from '../../app/problems.js';
import { Empty, ErrorBox, Select } from '../../ui/index.js';
import { fetchFile, typeOf } from './files.js';
import { runsTexts } from './messages.js';

/** A picture of the run's folder. */
export function FolderPicture({
  run,
  file,
  alt,
}: {
  readonly run: string;
  readonly file: string;
  readonly alt: string;
}) {
  const address = useSignal<string | undefined>(undefined);
  const problem = useSignal<Problem | undefined>(undefined);
  useEffect(() => {
    const stop = new AbortController();
    let made: string | undefined;
    fetchFile(run, file, stop.signal).then(
      (bytes) => {
        if (stop.signal.aborted) return;
        made = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: typeOf(file) }));
        address.value = made;
      },
      (error: unknown) => {
        if (!stop.signal.aborted) problem.value = problemOf(error);
      },
    );
    return () => {
      stop.abort();
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [run, file]);
  if (problem.value !== undefined) return <ErrorBox problem={problem.value} />;
  return (
    <div class="runs-picture" aria-busy={address.value === undefined}>
      {address.value !== undefined && <img src={address.value} alt={alt} />}
    </div>
  );
}

/** A view of the run, of all its rows or of those up to a time, seconds from the first event. */
export function ViewFigure(props: {
  readonly run: RunDetails;
  readonly name: string;
  readonly toS?: number | undefined;
}) {
  const { run, name, toS } = props;
  const rows = run.tables.reduce((sum, table) => sum + table.rows, 0);
  // A run that grows is drawn again; the number of its rows says when.
  const key = toS === undefined ? rows : 0;
  return <Drawn key={`${name} ${key}`} run={run} name={name} toS={toS} />;
}

function Drawn({
  run,
  name,
  toS,
}: {
  readonly run: RunDetails;
  readonly name: string;
  readonly toS: number | undefined;
}) {
  const { value, problem, pending } = useCall('runs.figure', {
    run: run.name,
    figure: name,
    ...(toS === undefined ? {} : { toS }),
  });
  const figure = value.value;
  return (
    <div aria-busy={pending.value}>
      {problem.value !== undefined && <ErrorBox problem={problem.value} />}
      {figure !== undefined && problem.value === undefined && (
        <FigureView figure={localFigure(run.experiment, name, figure)} height={380} />
      )}
    </div>
  );
}

/** The figures of a run: views to work with, and pictures that its experiment drew. */
export function FiguresTab({ run }: { readonly run: RunDetails }) {
  const t = runsTexts();
  const wanted = useSignal('');
  const figure = run.figures.find(({ name }) => name === wanted.value) ?? run.figures[0];
  if (figure === undefined) return <Empty title={t.figuresNone} />;
  return (
    <div class="stack">
      <Select
        label={t.figure}
        value={figure.name}
        options={run.figures.map(({ name, title }) => ({ value: name, label: viewTitle(run.experiment, name, title) }))}
        onChange={(name: string) => (wanted.value = name)}
      />
      {figure.from === 'view' ? (
        <ViewFigure run={run} name={figure.name} />
      ) : (
        <FolderPicture
          key={figure.name}
          run={run.name}
          file={`plots/${figure.name}.svg`}
          alt={t.figureAlt(viewTitle(run.experiment, figure.name, figure.title))}
        />
      )}
    </div>
  );
}
