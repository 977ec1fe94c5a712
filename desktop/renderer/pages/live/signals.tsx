import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { ChannelOverview } from '../../../../lab/capture/index.js';
import type { LiveChannel, LiveStatus, LiveView } from '../../../rpc/api/index.js';
import { useStream } from '../../app/hooks.js';
import { LinePlot, type XyModel } from '../../plot/index.js';
import { Button, Panel, Select } from '../../ui/index.js';
import { ExportButtons } from './export-buttons.js';
import {
  GROUPS,
  held,
  inGroup,
  selection,
  shownGroup,
  shownStretch,
  windowS,
  WINDOWS,
  type Stretch,
} from './live-state.js';
import { liveTexts, type LiveMessages } from './messages.js';
import { StatisticsTable } from './statistics-table.js';
import { useStatistics } from './use-statistics.js';

/** Points of a line: one a pixel or so. */
const BINS = 800;

/** Signals over time: least to greatest as a band, the mean as a line. */
export function Signals({ board, status }: { readonly board: string; readonly status: LiveStatus }) {
  const t = liveTexts();
  const groups = GROUPS.filter((group) => status.channels.some((channel) => inGroup(group, channel)));
  const group = groups.includes(shownGroup.value) ? shownGroup.value : groups[0]!;
  const channels = status.channels.filter((channel) => inGroup(group, channel));
  return (
    <Panel
      title={t.signals}
      actions={
        <Button
          kind="quiet"
          pressed={held.value !== undefined}
          title={t.pauseHelp}
          onClick={() => (held.value = held.value === undefined ? shownStretch.peek() : undefined)}
        >
          {held.value === undefined ? t.pause : t.resume}
        </Button>
      }
    >
      <div class="live-controls">
        <Select
          label={t.quantity}
          value={group}
          options={groups.map((each) => ({ value: each, label: t.group[each] }))}
          onChange={(next) => (shownGroup.value = next)}
        />
        <Select
          label={t.window}
          value={String(windowS.value)}
          options={WINDOWS.map((seconds) => ({
            value: String(seconds),
            label: seconds === Infinity ? t.whole : t.seconds(seconds),
          }))}
          onChange={(seconds) => {
            windowS.value = Number(seconds);
            held.value = undefined;
          }}
        />
        <ExportButtons board={board} channels={channels} />
      </div>
      {channels.length > 0 && (
        <SignalPlot board={board} group={group} channels={channels} key={`${status.name} ${group}`} />
      )}
    </Panel>
  );
}

function SignalPlot(props: {
  readonly board: string;
  readonly group: keyof LiveMessages['group'];
  readonly channels: readonly LiveChannel[];
}) {
  const { board, group, channels } = props;
  const t = liveTexts();
  const view = useSignal<LiveView | undefined>(undefined);
  const whole = useSignal<ChannelOverview | undefined>(undefined);
  const still = held.value;
  const names = channels.map(({ name }) => name);
  const window =
    still === undefined
      ? { followS: windowS.value === Infinity ? 1e9 : windowS.value }
      : { fromS: still[0], toS: still[1] };
  useStream(
    'live.view',
    { board, channels: names, window, bins: BINS },
    {
      window: 2,
      onItem: (item) => {
        const first = item.channels[0]?.timeS[0] ?? 0;
        shownStretch.value = [
          windowS.peek() === Infinity && held.peek() === undefined ? first : Math.max(item.fromS, 0),
          item.toS,
        ];
        view.value = item;
      },
    },
  );
  useStream('live.overview', { board, channel: names[0]! }, { onItem: (item) => (whole.value = item) });
  useEffect(
    () => () => {
      selection.value = undefined;
    },
    [],
  );
  const found = useStatistics(board, channels);
  const now = view.value;
  const model = useMemo(() => modelOf(t, group, channels, now), [t, group, channels.length, now]);
  const summary = found.value?.channels[0];
  const overview = whole.value;
  return (
    <div data-view={now?.elapsedS}>
      <LinePlot
        model={model}
        height={280}
        {...(summary === undefined
          ? {}
          : { summary: { n: summary.count, min: summary.min, mean: summary.mean, max: summary.max } })}
        {...(overview === undefined || overview.timeS.length < 2
          ? {}
          : {
              overview: {
                series: { x: overview.timeS, y: overview.mean, lower: overview.min, upper: overview.max },
                whole: [overview.fromS, overview.toS] as const,
              },
            })}
        onSelect={(range) => (selection.value = range === undefined ? undefined : ([range[0], range[1]] as Stretch))}
        onShow={(range) => (held.value = range === undefined ? undefined : ([range[0], range[1]] as Stretch))}
      />
      <StatisticsTable found={found} />
    </div>
  );
}

function modelOf(
  t: LiveMessages,
  group: keyof LiveMessages['group'],
  channels: readonly LiveChannel[],
  view: LiveView | undefined,
): XyModel {
  const unit = channels[0]?.unit ?? '';
  const [from, to] = shownStretch.peek();
  const lost = view === undefined ? 0 : Math.max(0, ...view.channels.map((channel) => channel.lost));
  const modelled = channels.some(({ provenance }) => provenance === 'modelled');
  return {
    title: t.group[group],
    draw: 'line',
    notes: [...(modelled ? [t.modelled] : []), ...(lost > 0 ? [t.gapsNote(lost)] : [])],
    intervalLabel: t.band,
    x: { label: t.time, unit: 's', ...(to > from ? { min: from, max: to } : {}) },
    y: { label: group === 'bits' ? t.onesShare : t.group[group], ...(unit === '' ? {} : { unit }) },
    series: (view?.channels ?? []).map((channel, k) => {
      const spec = channels.find(({ name }) => name === channel.channel);
      // The extremes of bits are always 0 and 1: a band would say nothing.
      const band = channel.raw || group === 'bits' ? {} : { lower: channel.min, upper: channel.max };
      return {
        label: spec?.title ?? channel.channel,
        x: channel.timeS,
        y: channel.mean,
        color: k,
        ...band,
        provenance: spec?.provenance === 'measured' ? ('measured' as const) : ('modelled' as const),
      };
    }),
  };
}
