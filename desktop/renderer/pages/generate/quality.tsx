import { signal } from '@preact/signals';
import type { QualityReport } from '../../../../lab/diffusion/index.js';
import { backend } from '../../app/backend.js';
import { formatCount, formatPercent } from '../../app/i18n.js';
import { showError } from '../../app/problems.js';
import { href } from '../../app/router.js';
import { trackWork } from '../../app/works.js';
import { Button, Panel, Progress, Table } from '../../ui/index.js';
import { generateTexts } from './messages.js';

/** Fewer images have no covariance in the features of the classifier. */
const FEWEST = 65;
/** Runs whose reports are remembered while the application is open. */
const MOST_REPORTS = 20;

const reports = signal<Readonly<Record<string, QualityReport>>>({});
const judging = signal<{ readonly run: string; readonly fraction: number; readonly stop: () => void } | undefined>(
  undefined,
);

/** What is known of a run's images. */
export function qualityOf(run: string): QualityReport | undefined {
  return reports.value[run];
}

/** Judges a run in the background: it goes on when the page is left, and stands in the status bar. */
async function judge(run: string): Promise<void> {
  if (judging.peek() !== undefined) return;
  const t = generateTexts();
  const stop = new AbortController();
  judging.value = { run, fraction: 0, stop: () => stop.abort() };
  try {
    await trackWork({ title: t.judging, href: href('generate', [], { run }) }, async (report, ended) => {
      const both = AbortSignal.any([ended, stop.signal]);
      for await (const news of backend.stream('generate.quality', { run }, { signal: both })) {
        if (news.type === 'report') {
          const kept = Object.entries(reports.peek()).slice(1 - MOST_REPORTS);
          reports.value = { ...Object.fromEntries(kept), [run]: news.report };
          return;
        }
        report(news.fraction, 1);
        judging.value = { run, fraction: news.fraction, stop: () => stop.abort() };
      }
    });
  } catch (error) {
    if (!stop.signal.aborted) showError(error);
  } finally {
    judging.value = undefined;
  }
}

/** How close the images are to real ones, beside the same network in software. */
export function QualityPanel({ run, images }: { readonly run: string; readonly images: number | undefined }) {
  const t = generateTexts();
  const report = qualityOf(run);
  const now = judging.value;
  const few = images === undefined || images < FEWEST;
  return (
    <Panel
      title={t.quality}
      actions={
        now?.run === run ? (
          <Button onClick={now.stop}>{t.cancel}</Button>
        ) : (
          <Button disabled={few || now !== undefined} onClick={() => void judge(run)}>
            {t.judge}
          </Button>
        )
      }
    >
      <p class="small muted">{t.qualityMeaning}</p>
      {few && <p class="small">{t.tooFew(FEWEST, images ?? 0)}</p>}
      {now?.run === run && <Progress label={t.judging} done={now.fraction} total={1} />}
      {report !== undefined && <QualityTable report={report} />}
    </Panel>
  );
}

function QualityTable({ report }: { readonly report: QualityReport }) {
  const t = generateTexts();
  const { software } = report;
  type Figures = Omit<QualityReport, 'software' | 'classifierAccuracy'>;
  const rows: { readonly name: string; readonly text: (figures: Figures) => string }[] = [
    { name: t.frechet, text: ({ fid }) => formatCount(fid, 3) },
    { name: t.interval, text: ({ fidCi: [low, high] }) => `${formatCount(low, 3)} … ${formatCount(high, 3)}` },
    { name: t.kernel, text: ({ kid }) => formatCount(kid, 5) },
    { name: t.precision, text: ({ precision }) => formatCount(precision, 3) },
    { name: t.recall, text: ({ recall }) => formatCount(recall, 3) },
    { name: t.confident, text: ({ confident }) => formatPercent(confident) },
    { name: t.asAsked, text: ({ asAsked }) => formatPercent(asAsked) },
  ];
  return (
    <>
      <Table
        caption={t.quality}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { id: 'name', label: t.figure, cell: ({ name }) => name },
          { id: 'own', label: t.thisRun, numeric: true, cell: ({ text }) => text(report) },
          ...(software === undefined
            ? []
            : [
                {
                  id: 'software',
                  label: t.inSoftware,
                  numeric: true,
                  cell: ({ text }: (typeof rows)[number]) => text(software),
                },
              ]),
        ]}
      />
      <p class="small muted">
        {t.judgedBy(formatCount(report.n), report.features, formatPercent(report.classifierAccuracy))}
      </p>
    </>
  );
}
