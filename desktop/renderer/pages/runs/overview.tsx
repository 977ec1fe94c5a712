import type { RunDetails } from '../../../rpc/api/runs.js';
import { experimentTitle, parameterLabel } from '../../app/experiments.js';
import { formatCount, formatDateTime } from '../../app/i18n.js';
import { formatSize, formatSpan } from '../../app/units.js';
import { Badge, Facts, Panel, Results, valueText } from '../../ui/index.js';
import { SourceBadge } from './badges.js';
import { runsTexts } from './messages.js';
import { NotesForm } from './notes-form.js';

/** What was asked, what came out, on which board, and what a person wrote about it. */
export function Overview({ run }: { readonly run: RunDetails }) {
  const t = runsTexts();
  return (
    <div class="runs-overview">
      <div class="stack">
        <Panel title={t.results}>
          {run.results.length === 0 ? <p class="muted">{t.noResults}</p> : <Results results={run.results} />}
        </Panel>
        <Panel title={t.parameters}>
          <Facts
            items={run.params.map(({ name, label, value, unit, isDefault }) => [
              parameterLabel(run.experiment, name, label),
              <span key={name} title={name}>
                {valueText(value, unit)} {isDefault && <span class="muted small">{t.isDefault}</span>}
              </span>,
            ])}
          />
        </Panel>
      </div>
      <div class="stack">
        <NotesForm key={run.notes.revision} run={run} />
        <Panel title={t.board} actions={<SourceBadge kind={run.boardKind} bits />}>
          {run.identity === null ? <p class="muted">{t.noBoard}</p> : <Identity identity={run.identity} />}
        </Panel>
        <About run={run} />
      </div>
    </div>
  );
}

/** What a board says of itself: plain values; the rest is in the manifest. */
function Identity({ identity }: { readonly identity: Readonly<Record<string, unknown>> }) {
  const plain = Object.entries(identity).filter(([, value]) => typeof value !== 'object');
  return <Facts items={plain.map(([name, value]) => [name, <code key={name}>{String(value)}</code>])} />;
}

function About({ run }: { readonly run: RunDetails }) {
  const t = runsTexts();
  const f = t.fact;
  return (
    <Panel title={t.about}>
      <Facts
        items={[
          [f.experiment, `${experimentTitle(run.experiment, run.experimentTitle)} (${run.experiment})`],
          [f.started, formatDateTime(run.started)],
          ...(run.ended === undefined ? [] : [[f.ended, formatDateTime(run.ended)] as const]),
          [f.took, run.seconds === null ? '–' : formatSpan(run.seconds)],
          ...(run.seed === undefined ? [] : [[f.seed, String(run.seed)] as const]),
          [f.id, <code key="id">{run.id}</code>],
          [f.folder, <code key="dir">{run.dir}</code>],
          [f.host, run.host],
          [
            f.versions,
            <span key="versions" class="row">
              {Object.entries(run.versions).map(([name, version]) => (
                <Badge key={name}>{`${name} ${version}`}</Badge>
              ))}
            </span>,
          ],
          [
            f.events,
            Object.entries(run.counts)
              .map(([type, n]) => `${type} ${formatCount(n)}`)
              .join(', '),
          ],
          [f.log, formatSize(run.logBytes)],
        ]}
      />
    </Panel>
  );
}
