/**
 * Physical constants of the device model, SI (CODATA 2018; μ0 is the exact pre-2019 value, which differs by 5e-10).
 * Comparing with another program starts here: other codes round γ, ħ or e differently by up to 0.2 %.
 */

/** Vacuum permeability, T m/A. */
export const MU0 = 4e-7 * Math.PI;
/** Electron gyromagnetic ratio, rad/(s T). */
export const GYROMAGNETIC_RATIO = 1.76085963023e11;
/** γ0 = μ0 γ, m/(A s): turns a field in A/m into an angular frequency. */
export const GAMMA0 = MU0 * GYROMAGNETIC_RATIO;
/** Boltzmann constant, J/K. */
export const BOLTZMANN = 1.380649e-23;
/** Reduced Planck constant, J s. */
export const HBAR = 1.054571817e-34;
/** Elementary charge, C. */
export const ELEMENTARY_CHARGE = 1.602176634e-19;
/** Vacuum permittivity, F/m. */
export const EPSILON0 = 8.8541878128e-12;
/** Electron mass, kg. */
export const ELECTRON_MASS = 9.1093837015e-31;
