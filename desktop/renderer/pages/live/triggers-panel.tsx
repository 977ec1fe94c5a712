import { useSignal } from '@preact/signals';
import type { ChannelSpec } from '../../../../lab/capture/index.js';
import type { LiveStatus } from '../../../rpc/api/index.js';
import { backend } from '../../app/backend.js';
import { useAction } from '../../app/hooks.js';
import { formatQuantity } from '../../app/units.js';
import { Badge, Button, Empty, NumberField, Panel, QuantityField, Select, Table } from '../../ui/index.js';
import { held, planned, triggers, type TriggerSetting } from './live-state.js';
import { liveTexts, type LiveMessages } from './messages.js';

type Kind = keyof LiveMessages['kinds'];
type Edge = keyof LiveMessages['edges'];
type Mode = keyof LiveMessages['modes'];

/** Triggers, and what they found. */
export function TriggersPanel({ board, status }: { readonly board: string; readonly status: LiveStatus | undefined }) {
  const t = liveTexts();
  const running = status?.state === 'running';
  const apply = useAction(async (signal, next: readonly TriggerSetting[]) => {
    triggers.value = next;
    if (running) await backend.call('live.setTriggers', { board, triggers: [...next] }, { signal });
  });
  return (
    <Panel title={t.triggers}>
      <TriggerForm
        channels={running ? status.channels : planned.value}
        add={(trigger) => apply.run([...triggers.peek(), trigger])}
      />
      {triggers.value.map((trigger, k) => {
        const state = running ? status.triggers.find(({ spec }) => spec.name === trigger.name) : undefined;
        return (
          <div class="live-trigger" key={trigger.name}>
            <span class="grow">{trigger.name}</span>
            {state !== undefined && (
              <Badge
                tone={state.armed ? 'accent' : 'neutral'}
              >{`${state.armed ? t.armed : t.resting}, ${t.fired(state.fired)}`}</Badge>
            )}
            <Button kind="quiet" onClick={() => apply.run(triggers.peek().filter((_, i) => i !== k))}>
              {`${t.remove} ${trigger.name}`}
            </Button>
          </div>
        );
      })}
      <Events status={status} />
    </Panel>
  );
}

function TriggerForm(props: {
  readonly channels: readonly ChannelSpec[];
  readonly add: (trigger: TriggerSetting) => void;
}) {
  const t = liveTexts();
  const numeric = props.channels.filter(({ type }) => type !== 'bits');
  const kind = useSignal<Kind>('level');
  const channel = useSignal('');
  const level = useSignal<number | undefined>(undefined);
  const hysteresis = useSignal<number | undefined>(0);
  const edge = useSignal<Edge>('rising');
  const mode = useSignal<Mode>('single');
  const alpha = useSignal<number | undefined>(1e-6);
  const windowBits = useSignal<number | undefined>(65_536);
  const preS = useSignal<number | undefined>(1);
  const postS = useSignal<number | undefined>(1);
  const chosen = numeric.find(({ name }) => name === channel.value) ?? numeric[0];
  const ready = kind.value !== 'level' || (chosen !== undefined && level.value !== undefined);
  const add = (): void => {
    const common = { mode: mode.value, preS: preS.value ?? 1, postS: postS.value ?? 1 };
    const number = triggers.peek().length + 1;
    if (kind.value === 'level' && chosen !== undefined && level.value !== undefined)
      props.add({
        kind: 'level',
        name: `${number}: ${chosen.title} ${formatQuantity(level.value, chosen.unit)}`,
        channel: chosen.name,
        level: level.value,
        hysteresis: hysteresis.value ?? 0,
        edge: edge.value,
        ...common,
      });
    else if (kind.value === 'health') props.add({ kind: 'health', name: `${number}: ${t.kinds.health}`, ...common });
    else
      props.add({
        kind: 'p-value',
        name: `${number}: p < ${alpha.value ?? 1e-6}`,
        alpha: alpha.value ?? 1e-6,
        windowBits: windowBits.value ?? 65_536,
        ...common,
      });
  };
  const options = <T extends string>(texts: Readonly<Record<T, string>>) =>
    (Object.keys(texts) as T[]).map((value) => ({ value, label: texts[value] }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) add();
      }}
    >
      <div class="form-grid">
        <Select label={t.kind} value={kind.value} options={options(t.kinds)} onChange={(next) => (kind.value = next)} />
        {kind.value === 'level' && (
          <>
            <Select
              label={t.channel}
              value={chosen?.name ?? ''}
              options={numeric.map(({ name, title }) => ({ value: name, label: title }))}
              onChange={(next) => (channel.value = next)}
              disabled={numeric.length === 0}
            />
            <QuantityField
              label={t.level}
              unit={chosen?.unit ?? ''}
              value={level.value}
              optional
              onChange={(next) => (level.value = next)}
            />
            <QuantityField
              label={t.hysteresis}
              unit={chosen?.unit ?? ''}
              min={0}
              value={hysteresis.value}
              onChange={(next) => (hysteresis.value = next)}
            />
            <Select
              label={t.edge}
              value={edge.value}
              options={options(t.edges)}
              onChange={(next) => (edge.value = next)}
            />
          </>
        )}
        {kind.value === 'p-value' && (
          <>
            <NumberField
              label={t.alpha}
              value={alpha.value}
              min={1e-30}
              max={0.5}
              onChange={(next) => (alpha.value = next)}
            />
            <NumberField
              label={t.windowBits}
              value={windowBits.value}
              min={100}
              max={2 ** 24}
              integer
              onChange={(next) => (windowBits.value = next)}
            />
          </>
        )}
        <Select label={t.mode} value={mode.value} options={options(t.modes)} onChange={(next) => (mode.value = next)} />
        <QuantityField
          label={t.pre}
          unit="s"
          min={0}
          max={3600}
          value={preS.value}
          onChange={(next) => (preS.value = next)}
        />
        <QuantityField
          label={t.post}
          unit="s"
          min={0}
          max={3600}
          value={postS.value}
          onChange={(next) => (postS.value = next)}
        />
      </div>
      <Button type="submit" disabled={!ready}>
        {t.addTrigger}
      </Button>
    </form>
  );
}

function Events({ status }: { readonly status: LiveStatus | undefined }) {
  const t = liveTexts();
  const events = status?.events ?? [];
  if (events.length === 0) return <Empty title={t.noEvents} />;
  return (
    <Table
      caption={t.events}
      height={180}
      rows={[...events].reverse()}
      rowKey={({ number }) => String(number)}
      onSelect={({ fromS, toS }) => (held.value = [fromS, toS])}
      columns={[
        { id: 'number', label: '#', numeric: true, cell: ({ number }) => number },
        { id: 'event', label: t.event, cell: ({ trigger }) => trigger },
        { id: 'at', label: t.at, numeric: true, cell: ({ hostS }) => formatQuantity(hostS, 's') },
        {
          id: 'value',
          label: t.value,
          numeric: true,
          cell: ({ value, channel, text }) =>
            value === null
              ? (text ?? '')
              : formatQuantity(value, status?.channels.find(({ name }) => name === channel)?.unit ?? ''),
        },
      ]}
    />
  );
}
