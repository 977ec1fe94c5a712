/** Experiments: one file each, and the engine that runs them. */
export {
  defineExperiment,
  isExperiment,
  type Conclusion,
  type Experiment,
  type ExperimentContext,
  type ExperimentDefinition,
  type PlannedArray,
  type PlannedUse,
  type PlannedWork,
  type RunEnergy,
} from './define-experiment.js';
export {
  describeExperiment,
  describeParameters,
  type ExperimentDescription,
  type ParameterDescription,
} from './describe-experiment.js';
export type { ExperimentLanguages, ExperimentTexts, ParameterTexts } from './experiment-texts.js';
export { TELEMETRY_BYTES } from './energy-session.js';
export type { Cell, EnergyTotal, EngineEvent, ExperimentEvent, LogLevel } from './events.js';
export { choice, count, flag, quantity, text, type ParameterMeta } from './params.js';
export { parseParams, parseTextParams } from './parse-params.js';
export { discoverExperiments, findExperiment, listExperiments } from './registry.js';
export { runExperiment, type ExperimentOutcome, type RunOptions } from './run-experiment.js';
export { figureFacts } from './draw-plots.js';
export { viewFigure, type FigureFacts, type TableView } from './view-figure.js';
export { ViewTables, type ViewTable } from './view-tables.js';
export type { ExperimentView, ViewAxis, ViewGroup, ViewSeries } from './views.js';
