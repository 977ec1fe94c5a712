/** Everything that a page can ask of the backend. */
import { boardCareApi } from './board-care.js';
import { boardsApi } from './boards.js';
import { consoleApi } from './console.js';
import { energyApi } from './energy.js';
import { entropyApi } from './entropy.js';
import { experimentsApi } from './experiments.js';
import { liveApi } from './live.js';
import { runsApi } from './runs.js';
import { settingsApi } from './settings.js';
import { shellApi } from './shell.js';
import { systemApi } from './system.js';

export * from './board-care.js';
export * from './boards.js';
export * from './console.js';
export * from './energy.js';
export * from './entropy.js';
export * from './experiments.js';
export * from './shell.js';
export * from './settings.js';
export * from './live.js';
export * from './system.js';

/** Changes when an older page would misunderstand: a method changed its meaning or its parameters. */
export const API_VERSION = 2;

/** The whole table. */
export const api = {
  ...systemApi,
  ...shellApi,
  ...boardsApi,
  ...boardCareApi,
  ...experimentsApi,
  ...liveApi,
  ...runsApi,
  ...entropyApi,
  ...energyApi,
  ...consoleApi,
  ...settingsApi,
};
export type DesktopApi = typeof api;
