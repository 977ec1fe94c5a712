import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/**
 * The Fokker–Planck equation of an axially symmetric macrospin without field, as moments a_l = ⟨P_l(mz)⟩ of Legendre polynomials:
 *
 *     2τN da_l/dt = −l(l+1) a_l + 2Δ c_l (B_(l−1) − B_(l+1)),  c_l = l(l+1)/(2l+1),  B_k = ((k+1) a_(k+1) + k a_(k−1))/(2k+1),  a_0 = 1
 *
 * (W. F. Brown, Phys. Rev. 130 (1963) 1677, in moments). ⟨mz⟩ = a_1, ⟨mz²⟩ = (2a_2 + 1)/3. Sixty modes suffice up to Δ = 12.
 */
export class MomentEquation {
  readonly modes: number;
  /** da/d(t/τN) = matrix·a + source, l from 1. */
  readonly matrix: Matrix;
  readonly source: Float64Array;

  constructor(delta: number, modes = 60) {
    this.modes = modes;
    this.matrix = Matrix.zeros(modes, modes);
    this.source = new Float64Array(modes);
    for (let l = 1; l <= modes; l++) {
      this.#add(l, l, (-l * (l + 1)) / 2);
      const c = (delta * l * (l + 1)) / (2 * l + 1);
      for (const [k, sign] of [
        [l - 1, 1],
        [l + 1, -1],
      ] as const) {
        this.#add(l, k + 1, (sign * c * (k + 1)) / (2 * k + 1));
        if (k > 0) this.#add(l, k - 1, (sign * c * k) / (2 * k + 1));
      }
    }
  }

  /** Moments of a spin at mz = 1. */
  atPole(): Float64Array {
    return new Float64Array(this.modes).fill(1);
  }

  /** Moments after a time in units of τN, by RK4 with steps well inside its stability. */
  evolve(moments: Float64Array, time: number): Float64Array {
    const steps = Math.max(1, Math.ceil(time * this.modes * this.modes));
    const h = time / steps;
    let a = moments;
    const rate = (v: Float64Array): Float64Array => {
      const product = this.matrix.mmul(Matrix.columnVector(Array.from(v)));
      return Float64Array.from(v, (_, i) => product.get(i, 0) + this.source[i]!);
    };
    const shifted = (v: Float64Array, k: Float64Array, by: number): Float64Array => v.map((x, i) => x + by * k[i]!);
    for (let step = 0; step < steps; step++) {
      const k1 = rate(a);
      const k2 = rate(shifted(a, k1, h / 2));
      const k3 = rate(shifted(a, k2, h / 2));
      const k4 = rate(shifted(a, k3, h));
      a = a.map((x, i) => x + (h / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!));
    }
    return a;
  }

  /** Slowest rate λ1 in units of 1/τN: the decay of ⟨mz⟩. Loses its digits above Δ ≈ 20. */
  slowestRate(): number {
    const values = new EigenvalueDecomposition(this.matrix).realEigenvalues;
    return Math.min(...values.map((value) => -value));
  }

  #add(row: number, col: number, value: number): void {
    if (col > this.modes) return;
    if (col === 0) this.source[row - 1] = this.source[row - 1]! + value;
    else this.matrix.set(row - 1, col - 1, this.matrix.get(row - 1, col - 1) + value);
  }
}
