import icon from 'lucide-static/icons/dices.svg?raw';
import type { PageDefinition } from '../../page.js';
import { Page } from '../../ui/index.js';
import { entropyTexts } from './messages.js';

function Entropy() {
  const t = entropyTexts();
  return <Page title={t.title}>{null}</Page>;
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
