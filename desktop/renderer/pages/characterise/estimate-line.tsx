import type { RunEstimate } from '../../../rpc/api/index.js';
import { formatCount, formatDateTime, formatList } from '../../app/i18n.js';
import { formatQuantity, formatSize, formatSpan } from '../../app/units.js';
import { characteriseTexts } from './messages.js';

/** How much a run would do, how long about, and what it uses, before it is started. */
export function EstimateLine({ estimate }: { readonly estimate: RunEstimate }) {
  const t = characteriseTexts().estimate;
  const { work, time, seconds } = estimate;
  if (work === undefined) return <p class="muted small">{t.whenOpen}</p>;
  const { amount, unit, atLeast = false } = work;
  const uses = usesOf(estimate);
  return (
    <p class="small estimate-line">
      {t.work(amount, unit, atLeast)}{' '}
      {seconds === undefined ? <span class="muted">{t.noTime}</span> : <strong>{t.time(formatSpan(seconds))}</strong>}{' '}
      {time !== undefined && <span class="muted">{t.by(formatDateTime(time.started))}</span>}
      {uses.length > 0 && <span class="estimate-uses">{t.uses(formatList(uses))}</span>}
    </p>
  );
}

function usesOf({ work, disk }: RunEstimate): string[] {
  const t = characteriseTexts().estimate.use;
  const { bits, pulses, macs } = work?.uses ?? {};
  return [
    ...(bits === undefined ? [] : [t.bits(formatQuantity(bits, 'bit', 3))]),
    ...(pulses === undefined ? [] : [t.pulses(formatCount(Number(pulses.toPrecision(3))))]),
    ...(macs === undefined ? [] : [t.macs(formatQuantity(macs, 'MAC', 3))]),
    ...(disk === undefined ? [] : [(disk.atLeast ? t.diskAtLeast : t.disk)(formatSize(disk.bytes))]),
  ];
}
