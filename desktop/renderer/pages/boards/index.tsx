import icon from 'lucide-static/icons/cpu.svg?raw';
import type { PageDefinition } from '../../page.js';
import { Page } from '../../ui/index.js';
import { boardsTexts } from './messages.js';

function Boards() {
  const t = boardsTexts();
  return <Page title={t.title}>{null}</Page>;
}

/** The page. */
export const boardsPage: PageDefinition = {
  id: 'boards',
  title: () => boardsTexts().title,
  icon,
  component: Boards,
  key: 'b',
  order: 10,
};
