import { thicknessFactor } from './brinkman-barrier.js';
import { checkDeviceParameters } from './check-parameters.js';
import { BOLTZMANN, ELEMENTARY_CHARGE, EPSILON0, GAMMA0, HBAR, MU0 } from './constants.js';
import { meanDwellTime } from './equilibrium.js';
import { kittelFrequency, type StiffnessFields, stiffnessFields } from './kittel.js';
import type { DeviceParameters } from './parameters.js';

/** What follows from a parameter set. SI units; times and rates at zero applied field. */
export interface DerivedFigures {
  /** Pillar area, m². */
  readonly area: number;
  /** Free-layer volume, m³. */
  readonly volume: number;
  /** Interface and bulk anisotropy field at V = 0, A/m, before the demagnetising field is taken off. */
  readonly anisotropyField: number;
  /** Hk(0) = anisotropy field − (Nz − Nx) Ms, A/m: a small difference of large numbers. */
  readonly effectiveField: number;
  /** Stiffness against deflections along x and y, A/m: the first is Hk(0), the second differs from it in an elliptic pillar. */
  readonly stiffnessFields: StiffnessFields;
  /** dHk/dV, A/m per volt; negative, since a positive voltage lowers the anisotropy. */
  readonly vcmaSlope: number;
  /** Thermal stability Δ(0) = μ0 Ms H Vol/(2 kB T) over the lower saddle, H the lesser stiffness field. */
  readonly delta: number;
  /** dΔ/dV, 1/V; independent of Ms and tf. */
  readonly deltaSlope: number;
  /** Voltage at which the lesser stiffness field vanishes, V: from there on the plane is easy. */
  readonly criticalVoltage: number;
  /** Undamped precession frequency γ0 √(H1 H2)/2π at V = 0 without field, Hz; NaN when the plane is easy. */
  readonly kittelFrequency: number;
  /** τ_d = (1+α²)/(α γ0 |H|), s, with H the mean of the stiffness fields. */
  readonly dampingTime: number;
  /** τ_N = μ0 Ms Vol (1+α²)/(2 γ0 α kB T), s: free diffusion time over the sphere (τ_d |Δ| in a round cell). */
  readonly diffusionTime: number;
  /** Mean stay in one well at V = 0 without field, s, by the theory of the round cell. An in-plane field shortens it by orders of magnitude. */
  readonly meanDwellTime: number;
  /** Critical spin-torque current density of the parallel state at V = 0, A/m²: aJ = α times the mean stiffness field. */
  readonly criticalCurrentDensity: number;
  /** The same as a current, A. */
  readonly criticalCurrent: number;
  /** Low-bias resistances, Ω. */
  readonly resistanceP: number;
  readonly resistanceAP: number;
  /** Barrier capacitance ε0 εr A/tox, F. */
  readonly capacitance: number;
  /** Barrier field at the critical voltage, V/m. */
  readonly barrierFieldAtCritical: number;
}

/**
 * Parallel resistance at low bias, Ω: given, or RA/A. With a `barrier` block it is that value at the nominal oxide thickness, times
 * {@link thicknessFactor} for the actual one.
 */
export function parallelResistance(p: DeviceParameters): number {
  const nominal = p.resistanceP ?? (p.resistanceAreaProduct ?? Number.NaN) / pillarArea(p);
  return p.barrier === undefined ? nominal : nominal * thicknessFactor(p.barrier, p.oxideThickness);
}

/** Pillar area π a b/4, m². */
export function pillarArea(p: Pick<DeviceParameters, 'diameter' | 'diameterY'>): number {
  return (Math.PI * p.diameter * (p.diameterY ?? p.diameter)) / 4;
}

/** Barrier capacitance ε0 εr A/tox, F. */
export function barrierCapacitance(p: DeviceParameters): number {
  return (EPSILON0 * p.relativePermittivity * pillarArea(p)) / p.oxideThickness;
}

/**
 * Effective anisotropy field Hk(V) in A/m, negative when the plane has become easy:
 * Hk(V) = 2 (Ki/tf + Kbulk − ξ V/(tf tox))/(μ0 Ms) − (Nz − Nx) Ms.
 */
export function effectiveField(p: DeviceParameters, voltageV: number): number {
  const { saturationMagnetization: ms, freeLayerThickness: tf, oxideThickness: tox, demag } = p;
  const energyDensity = (p.interfaceAnisotropy - (p.vcmaCoefficient * voltageV) / tox) / tf + p.bulkAnisotropy;
  return (2 * energyDensity) / (MU0 * ms) - (demag[2] - demag[0]) * ms;
}

/** Thermal stability at an effective field Hk (A/m): Δ = μ0 Ms Hk Vol/(2 kB T); infinite at T = 0. */
export function thermalStability(p: DeviceParameters, hkAPerM: number): number {
  return (MU0 * p.saturationMagnetization * hkAPerM * volumeOf(p)) / (2 * BOLTZMANN * p.temperature);
}

/**
 * Spin-torque field aJ = ħ P J/(2 e μ0 Ms tf) · g(mz), A/m, of a current density J in A/m²; J > 0 drives towards parallel.
 * With the asymmetry Λ (1 unless given) g(mz) = 2Λ²/(Λ² + 1 + (Λ² − 1) mz): 1 at mz = 1, Λ² at mz = −1.
 * @param mz direction cosine of the free layer; it matters only when Λ ≠ 1
 */
export function spinTorqueField(p: DeviceParameters, currentDensityAPerM2: number, mz = 1): number {
  const square = (p.spinTorqueAsymmetry ?? 1) ** 2;
  const efficiency = (2 * square) / (square + 1 + (square - 1) * mz);
  return (
    (HBAR * p.spinPolarization * efficiency * currentDensityAPerM2) /
    (2 * ELEMENTARY_CHARGE * MU0 * p.saturationMagnetization * p.freeLayerThickness)
  );
}

/**
 * All derived figures of a set.
 * @throws TypeError, RangeError as {@link checkDeviceParameters}.
 */
export function derive(parameters: DeviceParameters): DerivedFigures {
  const p = checkDeviceParameters(parameters);
  const { saturationMagnetization: ms, freeLayerThickness: tf, oxideThickness: tox, damping } = p;
  const area = pillarArea(p);
  const hk = effectiveField(p, 0);
  const stiffness = stiffnessFields(hk, (p.demag[1] - p.demag[0]) * ms);
  const lesser = Math.min(...stiffness);
  const mean = (stiffness[0] + stiffness[1]) / 2;
  const vcmaSlope = (-2 * p.vcmaCoefficient) / (MU0 * ms * tf * tox);
  const delta = thermalStability(p, lesser);
  const diffusionTime =
    (MU0 * ms * area * tf * (1 + damping * damping)) / (2 * GAMMA0 * damping * BOLTZMANN * p.temperature);
  const criticalVoltage = lesser / Math.abs(vcmaSlope);
  const criticalCurrentDensity = (damping * mean) / spinTorqueField(p, 1);
  const resistanceP = parallelResistance(p);
  return {
    area,
    volume: area * tf,
    anisotropyField: hk + (p.demag[2] - p.demag[0]) * ms,
    effectiveField: hk,
    stiffnessFields: stiffness,
    vcmaSlope,
    delta,
    deltaSlope: (-p.vcmaCoefficient * area) / (BOLTZMANN * p.temperature * tox),
    criticalVoltage,
    kittelFrequency: kittelFrequency(stiffness),
    dampingTime: (1 + damping * damping) / (damping * GAMMA0 * Math.abs(mean)),
    diffusionTime,
    meanDwellTime: meanDwellTime(delta, diffusionTime),
    criticalCurrentDensity,
    criticalCurrent: criticalCurrentDensity * area,
    resistanceP,
    resistanceAP: resistanceP * (1 + p.tmr),
    capacitance: barrierCapacitance(p),
    barrierFieldAtCritical: criticalVoltage / tox,
  };
}

function volumeOf(p: DeviceParameters): number {
  return pillarArea(p) * p.freeLayerThickness;
}
