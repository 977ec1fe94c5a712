import icon from 'lucide-static/icons/settings.svg?raw';
import type { PageDefinition } from '../../page.js';
import { Page } from '../../ui/index.js';
import { settingsTexts } from './messages.js';

function Settings() {
  const t = settingsTexts();
  return <Page title={t.title}>{null}</Page>;
}

/** The page. */
export const settingsPage: PageDefinition = {
  id: 'settings',
  title: () => settingsTexts().title,
  icon,
  component: Settings,
  key: 's',
  order: 90,
};
