import icon from 'lucide-static/icons/zap.svg?raw';
import type { PageDefinition } from '../../page.js';
import { Page } from '../../ui/index.js';
import { energyTexts } from './messages.js';

function Energy() {
  const t = energyTexts();
  return <Page title={t.title}>{null}</Page>;
}

/** The page. */
export const energyPage: PageDefinition = {
  id: 'energy',
  title: () => energyTexts().title,
  icon,
  component: Energy,
  key: 'w',
  order: 60,
};
