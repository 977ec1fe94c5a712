/** Named boards. Each is drawn from a seed into cells, converters and faults of its own. */
import { aged } from './aged.js';
import { broken } from './broken.js';
import { ideal } from './ideal.js';
import { paper } from './paper.js';
import { type BoardScenario } from './scenario.js';
import { typical } from './typical.js';

export { FAULTLESS, faultPlan, type BoardScenario, type FaultShares } from './scenario.js';
export { aged, broken, ideal, paper, typical };

/** All scenarios, the default first. */
export const scenarios: readonly BoardScenario[] = [typical, ideal, aged, broken, paper];

/** Name of the scenario that `sim:` means. */
export const DEFAULT_SCENARIO = typical.id;

/** @throws RangeError naming the scenarios there are */
export function scenarioNamed(id: string): BoardScenario {
  const found = scenarios.find((scenario) => scenario.id === id);
  if (found === undefined)
    throw new RangeError(`scenario must be one of ${scenarios.map((s) => s.id).join(', ')}; got '${id}'`);
  return found;
}
