import { ELECTRON_MASS, ELEMENTARY_CHARGE, HBAR } from './constants.js';

/** A tunnel barrier whose resistance follows its thickness. */
export interface BarrierModel {
  /** φ, the barrier height, V. */
  readonly height: number;
  /** Oxide thickness at which the set's resistance holds, m. */
  readonly nominalThickness: number;
}

/** Barrier height of the vgsot_python_model code, V. */
export const DEFAULT_BARRIER_HEIGHT = 0.4;

/** 2 √(2 me e φ)/ħ, 1/m: how fast ln R rises with thickness, apart from the 1/tox of the prefactor. */
export function tunnelDecayRate(heightV: number): number {
  return (2 * Math.sqrt(2 * ELECTRON_MASS * ELEMENTARY_CHARGE * heightV)) / HBAR;
}

/**
 * RP at an oxide thickness over RP at the nominal one: (tox/tnom) exp((tox − tnom) · 2√(2 me e φ)/ħ).
 *
 * From RP = tox/(F √φ A) · exp(2 tox √(2 me e φ)/ħ) (after Brinkman, Dynes and Rowell, J. Appl. Phys. 41, 1915 (1970), in the form
 * of the vgsot_python_model code). F is **frozen at the nominal thickness**; computing it anew from RA, as that code does, would
 * cancel the thickness altogether. ∂ln RP/∂tox = 2√(2 me e φ)/ħ + 1/tox: 0.1 nm more at 0.4 V doubles the resistance.
 */
export function thicknessFactor(barrier: BarrierModel, oxideThicknessM: number): number {
  const { height, nominalThickness } = barrier;
  const excess = oxideThicknessM - nominalThickness;
  return (oxideThicknessM / nominalThickness) * Math.exp(excess * tunnelDecayRate(height));
}
