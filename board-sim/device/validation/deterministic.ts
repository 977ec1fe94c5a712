import { type Method, type Spin, SpinEnsemble } from '../llg/spin-ensemble.js';
import { type RingDown, ringDown, stiffnessFields } from '../kittel.js';

/** A ring-down as it was followed, beside the linear theory. */
export interface RingDownCheck {
  readonly hx: number;
  readonly measured: RingDown;
  readonly exact: RingDown;
}

/**
 * Kicks a resting spin by 1e-4 rad and times its zero crossings with RK4. A field along x tilts the rest direction to sin θ0 = Hx/Hk, or
 * lays it into the plane beyond Hk; the kick is along y, which is zero at rest.
 */
export function checkRingDown(spin: Spin, hx: number, dtS: number, periods = 12): RingDownCheck {
  const exact = ringDown(stiffnessFields(spin.hk, spin.inPlaneAnisotropy, { hx }), spin.damping);
  const sine = Math.min(1, hx / spin.hk);
  const ensemble = new SpinEnsemble([spin], { temperature: 0, precision: 'f64' });
  ensemble.set(0, sine, 1e-4, Math.sqrt(1 - sine * sine));
  const crossings: number[] = [];
  const peaks: { readonly t: number; readonly y: number }[] = [];
  // Four steps between looks: crossings and peaks are interpolated.
  const look = 4 * dtS;
  const looks = Math.ceil((2 * Math.PI * periods) / exact.angularFrequency / look);
  let [y2, y1] = [NaN, ensemble.my[0]!];
  for (let at = 1; at <= looks; at++) {
    ensemble.advance({ steps: 4, dtS, voltage: 0, field: [hx, 0, 0] }, 'rk4');
    const y = ensemble.my[0]!;
    if (y1 > 0 !== y > 0) crossings.push((at - 1 + y1 / (y1 - y)) * look);
    if (Math.abs(y1) >= Math.abs(y2) && Math.abs(y1) > Math.abs(y)) {
      // The top of the parabola through three samples.
      const curve = y2 - 2 * y1 + y;
      const shift = (y2 - y) / (2 * curve);
      peaks.push({ t: (at - 1 + shift) * look, y: Math.abs(y1 - ((y2 - y) * shift) / 4) });
    }
    [y2, y1] = [y1, y];
  }
  const [first, last] = [crossings[0]!, crossings.at(-1)!];
  const [high, low] = [peaks[0]!, peaks.at(-1)!];
  return {
    hx,
    exact,
    measured: {
      angularFrequency: (Math.PI * (crossings.length - 1)) / (last - first),
      decayRate: Math.log(high.y / low.y) / (low.t - high.t),
    },
  };
}

/** Largest error of a direction after a rectangular pulse for each step size, against a run with steps eight times as fine as the finest. */
export function stepErrors(
  spin: Spin,
  method: Method,
  dts: readonly number[],
  options: { readonly pulseS: number; readonly voltage: number | ((t: number) => number); readonly edgeOff?: number },
): number[] {
  const run = (dtS: number): [number, number, number] => {
    const ensemble = new SpinEnsemble([spin], { temperature: 0, precision: 'f64' });
    ensemble.set(0, 0.3, 0.2, 0.9);
    const { pulseS, voltage, edgeOff = 0 } = options;
    const steps = (seconds: number): number => Math.round(seconds / dtS);
    const field = [12e3, 0, 500] as const;
    // `edgeOff` lets the pulse end a part of a step late, as an integrator does that does not look for edges.
    const late = edgeOff > 0 ? 1 : 0;
    ensemble.advance({ steps: steps(pulseS), dtS, voltage, field }, method);
    const lateV = typeof voltage === 'number' ? voltage : 0;
    if (late === 1) ensemble.advance({ steps: 1, dtS, voltage: edgeOff * lateV, field }, method);
    ensemble.advance({ steps: steps(pulseS) - late, dtS, voltage: 0, field }, method);
    return [ensemble.mx[0]!, ensemble.my[0]!, ensemble.mz[0]!];
  };
  const exact = run(Math.min(...dts) / 8);
  return dts.map((dtS) => {
    const m = run(dtS);
    return Math.max(...m.map((value, i) => Math.abs(value - exact[i]!)));
  });
}

/** Order of a scheme: slope of log error against log step between the first and the last step size. */
export function orderOf(dts: readonly number[], errors: readonly number[]): number {
  return Math.log(errors[0]! / errors.at(-1)!) / Math.log(dts[0]! / dts.at(-1)!);
}
