import icon from 'lucide-static/icons/terminal.svg?raw';
import type { PageDefinition } from '../../page.js';
import { Page } from '../../ui/index.js';
import { consoleTexts } from './messages.js';

function Console() {
  const t = consoleTexts();
  return <Page title={t.title}>{null}</Page>;
}

/** The page. */
export const consolePage: PageDefinition = {
  id: 'console',
  title: () => consoleTexts().title,
  icon,
  component: Console,
  key: 't',
  order: 80,
};
