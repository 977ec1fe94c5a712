import { BOLTZMANN, GAMMA0 } from './constants.js';

/** A field along the easy axis that is stepped while thermal motion looks for the way over the barrier. */
export interface SweptField {
  /** Hk, A/m, above 0. */
  readonly hk: number;
  /** µ0 Ms Vol, J m/A. */
  readonly moment: number;
  readonly damping: number;
  /** K, above 0. */
  readonly temperature: number;
  /** Fields against the magnetisation in the order in which they are applied, A/m; negative ones hold it. */
  readonly fieldsAPerM: readonly number[];
  /** Time at each of them, s. */
  readonly dwellS: number;
}

/** Cells over the polar angle. */
const CELLS = 160;
/** SDIRK of second order, L-stable: γ = 1 − 1/√2. */
const GAMMA = 1 - Math.SQRT1_2;

/**
 * Probability that a junction is first seen reversed at the end of the dwell at each field: the Fokker–Planck equation of a macrospin in a field
 * along its axis (W. F. Brown, Phys. Rev. 130 (1963) 1677), in z = cos θ,
 *
 *     ∂P/∂t = 1/(2τN) ∂/∂z [ (1−z²)( ∂P/∂z + ∂U/∂z P ) ],   U = −Δz² + 2Δ(H/Hk) z,   τN = μ0 Ms Vol (1+α²)/(2 γ0 α kB T)
 *
 * without an attempt rate or a barrier law: it holds at any Δ and any rate of the field. Finite volumes between equal steps of θ with the
 * exponential fluxes of D. L. Scharfetter, H. K. Gummel (IEEE Trans. Electron Devices 16 (1969) 64), which keep equilibrium exactly.
 *
 * @returns one probability for each field; what is missing from 1 was never reversed
 */
export function sweptSwitching({ hk, moment, damping, temperature, fieldsAPerM, dwellS }: SweptField): Float64Array {
  const delta = (moment * hk) / (2 * BOLTZMANN * temperature);
  const diffusionTime = (moment * (1 + damping * damping)) / (2 * GAMMA0 * damping * BOLTZMANN * temperature);
  const dampingTime = diffusionTime / delta;
  const steps = Math.max(4, Math.ceil(dwellS / (dampingTime / 4)));
  const grid = makeGrid();
  const reversed = new Float64Array(fieldsAPerM.length);
  const first = Math.max(0, fieldsAPerM.findIndex((field) => field > -0.2 * hk) - 1);
  const density = settled(grid, delta, fieldsAPerM[first]! / hk);
  for (let at = first; at < fieldsAPerM.length; at++) {
    const operator = makeOperator(grid, delta, fieldsAPerM[at]! / hk, 1 / (2 * diffusionTime));
    for (let step = 0; step < steps; step++) advance(operator, density, dwellS / steps);
    let left = 0;
    for (let i = 0; i < CELLS; i++) {
      if (grid.z[i]! >= 0) left += density[i]! * grid.width[i]!;
      else {
        reversed[at] = reversed[at]! + density[i]! * grid.width[i]!;
        density[i] = 0;
      }
    }
    if (left < 1e-9) break;
  }
  return reversed;
}

interface Grid {
  /** Middle of each cell, falling from near 1, and its width. */
  readonly z: Float64Array;
  readonly width: Float64Array;
  /** 1 − z² at the face below each cell. */
  readonly face: Float64Array;
}

function makeGrid(): Grid {
  const edge = (i: number): number => Math.cos((Math.PI * i) / CELLS);
  const cells = <T>(value: (i: number) => T): T[] => Array.from({ length: CELLS }, (_, i) => value(i));
  return {
    z: Float64Array.from(cells((i) => (edge(i) + edge(i + 1)) / 2)),
    width: Float64Array.from(cells((i) => edge(i) - edge(i + 1))),
    face: Float64Array.from(cells((i) => 1 - edge(i + 1) ** 2)),
  };
}

/** Boltzmann's density in the upper well, of integral 1. */
function settled({ z, width }: Grid, delta: number, h: number): Float64Array {
  const exponent = z.map((at) => delta * at * at - 2 * delta * h * at);
  const most = Math.max(...exponent.filter((_, i) => z[i]! > 0));
  const density = exponent.map((value, i) => (z[i]! > 0 ? Math.exp(value - most) : 0));
  const total = density.reduce((sum, value, i) => sum + value * width[i]!, 0);
  return density.map((value) => value / total);
}

/** dP/dt as a tridiagonal matrix. */
interface Operator {
  readonly lower: Float64Array;
  readonly middle: Float64Array;
  readonly upper: Float64Array;
}

function makeOperator({ z, width, face }: Grid, delta: number, h: number, diffusion: number): Operator {
  const [lower, middle, upper] = [new Float64Array(CELLS), new Float64Array(CELLS), new Float64Array(CELLS)];
  const potential = z.map((at) => -delta * at * at + 2 * delta * h * at);
  for (let i = 0; i + 1 < CELLS; i++) {
    const scale = (diffusion * face[i]!) / (z[i]! - z[i + 1]!);
    const rise = potential[i + 1]! - potential[i]!;
    // Flow out of cell i into the next, and back.
    const [out, back] = [scale * bernoulli(rise), scale * bernoulli(-rise)];
    middle[i] = middle[i]! - out / width[i]!;
    upper[i] = back / width[i]!;
    middle[i + 1] = middle[i + 1]! - back / width[i + 1]!;
    lower[i + 1] = out / width[i + 1]!;
  }
  return { lower, middle, upper };
}

/** x/(eˣ − 1). */
function bernoulli(x: number): number {
  return Math.abs(x) < 1e-8 ? 1 - x / 2 : x / Math.expm1(x);
}

function advance(operator: Operator, density: Float64Array, dtS: number): void {
  const k1 = solve(operator, apply(operator, density), GAMMA * dtS);
  const between = density.map((value, i) => value + (1 - GAMMA) * dtS * k1[i]!);
  const k2 = solve(operator, apply(operator, between), GAMMA * dtS);
  for (let i = 0; i < CELLS; i++) density[i] = density[i]! + dtS * ((1 - GAMMA) * k1[i]! + GAMMA * k2[i]!);
}

function apply({ lower, middle, upper }: Operator, p: Float64Array): Float64Array {
  return p.map((value, i) => lower[i]! * (p[i - 1] ?? 0) + middle[i]! * value + upper[i]! * (p[i + 1] ?? 0));
}

/** (I − c A) x = right, by elimination; the matrix is diagonally dominant. */
function solve({ lower, middle, upper }: Operator, right: Float64Array, c: number): Float64Array {
  const x = right.slice();
  const ratio = new Float64Array(CELLS);
  for (let i = 0; i < CELLS; i++) {
    const below = i === 0 ? 0 : -c * lower[i]!;
    const pivot = 1 - c * middle[i]! - below * (ratio[i - 1] ?? 0);
    ratio[i] = (-c * upper[i]!) / pivot;
    x[i] = (x[i]! - below * (x[i - 1] ?? 0)) / pivot;
  }
  for (let i = CELLS - 2; i >= 0; i--) x[i] = x[i]! - ratio[i]! * x[i + 1]!;
  return x;
}
