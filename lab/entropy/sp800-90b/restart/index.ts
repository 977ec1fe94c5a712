/** Tests on samples that were taken after many restarts. */
export { assessRestart, RESTART_SAMPLES, type RestartAssessment } from './assess-restart.js';
export { collectRestarts, type RestartBits, type RestartCollection } from './collect-restarts.js';
export { RESTART_ROW_ALPHA, restartCutoff, RESTARTS } from './restart-cutoff.js';
export type { RestartMaximum } from './restart-sets.js';
