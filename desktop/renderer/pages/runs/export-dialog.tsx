import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { isAbortError } from '../../../../base/index.js';
import type { ExportFormat, ExportRequest } from '../../../../lab/runs/index.js';
import type { RunDetails } from '../../../rpc/api/runs.js';
import { backend } from '../../app/backend.js';
import { saveBytes } from '../../app/files.js';
import { useCall } from '../../app/hooks.js';
import { problemOf, type Problem } from '../../app/problems.js';
import { toast } from '../../app/toasts.js';
import { viewTitle } from '../../app/experiments.js';
import { formatSize } from '../../app/units.js';
import { Button, Checkbox, Dialog, ErrorBox, Facts, Progress, Select, TextField } from '../../ui/index.js';
import { joined, typeOf } from './files.js';
import { runsTexts } from './messages.js';

const FORMATS = ['csv', 'parquet', 'hdf5', 'spin', 'png', 'svg'] as const satisfies readonly ExportFormat[];

interface Choice {
  readonly format: ExportFormat;
  readonly table: string;
  readonly figure: string;
  readonly from: string;
  readonly to: string;
}

const whole = (text: string): number | undefined => (/^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined);
const isRow = (text: string): boolean => text.trim() === '' || whole(text) !== undefined;

/** What is asked for; nothing while a row is no number. The last row belongs to the range. */
function requestOf({ format, table, figure, from, to }: Choice): ExportRequest | undefined {
  if (format === 'spin') return { format };
  if (format === 'png' || format === 'svg') return { format, figure };
  if (table === '') return { format };
  if (!isRow(from) || !isRow(to)) return undefined;
  const [first, last] = [whole(from), whole(to)];
  const rows = { ...(first === undefined ? {} : { from: first }), ...(last === undefined ? {} : { to: last + 1 }) };
  return { format, table, ...(Object.keys(rows).length === 0 ? {} : { rows }) };
}

/** Exports a run: format, range, how large, progress, a way to stop. */
export function ExportDialog({ run, onClose }: { readonly run: RunDetails; readonly onClose: () => void }) {
  const t = runsTexts().exporting;
  const table = run.tables[0]?.name ?? '';
  const choice = useSignal<Choice>({
    format: table === '' ? 'spin' : 'csv',
    table,
    figure: run.figures[0]?.name ?? '',
    from: '',
    to: '',
  });
  const { format } = choice.value;
  const set = (change: Partial<Choice>): void => void (choice.value = { ...choice.value, ...change });
  const request = requestOf(choice.value);
  const plan = useCall('runs.estimate', request === undefined ? undefined : { run: run.name, request });
  const work = useWork(run.name);
  const tabular = format === 'csv' || format === 'parquet' || format === 'hdf5';
  const ready =
    request !== undefined && plan.problem.value === undefined && plan.value.value !== undefined && !plan.pending.value;
  const busy = work.progress.value !== undefined;
  return (
    <Dialog
      title={t.title}
      onClose={onClose}
      actions={
        busy ? (
          <Button onClick={work.cancel}>{t.cancel}</Button>
        ) : (
          <>
            <Button disabled={!ready} onClick={() => work.start(request!, 'folder')}>
              {t.folder}
            </Button>
            <Button kind="primary" disabled={!ready} onClick={() => work.start(request!, 'page')}>
              {t.download}
            </Button>
          </>
        )
      }
    >
      <div class="stack">
        <Select
          label={t.format}
          value={format}
          options={FORMATS.map((value) => ({ value, label: t.formats[value] }))}
          onChange={(value) =>
            set({ format: value, table: value !== 'hdf5' && choice.value.table === '' ? table : choice.value.table })
          }
        />
        {tabular && (
          <Select
            label={t.table}
            value={choice.value.table}
            options={[
              ...(format === 'hdf5' ? [{ value: '', label: t.allTables }] : []),
              ...run.tables.map(({ name }) => ({ value: name, label: name })),
            ]}
            onChange={(value: string) => set({ table: value })}
          />
        )}
        {tabular && choice.value.table !== '' && (
          <div class="row runs-range">
            {(['from', 'to'] as const).map((end) => (
              <TextField
                key={end}
                label={t[end]}
                value={choice.value[end]}
                placeholder={
                  end === 'from'
                    ? '0'
                    : String(Math.max(0, (run.tables.find(({ name }) => name === choice.value.table)?.rows ?? 1) - 1))
                }
                error={isRow(choice.value[end]) ? undefined : t.wholeNumber}
                onInput={(value) => set({ [end]: value })}
              />
            ))}
          </div>
        )}
        {(format === 'png' || format === 'svg') && (
          <Select
            label={t.figure}
            value={choice.value.figure}
            options={run.figures.map(({ name, title }) => ({
              value: name,
              label: viewTitle(run.experiment, name, title),
            }))}
            onChange={(value: string) => set({ figure: value })}
          />
        )}
        {plan.problem.value !== undefined && <ErrorBox problem={plan.problem.value} />}
        {plan.value.value !== undefined && plan.problem.value === undefined && (
          <Facts
            items={[
              [t.range, plan.value.value.what],
              [t.size, formatSize(plan.value.value.estimatedBytes)],
            ]}
          />
        )}
        <Checkbox label={t.force} checked={work.force.value} onChange={(on) => (work.force.value = on)} />
        {work.progress.value !== undefined && <Progress label={t.progress} {...work.progress.value} />}
        {work.problem.value !== undefined && <ErrorBox problem={work.problem.value} />}
      </div>
    </Dialog>
  );
}

/** The export that is under way; leaving the dialog stops it. */
function useWork(run: string) {
  const progress = useSignal<{ readonly done: number; readonly total: number } | undefined>(undefined);
  const problem = useSignal<Problem | undefined>(undefined);
  const force = useSignal(false);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const start = async (request: ExportRequest, to: 'page' | 'folder'): Promise<void> => {
    const { signal } = (stop.current = new AbortController());
    problem.value = undefined;
    progress.value = { done: 0, total: 0 };
    try {
      const parts: Uint8Array[] = [];
      for await (const news of backend.stream('runs.export', { run, request, to, force: force.value }, { signal })) {
        if (news.type === 'progress') progress.value = news;
        if (news.type === 'bytes') parts.push(news.bytes);
        if (news.type !== 'done') continue;
        if (to === 'page') saveBytes(joined(parts), news.fileName, typeOf(news.fileName));
        const where = to === 'page' ? news.fileName : news.outcome.path;
        toast('ok', runsTexts().exporting.done(where, formatSize(news.outcome.bytes)));
      }
    } catch (error) {
      if (!isAbortError(error)) problem.value = problemOf(error);
    } finally {
      progress.value = undefined;
    }
  };
  return {
    progress,
    problem,
    force,
    start: (request: ExportRequest, to: 'page' | 'folder') => void start(request, to),
    cancel: () => stop.current?.abort(),
  };
}
