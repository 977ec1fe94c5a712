/**
 * Spindrift: run, measure and trust boards built from voltage-controlled (VCMA) magnetic tunnel junctions.
 *
 * @example
 * import { findExperiment, openBoard, runExperiment } from 'spindrift';
 * await using board = await openBoard('sim:typical?seed=7');
 * const outcome = await runExperiment(await findExperiment('resistance-map'), { board, outDir: 'runs/map' });
 */
export * from './base/index.js';
export * from './firmware-host/host/index.js';
export * from './lab/index.js';
