import downloadIcon from 'lucide-static/icons/download.svg?raw';
import type { TracedStep } from '../../../../lab/energy/index.js';
import type { EnergyNews, GENERATION_FILES } from '../../../rpc/api/index.js';
import { backend } from '../../app/backend.js';
import { formatCount, formatDateTime } from '../../app/i18n.js';
import { useAction } from '../../app/hooks.js';
import { formatQuantity, formatSpan } from '../../app/units.js';
import { saveBlob } from '../../plot/parts/save.js';
import { Badge, Button, Empty, isBoardKind, KindBadge, Panel, Progress, Stat, Stats } from '../../ui/index.js';
import { ScopeRow } from '../energy/figures.js';
import { GrayPicture } from './gray-picture.js';
import { generateTexts } from './messages.js';
import type { Generation } from './use-generation.js';

type FileName = (typeof GENERATION_FILES)[number];
const TYPES: Readonly<Partial<Record<FileName, string>>> = { 'grid.png': 'image/png', 'report.html': 'text/html' };

/** The images as they form, how far they are, and what they took. */
export function RunPanel(props: {
  readonly generation: Generation;
  readonly news: EnergyNews | undefined;
  readonly steps: readonly TracedStep[];
}) {
  const t = generateTexts();
  const { generation, news, steps } = props;
  const { run, active, grid } = generation;
  if (run === undefined) {
    return (
      <Panel title={t.images}>
        <Empty title={t.noneYet}>{t.howToStart}</Empty>
      </Panel>
    );
  }
  const state = active?.state ?? news?.run.state;
  const { done, total } = stepsDone(props);
  const kind = news?.run.board?.kind;
  return (
    <Panel title={t.images} actions={<Files run={run} ready={state !== undefined && state !== 'running'} />}>
      <div class="stack" data-run={run} data-state={state}>
        <div class="row">
          {isBoardKind(kind) && <KindBadge kind={kind} />}
          <output class="step-count" aria-live="polite">
            {total > 0 && steps.length > 0 ? t.stepOf(done, total) : t.beginning}
          </output>
          {state !== undefined && <Badge tone={toneOf(state)}>{t.state[state]}</Badge>}
          {state === 'running' && generation.phase.value !== undefined && (
            <span class="muted small">{phaseName(generation.phase.value)}</span>
          )}
        </div>
        {active?.state === 'running' && (
          <Progress
            label={t.progress}
            done={active.progress?.done}
            total={active.progress?.total}
            etaS={active.progress?.etaS}
          />
        )}
        <ScopeRow news={news} />
        {grid === undefined ? (
          <p class="muted">{state === 'running' ? t.soon : t.noPicture}</p>
        ) : (
          <GrayPicture image={grid} label={t.imagesLabel(Number(news?.run.params['images'] ?? 0))} id="grid" />
        )}
        {news?.run.error !== undefined && <p role="alert">{news.run.error}</p>}
      </div>
    </Panel>
  );
}

/** The denoising path, and what the run took besides energy. */
export function PathPanel(props: {
  readonly generation: Generation;
  readonly news: EnergyNews | undefined;
  readonly steps: readonly TracedStep[];
}) {
  const t = generateTexts();
  const { generation, news, steps } = props;
  const { path, run } = generation;
  const { done, total } = stepsDone(props);
  return (
    <Panel title={t.course}>
      <div class="stack">
        {path !== undefined && (
          <figure class="stack">
            <GrayPicture image={path} label={t.pathLabel} id="path" zoom={2} />
            <figcaption class="small muted">{t.pathMeaning(done, total)}</figcaption>
          </figure>
        )}
        <Took news={news} steps={steps} />
        {generation.notes.value.map((note) => (
          <p key={note} class="small muted">
            {note}
          </p>
        ))}
        {news !== undefined && (
          <p class="small muted run-place">
            {formatDateTime(news.run.started)} · <code>{run}</code>
          </p>
        )}
      </div>
    </Panel>
  );
}

/** Steps of the batch at work that are done, of how many. */
function stepsDone(of: {
  readonly generation: Generation;
  readonly news: EnergyNews | undefined;
  readonly steps: readonly TracedStep[];
}): { readonly done: number; readonly total: number } {
  const { generation, news, steps } = of;
  const total = Number(news?.run.params['steps'] ?? generation.active?.params['steps'] ?? 0);
  return { total, done: total > 0 && steps.length > 0 ? ((steps.length - 1) % total) + 1 : 0 };
}

function toneOf(state: string): 'accent' | 'ok' | 'warn' {
  return state === 'running' ? 'accent' : state === 'finished' ? 'ok' : 'warn';
}

function phaseName(phase: string): string {
  const phases: Readonly<Record<string, string>> = generateTexts().phases;
  return phases[phase] ?? phase;
}

function Took({ news, steps }: { readonly news: EnergyNews | undefined; readonly steps: readonly TracedStep[] }) {
  const t = generateTexts();
  const sum = (name: string): number => steps.reduce((total, { values }) => total + (values[name] ?? 0), 0);
  const simulated = news?.run.board?.kind !== 'real';
  return (
    <Stats>
      <Stat
        label={t.bits}
        value={formatCount(news?.produced.bits ?? 0)}
        note={simulated ? t.pseudoRandom : undefined}
      />
      <Stat label={t.macs} value={formatQuantity(news?.produced.macs ?? 0, 'MAC')} />
      <Stat label={t.boardTime} value={formatSpan(sum('board_s'))} note={simulated ? t.modelledTime : undefined} />
      <Stat label={t.hostTime} value={formatSpan(sum('wall_s'))} />
    </Stats>
  );
}

function Files({ run, ready }: { readonly run: string; readonly ready: boolean }) {
  const t = generateTexts();
  const save = useAction(async (signal, name: FileName) => {
    const bytes = await backend.call('generate.file', { run, name }, { signal });
    const type = TYPES[name] ?? 'application/octet-stream';
    saveBlob(`${run.split(/[\\/]/).at(-1) ?? 'run'}-${name}`, new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  });
  return (
    <>
      <Button icon={downloadIcon} disabled={!ready} onClick={() => save.run('grid.png')}>
        {t.savePng}
      </Button>
      <Button icon={downloadIcon} disabled={!ready} onClick={() => save.run('report.html')}>
        {t.saveReport}
      </Button>
    </>
  );
}
