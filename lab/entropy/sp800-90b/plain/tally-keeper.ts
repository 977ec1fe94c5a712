import type { Tally } from '../kernels/predictor-kernel.js';

/** Scores of sub-predictors, the winner among them, and how often it was right: the common part of 6.3.7 to 6.3.9, sample by sample. */
export class TallyKeeper implements Tally {
  correct = 0;
  longestRun = 0;
  #run = 0;
  #winner = 0;
  readonly #scores: number[];

  constructor(predictors: number) {
    this.#scores = new Array<number>(predictors).fill(0);
  }

  /** Takes the predictions for a sample, in the order of the sub-predictors; null for none. */
  take(predictions: readonly (number | null)[], sample: number): void {
    const own = predictions[this.#winner] ?? null;
    if (own !== null) this.count(own === sample);
    predictions.forEach((prediction, j) => {
      if (prediction !== sample) return;
      const score = ++this.#scores[j]!;
      if (score >= this.#scores[this.#winner]!) this.#winner = j;
    });
  }

  /** Counts a prediction that was made. */
  count(right: boolean): void {
    this.#run = right ? this.#run + 1 : 0;
    if (right) this.correct++;
    this.longestRun = Math.max(this.longestRun, this.#run);
  }
}
