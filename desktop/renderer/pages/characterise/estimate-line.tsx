import type { RunEstimate } from '../../../rpc/api/index.js';
import { selectedEntry } from '../../app/boards.js';
import { formatCount, formatDateTime, formatList } from '../../app/i18n.js';
import { formatQuantity, formatSize, formatSpan } from '../../app/units.js';
import { characteriseTexts } from './messages.js';

/** How much a run would do on the chosen board, how long about, and what it uses, before it is started. */
export function EstimateLine({ estimate }: { readonly estimate: RunEstimate }) {
  const t = characteriseTexts().estimate;
  const { identity, listing } = selectedEntry.value ?? {};
  const { work, time } = estimate;
  if (work === undefined) return <p class="muted small">{t.whenOpen}</p>;
  const { amount, unit, atLeast = false, boardS } = work;
  // On silicon board time passes as fast as any other.
  const real = (identity?.kind ?? listing?.kind) === 'real';
  const span = Math.max(time?.seconds ?? 0, real ? (boardS ?? 0) : 0);
  const uses = usesOf(estimate);
  return (
    <p class="small estimate-line">
      {t.work(amount, unit, atLeast)}{' '}
      {span > 0 ? <strong>{t.time(formatSpan(span))}</strong> : <span class="muted">{t.noTime}</span>}{' '}
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
