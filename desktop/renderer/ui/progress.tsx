import { useId } from 'preact/hooks';
import { formatCount, formatPercent } from '../app/i18n.js';
import { formatSpan } from '../app/units.js';

/** How far something is, with the time left. */
export function Progress(props: {
  readonly label: string;
  readonly done?: number | undefined;
  /** Absent while unknown. */
  readonly total?: number | undefined;
  readonly unit?: string | undefined;
  /** Seconds left. */
  readonly etaS?: number | undefined;
  readonly note?: string | undefined;
}) {
  const id = useId();
  const { done, total, unit = '', etaS } = props;
  const known = done !== undefined && total !== undefined && total > 0;
  const count = known ? `${formatCount(done)} / ${formatCount(total)} ${unit}`.trim() : undefined;
  const parts = [
    ...(known ? [formatPercent(Math.min(1, done / total), 0)] : []),
    ...(count === undefined ? [] : [count]),
    ...(etaS === undefined ? [] : [`≈ ${formatSpan(etaS)}`]),
    ...(props.note === undefined ? [] : [props.note]),
  ];
  return (
    <div class="progress">
      <label for={id}>{props.label}</label>
      <progress id={id} {...(known ? { value: done, max: total } : {})} />
      <span class="muted small">{parts.join(' · ')}</span>
    </div>
  );
}
