/**
 * Plain twins of the kernels in assembly/tensor.ts, on ordinary arrays. They round after each operation, in the kernels'
 * order, so that tests demand equal bits.
 */
const f = Math.fround;

type Numbers = Float32Array;

/** See gemm: A by element strides, B and C row-major. */
export function gemm(
  m: number,
  n: number,
  k: number,
  a: Numbers,
  rowStride: number,
  colStride: number,
  b: Numbers,
  c: Numbers,
  accumulate: boolean,
): void {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let s = accumulate ? c[i * n + j]! : 0;
      for (let p = 0; p < k; p++) s = f(s + f(a[i * rowStride + p * colStride]! * b[p * n + j]!));
      c[i * n + j] = s;
    }
  }
}

/** Quantised rectifier; step <= 0 leaves the rectifier alone. */
function quantise(u: number, step: number, levels: number): number {
  const r = Math.max(u, 0);
  return step > 0 ? f(f(step) * Math.min(nearestEven(f(r * f(1 / f(step)))), levels)) : r;
}

/** WebAssembly's nearest: ties to even. */
function nearestEven(x: number): number {
  const down = Math.floor(x);
  const rest = x - down;
  return rest > 0.5 || (rest === 0.5 && down % 2 === 1) ? down + 1 : down;
}

/** Gradient through the quantised rectifier: what passes on, and the step's share. */
function quantiseBackward(u: number, g: number, step: number, levels: number): { pass: number; step: number } {
  if (step <= 0) return { pass: u > 0 ? g : 0, step: 0 };
  const z = f(Math.max(u, 0) * f(1 / f(step)));
  if (z >= levels) return { pass: 0, step: f(g * levels) };
  return { pass: u > 0 ? g : 0, step: f(g * (u > 0 ? f(nearestEven(z) - z) : 0)) };
}

/** One row of modulation per image, as the kernels take it. */
export interface Modulation {
  readonly scale: Numbers;
  readonly shift: Numbers;
}

/** See modulate. */
export function modulate(
  images: number,
  rows: number,
  cols: number,
  x: Numbers,
  { scale, shift }: Modulation,
  y: Numbers,
  step: number,
  levels: number,
): void {
  for (let i = 0; i < images * rows * cols; i++) {
    const c = Math.floor(i / (rows * cols)) * cols + (i % cols);
    y[i] = quantise(f(f(x[i]! * f(1 + scale[c]!)) + shift[c]!), step, levels);
  }
}

/** See modulateBackward. */
export function modulateBackward(
  images: number,
  rows: number,
  cols: number,
  x: Numbers,
  { scale, shift }: Modulation,
  dy: Numbers,
  dx: Numbers,
  gradient: Modulation,
  step: number,
  levels: number,
): number {
  const lanes = [0, 0, 0, 0];
  for (let n = 0; n < images; n++) {
    for (let c = 0; c < cols; c++) {
      const m = n * cols + c;
      let sumScale = 0;
      let sumShift = 0;
      for (let r = 0; r < rows; r++) {
        const i = (n * rows + r) * cols + c;
        const u = f(f(x[i]! * f(1 + scale[m]!)) + shift[m]!);
        const back = quantiseBackward(u, dy[i]!, step, levels);
        dx[i] = f(dx[i]! + f(back.pass * f(1 + scale[m]!)));
        sumScale = f(sumScale + f(back.pass * x[i]!));
        sumShift = f(sumShift + back.pass);
        lanes[c % 4] = lanes[c % 4]! + back.step;
      }
      gradient.scale[m] = f(gradient.scale[m]! + sumScale);
      gradient.shift[m] = f(gradient.shift[m]! + sumShift);
    }
  }
  return lanes.reduce((a, b) => a + b, 0);
}

/** See biasRelu. */
export function biasRelu(
  rows: number,
  cols: number,
  u: Numbers,
  bias: Numbers,
  perRow: boolean,
  y: Numbers,
  step: number,
  levels: number,
): void {
  for (let i = 0; i < rows * cols; i++) {
    const b = perRow ? bias[Math.floor(i / cols) % bias.length]! : bias[i % cols]!;
    y[i] = quantise(f(u[i]! + b), step, levels);
  }
}

/** See gatedAdd. */
export function gatedAdd(
  images: number,
  rows: number,
  cols: number,
  x: Numbers,
  gate: Numbers,
  y: Numbers,
  out: Numbers,
): void {
  for (let i = 0; i < images * rows * cols; i++) {
    const c = Math.floor(i / (rows * cols)) * cols + (i % cols);
    out[i] = f(x[i]! + f(gate[c]! * y[i]!));
  }
}
