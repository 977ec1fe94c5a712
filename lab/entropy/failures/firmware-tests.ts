/** Cutoffs of the firmware's own tests: H = 0.5 a bit at 2^-40 (firmware-host/firmware/core/health.c). */
export const FIRMWARE_CUTOFFS = { repetition: 81, proportion: 824 } as const;

/** Samples of a window of the proportion test. */
const WINDOW = 1024;

/**
 * The tests that the board's firmware runs on every cell by itself, as SP 800-90B 4.4.1 and 4.4.2 define them: repetition count and adaptive
 * proportion. The behavioural simulator has a summary instead (a cell that stands still for a whole turn; a share of ones far off), so a study of it
 * runs the firmware's tests beside it.
 */
export class FirmwareTests {
  readonly #cutoffs: { readonly repetition: number; readonly proportion: number };
  readonly #last: Uint8Array;
  readonly #run: Uint32Array;
  readonly #first: Uint8Array;
  readonly #equal: Uint32Array;

  /** @param cells of which bursts will be told */
  constructor(cells: number, cutoffs: { readonly repetition: number; readonly proportion: number } = FIRMWARE_CUTOFFS) {
    this.#cutoffs = cutoffs;
    this.#last = new Uint8Array(cells).fill(2);
    this.#run = new Uint32Array(cells);
    this.#first = new Uint8Array(cells);
    this.#equal = new Uint32Array(cells);
  }

  /**
   * Takes the next sample of each cell from `cell` to `cell + bits.length − 1`.
   * @param samples that each of these cells had before
   * @returns whether a run or a window has just reached its cutoff
   */
  sample(cell: number, bits: Uint8Array, samples: number): boolean {
    const { repetition, proportion } = this.#cutoffs;
    const begins = samples % WINDOW === 0;
    let reached = false;
    for (let k = 0; k < bits.length; k++) {
      const at = cell + k;
      const bit = bits[k]!;
      if (bit === this.#last[at]) {
        if (++this.#run[at]! === repetition) reached = true;
      } else {
        this.#run[at] = 1;
        this.#last[at] = bit;
      }
      if (begins) {
        this.#first[at] = bit;
        this.#equal[at] = 1;
      } else if (bit === this.#first[at] && ++this.#equal[at]! === proportion) reached = true;
    }
    return reached;
  }
}
