/**
 * The barrier of a uniaxial macrospin in a field of any direction in the plane of its easy axis, exact (E. C. Stoner, E. P. Wohlfarth, Phil. Trans.
 * R. Soc. A 240 (1948) 599). With θ from the easy axis and fields in units of Hk the energy in units of ½ µ0 Ms Hk Vol is
 * e(θ) = −cos²θ − 2 hz cosθ − 2 hx sinθ; the way over the barrier leads past the in-plane field, where e is lowest.
 */

/** Points at which e′ is looked at for changes of sign. */
const SCAN = 64;
const SIN = Float64Array.from({ length: SCAN + 1 }, (_, k) => Math.sin((Math.PI * k) / SCAN));
const COS = Float64Array.from({ length: SCAN + 1 }, (_, k) => Math.cos((Math.PI * k) / SCAN));

/** A barrier and how it moves with the field. */
export interface Barrier {
  /** In units of ½ µ0 Ms Hk Vol = Δ·kB T. */
  readonly height: number;
  /** Derivatives: well and saddle are stationary, so only the field's own term changes. */
  readonly perHz: number;
  readonly perHx: number;
}

const NO_BARRIER: Barrier = { height: 0, perHz: 0, perHx: 0 };
/** A single well, and the spin is in it. */
const NO_WAY_OUT: Barrier = { height: Infinity, perHz: 0, perHx: 0 };

/**
 * The barrier out of the parallel well (θ near 0): height 1 without a field, (1 + hz)² in a field along the axis, (1 − |hx|)² across it, 0 where the well
 * is gone (outside the astroid |hx|^⅔ + |hz|^⅔ = 1, on the side that favours antiparallel), Infinity where there is no other well to go to.
 * Turning everything over gives the antiparallel well: `barrierFromParallel(-hz, hx)`.
 *
 * Closer to the astroid than about 10⁻⁴ in the height the two turning points are not told apart and the barrier is 0.
 *
 * @param hz field along the axis over Hk, positive towards parallel
 * @param hx field across it over Hk, either sign
 */
export function barrierFromParallel(hz: number, hx: number): Barrier {
  const across = Math.abs(hx);
  let previous = slopeAt(0, hz, across);
  let well: number | undefined;
  for (let k = 1; k <= SCAN; k += 1) {
    const slope = slopeAt(k, hz, across);
    // The well is where e′ rises through zero (at θ = 0 itself without a field across), the saddle where it falls again.
    if (well === undefined) {
      if (slope > 0) well = previous < 0 ? turningPoint(k - 1, hz, across) : 0;
    } else if (slope <= 0 && previous > 0) {
      const saddle = slope === 0 ? (Math.PI * k) / SCAN : turningPoint(k - 1, hz, across);
      const height = energy(saddle, hz, across) - energy(well, hz, across);
      return {
        height: Math.max(0, height),
        perHz: 2 * (Math.cos(well) - Math.cos(saddle)),
        perHx: 2 * (Math.sin(well) - Math.sin(saddle)) * (hx < 0 ? -1 : 1),
      };
    }
    previous = slope;
  }
  // One well alone: nothing to cross. Beyond half way it is the antiparallel one, and nothing holds the spin in the parallel state.
  return well !== undefined && well < Math.PI / 2 ? NO_WAY_OUT : NO_BARRIER;
}

/** Half of e′ at a point of the scan: sinθ cosθ + hz sinθ − hx cosθ. */
function slopeAt(k: number, hz: number, hx: number): number {
  const [s, c] = [SIN[k]!, COS[k]!];
  return s * c + hz * s - hx * c;
}

function energy(theta: number, hz: number, hx: number): number {
  const c = Math.cos(theta);
  return -c * c - 2 * hz * c - 2 * hx * Math.sin(theta);
}

/** The zero of e′ between two points of the scan: bisection to find the way, Newton to be exact. */
function turningPoint(k: number, hz: number, hx: number): number {
  let low = (Math.PI * k) / SCAN;
  let high = (Math.PI * (k + 1)) / SCAN;
  const rises = slopeAt(k, hz, hx) < 0;
  let theta = (low + high) / 2;
  for (let step = 0; step < 60; step += 1) {
    const [s, c] = [Math.sin(theta), Math.cos(theta)];
    const slope = s * c + hz * s - hx * c;
    if (slope < 0 === rises) low = theta;
    else high = theta;
    const curvature = c * c - s * s + hz * c + hx * s;
    const newton = theta - slope / curvature;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - theta) < 1e-12) return next;
    theta = next;
  }
  return theta;
}
