/** Run folders: written as things happen, readable while they grow, recoverable after a crash. */
export type { RunEvent, StoredEvent } from './event-line.js';
export { fileError, systemCode } from './file-errors.js';
export {
  EVENTS_FILE,
  MANIFEST_FILE,
  RESULT_FILE,
  RUN_STATES,
  type ArtifactRecord,
  type EndState,
  type RunManifest,
  type RunResult,
  type RunState,
} from './manifest.js';
export { newRunFolder } from './new-run-folder.js';
export { productVersion } from './product-version.js';
export { listRuns, readRun, type RunList, type RunSummary, type StoredRun } from './read-run.js';
export { recoverRun, type RecoverOptions, type Recovery } from './recover-run.js';
export { RunWriter, type CreateRunOptions, type RunEnd } from './run-writer.js';
