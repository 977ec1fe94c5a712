import icon from 'lucide-static/icons/flask-conical.svg?raw';
import type { PageDefinition } from '../../page.js';
import { Page } from '../../ui/index.js';
import { characteriseTexts } from './messages.js';

function Characterise() {
  const t = characteriseTexts();
  return <Page title={t.title}>{null}</Page>;
}

/** The page. */
export const characterisePage: PageDefinition = {
  id: 'characterise',
  title: () => characteriseTexts().title,
  icon,
  component: Characterise,
  key: 'c',
  order: 30,
};
