import type { EnergyEntry } from './entry.js';
import { formulaById, type Formula } from './formulas.js';

/** What a formula is worked out with: its constants by symbol, the entry's inputs by name, and the number of events. */
type Values = (symbol: string) => number;

/** ½(1/R_P + 1/R_AP), the mean conductance of the two states, siemens. */
const meanConductance = (of: Values): number => 0.5 * (1 / of('R_P') + 1 / (of('R_P') * (1 + of('TMR'))));
const lineHalf =
  (voltage: string) =>
  (of: Values): number =>
    0.5 * of('N') * of('C_line') * of(voltage) ** 2;

/** The formulas as they are written, each in its own words: what posts is not called here, so that the two can be compared. */
const EVALUATIONS: Readonly<Record<string, (of: Values) => number>> = {
  'device.pulse-charge-nominal': (of) => of('N') * of('C_cell') * of('V') ** 2,
  'device.pulse-joule-nominal': (of) => of('N') * meanConductance(of) * of('V') ** 2 * of('t'),
  'device.write-nominal': (of) =>
    of('N') * (of('C_cell') * of('V_w') ** 2 + meanConductance(of) * of('V_w') ** 2 * of('t_w')),
  'device.read-nominal': (of) => of('N') * meanConductance(of) * of('V_r') ** 2 * of('t_read'),
  'device.mvm-static-nominal': (of) => of('N') * 0.5 * of('n') * meanConductance(of) * of('V_r') ** 2 * of('t_plane'),
  'array.row-line': lineHalf('V'),
  'array.row-driver': lineHalf('V'),
  'array.write-line': lineHalf('V_w'),
  'array.write-driver': lineHalf('V_w'),
  'array.comparator': (of) => of('N') * of('I_cmp') * of('V_DD') * of('t_shot'),
  'array.adc': (of) => of('N') * of('E_adc'),
  'array.tia': (of) => of('N') * of('n_col') * of('I_tia') * of('V_DD') * of('t_plane'),
  'board.idle': (of) => of('P_0') * of('T'),
  'host.cpu-time': (of) => of('t_cpu') * of('P_user'),
};

/** Why the joules of a formula cannot be worked out again from what an entry holds. */
const OUT_OF_REACH: Readonly<Record<string, string>> = {
  'board.rail': 'a difference of two readings of the rail’s energy register',
  'host.rapl': 'a difference of two readings of the processor’s energy register',
};
const STAND_IN_SUM = 'summed by the stand-in board over its own cells';

/** Joules worked out again, or why they cannot be. */
export type Recomputed =
  | { readonly joules: number; readonly reason?: never }
  /** In words for a person. */
  | { readonly joules?: never; readonly reason: string };

/**
 * Works an entry's joules out from its formula, the formula's constants, its inputs and its events: a check that the figure is what its
 * derivation says.
 */
export function recompute(entry: EnergyEntry): Recomputed {
  const formula = entry.formula === undefined ? undefined : formulaById(entry.formula);
  if (formula === undefined) return { reason: 'no formula is stated' };
  const evaluate = EVALUATIONS[formula.id];
  if (evaluate === undefined) return { reason: OUT_OF_REACH[formula.id] ?? STAND_IN_SUM };
  let missing: string | undefined;
  const joules = evaluate((symbol) => {
    const value = valueOf(symbol, entry, formula);
    if (value === undefined) missing ??= symbol;
    return value ?? NaN;
  });
  return missing === undefined ? { joules } : { reason: `the entry does not say ${missing}` };
}

function valueOf(symbol: string, entry: EnergyEntry, formula: Formula): number | undefined {
  if (symbol === 'N') return entry.events;
  return formula.constants.find((constant) => constant.symbol === symbol)?.value ?? entry.inputs?.[symbol];
}

/** How far entries and their formulas agree. */
export interface RecomputeCheck {
  /** Entries whose formula could be worked out, and those whose formula could not. */
  readonly checked: number;
  readonly unchecked: number;
  /** Largest deviation relative to the posted joules. */
  readonly worst: number;
  /** Sum of the entries that were checked, posted and worked out again, joules. */
  readonly postedJ: number;
  readonly recomputedJ: number;
  /** Why the others could not be, once each. */
  readonly reasons: readonly string[];
}

/** Gathers the comparison of many entries of one scope and kind in constant memory. */
export class RecomputeTally {
  #checked = 0;
  #unchecked = 0;
  #worst = 0;
  #postedJ = 0;
  #recomputedJ = 0;
  readonly #reasons = new Set<string>();

  add(entry: EnergyEntry): void {
    const again = recompute(entry);
    if (again.joules === undefined) {
      this.#unchecked += 1;
      this.#reasons.add(again.reason);
      return;
    }
    this.#checked += 1;
    this.#postedJ += entry.joules;
    this.#recomputedJ += again.joules;
    const scale = Math.max(Math.abs(entry.joules), Math.abs(again.joules));
    if (scale > 0) this.#worst = Math.max(this.#worst, Math.abs(entry.joules - again.joules) / scale);
  }

  get result(): RecomputeCheck {
    return {
      checked: this.#checked,
      unchecked: this.#unchecked,
      worst: this.#worst,
      postedJ: this.#postedJ,
      recomputedJ: this.#recomputedJ,
      reasons: [...this.#reasons],
    };
  }
}
