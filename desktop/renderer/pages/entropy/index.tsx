import icon from 'lucide-static/icons/dices.svg?raw';
import { navigate, route } from '../../app/router.js';
import type { PageDefinition } from '../../page.js';
import { Page, Tabs } from '../../ui/index.js';
import { AssessView } from './assess/assess-view.js';
import { entropyTexts } from './messages.js';
import { HistoryView } from './results/history-view.js';
import { TapView } from './tap/tap-view.js';
import { assessments } from './works.js';
import './entropy.css';

const VIEWS = ['tap', 'assess', 'history'] as const;
type View = (typeof VIEWS)[number];

function Entropy() {
  const t = entropyTexts();
  const view: View = VIEWS.find((known) => known === route.value.path[0]) ?? 'tap';
  const all = assessments.value ?? [];
  return (
    <Page title={t.title} class="entropy">
      <Tabs
        label={t.tabs.label}
        tabs={VIEWS.map((id) => ({ id, label: t.tabs[id] }))}
        value={view}
        onChange={(id) => navigate('entropy', [id])}
      >
        {view === 'tap' && <TapView assessments={all} />}
        {view === 'assess' && <AssessView assessments={all} />}
        {view === 'history' && <HistoryView assessments={all} />}
      </Tabs>
      <p class="muted small">{t.style}</p>
    </Page>
  );
}

/** The page. */
export const entropyPage: PageDefinition = {
  id: 'entropy',
  title: () => entropyTexts().title,
  icon,
  component: Entropy,
  key: 'e',
  order: 40,
};
