/** One benchmark: both sides run in this process, one after the other, and the ratio is what counts. */
export interface Benchmark {
  readonly id: string;
  readonly unit: string;
  readonly what: string;
  /** What is compared with, when there is something. */
  readonly against?: string;
  /** Report the time for one of these, in nanoseconds (the unit), instead of a rate. */
  readonly per?: string;
  /** Times that either side is measured; default nine. Fewer for work of many seconds. */
  readonly repetitions?: number;
  /** Measures itself: for costs other than time. Then there is nothing to prepare. */
  measure?(): Promise<Measurement>;
  /** Prepares, and returns the work of one repetition of either side; `amount` of the unit's numerator a repetition. */
  prepare?(): Promise<Prepared> | Prepared;
}

/** The work of a benchmark. */
export interface Prepared {
  readonly subject: Side;
  readonly reference?: Side;
  close?(): Promise<void> | void;
}

/** One side: repeatable work, and how much of it one call does. */
export interface Side {
  readonly amount: number;
  work(): Promise<void> | void;
}

/** Result of a benchmark, as `--json` prints it. */
export interface Measurement {
  readonly id: string;
  readonly unit: string;
  /** Median over the repetitions. */
  readonly value: number;
  readonly best: number;
  readonly reference?: number;
  /** How many times as fast as the reference. */
  readonly ratio?: number;
  /** Peak of memory of a side that ran in a process of its own. */
  readonly peakBytes?: number;
  readonly referencePeakBytes?: number;
}

const REPETITIONS = 9;
const SECONDS_A_REPETITION = 0.15;

/** Runs a benchmark: nine repetitions of either side, taking turns, each of at least 0.15 s. */
export async function measure(benchmark: Benchmark): Promise<Measurement> {
  if (benchmark.measure !== undefined) return benchmark.measure();
  const prepared = await benchmark.prepare!();
  try {
    const { subject, reference } = prepared;
    const own: number[] = [];
    const other: number[] = [];
    const repetitions = benchmark.repetitions ?? REPETITIONS;
    if (repetitions > 1) {
      await rate(subject);
      if (reference) await rate(reference);
    }
    for (let i = 0; i < repetitions; i++) {
      own.push(await rate(subject));
      if (reference) other.push(await rate(reference));
    }
    const { id, unit, per } = benchmark;
    const report = (perSecond: number): number => (per === undefined ? perSecond : 1e9 / perSecond);
    const found = { id, unit, value: report(median(own)), best: report(Math.max(...own)) };
    return reference ? { ...found, reference: report(median(other)), ratio: median(own) / median(other) } : found;
  } finally {
    await prepared.close?.();
  }
}

async function rate(side: Side): Promise<number> {
  const started = performance.now();
  let calls = 0;
  let seconds = 0;
  do {
    await side.work();
    calls++;
    seconds = (performance.now() - started) / 1000;
  } while (seconds < SECONDS_A_REPETITION);
  return (calls * side.amount) / seconds;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
