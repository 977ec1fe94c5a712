import { CompensatedSum } from '../../base/index.js';
import type { EnergyEntry } from './entry.js';
import type { EnergyFigures } from './amount.js';

/** Sums entries of one scope and kind: joules compensated, independent errors in quadrature, shared ones linearly per cause. */
export class EnergyAccumulator {
  readonly #joules = new CompensatedSum();
  readonly #variance = new CompensatedSum();
  readonly #events = new CompensatedSum();
  readonly #shared = new Map<string, CompensatedSum>();

  add(entry: EnergyEntry): void {
    this.#joules.add(entry.joules);
    this.#variance.add(entry.sigma * entry.sigma);
    this.#events.add(entry.events);
    const shared = entry.scaleSigma ?? 0;
    if (shared === 0) return;
    const cause = entry.scaleCause ?? entry.component;
    const sum = this.#shared.get(cause) ?? new CompensatedSum();
    this.#shared.set(cause, sum.add(shared));
  }

  get figures(): EnergyFigures {
    return {
      joules: this.#joules.value,
      sigma: Math.sqrt(Math.max(0, this.#variance.value)),
      scaleSigma: Math.hypot(...[...this.#shared.values()].map((sum) => sum.value)),
      events: this.#events.value,
    };
  }
}
