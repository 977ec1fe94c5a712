import { EXCURSION_STATES, type Excursions, type StsCounts } from './counts.js';
import { tooFewCycles } from './excursion-cycles.js';
import { chiSquareOf, notApplicable, type Outcome } from './outcome.js';

/**
 * Random excursions: how often does a cycle of the walk visit the states ±1 … ±4? χ² over classes of visits, by state [SP 800-22 2.14].
 */
export function randomExcursions(counts: StsCounts): Outcome<Readonly<Record<string, number>>> {
  const visited = counts.excursions();
  const { cycles } = visited;
  const reason = tooFewCycles(cycles, counts.length);
  if (reason !== undefined) return notApplicable(reason, { cycles });
  const entries = EXCURSION_STATES.map((state) => [String(state), excursionTail(visited, state)] as const);
  return { p: Object.fromEntries(entries), details: { cycles } };
}

/** p-value of one state, whatever the number of cycles. @param state −4 … −1, 1 … 4 */
export function excursionTail({ classes }: Excursions, state: number): number {
  const at = 6 * (EXCURSION_STATES as readonly number[]).indexOf(state);
  return chiSquareOf(classes.subarray(at, at + 6), visitClasses(state)).p;
}

/** Probabilities of 0 … 4, ≥ 5 visits of a state in a cycle: π₀ = 1 − 1/2|x|, π_k = (1 − 1/2|x|)^{k−1}/4x², π₅ = (1 − 1/2|x|)⁴/2|x| [3.14]. */
function visitClasses(state: number): number[] {
  const reach = 1 / (2 * Math.abs(state));
  const back = 1 - reach;
  return [back, ...[0, 1, 2, 3].map((k) => reach * reach * back ** k), reach * back ** 4];
}
