import icon from 'lucide-static/icons/folder-open.svg?raw';
import type { PageDefinition } from '../../page.js';
import { Page } from '../../ui/index.js';
import { runsTexts } from './messages.js';

function Runs() {
  const t = runsTexts();
  return <Page title={t.title}>{null}</Page>;
}

/** The page. */
export const runsPage: PageDefinition = {
  id: 'runs',
  title: () => runsTexts().title,
  icon,
  component: Runs,
  key: 'r',
  order: 70,
};
