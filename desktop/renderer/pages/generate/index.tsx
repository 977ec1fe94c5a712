import icon from 'lucide-static/icons/images.svg?raw';
import type { PageDefinition } from '../../page.js';
import { Page } from '../../ui/index.js';
import { generateTexts } from './messages.js';

function Generate() {
  const t = generateTexts();
  return <Page title={t.title}>{null}</Page>;
}

/** The page. */
export const generatePage: PageDefinition = {
  id: 'generate',
  title: () => generateTexts().title,
  icon,
  component: Generate,
  key: 'i',
  order: 50,
};
