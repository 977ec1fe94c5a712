// Fits the polynomials of board-sim/device/llg/normal-coefficients.ts: weighted minimax by Lawson's iteration (C. L. Lawson, 1961), that is,
// least squares in Chebyshev polynomials whose weights grow where the error is largest. Prints the float32 coefficients and the largest error.
//   node scripts/fit-normal-coefficients.mjs            prints
//   node scripts/fit-normal-coefficients.mjs --check    fails unless the file has the coefficients that come out
import { Matrix, solve } from 'ml-matrix';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/root.mjs';

const quarter = Math.PI / 4;
const fits = {
  log: {
    f: (x) => (Math.abs(x) < 1e-9 ? -2 : (-2 * Math.log1p(x)) / x),
    degree: 8,
    from: Math.SQRT1_2 - 1,
    to: Math.SQRT2 - 1,
    weight: () => 1,
  },
  sine: {
    f: (y) => Math.SQRT1_2 * (y < 1e-12 ? quarter : Math.sin(quarter * Math.sqrt(y)) / Math.sqrt(y)),
    degree: 3,
    from: 0,
    to: 1,
    weight: Math.sqrt,
  },
  cosine: { f: (y) => Math.SQRT1_2 * Math.cos(quarter * Math.sqrt(y)), degree: 3, from: 0, to: 1, weight: () => 1 },
};

function fit({ f, degree, from, to, weight }) {
  const middle = (from + to) / 2;
  const half = (to - from) / 2;
  const points = Array.from({ length: 4000 }, (_, i) => Math.cos((Math.PI * (i + 0.5)) / 4000));
  const basis = points.map((t) => {
    const row = [1, t];
    for (let k = 2; k <= degree; k++) row.push(2 * t * row[k - 1] - row[k - 2]);
    return row.slice(0, degree + 1);
  });
  const wanted = points.map((t) => f(middle + half * t));
  const scale = points.map((t) => weight(middle + half * t));
  let weights = points.map(() => 1 / points.length);
  let best = { error: Infinity, coefficients: [] };
  for (let round = 0; round < 60; round++) {
    const normal = Matrix.zeros(degree + 1, degree + 1);
    const right = Matrix.zeros(degree + 1, 1);
    basis.forEach((row, i) => {
      const w = weights[i] * scale[i] ** 2;
      row.forEach((a, p) => {
        right.set(p, 0, right.get(p, 0) + w * a * wanted[i]);
        row.forEach((b, q) => normal.set(p, q, normal.get(p, q) + w * a * b));
      });
    });
    const coefficients = solve(normal, right).to1DArray();
    const errors = basis.map(
      (row, i) => scale[i] * Math.abs(row.reduce((sum, b, k) => sum + b * coefficients[k], 0) - wanted[i]),
    );
    const error = Math.max(...errors);
    if (error < best.error) best = { error, coefficients };
    const grown = weights.map((w, i) => w * (errors[i] / error + 1e-3));
    const total = grown.reduce((sum, w) => sum + w, 0);
    weights = grown.map((w) => w / total);
  }
  return { error: best.error, coefficients: powers(best.coefficients, middle, half).map(Math.fround) };
}

/** Chebyshev coefficients over [middle − half, middle + half] as powers of x. */
function powers(chebyshev, middle, half) {
  const polynomials = [[1], [0, 1]];
  for (let k = 2; k < chebyshev.length; k++) {
    const next = new Array(k + 1).fill(0);
    polynomials[k - 1].forEach((c, i) => (next[i + 1] += 2 * c));
    polynomials[k - 2].forEach((c, i) => (next[i] -= c));
    polynomials.push(next);
  }
  const inT = new Array(chebyshev.length).fill(0);
  chebyshev.forEach((c, k) => polynomials[k].forEach((p, i) => (inT[i] += c * p)));
  // Horner's scheme in t = (x − middle)/half.
  let result = [0];
  for (let k = inT.length - 1; k >= 0; k--) {
    const next = new Array(result.length + 1).fill(0);
    result.forEach((c, i) => {
      next[i + 1] += c / half;
      next[i] -= (c * middle) / half;
    });
    next[0] += inT[k];
    result = next.slice(0, inT.length);
  }
  return result;
}

const text = readFileSync(join(root, 'board-sim/device/llg/normal-coefficients.ts'), 'utf8');
let stale = 0;
for (const [name, task] of Object.entries(fits)) {
  const { error, coefficients } = fit(task);
  console.log(`${name}: largest error ${error.toExponential(1)}\n  ${coefficients.join(', ')}`);
  const list = new RegExp(`${name}: \\[([^\\]]*)\\]`).exec(text)?.[1] ?? '';
  const kept = list.split(',').map(Number).slice(0, coefficients.length);
  // A last bit may differ where another machine sums in another order.
  const off = coefficients.some((c, i) => Math.abs(c - kept[i]) > 2e-6 * Math.abs(c) + 1e-9);
  if (off && process.argv.includes('--check')) stale = console.error(`${name}: the file has other coefficients`) ?? 1;
}
process.exit(stale);
