import { useSignal } from '@preact/signals';
import icon from 'lucide-static/icons/activity.svg?raw';
import playIcon from 'lucide-static/icons/play.svg?raw';
import recordIcon from 'lucide-static/icons/circle-dot.svg?raw';
import stopIcon from 'lucide-static/icons/square.svg?raw';
import type { LiveStatus } from '../../../rpc/api/index.js';
import { backend } from '../../app/backend.js';
import { selectedBoard } from '../../app/boards.js';
import { useCommands } from '../../app/commands.js';
import { useAction, useStream } from '../../app/hooks.js';
import { formatCount, formatPercent } from '../../app/i18n.js';
import { formatQuantity, formatSize } from '../../app/units.js';
import type { PageDefinition } from '../../page.js';
import { Badge, Button, Dialog, Empty, ErrorBox, Page, Stat, Stats } from '../../ui/index.js';
import { ArrayPanel } from './array-panel.js';
import { BitsPanel } from './bits-panel.js';
import { LeftPanel } from './left-panel.js';
import { held, selection, settings, shownStretch, triggers } from './live-state.js';
import './live.css';
import { liveTexts } from './messages.js';
import { Setup } from './setup.js';
import { Signals } from './signals.js';
import { TriggersPanel } from './triggers-panel.js';

function Live() {
  const t = liveTexts();
  const board = selectedBoard.value;
  return board === undefined ? (
    <Page title={t.title}>
      <Empty title={t.noBoard}>{t.noBoardHelp}</Empty>
    </Page>
  ) : (
    <LiveOf key={board} board={board} />
  );
}

function LiveOf({ board }: { readonly board: string }) {
  const t = liveTexts();
  const watch = useStream('live.watch', { board });
  const status = watch.value.value ?? undefined;
  const running = status?.state === 'running';
  const problem = watch.problem.value ?? status?.problem;
  const asking = useSignal(false);
  const start = useAction(async (signal, keep: boolean) => {
    const { groups, rateHz, periodMs, rows, controller } = settings.peek();
    held.value = undefined;
    selection.value = undefined;
    const request = {
      board,
      keep,
      groups: [...groups],
      telemetryPeriodMs: periodMs,
      bits: { rateHz, rows: rows.trim(), controller },
      triggers: [...triggers.peek()],
    };
    await backend.call('live.start', request, { signal });
  });
  const act = useAction(async (signal, what: 'live.stop' | 'live.keep' | 'live.discard') => {
    await backend.call(what, { board }, { signal });
  });
  const pause = (): void => void (held.value = held.peek() === undefined ? shownStretch.peek() : undefined);
  const idle = !running && !start.busy.value;
  useCommands(
    [
      {
        id: 'live.watch',
        title: () => liveTexts().watch,
        shortcut: 'w',
        enabled: () => idle,
        run: () => start.run(false),
      },
      {
        id: 'live.record',
        title: () => liveTexts().record,
        shortcut: 'r',
        enabled: () => idle,
        run: () => start.run(true),
      },
      {
        id: 'live.stop',
        title: () => liveTexts().stop,
        shortcut: 's',
        enabled: () => running,
        run: () => act.run('live.stop'),
      },
      { id: 'live.pause', title: () => liveTexts().pause, shortcut: 'p', enabled: () => running, run: pause },
    ],
    `${board} ${running} ${idle}`,
  );
  const undecided = status !== undefined && !status.kept;
  return (
    <Page
      title={t.title}
      note={status !== undefined && <State status={status} />}
      toolbar={
        <>
          {undecided && (
            <Button title={t.keepHelp} busy={act.busy.value} onClick={() => act.run('live.keep')}>
              {t.keep}
            </Button>
          )}
          {undecided && !running && (
            <Button kind="danger" hasPopup="dialog" onClick={() => (asking.value = true)}>
              {t.discard}
            </Button>
          )}
          {running ? (
            <Button kind="primary" icon={stopIcon} busy={act.busy.value} onClick={() => act.run('live.stop')}>
              {t.stop}
            </Button>
          ) : (
            <>
              <Button icon={recordIcon} title={t.recordHelp} busy={start.busy.value} onClick={() => start.run(true)}>
                {t.record}
              </Button>
              <Button
                kind="primary"
                icon={playIcon}
                title={t.watchHelp}
                busy={start.busy.value}
                onClick={() => start.run(false)}
              >
                {t.watch}
              </Button>
            </>
          )}
        </>
      }
    >
      {asking.value && <DiscardDialog open={asking} discard={() => act.run('live.discard')} />}
      {problem !== undefined && <ErrorBox problem={{ name: 'Error', ...problem }} />}
      {status === undefined ? (
        <Empty title={t.nothing}>{t.nothingHelp}</Empty>
      ) : (
        <Capture board={board} status={status} />
      )}
      <div class="live-columns">
        <Setup board={board} />
        <TriggersPanel board={board} status={status} />
      </div>
      <LeftPanel board={board} turn={status?.name ?? ''} key={status?.name} />
    </Page>
  );
}

function State({ status }: { readonly status: LiveStatus }) {
  const t = liveTexts();
  const state = status.state === 'running' ? (status.kept ? t.running : t.watching) : t[status.state];
  return (
    <>
      <Badge tone={status.state === 'failed' ? 'danger' : status.state === 'running' ? 'accent' : 'neutral'}>
        {state}
      </Badge>
      <Badge tone={status.kept ? 'neutral' : 'warn'}>{status.kept ? t.keptState : t.unkept}</Badge>
      <Badge tone={status.healthy ? 'ok' : 'danger'}>{status.healthy ? t.healthy : t.unhealthy}</Badge>
      {status.notEntropy && <Badge tone="warn">{t.notEntropy}</Badge>}
    </>
  );
}

/** What there is of a capture: figures, signals, array and bits. */
function Capture({ board, status }: { readonly board: string; readonly status: LiveStatus }) {
  const t = liveTexts();
  const bits = status.channels.find(({ name }) => name === 'bits');
  const samples = status.channels.reduce((sum, channel) => sum + channel.samples, 0);
  // Channels of one time base lose together.
  const bases = new Map(status.channels.map((channel) => [channel.time, channel]));
  const lost = [...bases.values()].reduce((sum, channel) => sum + channel.lost, 0);
  const gaps = [...bases.values()].reduce((sum, channel) => sum + channel.gaps, 0);
  return (
    <div class="stack" data-elapsed={status.elapsedS}>
      <Stats>
        <Stat label={t.elapsed} value={formatQuantity(status.elapsedS, 's')} />
        <Stat label={t.samples} value={formatCount(samples)} />
        <Stat label={t.onDisk} value={formatSize(status.bytes)} />
        <Stat
          label={t.lost}
          value={lost === 0 ? t.none : t.lostShare(formatPercent(lost / (lost + samples), 3), gaps)}
        />
        <Stat label={t.folder} value={status.name} title={status.dir} />
      </Stats>
      <Signals board={board} status={status} />
      <div class="live-columns">
        <ArrayPanel key={status.name} board={board} hasBits={bits !== undefined && bits.samples > 0} />
        {bits !== undefined && bits.samples > 0 && (
          <BitsPanel key={status.name} board={board} columns={status.columns} notEntropy={status.notEntropy} />
        )}
      </div>
    </div>
  );
}

function DiscardDialog(props: { readonly open: { value: boolean }; readonly discard: () => void }) {
  const t = liveTexts();
  const { open } = props;
  return (
    <Dialog
      title={t.discardAsk}
      onClose={() => (open.value = false)}
      actions={
        <>
          <Button onClick={() => (open.value = false)}>{t.cancel}</Button>
          <Button
            kind="danger"
            onClick={() => {
              open.value = false;
              props.discard();
            }}
          >
            {t.discard}
          </Button>
        </>
      }
    >
      {null}
    </Dialog>
  );
}

/** The page. */
export const livePage: PageDefinition = {
  id: 'live',
  title: () => liveTexts().title,
  icon,
  component: Live,
  key: 'l',
  order: 20,
};
