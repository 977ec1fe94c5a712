import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import importIcon from 'lucide-static/icons/upload.svg?raw';
import { systemClock } from '../../../../base/index.js';
import type { RunRow } from '../../../rpc/api/runs.js';
import { useStream } from '../../app/hooks.js';
import { formatDateTime } from '../../app/i18n.js';
import { navigate } from '../../app/router.js';
import { formatSpan } from '../../app/units.js';
import { Badge, Button, Checkbox, Empty, Page, Select, Table, TextField, type Column } from '../../ui/index.js';
import { SourceBadge, StateBadge } from './badges.js';
import { chooseImport, importFile } from './files.js';
import { chosenRuns, listKind, listQuery, listStarred, listState, toggleChosen, wholeQuery } from './list-state.js';
import { runsTexts } from './messages.js';

/** Time after the last key until the store is asked, seconds. */
const TYPING_S = 0.2;
/** What can be written into the box, as examples. */
const EXAMPLES = [
  'experiment:resistance state:finished',
  'tag:paper',
  'result.tmr>0.5',
  'after:2025-01-01',
  'kind:simulated is:starred',
];
const STATES = ['running', 'finished', 'failed', 'aborted', 'interrupted'] as const;
const KINDS = ['real', 'emulated', 'simulated', 'replayed', 'none'] as const;

function columns(): readonly Column<RunRow>[] {
  const t = runsTexts();
  const c = t.column;
  return [
    {
      id: 'compare',
      label: c.compare,
      cell: ({ name }) => (
        <input
          type="checkbox"
          aria-label={t.choose(name)}
          checked={chosenRuns.value.includes(name)}
          onClick={(event) => event.stopPropagation()}
          onChange={() => toggleChosen(name)}
        />
      ),
    },
    {
      id: 'name',
      label: c.run,
      sort: ({ title, name }) => title || name,
      cell: ({ name, title, star }) => (
        <span class="runs-name">
          {star && (
            <span role="img" aria-label={t.starred}>
              ★{' '}
            </span>
          )}
          {title !== '' && <strong>{title} </strong>}
          <span class={title === '' ? '' : 'muted'}>{name}</span>
        </span>
      ),
    },
    {
      id: 'experiment',
      label: c.experiment,
      sort: ({ experiment }) => experiment,
      cell: ({ experiment }) => experiment,
    },
    { id: 'state', label: c.state, sort: ({ state }) => state, cell: ({ state }) => <StateBadge state={state} /> },
    {
      id: 'board',
      label: c.board,
      sort: ({ boardKind }) => boardKind,
      cell: ({ boardKind }) => <SourceBadge kind={boardKind} />,
    },
    {
      id: 'started',
      label: c.started,
      sort: ({ started }) => started,
      cell: ({ started }) => (
        <time class="runs-started" dateTime={started}>
          {formatDateTime(started)}
        </time>
      ),
    },
    {
      id: 'took',
      label: c.took,
      numeric: true,
      sort: ({ seconds }) => seconds ?? NaN,
      cell: ({ seconds }) => (seconds === null ? '–' : formatSpan(seconds)),
    },
    {
      id: 'tags',
      label: c.tags,
      sort: ({ tags }) => tags.join(' '),
      cell: ({ tags }) => (
        <span class="runs-tags">
          {tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
        </span>
      ),
    },
  ];
}

/** The box that says which runs are shown. */
function Search({ problem }: { readonly problem: string | undefined }) {
  const t = runsTexts();
  const typed = useSignal(listQuery.value);
  useEffect(() => {
    const timer = systemClock.setTimer(TYPING_S, () => (listQuery.value = typed.value));
    return () => timer.cancel();
  }, [typed.value]);
  const set = (query: string): void => {
    typed.value = query;
    listQuery.value = query;
  };
  return (
    <search class="runs-search">
      <TextField
        class="grow"
        type="search"
        label={t.search}
        hint={t.searchHint}
        value={typed.value}
        onInput={(value) => (typed.value = value)}
        onEnter={() => (listQuery.value = typed.value)}
        error={problem}
        placeholder={EXAMPLES[0]}
      />
      <Select
        label={t.filterState}
        value={listState.value}
        options={[{ value: '', label: t.all }, ...STATES.map((state) => ({ value: state, label: t.state[state] }))]}
        onChange={(value: string) => (listState.value = value)}
      />
      <Select
        label={t.filterKind}
        value={listKind.value}
        options={[{ value: '', label: t.all }, ...KINDS.map((kind) => ({ value: kind, label: t.kind[kind] }))]}
        onChange={(value: string) => (listKind.value = value)}
      />
      <Checkbox label={t.starredOnly} checked={listStarred.value} onChange={(on) => (listStarred.value = on)} />
      <div class="runs-examples small">
        <span class="muted">{t.examples}</span>
        {EXAMPLES.map((example) => (
          <button key={example} type="button" class="runs-example" onClick={() => set(example)}>
            <code>{example}</code>
          </button>
        ))}
        <button type="button" class="runs-example" onClick={() => set('')}>
          {t.clear}
        </button>
      </div>
    </search>
  );
}

/** Height that the list may take, px: what the window leaves. */
function useListHeight(): number {
  const height = useSignal(window.innerHeight);
  useEffect(() => {
    const read = (): void => void (height.value = window.innerHeight);
    window.addEventListener('resize', read);
    return () => window.removeEventListener('resize', read);
  }, []);
  return Math.max(200, height.value - 280);
}

/** All runs, found by a query, sorted by their columns. A `.spin` file that is dropped here is imported. */
export function RunList() {
  const t = runsTexts();
  const { value, problem } = useStream('runs.watch', { query: wholeQuery() });
  const dragging = useSignal(false);
  const last = useSignal<NonNullable<typeof value.value> | undefined>(undefined);
  const height = useListHeight();
  // While a new query is under way the runs of the last one stay.
  if (value.value !== undefined) last.value = value.value;
  const news = value.value ?? last.value;
  const chosen = chosenRuns.value;
  const asked = wholeQuery() !== '';
  return (
    <Page
      title={t.title}
      class="runs"
      toolbar={
        <>
          <Button
            disabled={chosen.length < 2}
            title={t.chooseHelp}
            onClick={() => navigate('runs', [], { compare: chosen.join(',') })}
          >
            {t.chosen(chosen.length)}
          </Button>
          <Button icon={importIcon} onClick={chooseImport}>
            {t.import}
          </Button>
        </>
      }
    >
      <div
        class={`runs-drop ${dragging.value ? 'runs-dragging' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          dragging.value = true;
        }}
        onDragLeave={() => (dragging.value = false)}
        onDrop={(event) => {
          event.preventDefault();
          dragging.value = false;
          for (const file of event.dataTransfer?.files ?? []) void importFile(file);
        }}
      >
        <Search problem={problem.value?.message} />
        <p class="muted small" aria-live="polite">
          {news === undefined ? t.loading : t.found(news.runs.length, news.total)}
          {dragging.value && ` · ${t.dropHere}`}
        </p>
        {news !== undefined && (
          <div aria-busy={value.value === undefined && problem.value === undefined}>
            <Table
              caption={t.list}
              columns={columns()}
              rows={news.runs}
              rowKey={({ name }) => name}
              onSelect={({ name }) => navigate('runs', [name])}
              initialSort="-started"
              height={height}
              empty={
                asked ? <Empty title={t.noneFits}>{t.noneFitsText}</Empty> : <Empty title={t.none}>{t.noneText}</Empty>
              }
            />
          </div>
        )}
        {news !== undefined && news.problems.length > 0 && (
          <details class="runs-problems">
            <summary>{t.problems(news.problems.length)}</summary>
            <ul>
              {news.problems.map(({ name, message }) => (
                <li key={name}>
                  <code>{name}</code>: {message}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Page>
  );
}
