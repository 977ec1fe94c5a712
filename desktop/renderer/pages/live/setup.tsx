import { useEffect } from 'preact/hooks';
import { useCall } from '../../app/hooks.js';
import { formatQuantity, formatSize, formatSpan } from '../../app/units.js';
import { Checkbox, Panel, Select, TextField } from '../../ui/index.js';
import {
  BIT_RATES,
  channelCounts,
  GROUPS,
  PERIODS,
  planned,
  settings,
  type CaptureSettings,
  type Group,
} from './live-state.js';
import { liveTexts } from './messages.js';

/** What the next capture records, with what it takes on disk. */
export function Setup({ board }: { readonly board: string }) {
  const t = liveTexts();
  const now = settings.value;
  const set = (change: Partial<CaptureSettings>): void => void (settings.value = { ...settings.peek(), ...change });
  const toggle = (group: Group, on: boolean): void =>
    set({ groups: GROUPS.filter((each) => (each === group ? on : settings.peek().groups.includes(each))) });
  return (
    <Panel title={t.setup} actions={<span class="muted small">{t.next}</span>}>
      <fieldset class="live-groups">
        <legend>{t.groups}</legend>
        {GROUPS.map((group) => (
          <Checkbox
            key={group}
            label={t.group[group]}
            checked={now.groups.includes(group)}
            disabled={now.groups.length === 1 && now.groups[0] === group}
            onChange={(on) => toggle(group, on)}
          />
        ))}
      </fieldset>
      <div class="form-grid">
        <Select
          label={t.bitRate}
          value={String(now.rateHz)}
          options={BIT_RATES.map((rate) => ({
            value: String(rate),
            label: rate === 0 ? t.asFast : formatQuantity(rate, 'bit/s', 3),
          }))}
          onChange={(rate) => set({ rateHz: Number(rate) })}
        />
        <Select
          label={t.telemetry}
          value={String(now.periodMs)}
          options={PERIODS.map((ms) => ({ value: String(ms), label: formatQuantity(ms / 1000, 's', 3) }))}
          onChange={(ms) => set({ periodMs: Number(ms) })}
        />
        <TextField label={t.rows} value={now.rows} hint={t.rowsHint} onInput={(rows) => set({ rows })} />
        <Checkbox
          label={t.controller}
          checked={now.controller}
          hint={t.controllerHint}
          onChange={(controller) => set({ controller })}
        />
      </div>
      <Estimate board={board} now={now} />
    </Panel>
  );
}

function Estimate({ board, now }: { readonly board: string; readonly now: CaptureSettings }) {
  const t = liveTexts();
  const { groups, periodMs: telemetryPeriodMs, rateHz, controller } = now;
  const rows = /^(all|\d+(-\d+)?(,\d+(-\d+)?)*)$/.test(now.rows.trim()) ? now.rows : 'all';
  const { value } = useCall('live.plan', {
    board,
    groups: [...groups],
    telemetryPeriodMs,
    bits: { rateHz, rows, controller },
  });
  const plan = value.value;
  useEffect(() => {
    if (plan !== undefined) planned.value = plan.channels;
  }, [plan]);
  const unknown = rateHz === 0 && groups.includes('bits');
  return (
    <p class="muted small" aria-live="polite" data-estimate={plan?.bytesAnHour}>
      {plan === undefined ? (
        t.estimate.pending
      ) : (
        <>
          {unknown
            ? t.estimate.unknownRate
            : t.estimate.disk(
                formatSize(plan.bytesAnHour),
                formatSpan((3600 * plan.freeBytes) / plan.bytesAnHour),
              )}{' '}
          {t.estimate.channels(plan.channels.length, channelCounts(groups, plan.channels))}
        </>
      )}
    </p>
  );
}
