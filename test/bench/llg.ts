import { availableParallelism } from 'node:os';
import { RandomStream } from '../../base/index.js';
import {
  type Engine,
  type Method,
  type Precision,
  s1,
  SpinEnsemble,
  spinOf,
  switchingMap,
  type SwitchingMapOptions,
  switchingProbability,
} from '../../board-sim/device/index.js';
import type { Benchmark } from './harness.js';

const SPINS = 1024;
const STEPS = 500;

/** Set S1 in the board's in-plane field, 1 ps a step. */
function advance(precision: Precision, method: Method, engine: Engine, spins: number): () => void {
  const temperature = method === 'rk4' ? 0 : 300;
  const ensemble = new SpinEnsemble(new Array(spins).fill(spinOf(s1)), {
    temperature,
    precision,
    engine,
    streams: Array.from({ length: spins }, (_, i) => RandomStream.from(1, i)),
  });
  for (let i = 0; i < spins; i++) ensemble.set(i, 0.3, 0.1, 0.9);
  return () => ensemble.advance({ steps: STEPS, dtS: 1e-12, voltage: 0, field: [12e3, 0, 0] }, method);
}

function kernel(id: string, precision: Precision, method: Method, what: string): Benchmark {
  return {
    id,
    unit: 'ns',
    per: 'step and spin',
    what: `${what}, uniaxial cell in an in-plane field, one core`,
    against: 'plain TypeScript twin',
    prepare: () => ({
      subject: { amount: SPINS * STEPS, work: advance(precision, method, 'wasm', SPINS) },
      reference: { amount: 64 * STEPS, work: advance(precision, method, 'plain', 64) },
    }),
  };
}

const PULSE = { device: s1, field: [12e3, 0, 0], start: 'P', seed: 1 } as const;

/** A 64 × 64 map of 4,096 trials a point around the critical voltage. */
const MAP: SwitchingMapOptions = {
  ...PULSE,
  trials: 4096,
  stepS: 2.5e-12,
  voltagesV: Array.from({ length: 64 }, (_, i) => 0.6 + (0.6 * i) / 63),
  widthsS: Array.from({ length: 64 }, (_, i) => 0.25e-9 + (9.75e-9 * i) / 63),
};

export const llgBenchmarks: readonly Benchmark[] = [
  kernel('llg.stochastic.f32', 'f32', 'heun', 'stochastic Heun at 300 K, single precision'),
  kernel('llg.stochastic.f64', 'f64', 'heun', 'stochastic Heun at 300 K, double precision'),
  kernel('llg.deterministic.f64', 'f64', 'rk4', 'RK4 at 0 K, double precision'),
  {
    id: 'llg.scaling',
    unit: 'trial/s',
    what: `switching trials on ${availableParallelism()} cores`,
    against: 'one core',
    repetitions: 3,
    prepare: () => {
      const trials = 32_768;
      const side = (workers: number) => ({
        amount: trials,
        work: async () => {
          await switchingProbability({ ...PULSE, pulse: { voltageV: 1, widthS: 2e-9 }, trials, workers });
        },
      });
      return { subject: side(availableParallelism()), reference: side(1) };
    },
  },
  {
    id: 'psw.map',
    unit: 'point/s',
    what: '64 x 64 map over voltage and width, 4096 trials a point, all cores',
    against: 'each point by itself',
    repetitions: 1,
    prepare: () => ({
      subject: {
        amount: 4096,
        work: async () => {
          await switchingMap(MAP);
        },
      },
      reference: {
        amount: 1,
        work: async () => {
          const { voltagesV, widthsS, ...common } = MAP;
          await switchingProbability({ ...common, pulse: { voltageV: voltagesV[32]!, widthS: widthsS[32]! } });
        },
      },
    }),
  },
];
