import type { TapAlarm, TapChange, TapStatus } from '../../../../rpc/api/index.js';
import { formatCount, formatDateTime } from '../../../app/i18n.js';
import { Badge, Panel } from '../../../ui/index.js';
import { entropyTexts } from '../messages.js';
import { adviceTexts } from './messages.js';

type Line = { readonly time: string; readonly alarm: TapAlarm } | { readonly time: string; readonly change: TapChange };

/** Alarms with what to do about them, and changes of state, newest first. */
export function Alarms({ status }: { readonly status: TapStatus }) {
  const t = entropyTexts();
  const lines: Line[] = [
    ...status.alarms.map((alarm) => ({ time: alarm.time, alarm })),
    ...status.changes.map((change) => ({ time: change.time, change })),
  ].sort((a, b) => (a.time < b.time ? 1 : a.time > b.time ? -1 : 'change' in a ? -1 : 1));
  const worst = status.alarms.find(({ severity }) => severity === 'permanent') ?? status.alarms.at(-1);
  return (
    <Panel title={t.alarms}>
      {worst !== undefined && (
        <p class="entropy-advice">
          <strong>{t.whatToDo}:</strong> {adviceTexts()[worst.test]}
        </p>
      )}
      {lines.length === 0 && <p class="muted">{t.noAlarms}</p>}
      <ul class="entropy-events">
        {lines.slice(0, 20).map((line, k) => (
          <li key={`${line.time} ${k}`}>
            <time class="muted" dateTime={line.time} data-changes>
              {formatDateTime(line.time)}
            </time>{' '}
            {'alarm' in line ? <AlarmLine alarm={line.alarm} /> : <ChangeLine change={line.change} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function AlarmLine({ alarm }: { readonly alarm: TapAlarm }) {
  const t = entropyTexts();
  const latched = alarm.severity === 'permanent';
  return (
    <>
      <Badge tone={latched ? 'danger' : 'warn'}>{latched ? t.latched : t.intermittent}</Badge> {t.testNames[alarm.test]}
      : {alarm.text} ({t.atBit(formatCount(alarm.index))}
      {alarm.leftBits > 0 && `; ${t.left(formatCount(alarm.leftBits))}`})
    </>
  );
}

function ChangeLine({ change }: { readonly change: TapChange }) {
  const t = entropyTexts();
  return (
    <>
      <Badge>{t.change(t.states[change.previous], t.states[change.state])}</Badge> {change.cause}
    </>
  );
}
