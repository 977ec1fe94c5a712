import icon from 'lucide-static/icons/activity.svg?raw';
import type { PageDefinition } from '../../page.js';
import { Page } from '../../ui/index.js';
import { liveTexts } from './messages.js';

function Live() {
  const t = liveTexts();
  return <Page title={t.title}>{null}</Page>;
}

/** The page. */
export const livePage: PageDefinition = {
  id: 'live',
  title: () => liveTexts().title,
  icon,
  component: Live,
  key: 'l',
  order: 20,
};
