/** Run folders: written as things happen, readable while they grow, recoverable after a crash. */
export type { RunEvent, StoredEvent } from './event-line.js';
export { makeFolders } from './make-folders.js';
export { readJsonText } from './json-file.js';
export { readWhole } from './read-whole.js';
export { fileError, systemCode } from './file-errors.js';
export {
  EVENTS_FILE,
  MANIFEST_FILE,
  NOTES_FILE,
  RESULT_FILE,
  RUN_STATES,
  type ArtifactRecord,
  type EndState,
  type RunManifest,
  type RunResult,
  type RunState,
} from './manifest.js';
export { inNewRunFolder, newRunFolder } from './new-run-folder.js';
export { productVersion } from './product-version.js';
export { listRuns, readRun, type RunList, type RunSummary, type StoredRun } from './read-run.js';
export { recoverRun, type RecoverOptions, type Recovery } from './recover-run.js';
export { RunWriter, type CreateRunOptions, type RunEnd, type RunWire } from './run-writer.js';
export {
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportOptions,
  type ExportOutcome,
  type ExportPlan,
  type ExportRequest,
} from './export/export-types.js';
export { estimateExport, exportRun } from './export/export-run.js';
export { folderFiles, isPlainName, type FolderFile } from './export/folder-files.js';
export { importSpin, type ImportOptions, type ImportOutcome } from './export/import-spin.js';
export {
  boardKind,
  boardName,
  noticeOf,
  provenanceOf,
  STAND_IN_NOTICE,
  type RunProvenance,
} from './export/provenance.js';
export { columnHeaders, describeColumn, type ColumnDescription } from './tables/column.js';
export {
  findTable,
  readRows,
  rowRange,
  rowsUntil,
  type RowRange,
  type StoredCell,
  type StoredRow,
} from './tables/read-rows.js';
export {
  cellText,
  RunSurvey,
  type ColumnType,
  type RunEventCounts,
  type LogPage,
  type SurveyedColumn,
  type SurveyedTable,
} from './tables/run-survey.js';
export { annotateRun, notesChangeSchema, readNotes, type NotesChange, type RunNotes } from './notes/run-notes.js';
export type { RunEntry, RunProblem, Scalar } from './search/run-entry.js';
export { RunIndex } from './search/run-index.js';
export { parseQuery, type RunQuery } from './search/run-query.js';
export { resultItems, type ResultItem } from './compare/result-items.js';
export {
  compareRuns,
  type ComparedEnergy,
  type ComparedResult,
  type ComparedRun,
  type ComparedTable,
  type ComparedValue,
  type Difference,
  type RunComparison,
} from './compare/compare-runs.js';
export { emptyTrash, listTrash, restoreRun, trashRun, type TrashedRun } from './trash.js';
export { replayRun, type ReplayedEvent, type ReplayOptions } from './replay-run.js';
