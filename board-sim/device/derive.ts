import { BOLTZMANN, ELEMENTARY_CHARGE, EPSILON0, GAMMA0, HBAR, MU0 } from './constants.js';
import { meanDwellTime } from './equilibrium.js';
import { checkDeviceParameters, type DeviceParameters } from './parameters.js';

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
  /** dHk/dV, A/m per volt; negative, since a positive voltage lowers the anisotropy. */
  readonly vcmaSlope: number;
  /** Thermal stability Δ(0) = μ0 Ms Hk Vol/(2 kB T). */
  readonly delta: number;
  /** dΔ/dV, 1/V; independent of Ms and tf. */
  readonly deltaSlope: number;
  /** Voltage at which Hk vanishes, V. */
  readonly criticalVoltage: number;
  /** Undamped precession frequency at V = 0 without field, Hz. */
  readonly kittelFrequency: number;
  /** τ_d = (1+α²)/(α γ0 |Hk|), s. */
  readonly dampingTime: number;
  /** τ_N = τ_d |Δ|, s: free diffusion time over the sphere. */
  readonly diffusionTime: number;
  /** Mean stay in one well at V = 0 without field, s. An in-plane field shortens it by orders of magnitude. */
  readonly meanDwellTime: number;
  /** Critical spin-torque current density of the parallel state, A/m². */
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

/** Parallel resistance at low bias, Ω: given, or RA/A. */
export function parallelResistance(p: DeviceParameters): number {
  return p.resistanceP ?? (p.resistanceAreaProduct ?? Number.NaN) / pillarArea(p);
}

/** Pillar area π D²/4, m². */
export function pillarArea(p: Pick<DeviceParameters, 'diameter'>): number {
  return (Math.PI * p.diameter * p.diameter) / 4;
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

/** Spin-torque field aJ = ħ P J/(2 e μ0 Ms tf), A/m, of a current density J in A/m²; J > 0 drives towards parallel. */
export function spinTorqueField(p: DeviceParameters, currentDensityAPerM2: number): number {
  return (
    (HBAR * p.spinPolarization * currentDensityAPerM2) /
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
  const vcmaSlope = (-2 * p.vcmaCoefficient) / (MU0 * ms * tf * tox);
  const delta = thermalStability(p, hk);
  const dampingTime = (1 + damping * damping) / (damping * GAMMA0 * Math.abs(hk));
  const diffusionTime = dampingTime * Math.abs(delta);
  const criticalVoltage = hk / Math.abs(vcmaSlope);
  const criticalCurrentDensity = (damping * hk) / spinTorqueField(p, 1);
  const resistanceP = parallelResistance(p);
  return {
    area,
    volume: area * tf,
    anisotropyField: hk + (p.demag[2] - p.demag[0]) * ms,
    effectiveField: hk,
    vcmaSlope,
    delta,
    deltaSlope: (-p.vcmaCoefficient * area) / (BOLTZMANN * p.temperature * tox),
    criticalVoltage,
    kittelFrequency: (GAMMA0 * hk) / (2 * Math.PI),
    dampingTime,
    diffusionTime,
    meanDwellTime: meanDwellTime(delta, diffusionTime),
    criticalCurrentDensity,
    criticalCurrent: criticalCurrentDensity * area,
    resistanceP,
    resistanceAP: resistanceP * (1 + p.tmr),
    capacitance: (EPSILON0 * p.relativePermittivity * area) / tox,
    barrierFieldAtCritical: criticalVoltage / tox,
  };
}

function volumeOf(p: DeviceParameters): number {
  return pillarArea(p) * p.freeLayerThickness;
}
