import icon from 'lucide-static/icons/folder-open.svg?raw';
import { route } from '../../app/router.js';
import type { PageDefinition } from '../../page.js';
import { CompareView } from './compare-view.js';
import { chooseImport } from './files.js';
import { runsTexts } from './messages.js';
import { RunList } from './run-list.js';
import { RunView } from './run-view.js';
import './runs.css';

function Runs() {
  const { path, query } = route.value;
  const [name] = path;
  if (name !== undefined) return <RunView key={name} name={name} />;
  const compared = query['compare'];
  if (compared !== undefined) return <CompareView runs={compared.split(',').filter((one) => one !== '')} />;
  return <RunList />;
}

/** The page. */
export const runsPage: PageDefinition = {
  id: 'runs',
  title: () => runsTexts().title,
  icon,
  component: Runs,
  key: 'r',
  order: 70,
  commands: [{ id: 'runs.import', title: () => runsTexts().import, run: chooseImport }],
};
