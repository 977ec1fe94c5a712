import type { Estimate } from './thermal-switching.js';

/** Magnetic constant, T m/A, and Boltzmann's, J/K (CODATA 2018). */
const MU_0 = 1.25663706212e-6;
const BOLTZMANN = 1.380649e-23;

/** What a board cannot know of its junctions. Taken as exact: their error is not in that of the results. */
export interface JunctionGeometry {
  /** Saturation magnetisation, A/m. */
  readonly saturationMagnetizationAPerM: number;
  readonly freeLayerThicknessM: number;
  readonly oxideThicknessM: number;
  readonly areaM2: number;
}

/** VCMA coefficient from the slope of the anisotropy field, J/(V m): ξ = −(dHk/dV) µ0 Ms tf tox/2. */
export function vcmaFromHk(slopeAPerMPerV: Estimate, geometry: JunctionGeometry): Estimate {
  const { saturationMagnetizationAPerM: ms, freeLayerThicknessM: tf, oxideThicknessM: tox } = geometry;
  return scaled(slopeAPerMPerV, (-MU_0 * ms * tf * tox) / 2);
}

/** The same from the slope of the thermal stability, which needs neither Ms nor tf: ξ = −(dΔ/dV) kB T tox/A. */
export function vcmaFromDelta(deltaPerV: Estimate, geometry: JunctionGeometry, temperatureK: number): Estimate {
  const { oxideThicknessM: tox, areaM2 } = geometry;
  return scaled(deltaPerV, (-BOLTZMANN * temperatureK * tox) / areaM2);
}

/** Δ/Hk that the geometry means, m/A: µ0 Ms A tf/(2 kB T). Where the fit finds another ratio, one of them is wrong. */
export function deltaPerField(geometry: JunctionGeometry, temperatureK: number): number {
  const { saturationMagnetizationAPerM: ms, freeLayerThicknessM: tf, areaM2 } = geometry;
  return (MU_0 * ms * areaM2 * tf) / (2 * BOLTZMANN * temperatureK);
}

function scaled({ value, standardError }: Estimate, factor: number): Estimate {
  return { value: value * factor, standardError: standardError * Math.abs(factor) };
}

/** Mean of one quantity over cells. */
export interface CellMean extends Estimate {
  readonly cells: number;
  /** Standard deviation from cell to cell beyond the errors of the single estimates; 0 when these explain the scatter. */
  readonly cellDeviation: number;
}

/**
 * Mean over cells, each counting the same. Its standard error is the larger of what the single errors and what the scatter of the cells say.
 * @returns undefined without a cell
 */
export function meanOverCells(estimates: readonly Estimate[]): CellMean | undefined {
  const cells = estimates.length;
  if (cells === 0) return undefined;
  const value = estimates.reduce((sum, each) => sum + each.value, 0) / cells;
  const noise = estimates.reduce((sum, each) => sum + each.standardError ** 2, 0) / cells;
  const scatter = cells < 2 ? 0 : estimates.reduce((sum, each) => sum + (each.value - value) ** 2, 0) / (cells - 1);
  return {
    cells,
    value,
    standardError: Math.sqrt(Math.max(noise, scatter) / cells),
    cellDeviation: Math.sqrt(Math.max(0, scatter - noise)),
  };
}
