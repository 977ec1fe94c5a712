/** Products in the array. */
import { checkNumber, StateError } from '../../../../base/index.js';
import { deskOf } from './array-desk.js';
import { SpindriftComponent, type ComponentOptions } from './component.js';
import { hideState } from './hidden-state.js';

/** Options of a {@link MacEngine}. */
export interface MacEngineOptions extends ComponentOptions {
  readonly tile?: number | undefined;
  /** Bits of an input, 1 to 8; default 4. */
  readonly inputBits?: number | undefined;
  /** Times that each cell is read back and written again if wrong; default 8. */
  readonly verifyPasses?: number | undefined;
}

/** A product. */
export interface MacProduct {
  readonly inputs: readonly number[];
  /** Converter codes, one an output, proportional to the products; how many codes make one unit depends on the board. */
  readonly codes: readonly number[];
  /** Conversions that clipped. */
  readonly clipped: number;
  /** What the array took, s, on the board's clock. */
  readonly boardTimeS: number;
}

/**
 * Weights of +1 and −1, each a pair of cells, and products with them. Weights are remembered: a board that comes back after it was unplugged gets them
 * again. Events: `data` (product), `programmed` (cells that stayed wrong), `fault`, `error`.
 */
export class MacEngine extends SpindriftComponent {
  readonly tile: number;
  readonly inputBits: number;
  readonly verifyPasses: number;
  #weights: readonly (readonly number[])[] | undefined;
  /** The session whose array has the weights. */
  #written: object | undefined;

  constructor(options: MacEngineOptions) {
    super(options);
    this.tile = checkNumber('tile', options.tile ?? 0, { min: 0, integer: true });
    this.inputBits = checkNumber('inputBits', options.inputBits ?? 4, { min: 1, max: 8, integer: true });
    this.verifyPasses = checkNumber('verifyPasses', options.verifyPasses ?? 8, { min: 0, integer: true });
    hideState(this, () => ({ weights: this.#weights }));
  }

  /**
   * Says which weights are to be in the array: a row for each input, +1 or −1 for each output. They are written before the next product.
   * @throws RangeError for anything else
   */
  weights(rows: readonly (readonly number[])[]): this {
    const outputs = rows[0]?.length ?? 0;
    if (outputs === 0) throw new RangeError('weights must have at least one row and one column');
    for (const [r, row] of rows.entries()) {
      if (row.length !== outputs) throw new RangeError(`weights[${r}] must have ${outputs} values, got ${row.length}`);
      for (const weight of row)
        if (weight !== 1 && weight !== -1) throw new RangeError(`weights[${r}] must be of 1 and -1, got ${weight}`);
    }
    this.#weights = rows.map((row) => [...row]);
    this.#written = undefined;
    return this;
  }

  /**
   * Multiplies a vector by the weights.
   * @throws RangeError for inputs of another number or size; StateError without weights; the errors of the board
   */
  multiply(inputs: readonly number[]): Promise<MacProduct> {
    const weights = this.#weights;
    if (weights === undefined)
      return Promise.reject(
        new StateError('there are no weights to multiply by', { nextStep: 'call weights() first' }),
      );
    if (inputs.length !== weights.length)
      return Promise.reject(new RangeError(`inputs must be ${weights.length} numbers, got ${inputs.length}`));
    return this.during(() => this.#multiply(weights, inputs));
  }

  /** The same without waiting: the product is told as `data`. */
  send(inputs: readonly number[]): this {
    this.attempt(() => this.multiply(inputs));
    return this;
  }

  /** Leaves the array safe unless another component needs it; the weights stay. */
  stop(): this {
    this.attempt(() => deskOf(this.steady).release(this));
    return this;
  }

  async #multiply(weights: readonly (readonly number[])[], inputs: readonly number[]): Promise<MacProduct> {
    const most = 2 ** this.inputBits - 1;
    const vector = Uint8Array.from(inputs, (x, k) =>
      checkNumber(`inputs[${k}]`, x, { min: 0, max: most, integer: true }),
    );
    const product = await deskOf(this.steady).run(this, async (board) => {
      const window = { tile: this.tile, rowFirst: 0, rows: weights.length, colFirst: 0, cols: 2 * weights[0]!.length };
      if (this.#written !== board) {
        // +1 is (parallel, antiparallel), −1 the reverse; 1 means antiparallel.
        const cells = Uint8Array.from(weights.flatMap((row) => row.flatMap((w) => (w > 0 ? [0, 1] : [1, 0]))));
        const { cellsFailed } = await board.programTile({ ...window, cells, verifyPasses: this.verifyPasses });
        this.#written = board;
        this.emit('programmed', cellsFailed);
      }
      const { inputBits } = this;
      const result = await board.multiply({ ...window, inputBits, columnMode: 'differential', inputs: vector });
      const codes = Array.from(result.results, (code) => code * 2 ** result.shift);
      return { inputs: [...inputs], codes, clipped: result.clipped, boardTimeS: result.boardTimeS };
    });
    this.emit('data', product);
    return product;
  }
}
