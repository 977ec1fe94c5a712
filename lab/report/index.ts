/** Pictures and reports of a run. */
export { checkImage, upscale, type GrayImage, type RgbImage } from './image.js';
export { imageGrid, pathStrip, stripMoments, type GridOptions } from './image-grid.js';
export { decodeGrayPng, encodeGrayPng, encodeRgbPng } from './png.js';
export { ledgerForReport, StepEnergyMeter } from './ledger-report.js';
export { renderReport } from './render-report.js';
export type {
  ReportBoard,
  ReportComponent,
  ReportEnergy,
  ReportFact,
  ReportFormula,
  ReportInput,
  ReportKind,
  ReportLedger,
  ReportPicture,
  ReportQuality,
  ReportRun,
  ReportScope,
  ReportStep,
  ReportTable,
} from './report-input.js';
