import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { AssessmentEntry } from '../../../../rpc/api/index.js';
import { backend } from '../../../app/backend.js';
import { useAction } from '../../../app/hooks.js';
import { formatDateTime } from '../../../app/i18n.js';
import { navigate, route } from '../../../app/router.js';
import { LinePlot, type XyModel } from '../../../plot/index.js';
import { Button, Empty, Panel, Select } from '../../../ui/index.js';
import { AssessmentTable } from '../assess/assessment-table.js';
import { isGoing, Running } from '../assess/running.js';
import { resultTexts } from './messages.js';
import { earlierAlike } from './p-history.js';
import { ResultView } from './result-view.js';

/** Every assessment of the store, their trend, and the figures of the chosen one beside another. */
export function HistoryView({ assessments }: { readonly assessments: readonly AssessmentEntry[] }) {
  const t = resultTexts();
  const chosen = route.value.path[1];
  const other = useSignal('');
  const ended = assessments.filter((entry) => !isGoing(entry));
  const entry = ended.find(({ id }) => id === chosen);
  const alike = ended.filter(
    ({ id, battery, state }) => battery === entry?.battery && id !== entry.id && state === 'finished',
  );
  const again = useAction((signal, { capture, battery, request }: AssessmentEntry) =>
    backend.call(
      'entropy.assess',
      { ...request, capture, battery },
      {
        signal,
      },
    ),
  );
  return (
    <div class="stack">
      <Trend assessments={ended} />
      <Running going={assessments.filter(isGoing)} />
      <Panel
        title={t.all}
        actions={
          entry !== undefined && (
            <Button busy={again.busy.value} onClick={() => again.run(entry)}>
              {t.again}
            </Button>
          )
        }
      >
        <AssessmentTable rows={ended} chosen={chosen} onChoose={(id) => navigate('entropy', ['history', id])} />
      </Panel>
      {entry === undefined ? (
        ended.length > 0 && <Empty title={t.chooseResult} />
      ) : entry.state === 'finished' ? (
        <>
          {entry.battery === 'non-iid' && alike.length > 0 && (
            <Select
              label={t.compare}
              value={alike.some(({ id }) => id === other.value) ? other.value : ''}
              options={[
                { value: '', label: t.noComparison },
                ...alike.map(({ id, capture, started }) => ({
                  value: id,
                  label: `${capture} · ${formatDateTime(started)}`,
                })),
              ]}
              onChange={(id) => (other.value = id)}
            />
          )}
          <ResultView
            key={entry.id}
            id={entry.id}
            series={earlierAlike(ended, entry)}
            other={alike.some(({ id }) => id === other.value) ? other.value : undefined}
          />
        </>
      ) : (
        <p class="entropy-mark">{entry.state === 'interrupted' ? t.interrupted : (entry.error?.message ?? '')}</p>
      )}
    </div>
  );
}

const SECONDS = { minutes: 60, hours: 3600, days: 86_400 } as const;

/** What a stretch of some seconds is counted in. */
function unitFor(spanS: number): keyof typeof SECONDS {
  if (spanS > 3 * SECONDS.days) return 'days';
  return spanS > 3 * SECONDS.hours ? 'hours' : 'minutes';
}

function Trend({ assessments }: { readonly assessments: readonly AssessmentEntry[] }) {
  const t = resultTexts();
  const points = assessments
    .flatMap(({ started, summary, battery }) =>
      battery === 'non-iid' && summary?.minEntropy != null
        ? [{ time: new Date(started).getTime(), value: summary.minEntropy }]
        : [],
    )
    .reverse();
  const key = JSON.stringify(points);
  const model = useMemo((): XyModel | undefined => {
    const first = points[0];
    if (first === undefined) return undefined;
    const unit = unitFor((points.at(-1)!.time - first.time) / 1000);
    return {
      title: t.trend,
      x: { label: t.trendTime[unit] },
      y: { label: t.trendY, min: 0, max: 1 },
      draw: 'line',
      series: [
        {
          x: points.map(({ time }) => (time - first.time) / 1000 / SECONDS[unit]),
          y: points.map(({ value }) => value),
          draw: 'both',
        },
      ],
    };
  }, [key, t]);
  return model === undefined ? null : <LinePlot model={model} height={200} />;
}
