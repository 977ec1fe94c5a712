import type { ReadonlySignal } from '@preact/signals';
import type { ChannelStatistics } from '../../../../lab/capture/index.js';
import { formatCount, formatPercent } from '../../app/i18n.js';
import { formatQuantity } from '../../app/units.js';
import { liveTexts } from './messages.js';
import type { StretchStatistics } from './use-statistics.js';

/** Significant digits that are shown; the cells hold all of them. */
const DIGITS = 5;

/** Statistics of every channel over the same stretch. */
export function StatisticsTable({ found }: { readonly found: ReadonlySignal<StretchStatistics | undefined> }) {
  const t = liveTexts();
  const now = found.value;
  if (now === undefined) return <p class="muted">{t.noStatistics}</p>;
  const [from, to] = now.stretch;
  return (
    <div class="live-statistics" tabIndex={0} role="region" aria-label={t.statisticsOf[now.of]}>
      <table data-of={now.of} data-from={from} data-to={to}>
        <caption>
          {t.statisticsOf[now.of]}{' '}
          <span class="muted small">
            {formatQuantity(from, 's')} – {formatQuantity(to, 's')} · {t.fromDisk}
            {now.channels.some(({ integralClock }) => integralClock === 'host') && (
              <span data-integral-clock="host"> {t.hostClockIntegral}</span>
            )}
          </span>
        </caption>
        <thead>
          <tr>
            {[t.channel, t.count, t.lost, t.min, t.mean, t.max, t.rms, t.deviation, t.median, t.integral].map(
              (head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {now.channels.map((channel) => (
            <Row key={channel.channel} statistics={channel} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ statistics }: { readonly statistics: ChannelStatistics }) {
  const { channel, unit, count, lost, from, to, quantiles } = statistics;
  const value = (name: string, number: number, of = unit) => (
    <td key={name} data-statistic={name} data-value={number} title={String(number)}>
      {Number.isNaN(number) ? '–' : formatQuantity(number, of, DIGITS)}
    </td>
  );
  return (
    <tr data-channel={channel} data-from={from} data-to={to}>
      <th scope="row">{channel}</th>
      <td data-statistic="count" data-value={count}>
        {formatCount(count)}
      </td>
      <td data-statistic="lost" data-value={lost}>
        {lost === 0 ? '0' : `${formatCount(lost)} (${formatPercent(lost / (lost + to - from))})`}
      </td>
      {value('min', statistics.min)}
      {value('mean', statistics.mean)}
      {value('max', statistics.max)}
      {value('rms', statistics.rms)}
      {value('deviation', statistics.standardDeviation)}
      {value('median', quantiles[0]?.value ?? NaN)}
      {value('integral', statistics.integral, integralUnit(unit))}
    </tr>
  );
}

/** Unit of an integral over time. */
function integralUnit(unit: string): string {
  return { W: 'J', A: 'C', '1/s': '' }[unit] ?? (unit === '' ? 's' : `${unit}·s`);
}
