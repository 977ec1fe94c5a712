import { RandomStream } from '../../base/index.js';
import { TensorEngine } from '../../lab/diffusion/tensor/engine.js';
import { matrix, multiply } from '../../lab/diffusion/tensor/matrix.js';
import * as plain from '../../lab/diffusion/tensor/plain.js';
import type { Benchmark } from './harness.js';

const random = (n: number): Float32Array => {
  const stream = RandomStream.from(1);
  return Float32Array.from({ length: n }, () => stream.gaussian());
};

/** Training's arithmetic. */
export const tensorBenchmarks: readonly Benchmark[] = [
  {
    id: 'tensor.gemm',
    unit: 'FLOP/s',
    what: 'matrix product of training, 784 x 64 by 64 x 128',
    against: 'plain TypeScript twin',
    prepare() {
      const [m, k, n] = [784, 64, 128];
      const engine = new TensorEngine(m * k + k * n + m * n + 64);
      const [a, b, c] = [engine.allocate(m * k), engine.allocate(k * n), engine.allocate(m * n)];
      a.data.set(random(m * k));
      b.data.set(random(k * n));
      const out = new Float32Array(m * n);
      const [left, right] = [Float32Array.from(a.data), Float32Array.from(b.data)];
      const amount = 2 * m * k * n;
      return {
        subject: {
          amount,
          work: () => multiply(engine.kernels, matrix(a.at, m, k), matrix(b.at, k, n), matrix(c.at, m, n)),
        },
        reference: { amount, work: () => plain.gemm(m, n, k, left, k, 1, right, out, false) },
      };
    },
  },
];
