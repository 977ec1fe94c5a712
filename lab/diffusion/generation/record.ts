import { imageGrid, pathStrip, type GrayImage, type ReportEnergy, type ReportStep } from '../../report/index.js';
import type { ProductCounters } from '../mapping/board-products.js';
import type { PairGains } from '../mapping/calibration.js';
import type { DenoiserModel } from '../models/denoiser-file.js';
import type { BoardWork } from './estimate.js';
import type { GenerationState, GenerationStep } from './generation.js';
import { grayImage } from './gray.js';

/** Images of the preview and of grid.png at the most; all images are in the run's IDX file. */
const SHEET_IMAGES = 400;

/** Readings at the end of a step: cumulative, since the run began. */
export interface StepReading {
  readonly wallSeconds: number;
  readonly boardSeconds: number;
  readonly bits: number;
  /** Images that passed the network: twice an image where a step is guided. */
  readonly evaluations: number;
  /** Energy of this step. */
  readonly energy: readonly ReportEnergy[];
}

/** Everything that a generation leaves behind: what it is made of, what each step took, and the images so far. */
export class GenerationRecord {
  readonly steps: ReportStep[] = [];
  /** Seconds on the computer, and on the board's clock, from the start of calibration. */
  seconds = 0;
  boardSeconds = 0;
  bits = 0;
  macs = 0;

  constructor(
    readonly model: DenoiserModel,
    readonly gains: PairGains,
    readonly counters: ProductCounters,
    readonly work: BoardWork,
    readonly state: GenerationState,
  ) {}

  /** Images times steps that are done, of all; the unit of progress. */
  get progress(): { readonly done: number; readonly total: number } {
    return { done: this.#imageSteps, total: this.state.labels.length * this.state.steps };
  }
  #imageSteps = 0;
  #evaluations = 0;

  /** Books a step. */
  add({ images }: GenerationStep, reading: StepReading): ReportStep {
    const macs = (reading.evaluations - this.#evaluations) * this.model.layout.macs().array;
    this.#evaluations = reading.evaluations;
    const step: ReportStep = {
      step: this.steps.length + 1,
      wallSeconds: reading.wallSeconds - this.seconds,
      boardSeconds: reading.boardSeconds - this.boardSeconds,
      bits: reading.bits - this.bits,
      macs,
      energy: reading.energy,
    };
    this.steps.push(step);
    this.#imageSteps += images;
    this.seconds = reading.wallSeconds;
    this.boardSeconds = reading.boardSeconds;
    this.bits = reading.bits;
    this.macs += macs;
    return step;
  }

  /** The first images, as they stand, side by side. */
  sheet(scale: number): GrayImage {
    const { state, model } = this;
    const side = model.layout.shape.side;
    const count = Math.min(state.labels.length, SHEET_IMAGES);
    const images = Array.from({ length: count }, (_, i) => grayImage(state.images, i, side));
    const columns =
      count % 10 === 0 || count > 40
        ? Math.max(10, Math.ceil(Math.sqrt(count) / 10) * 10)
        : Math.ceil(Math.sqrt(count));
    return imageGrid(images, { columns, scale });
  }

  /** The denoising path of the first images; undefined before the first draw. */
  path(scale: number): GrayImage | undefined {
    const { state, model } = this;
    if (state.path.length === 0) return undefined;
    const { side } = model.layout.shape;
    const moments = state.path.map((bytes) => {
      return Array.from({ length: bytes.length / side ** 2 }, (_, i) => grayImage(bytes, i, side));
    });
    return pathStrip(moments, { scale });
  }

  /** Results of the run, in SI units. */
  results(): Record<string, unknown> {
    const { state, counters, gains, model } = this;
    const { host } = model.layout.macs();
    return {
      images: state.labels.length,
      steps: state.steps,
      seconds: this.seconds,
      boardSeconds: this.boardSeconds,
      bitsUsed: this.bits,
      macs: this.macs,
      hostMacs: this.#evaluations * host,
      grid: 'grid.png',
      model: model.name,
      vectors: counters.vectors,
      programmings: counters.programmings,
      cellsWritten: counters.cellsWritten,
      cellsFailed: counters.cellsFailed,
      writeAttempts: counters.writeAttempts,
      clippedConversions: counters.clipped,
      codesPerUnit: gains.codesPerUnit.reduce((a, b) => a + b, 0) / gains.codesPerUnit.length,
      gainSpread: gains.spread,
      residualCodes: gains.residualCodes,
    };
  }
}
