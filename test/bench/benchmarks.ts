import { boardBenchmarks } from './board.js';
import { captureBenchmarks } from './capture.js';
import { crcBenchmarks } from './crc.js';
import { crossbarBenchmarks } from './crossbar.js';
import { emulatorBenchmarks } from './emulator.js';
import { firstImageBenchmarks } from './first-image.js';
import { entropyBenchmarks } from './entropy.js';
import { entropydBenchmarks } from './entropyd.js';
import { runsBenchmarks } from './runs.js';
import type { Benchmark } from './harness.js';
import { iidBenchmarks } from './iid.js';
import { linkBenchmarks } from './link.js';
import { liveFrameBenchmarks } from './live-frames.js';
import { llgBenchmarks } from './llg.js';
import { nonIidBenchmarks } from './non-iid.js';
import { desktopBenchmarks } from './desktop.js';
import { rpcBenchmarks } from './rpc.js';
import { plotBenchmarks } from './plots.js';
import { stsBenchmarks } from './entropy-sts.js';
import { tensorBenchmarks } from './tensor.js';
import { wireBenchmarks } from './wire.js';

/** All benchmarks, in the order of the listing. */
export const benchmarks: readonly Benchmark[] = [
  ...tensorBenchmarks,
  ...llgBenchmarks,
  ...crossbarBenchmarks,
  ...boardBenchmarks,
  ...captureBenchmarks,
  ...emulatorBenchmarks,
  ...entropydBenchmarks,
  ...entropyBenchmarks,
  ...crcBenchmarks,
  ...linkBenchmarks,
  ...liveFrameBenchmarks,
  ...wireBenchmarks,
  ...rpcBenchmarks,
  ...desktopBenchmarks,
  ...nonIidBenchmarks,
  ...iidBenchmarks,
  ...stsBenchmarks,
  ...plotBenchmarks,
  ...runsBenchmarks,
  ...firstImageBenchmarks,
];
