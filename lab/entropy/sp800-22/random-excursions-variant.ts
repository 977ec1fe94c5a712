import { erfc } from '../../../base/index.js';
import { type Excursions, type StsCounts, VARIANT_STATES } from './counts.js';
import { tooFewCycles } from './excursion-cycles.js';
import { notApplicable, type Outcome } from './outcome.js';

/** Random excursions variant: how often does the whole walk visit the states ±1 … ±9? p-values by state [SP 800-22 2.15]. */
export function randomExcursionsVariant(counts: StsCounts): Outcome<Readonly<Record<string, number>>> {
  const visited = counts.excursions();
  const { cycles } = visited;
  const reason = tooFewCycles(cycles, counts.length);
  if (reason !== undefined) return notApplicable(reason, { cycles });
  const entries = VARIANT_STATES.map((state) => [String(state), variantTail(visited, state)] as const);
  return { p: Object.fromEntries(entries), details: { cycles, visits: [...visited.visits] } };
}

/** erfc(|ξ − J| / √(2J(4|x| − 2))) of one state, whatever the number of cycles J. @param state −9 … −1, 1 … 9 */
export function variantTail({ cycles, visits }: Excursions, state: number): number {
  const found = visits[(VARIANT_STATES as readonly number[]).indexOf(state)]!;
  return erfc(Math.abs(found - cycles) / Math.sqrt(2 * cycles * (4 * Math.abs(state) - 2)));
}
