import { checkNumber, checkOneOf, RandomStream } from '../../base/index.js';
import { GAMMA0 } from './constants.js';
import { parallelResistance } from './derive.js';
import { type AdaptiveState, dormandPrince } from './dormand-prince.js';
import { conductance, junctionElectrics } from './electrical.js';
import { type Method, type Spin, SpinEnsemble } from './llg/spin-ensemble.js';
import type { DeviceParameters } from './parameters.js';
import { Schedule, type ScheduledStretch } from './schedule.js';
import { selfHeatingStep } from './self-heating.js';
import { spinOf } from './spin-of.js';
import { atTemperature } from './temperature-law.js';
import { voltageAt, type Waveform } from './waveform.js';

/** How a trajectory is integrated; `adaptive` is Dormand–Prince 5(4), for T = 0. */
export const TRAJECTORY_METHODS = ['rk4', 'heun', 'adaptive'] as const;
export type TrajectoryMethod = (typeof TRAJECTORY_METHODS)[number];

/** One spin over time. */
export interface TrajectoryOptions {
  readonly device: DeviceParameters;
  readonly waveform: Waveform;
  /** Applied field, A/m. */
  readonly field: readonly [hx: number, hy: number, hz: number];
  /** Start: polar angle from the film normal, and azimuth, radians. */
  readonly theta: number;
  readonly phi: number;
  readonly untilS: number;
  /** Time between samples, s. */
  readonly everyS: number;
  /** Longest step, s (adaptive: the first one). */
  readonly stepS: number;
  /** K; 0 (default) is deterministic. */
  readonly temperature?: number;
  readonly seed?: number | bigint;
  /** Default: rk4 at T = 0, heun above. */
  readonly method?: TrajectoryMethod;
  /** Of `adaptive`: error allowed in each component of m over a step. Default 1e-10. */
  readonly tolerance?: number;
  /** Follows the junction's temperature with its `selfHeating` block; needs one. Default false. */
  readonly heating?: boolean;
  readonly signal?: AbortSignal;
  /** Called with the share done, 0 … 1. */
  readonly onProgress?: (share: number) => void;
}

/** Samples at t = 0, every, 2·every, … */
export interface Trajectory {
  readonly t: Float64Array;
  /** Voltage at that time; at an edge, just after it. */
  readonly voltage: Float64Array;
  readonly mx: Float64Array;
  readonly my: Float64Array;
  readonly mz: Float64Array;
  /** Joule energy spent in the junction so far, J: ∫V²G dt along the path, exact in mz because G is linear in it. */
  readonly jouleJ: Float64Array;
  /** Temperature of the junction, K. */
  readonly temperature: Float64Array;
}

/**
 * Follows one spin through a waveform. Samples and edges fall on step boundaries; time is a count of samples, never a sum.
 * @throws TypeError, RangeError naming the field; the signal's reason when it fires
 */
export function simulateTrajectory(options: TrajectoryOptions): Trajectory {
  const run = integrate(options);
  for (;;) {
    const { done, value } = run.next();
    if (done === true) return value;
  }
}

/**
 * The same, sample for sample, giving way to the event loop now and then, so that a Ctrl-C or a timer gets through.
 * @throws as {@link simulateTrajectory}
 */
export async function followTrajectory(options: TrajectoryOptions): Promise<Trajectory> {
  const run = integrate(options);
  for (;;) {
    const { done, value } = run.next();
    if (done === true) return value;
    await new Promise<void>((resolve) => void setImmediate(resolve));
  }
}

/** Steps, and samples, after which {@link integrate} pauses: some milliseconds. */
const PAUSE_STEPS = 100_000;
const PAUSE_SAMPLES = 1024;

/** Yields the share done at every pause. */
function* integrate(options: TrajectoryOptions): Generator<number, Trajectory, void> {
  const { everyS, untilS, field, device, waveform, stepS, signal, onProgress } = options;
  const temperature = checkNumber('temperature', options.temperature ?? 0, { min: 0 });
  const method = checkOneOf('method', options.method ?? (temperature > 0 ? 'heun' : 'rk4'), TRAJECTORY_METHODS);
  if (method !== 'heun' && temperature > 0)
    throw new RangeError(`method is ${method} at ${temperature} K; allowed above 0 K is heun`);
  checkNumber('untilS', untilS, { min: 0 });
  if (!(checkNumber('everyS', everyS) > 0)) throw new RangeError(`everyS is ${everyS}; allowed is more than 0`);
  const samples = Math.floor((untilS / everyS) * (1 + 1e-12)) + 1;
  checkNumber('number of samples', samples, { max: 20_000_000 });
  checkNumber('theta', options.theta);
  checkNumber('phi', options.phi);
  const electrics = junctionElectrics(device);
  const weights = {
    sum: (v: number): number => v * v * conductance(electrics, 0, v),
    mz: (v: number): number => v * v * (conductance(electrics, 1, v) - conductance(electrics, 0, v)),
  };
  const schedule = new Schedule({ device, waveform, field, stepS, weight: weights.mz });
  const walker = new Walker(options, temperature, method);
  const column = (): Float64Array => new Float64Array(samples);
  const out = {
    t: column(),
    voltage: column(),
    mx: column(),
    my: column(),
    mz: column(),
    jouleJ: column(),
    temperature: column(),
  };
  let joule = 0;
  let work = 0;
  for (let i = 0; i < samples; i++) {
    const time = i * everyS;
    for (const whole of i > 0 ? schedule.between((i - 1) * everyS, time) : [])
      for (const stretch of parts(whole)) {
        joule += walker.advance(stretch, integralOf(stretch, weights.sum));
        work += stretch.steps / PAUSE_STEPS;
        if (work < 1) continue;
        work = 0;
        yield share(i / samples);
      }
    out.t[i] = time;
    out.voltage[i] = voltageAt(schedule.pieces, time);
    [out.mx[i], out.my[i], out.mz[i]] = walker.direction;
    out.jouleJ[i] = joule;
    out.temperature[i] = walker.temperature;
    work += 1 / PAUSE_SAMPLES;
  }
  share(1);
  return out;

  function share(done: number): number {
    signal?.throwIfAborted();
    onProgress?.(done);
    return done;
  }
}

/** A stretch cut into parts of at most {@link PAUSE_STEPS} steps, of the same length each. */
function* parts(stretch: ScheduledStretch): Generator<ScheduledStretch> {
  const { startS, steps, dtS, voltage } = stretch;
  if (steps <= PAUSE_STEPS) {
    yield stretch;
    return;
  }
  for (let first = 0; first < steps; first += PAUSE_STEPS) {
    const beforeS = first * dtS;
    yield {
      ...stretch,
      startS: startS + beforeS,
      steps: Math.min(PAUSE_STEPS, steps - first),
      voltage: typeof voltage === 'number' ? voltage : (t) => voltage(beforeS + t),
    };
  }
}

/** ∫ w(V) dt over a stretch by the trapezoidal rule of its steps. */
function integralOf({ steps, dtS, voltage }: ScheduledStretch, weight: (v: number) => number): number {
  if (typeof voltage === 'number') return steps * dtS * weight(voltage);
  let sum = 0;
  for (let step = 0; step < steps; step++) sum += weight(voltage(step * dtS)) + weight(voltage((step + 1) * dtS));
  return 0.5 * dtS * sum;
}

/** The spin with its temperature. */
class Walker {
  readonly #options: TrajectoryOptions;
  readonly #ensemble: SpinEnsemble;
  readonly #method: TrajectoryMethod;
  readonly #adaptive: AdaptiveState;
  readonly #thermal: boolean;
  #spin: Spin;
  temperature: number;

  constructor(options: TrajectoryOptions, temperature: number, method: TrajectoryMethod) {
    const { device, theta, phi, heating = false, seed = 1, tolerance = 1e-10, stepS } = options;
    if (heating && device.selfHeating === undefined)
      throw new RangeError(`heating needs a device with a selfHeating block; ${device.name} has none`);
    this.#options = options;
    this.#method = method;
    this.#thermal = temperature > 0;
    this.temperature = this.#thermal ? temperature : device.temperature;
    this.#spin = spinOf(this.#thermal ? atTemperature(device, temperature) : device);
    this.#ensemble = new SpinEnsemble([this.#spin], {
      temperature,
      precision: 'f64',
      ...(this.#thermal ? { streams: [RandomStream.from(seed, 'trajectory')] } : {}),
    });
    this.#ensemble.set(0, Math.sin(theta) * Math.cos(phi), Math.sin(theta) * Math.sin(phi), Math.cos(theta));
    this.#adaptive = {
      tolerance: checkNumber('tolerance', tolerance, { min: 1e-15, max: 1e-2 }),
      stepS,
      accepted: 0,
      rejected: 0,
    };
  }

  get direction(): [number, number, number] {
    const { mx, my, mz } = this.#ensemble;
    return [mx[0]!, my[0]!, mz[0]!];
  }

  /** @param sumJ ∫V² (GP+GAP)/2 dt of the stretch @returns Joule energy of the stretch, J */
  advance(stretch: ScheduledStretch, sumJ: number): number {
    const ensemble = this.#ensemble;
    ensemble.clearIntegral();
    if (this.#method === 'adaptive') this.#adapt(stretch);
    else ensemble.advance(stretch, this.#method satisfies Method);
    const joule = sumJ + ensemble.integral[0]!;
    if (this.#options.heating === true) this.#heat(joule, stretch.steps * stretch.dtS);
    return joule;
  }

  #heat(joule: number, seconds: number): void {
    const { device } = this.#options;
    const ambient = this.#thermal ? this.#options.temperature! : device.temperature;
    this.temperature = selfHeatingStep(device.selfHeating!, this.temperature, ambient, joule / seconds, seconds);
    this.#spin = spinOf(atTemperature(device, this.temperature));
    this.#ensemble.retune([this.#spin], this.#thermal ? this.temperature : 0);
  }

  #adapt({ startS, steps, dtS, voltage, field, spinTorque = 0, weight }: ScheduledStretch): void {
    const { damping: a, hk, hkPerVolt, inPlaneAnisotropy } = this.#spin;
    const g = GAMMA0 / (1 + a * a);
    const [ex, ey, ez] = field;
    const at = (t: number): number => (typeof voltage === 'number' ? voltage : voltage(t - startS));
    // The fourth component is the Joule integral's mz part.
    const y = Float64Array.of(...this.direction, 0);
    dormandPrince(
      (t, m, out) => {
        const [x, v, z] = [m[0]!, m[1]!, m[2]!];
        const volts = at(t);
        const hx = ex + spinTorque * v;
        const hy = ey - inPlaneAnisotropy * v - spinTorque * x;
        const hz = ez + (hk + hkPerVolt * volts) * z;
        const bx = hx + a * (v * hz - z * hy);
        const by = hy + a * (z * hx - x * hz);
        const bz = hz + a * (x * hy - v * hx);
        out[0] = g * (by * z - bz * v);
        out[1] = g * (bz * x - bx * z);
        out[2] = g * (bx * v - by * x);
        // In units of the power of a volt through the parallel junction, so that one tolerance fits all.
        out[3] = ((weight?.(volts) ?? 0) / this.#power) * z;
      },
      y,
      startS,
      startS + steps * dtS,
      this.#adaptive,
    );
    this.#ensemble.set(0, y[0]!, y[1]!, y[2]!);
    this.#ensemble.integral[0] = y[3]! * this.#power;
  }

  get #power(): number {
    return 1 / parallelResistance(this.#options.device);
  }
}
