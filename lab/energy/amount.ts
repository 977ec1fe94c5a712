import type { EnergyKind, EnergyScope } from '../../base/index.js';

export { ENERGY_KINDS, ENERGY_SCOPES, type EnergyKind, type EnergyScope } from '../../base/index.js';

/** The figures of an {@link EnergyAmount}. */
export interface EnergyFigures {
  readonly joules: number;
  /** Standard uncertainty from independent errors, joules: adds in quadrature. */
  readonly sigma: number;
  /** Standard uncertainty from errors that several entries share (a shunt, a resistance–area product), joules: adds linearly within one cause. */
  readonly scaleSigma: number;
  /** Events that the energy belongs to. */
  readonly events: number;
}

/** Figures with the scope and kind that they belong to, as plain data. */
export interface ScopedFigures extends EnergyFigures {
  readonly scope: EnergyScope;
  readonly kind: EnergyKind;
}

/**
 * An amount of energy of one scope and one kind.
 *
 * Amounts of different scope or kind describe overlapping things (a board's rail contains its junctions' pulses; a model is not a
 * measurement), so adding them is refused: by the compiler where the types tell, at run time everywhere.
 */
export class EnergyAmount<
  S extends EnergyScope = EnergyScope,
  K extends EnergyKind = EnergyKind,
> implements EnergyFigures {
  readonly joules: number;
  readonly sigma: number;
  readonly scaleSigma: number;
  readonly events: number;

  constructor(
    readonly scope: S,
    readonly kind: K,
    figures: EnergyFigures,
  ) {
    this.joules = figures.joules;
    this.sigma = figures.sigma;
    this.scaleSigma = figures.scaleSigma;
    this.events = figures.events;
  }

  /** Both uncertainties in one: they have different causes, so they add in quadrature. */
  get totalSigma(): number {
    return Math.hypot(this.sigma, this.scaleSigma);
  }

  /**
   * The sum with another amount of the same scope and kind. The shared errors of the two are taken to have one cause (the cautious case);
   * where that is known better, let an EnergyLedger add.
   * @throws TypeError when scope or kind differ
   */
  plus(other: EnergyAmount<NoInfer<S>, NoInfer<K>>): EnergyAmount<S, K> {
    assertAddable(this, other);
    return new EnergyAmount(this.scope, this.kind, {
      joules: this.joules + other.joules,
      sigma: Math.hypot(this.sigma, other.sigma),
      scaleSigma: this.scaleSigma + other.scaleSigma,
      events: this.events + other.events,
    });
  }

  toJSON(): EnergyFigures & { scope: S; kind: K } {
    const { scope, kind, joules, sigma, scaleSigma, events } = this;
    return { scope, kind, joules, sigma, scaleSigma, events };
  }
}

/** @throws TypeError when two amounts may not be added */
export function assertAddable(
  a: { readonly scope: EnergyScope; readonly kind: EnergyKind },
  b: { readonly scope: EnergyScope; readonly kind: EnergyKind },
): void {
  if (a.scope === b.scope && a.kind === b.kind) return;
  throw new TypeError(
    `energy of different scope or kind is never added: ${a.scope} ${a.kind} and ${b.scope} ${b.kind} describe different things`,
  );
}
