import { HardwareError } from '../../../base/index.js';
import { countAntiparallel, type CountedShots } from '../shot-counts.js';
import type { Board } from '../../../firmware-host/host/index.js';
import type { StartState } from './adaptive-map.js';

/** Pulses chosen cells from a known start and counts the ones that switched. Cells that cannot be brought to both states have no part in it. */
export class ShotSource {
  readonly #board: Board;
  readonly #plan: Omit<CountedShots, 'shots' | 'initialise'>;
  readonly #usable: readonly number[];

  private constructor(board: Board, plan: Omit<CountedShots, 'shots' | 'initialise'>, usable: readonly number[]) {
    this.#board = board;
    this.#plan = plan;
    this.#usable = usable;
  }

  /**
   * Finds the cells that follow: brought to each state twice and read, without a pulse between. The drive in force must have an amplitude of 0.
   * @throws HardwareError when no cell follows
   */
  static async find(board: Board, plan: Omit<CountedShots, 'shots' | 'initialise'>): Promise<ShotSource> {
    const shots = 2;
    const parallel = await countAntiparallel(board, { ...plan, shots, initialise: 'p' });
    const antiparallel = await countAntiparallel(board, { ...plan, shots, initialise: 'ap' });
    const usable = [...parallel.keys()].filter((cell) => parallel[cell] === 0 && antiparallel[cell] === shots);
    if (usable.length === 0)
      throw new HardwareError('none of the chosen cells can be brought to both states', {
        nextStep: 'Choose other rows and columns; resistance-map with states = both shows which cells follow.',
      });
    return new ShotSource(board, plan, usable);
  }

  /** Cells that take part. */
  get cells(): number {
    return this.#usable.length;
  }

  /** Chosen cells that do not. */
  get excluded(): number {
    return this.#plan.rows.lines.length * this.#plan.columns.lines.length - this.cells;
  }

  /** Rows and columns of the cells that take part, in the order of {@link countByCell}. */
  get addresses(): { readonly row: number; readonly col: number }[] {
    const { rows, columns } = this.#plan;
    return this.#usable.map((cell) => ({
      row: rows.lines[Math.floor(cell / columns.lines.length)]!,
      col: columns.lines[cell % columns.lines.length]!,
    }));
  }

  /** How many of each cell's shots switched it, at the drive in force. */
  async countByCell(start: StartState, shots: number): Promise<number[]> {
    const ones = await countAntiparallel(this.#board, { ...this.#plan, shots, initialise: start });
    return this.#usable.map((cell) => (start === 'p' ? ones[cell]! : shots - ones[cell]!));
  }
}
