import { boardsPage } from './boards/index.js';
import { livePage } from './live/index.js';
import { characterisePage } from './characterise/index.js';
import { entropyPage } from './entropy/index.js';
import { generatePage } from './generate/index.js';
import { energyPage } from './energy/index.js';
import { runsPage } from './runs/index.js';
import { consolePage } from './console/index.js';
import { settingsPage } from './settings/index.js';
import type { PageDefinition } from '../page.js';

/** All pages, in the order of the rail. */
export const pages: readonly PageDefinition[] = [
  boardsPage,
  livePage,
  characterisePage,
  entropyPage,
  generatePage,
  energyPage,
  runsPage,
  consolePage,
  settingsPage,
].toSorted((a, b) => a.order - b.order);
