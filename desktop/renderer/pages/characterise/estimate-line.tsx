import type { RunEstimate } from '../../../rpc/api/index.js';
import { formatDateTime } from '../../app/i18n.js';
import { formatSpan } from '../../app/units.js';
import { characteriseTexts } from './messages.js';

/** How much a run would do and how long about, before it is started. */
export function EstimateLine({ estimate, real }: { readonly estimate: RunEstimate; readonly real: boolean }) {
  const t = characteriseTexts();
  const { work, time } = estimate;
  if (work === undefined) return <p class="muted small">{t.estimate.whenOpen}</p>;
  const { amount, unit, atLeast = false, boardS } = work;
  // On silicon board time passes as fast as any other.
  const span = Math.max(time?.seconds ?? 0, real ? (boardS ?? 0) : 0);
  return (
    <p class="small">
      {t.estimate.work(amount, unit, atLeast)}{' '}
      {span > 0 ? <strong>{t.estimate.time(formatSpan(span))}</strong> : <span class="muted">{t.estimate.noTime}</span>}{' '}
      {time !== undefined && <span class="muted">{t.estimate.by(formatDateTime(time.started))}</span>}
    </p>
  );
}
