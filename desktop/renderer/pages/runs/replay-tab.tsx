import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import pauseIcon from 'lucide-static/icons/pause.svg?raw';
import playIcon from 'lucide-static/icons/play.svg?raw';
import restartIcon from 'lucide-static/icons/skip-back.svg?raw';
import type { StoredEvent } from '../../../../lab/runs/index.js';
import type { RunDetails } from '../../../rpc/api/runs.js';
import { backend } from '../../app/backend.js';
import { selectBoard } from '../../app/boards.js';
import { useAction, useStream } from '../../app/hooks.js';
import { navigate } from '../../app/router.js';
import { formatSpan } from '../../app/units.js';
import { Button, Checkbox, Empty, ErrorBox, Field, Panel, Progress, Select } from '../../ui/index.js';
import { ViewFigure } from './figures-tab.js';
import { runsTexts } from './messages.js';

const SPEEDS = [0.1, 1, 10, 100, 1000] as const;
/** Speed of the wire for "as fast as it is read". */
const FASTEST = 0;
/** Events that stay in sight. */
const SHOWN = 100;
/** Steps of the position. */
const STEPS = 1000;

/** A run again, with the times between its events: play, pause, jump, faster and slower. */
export function ReplayTab({ run }: { readonly run: RunDetails }) {
  const t = runsTexts().replaying;
  const speed = useSignal<number>(10);
  const skip = useSignal(true);
  const at = useSignal(0);
  /** Where playing began; absent while it pauses. */
  const from = useSignal<number | undefined>(undefined);
  const events = useSignal<readonly StoredEvent[]>([]);
  const ended = useSignal(false);
  const total = Math.max(run.spanS, 1e-3);
  const begun = from.value;
  const stream = useStream(
    'runs.replay',
    begun === undefined
      ? undefined
      : {
          run: run.name,
          speed: speed.value,
          fromS: begun,
          ...(skip.value ? { longestPauseS: Math.max(speed.value, 1) } : {}),
        },
    {
      onItem: (news) => {
        at.value = news.atS;
        events.value = [...events.value, ...news.events].slice(-SHOWN);
      },
    },
  );
  const finished = stream.ended.value;
  useEffect(() => {
    if (!finished) return;
    from.value = undefined;
    ended.value = true;
  }, [finished]);
  const jump = (toS: number): void => {
    at.value = toS;
    events.value = [];
    ended.value = false;
    if (from.value !== undefined) from.value = toS;
  };
  if (run.spanS === 0 && Object.keys(run.counts).length === 0) return <Empty title={t.empty} />;
  const playing = begun !== undefined;
  return (
    <div class="stack">
      <p class="muted small">{t.note}</p>
      <AsBoard run={run} />
      <div class="row runs-replay">
        <Button
          kind="primary"
          icon={playing ? pauseIcon : playIcon}
          onClick={() => {
            if (ended.value) jump(0);
            from.value = playing ? undefined : at.value;
          }}
        >
          {playing ? t.pause : t.play}
        </Button>
        <Button icon={restartIcon} onClick={() => jump(0)}>
          {t.restart}
        </Button>
        <Select
          label={t.speed}
          value={String(speed.value)}
          options={[
            ...SPEEDS.map((value) => ({ value: String(value), label: `${value} ×` })),
            { value: String(FASTEST), label: t.fastest },
          ]}
          onChange={(value: string) => {
            speed.value = Number(value);
            if (from.value !== undefined) from.value = at.value;
          }}
        />
        <Checkbox label={t.skip} checked={skip.value} onChange={(on) => (skip.value = on)} />
      </div>
      <Field label={t.position}>
        {(ids) => (
          <div class="row">
            <input
              {...ids}
              class="grow"
              type="range"
              min={0}
              max={STEPS}
              value={Math.round((at.value / total) * STEPS)}
              aria-valuetext={formatSpan(at.value)}
              onInput={(event) => jump((Number(event.currentTarget.value) / STEPS) * total)}
            />
            <output class="num" data-at={at.value.toFixed(3)}>
              {formatSpan(at.value)} / {formatSpan(run.spanS)}
            </output>
          </div>
        )}
      </Field>
      {stream.problem.value !== undefined && <ErrorBox problem={stream.problem.value} />}
      <RunProgress events={events.value} />
      <div class="runs-overview">
        <FigureAt run={run} atS={at.value} playing={playing} />
        <Panel title={t.events}>
          {events.value.length === 0 ? (
            <p class="muted">{ended.value ? t.atEnd : t.eventsNone}</p>
          ) : (
            <EventList events={events.value} />
          )}
        </Panel>
      </div>
    </div>
  );
}

/** Name of the recorded frames in a run folder. */
const WIRE_FILE = 'wire.pcapng';

/** The way from a run whose frames were recorded to the board that it is. */
function AsBoard({ run }: { readonly run: RunDetails }) {
  const t = runsTexts().replaying;
  const open = useAction(async (signal) => {
    const board = `replay:${run.dir}`;
    await backend.call('boards.add', { board }, { signal });
    await backend.call('boards.open', { board }, { signal });
    selectBoard(board);
    navigate('boards');
  });
  if (!run.files.some(({ name }) => name === WIRE_FILE)) return <p class="muted small">{t.noFrames}</p>;
  return (
    <div class="row">
      <Button busy={open.busy.value} onClick={() => open.run()}>
        {t.asBoard}
      </Button>
      <span class="muted small">{t.asBoardHint}</span>
    </div>
  );
}

/** The run's own progress at that time. */
function RunProgress({ events }: { readonly events: readonly StoredEvent[] }) {
  const last = events.findLast(({ event }) => event.type === 'progress')?.event;
  if (last === undefined) return null;
  const { done, total, unit } = last as { done?: number; total?: number; unit?: string };
  return <Progress label={runsTexts().replaying.progress} done={done} total={total} unit={unit} />;
}

/** Longest line of an event. */
const LINE = 160;

function EventList({ events }: { readonly events: readonly StoredEvent[] }) {
  return (
    <ol class="runs-events small" tabIndex={0} aria-label={runsTexts().replaying.events}>
      {events.toReversed().map(({ seq, event }) => {
        const { type, ...rest } = event;
        return (
          <li key={seq}>
            <code>
              {seq} {type} <span class="muted">{JSON.stringify(rest).slice(0, LINE)}</span>
            </code>
          </li>
        );
      })}
    </ol>
  );
}

/** The first view with the rows up to a time; while the run plays it is drawn once a second. */
function FigureAt({
  run,
  atS,
  playing,
}: {
  readonly run: RunDetails;
  readonly atS: number;
  readonly playing: boolean;
}) {
  const view = run.figures.find(({ from }) => from === 'view');
  const shown = useSignal(atS);
  const latest = useRef(atS);
  latest.current = atS;
  useEffect(() => {
    if (!playing) {
      shown.value = latest.current;
      return undefined;
    }
    const timer = setInterval(() => (shown.value = latest.current), 1000);
    return () => clearInterval(timer);
  }, [playing, playing ? 0 : atS]);
  if (view === undefined || shown.value <= 0) return <div />;
  return <ViewFigure run={run} name={view.name} toS={Number(shown.value.toFixed(3))} />;
}
