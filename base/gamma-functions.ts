import { checkNumber } from './check.js';

/** Coefficients of Lanczos' approximation for g = 7 and nine terms (P. Godfrey's values). */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/**
 * Logarithm of Γ(x) for x > 0; relative error of Γ below 1e-13 (C. Lanczos, SIAM J. Numer. Anal. B 1 (1964) 86).
 * @throws RangeError for x that is not positive
 */
export function lnGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`x must be above 0, got ${x}`);
  // Reflection for small arguments, where the approximation loses digits.
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
  const y = x - 1;
  let sum = LANCZOS[0]!;
  for (let k = 1; k < LANCZOS.length; k += 1) sum += LANCZOS[k]! / (y + k);
  const t = y + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}

/**
 * Regularised upper incomplete gamma function Q(a, x) = Γ(a, x)/Γ(a): by its series below x = a + 1, by Lentz' continued fraction above.
 * Relative error about 1e-12 while Q is above 1e-200.
 * @throws RangeError unless a > 0 and x ≥ 0
 */
export function gammaQ(a: number, x: number): number {
  if (!(a > 0)) throw new RangeError(`a must be above 0, got ${a}`);
  checkNumber('x', x, { min: 0 });
  if (x === 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - lnGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; term > sum * 1e-17; n += 1) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.max(0, 1 - front * sum);
  }
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 1e6; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / nonZero(an * d + b, tiny);
    c = nonZero(b + an / c, tiny);
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return front * fraction;
}

/** Probability that a χ² variable of `degrees` degrees of freedom is at least `chiSquare`. @throws RangeError for values out of range */
export function chiSquareTail(chiSquare: number, degrees: number): number {
  checkNumber('degrees', degrees, { min: 1 });
  return gammaQ(degrees / 2, checkNumber('chiSquare', chiSquare, { min: 0 }) / 2);
}

/** Natural logarithm of the binomial coefficient n over k. */
function lnChoose(n: number, k: number): number {
  return lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);
}

/**
 * Probability of k successes in n trials of probability p.
 * @throws RangeError for k or n that are no counts, k above n, or p outside 0 … 1
 */
export function binomialProbability(k: number, n: number, p: number): number {
  checkNumber('n', n, { min: 0, integer: true });
  checkNumber('k', k, { min: 0, max: n, integer: true });
  checkNumber('p', p, { min: 0, max: 1 });
  if (p === 0 || p === 1) return k === n * p ? 1 : 0;
  return Math.exp(lnChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p));
}

function nonZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
