import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import backIcon from 'lucide-static/icons/arrow-left.svg?raw';
import exportIcon from 'lucide-static/icons/download.svg?raw';
import againIcon from 'lucide-static/icons/rotate-ccw.svg?raw';
import starIcon from 'lucide-static/icons/star.svg?raw';
import deleteIcon from 'lucide-static/icons/trash-2.svg?raw';
import type { RunDetails } from '../../../rpc/api/runs.js';
import { backend } from '../../app/backend.js';
import { useCommands } from '../../app/commands.js';
import { useStream } from '../../app/hooks.js';
import { showError } from '../../app/problems.js';
import { href, navigate, route } from '../../app/router.js';
import { Button, Empty, ErrorBox, Icon, IconButton, Page, Tabs } from '../../ui/index.js';
import { SourceBadge, StateBadge } from './badges.js';
import { EnergyTab } from './energy-tab.js';
import { ExportDialog } from './export-dialog.js';
import { deleteRun } from './files.js';
import { FiguresTab } from './figures-tab.js';
import { FilesTab } from './files-tab.js';
import { runsTexts } from './messages.js';
import { Overview } from './overview.js';
import { RecoverDialog } from './recover-dialog.js';
import { ReplayTab } from './replay-tab.js';
import { TablesTab } from './tables-tab.js';

const TABS = ['overview', 'figures', 'tables', 'energy', 'files', 'replay'] as const;
type TabId = (typeof TABS)[number];

/** One run: as far as it has come, and growing while it goes on. */
export function RunView({ name }: { readonly name: string }) {
  const t = runsTexts();
  const { value, problem, retry } = useStream('runs.follow', { run: name });
  const last = useSignal<RunDetails | undefined>(undefined);
  if (value.value !== undefined) last.value = value.value;
  const run = value.value ?? last.value;
  const back = (
    <a href={href('runs')} class="button button-normal">
      <Icon svg={backIcon} />
      {t.back}
    </a>
  );
  if (problem.value !== undefined)
    return (
      <Page title={t.unreadable} toolbar={back}>
        <ErrorBox problem={problem.value} actions={<Button onClick={retry}>{t.retry}</Button>} />
      </Page>
    );
  if (run === undefined)
    return (
      <Page title={name} toolbar={back}>
        <div aria-busy="true">
          <Empty title={t.loading} />
        </div>
      </Page>
    );
  return <Opened run={run} back={back} />;
}

function Opened({ run, back }: { readonly run: RunDetails; readonly back: ComponentChildren }) {
  const t = runsTexts();
  const exporting = useSignal(false);
  const recovering = useSignal(false);
  const star = (): void => {
    void backend.call('runs.annotate', { run: run.name, change: { star: !run.star } }).catch(showError);
  };
  useCommands(
    [
      { id: 'runs.star', title: () => (run.star ? t.unstar : t.star), shortcut: 's', run: star },
      { id: 'runs.export', title: () => t.export, shortcut: 'e', run: () => void (exporting.value = true) },
    ],
    `${run.name} ${run.star}`,
  );
  const wanted = route.value.query['tab'];
  const tab = TABS.find((one) => one === wanted) ?? 'overview';
  const again = (): void =>
    navigate('characterise', [run.experiment], {
      params: JSON.stringify(Object.fromEntries(run.params.map(({ name, value }) => [name, value]))),
    });
  return (
    <Page
      title={run.title === '' ? run.name : run.title}
      class="runs"
      note={
        <>
          <StateBadge state={run.state} />
          <SourceBadge kind={run.boardKind} bits />
        </>
      }
      toolbar={
        <>
          {back}
          <IconButton
            label={run.star ? t.unstar : t.star}
            icon={starIcon}
            pressed={run.star}
            onClick={star}
            class="runs-star"
          />
          <Button icon={againIcon} disabled={!run.known} title={t.againHint} onClick={again}>
            {t.again}
          </Button>
          {!run.whole && run.state === 'interrupted' && (
            <Button hasPopup="dialog" onClick={() => (recovering.value = true)}>
              {t.recover}
            </Button>
          )}
          <Button icon={exportIcon} kind="primary" hasPopup="dialog" onClick={() => (exporting.value = true)}>
            {t.export}
          </Button>
          <IconButton
            label={t.delete}
            icon={deleteIcon}
            disabled={run.state === 'running'}
            onClick={() => void deleteRun(run.name)}
          />
        </>
      }
    >
      {run.notice !== undefined && <p class="runs-notice small">{isStandIn(run) ? t.standIn : run.notice}</p>}
      {run.error !== undefined && (
        <ErrorBox problem={{ name: run.error.name, message: `${t.runError}: ${run.error.message}` }} />
      )}
      {run.damagedLines > 0 && (
        <p class="runs-warning" role="status">
          {t.damaged(run.damagedLines)}
        </p>
      )}
      <Tabs<TabId>
        label={t.tabs.label}
        tabs={TABS.map((id) => ({ id, label: t.tabs[id] }))}
        value={tab}
        onChange={(id) => navigate('runs', [run.name], id === 'overview' ? {} : { tab: id }, true)}
      >
        {tab === 'overview' && <Overview run={run} />}
        {tab === 'figures' && <FiguresTab run={run} />}
        {tab === 'tables' && <TablesTab run={run} />}
        {tab === 'energy' && <EnergyTab run={run} />}
        {tab === 'files' && <FilesTab run={run} />}
        {tab === 'replay' && <ReplayTab run={run} />}
      </Tabs>
      {exporting.value && <ExportDialog run={run} onClose={() => (exporting.value = false)} />}
      {recovering.value && <RecoverDialog run={run.name} onClose={() => (recovering.value = false)} />}
    </Page>
  );
}

/** Whose notice the page has in its own language. */
function isStandIn({ boardKind }: RunDetails): boolean {
  return boardKind === 'simulated' || boardKind === 'emulated';
}
