import { axialRelaxationRate } from './axial-escape.js';
import { BOLTZMANN, GAMMA0 } from './constants.js';
import { energyAt, type EnergyWells, findWells, type KeepingFields, meetingAngle, onlyWell } from './energy-wells.js';
import type { MacrospinModel } from './macrospin.js';
import { besselI0Scaled } from './special-functions.js';

/** How fast a cell leaves its two states. */
export interface EscapeRates {
  /** Rate from parallel to antiparallel, 1/s. */
  readonly fromP: number;
  /** Rate from antiparallel to parallel, 1/s. */
  readonly fromAP: number;
  /** Height of the saddle above each well, kB T; 0 for a state without a well, the climb to the other's place for an only well. */
  readonly barrierP: number;
  readonly barrierAP: number;
}

/** Points of the integrals over a well: 48 leave 1e-4 of a rate, far below what the formula is good for. */
const POINTS = 48;
/** In-plane energy μ0MsVol·Hx, kB T, down to which the saddle counts as a point. */
const POINT_SADDLE = 1;

/**
 * Thermal escape rates of a round cell, 1/s.
 *
 * With an in-plane field there is one saddle, and the rate from well i over it is
 *
 *     Γi = s₊/2π · (2π kBT/m)/√(−c1 c2) · exp(−es m/kBT) / Zi · A(αS1) A(αS2)/A(αS1 + αS2),      m = μ0 Ms Vol
 *
 * - s₊ = ½γ'[√(α²(c1 − c2)² − 4 c1 c2) − α(c1 + c2)], the unstable rate at the saddle of curvatures c1 < 0 < c2 (Langer; for
 *   magnetic particles Brown, IEEE Trans. Magn. 15, 1196, 1979);
 * - Zi = ∫ exp(−e m/kBT) dΩ over the well, so that the ratio of the rates is exactly that of the Boltzmann weights;
 * - S the energy that a turn along the saddle's contour would lose at α = 1, in kBT, and
 *   ln A(δ) = (1/π)∫₀^∞ ln[1 − exp(−δ(λ² + ¼))] dλ/(λ² + ¼) the depopulation of the energies near the saddle at low damping
 *   (Mel'nikov & Meshkov, J. Chem. Phys. 85, 1018, 1986; for magnetic particles Coffey & Kalmykov, J. Appl. Phys. 112,
 *   121301, 2012).
 *
 * Without an in-plane field the saddle is a circle and the rate the exact eigenvalue ({@link axialRelaxationRate}), divided by
 * the weights of the wells. Between both (m Hx below 1 kBT) the logarithm of the flux over the saddle is interpolated.
 *
 * Within about 10 % of direct integration for barriers from 3 kBT up (`docs/physics/board-cell.md`). A state that has no
 * well is left at the damping rate α γ' (|Hk| + |Hx| + |Hz|), which also bounds the rates over low barriers; it is reached
 * at that rate times the Boltzmann factor of the climb to where its well would be. Below 1 kBT the formula passes over to that.
 *
 * @throws RangeError at T = 0, at α = 0 and for a cell that is not round
 */
export function escapeRates(magnet: MacrospinModel, fields: KeepingFields): EscapeRates {
  const { damping, temperature, inPlaneAnisotropy } = magnet;
  if (!(temperature > 0)) throw new RangeError(`temperature is ${temperature}; escape rates need more than 0 K.`);
  if (!(damping > 0)) throw new RangeError(`damping is ${damping}; escape rates need more than 0.`);
  if (inPlaneAnisotropy !== 0) {
    throw new RangeError(`inPlaneAnisotropy is ${inPlaneAnisotropy}; escape rates are for round cells, which have 0.`);
  }
  const wells = findWells(fields);
  const limit = dampingRate(magnet, fields);
  const perField = magnet.moment / (BOLTZMANN * temperature);
  if (wells === undefined) return withoutBarrier(fields, perField, limit);
  const [logP, logAP] = logWeights(fields, wells, perField);
  const log = logFlux(magnet, fields, wells, perField, logP, logAP);
  const barrierP = perField * (wells.saddle.energy - wells.p.energy);
  const barrierAP = perField * (wells.saddle.energy - wells.ap.energy);
  // Below 1 kBT the formula's premises are gone: pass over to what holds without the lower well.
  const share = Math.min(1, barrierP, barrierAP);
  const rate = (logFormula: number, barrier: number): number =>
    Math.min(limit, Math.exp(share * logFormula + (1 - share) * (Math.log(limit) - barrier)));
  return { fromP: rate(log - logP, barrierP), fromAP: rate(log - logAP, barrierAP), barrierP, barrierAP };
}

function withoutBarrier(fields: KeepingFields, perField: number, limit: number): EscapeRates {
  const well = onlyWell(fields);
  const meeting = meetingAngle(fields);
  const climb = (angle: number): number => perField * (energyAt(fields, angle) - energyAt(fields, well));
  const barrierP = well < Math.PI / 2 ? Math.max(0, climb(Math.PI - meeting)) : 0;
  const barrierAP = well > Math.PI / 2 ? Math.max(0, climb(meeting)) : 0;
  return { fromP: limit * Math.exp(-barrierP), fromAP: limit * Math.exp(-barrierAP), barrierP, barrierAP };
}

/** Logarithm of the flux between the wells in equilibrium, rate times weight: the same in both directions. */
function logFlux(
  magnet: MacrospinModel,
  fields: KeepingFields,
  wells: EnergyWells,
  perField: number,
  logP: number,
  logAP: number,
): number {
  const inPlane = perField * Math.abs(fields.hx);
  if (inPlane >= POINT_SADDLE) return logPointFlux(magnet, fields, wells, perField);
  const axial = { ...fields, hx: 0 };
  const onAxis = inPlane === 0 ? wells : findWells(axial);
  const point = { ...fields, hx: POINT_SADDLE / perField };
  const aside = inPlane === 0 ? wells : findWells(point);
  // The astroid ends between the two: then the point saddle of this very field is the best there is.
  if (onAxis === undefined || aside === undefined) return logPointFlux(magnet, fields, wells, perField);
  const [zeroP, zeroAP] = inPlane === 0 ? [logP, logAP] : logWeights(axial, onAxis, perField);
  // λ1 = Γ1 + Γ2 and Γ1 Z1 = Γ2 Z2.
  const logMean = zeroP + zeroAP - Math.max(zeroP, zeroAP) - Math.log1p(Math.exp(-Math.abs(zeroP - zeroAP)));
  const atZero = Math.log(axialRelaxationRate(magnet, axial)) + logMean;
  if (inPlane === 0) return atZero;
  const share = inPlane / POINT_SADDLE;
  return (1 - share) * atZero + share * logPointFlux(magnet, point, aside, perField);
}

function logPointFlux(
  { damping: a }: MacrospinModel,
  fields: KeepingFields,
  wells: EnergyWells,
  perField: number,
): number {
  const { along, across, energy } = wells.saddle;
  const gamma = GAMMA0 / (1 + a * a);
  const unstable = 0.5 * gamma * (Math.sqrt(a * a * (along - across) ** 2 - 4 * along * across) - a * (along + across));
  const [s1, s2] = saddleActions(fields, wells, perField);
  const depopulation = logDepopulation(a * s1) + logDepopulation(a * s2) - logDepopulation(a * (s1 + s2));
  return Math.log(unstable / (perField * Math.sqrt(-along * across))) + depopulation - perField * energy;
}

/**
 * ln ∫ exp(−e m/kBT) dΩ over each well, the sphere being divided at the saddle's latitude: Simpson's rule over the part of
 * the polar angle that has weight; the azimuth gives 2π I0.
 */
function logWeights(fields: KeepingFields, wells: EnergyWells, perField: number): readonly [number, number] {
  const hx = Math.abs(fields.hx);
  const sum = (well: EnergyWells['p'], from: number, to: number): number => {
    // Ten standard deviations of the weaker curvature hold all weight.
    const reach = 10 / Math.sqrt(perField * Math.min(well.along, well.across));
    const [low, high] = [Math.max(from, well.angle - reach), Math.min(to, well.angle + reach)];
    let total = 0;
    for (let i = 0; i <= POINTS; i++) {
      const angle = low + ((high - low) * i) / POINTS;
      const inPlane = perField * hx * Math.sin(angle);
      const weight =
        Math.exp(perField * (well.energy - energyAt(fields, angle))) * besselI0Scaled(inPlane) * Math.sin(angle);
      total += weight * (i === 0 || i === POINTS ? 1 : i % 2 === 1 ? 4 : 2);
    }
    return Math.log((2 * Math.PI * total * (high - low)) / (3 * POINTS)) - perField * well.energy;
  };
  return [sum(wells.p, 0, wells.saddle.angle), sum(wells.ap, wells.saddle.angle, Math.PI)];
}

/**
 * Energy lost on one turn along the contour through the saddle, over α kBT, for each well. The loss is ∮ |∇e| dl, and by
 * Gauss's theorem the integral of ∇²e = Hk(3z² − 1) + 2(Hx mx + Hz mz) over the enclosed part of the sphere, whose width in
 * azimuth at a latitude is 2 acos c, c = −(es + ½Hk z² + Hz z)/(Hx sin θ).
 */
export function saddleActions(fields: KeepingFields, wells: EnergyWells, perField: number): readonly [number, number] {
  const { hk, hz } = fields;
  const hx = Math.abs(fields.hx);
  const es = wells.saddle.energy;
  const enclosed = (from: number, to: number): number => {
    const points = 2 * POINTS;
    let sum = 0;
    for (let i = 0; i < points; i++) {
      const angle = from + ((to - from) * (i + 0.5)) / points;
      const [z, r] = [Math.cos(angle), Math.sin(angle)];
      const c = -(es + 0.5 * hk * z * z + hz * z) / (hx * r);
      if (c >= 1) continue;
      const half = Math.acos(Math.max(-1, c));
      sum += r * (2 * half * (hk * (3 * z * z - 1) + 2 * hz * z) + 4 * hx * r * Math.sin(half));
    }
    return (perField * sum * (to - from)) / points;
  };
  return [enclosed(0, wells.saddle.angle), enclosed(wells.saddle.angle, Math.PI)];
}

/** ln A(δ) of Mel'nikov and Meshkov; with λ = ½ tan u it is (2/π)∫₀^(π/2) ln[1 − exp(−δ/(4 cos²u))] du. */
export function logDepopulation(delta: number): number {
  let sum = 0;
  for (let i = 0; i < POINTS; i++) {
    const c = Math.cos(((i + 0.5) * Math.PI) / (2 * POINTS));
    sum += Math.log(-Math.expm1(-delta / (4 * c * c)));
  }
  return sum / POINTS;
}

function dampingRate({ damping }: MacrospinModel, { hk, hx, hz }: KeepingFields): number {
  return ((damping * GAMMA0) / (1 + damping * damping)) * (Math.abs(hk) + Math.abs(hx) + Math.abs(hz));
}
