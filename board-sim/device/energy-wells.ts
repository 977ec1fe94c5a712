/**
 * Fields that decide how well a round cell keeps its state, A/m. The in-plane field may point anywhere in the plane: only
 * its size counts.
 */
export interface KeepingFields {
  /** Effective perpendicular anisotropy field Hk. */
  readonly hk: number;
  /** In-plane field; its sign has no effect. */
  readonly hx: number;
  /** Out-of-plane field; positive favours parallel. */
  readonly hz: number;
}

/** A point where the energy is stationary. */
export interface StationaryPoint {
  /** Angle from +z towards the in-plane field, rad. */
  readonly angle: number;
  /** Energy in units of μ0 Ms Vol, A/m. */
  readonly energy: number;
  /** Curvatures of the energy along the angle and across it, A/m; a saddle's first one is negative. */
  readonly along: number;
  readonly across: number;
}

/** The two wells of a cell and the saddle between them. */
export interface EnergyWells {
  readonly p: StationaryPoint;
  readonly ap: StationaryPoint;
  readonly saddle: StationaryPoint;
}

/** e(θ) = −½ Hk cos²θ − Hx sin θ − Hz cos θ, the energy in the plane of z and the in-plane field, A/m. */
export function energyAt({ hk, hx, hz }: KeepingFields, angle: number): number {
  const c = Math.cos(angle);
  return -0.5 * hk * c * c - Math.abs(hx) * Math.sin(angle) - hz * c;
}

/**
 * Wells and saddle of a round uniaxial cell, to rounding; undefined where there is but one well: Hk ≤ 0, or fields outside
 * the Stoner–Wohlfarth astroid |Hx/Hk|^⅔ + |Hz/Hk|^⅔ < 1.
 *
 * Inside it the derivative ½ sin 2θ − a cos θ + b sin θ (a = |Hx|/Hk, b = Hz/Hk) has exactly one root in each of (0, θa),
 * (θa, π − θa) and (π − θa, π) with sin θa = a^⅓: at θa it is sin θa (cos³θa + b) > 0, at π − θa it is
 * sin θa (−cos³θa + b) < 0, and −a and a at the ends.
 */
export function findWells(fields: KeepingFields): EnergyWells | undefined {
  const { hk, hz } = fields;
  const a = Math.abs(fields.hx) / hk;
  const b = hz / hk;
  const root = Math.cbrt(a);
  if (!(hk > 0) || !(root * root + Math.cbrt(b * b) < 1)) return undefined;
  const limit = meetingAngle(fields);
  const point = (angle: number, across: number): StationaryPoint => ({
    angle,
    energy: energyAt(fields, angle),
    along: hk * (Math.cos(2 * angle) + a * Math.sin(angle) + b * Math.cos(angle)),
    across,
  });
  const well = (angle: number): StationaryPoint => point(angle, hk + hz / Math.cos(angle));
  // Without an in-plane field the saddle is a circle of latitude.
  const saddle = a === 0 ? Math.acos(-b) : stationaryAngle(a, b, limit, Math.PI - limit, false);
  return {
    p: well(stationaryAngle(a, b, 0, limit, true)),
    ap: well(stationaryAngle(a, b, Math.PI - limit, Math.PI, true)),
    // Both forms of the curvature across agree at a stationary point; each is used where it divides by no zero.
    saddle: point(saddle, Math.abs(fields.hx) / Math.sin(saddle)),
  };
}

/** Where the wells meet on the edge of the astroid: sin θa = (|Hx|/Hk)^⅓, at most a right angle. */
export function meetingAngle({ hk, hx }: KeepingFields): number {
  return hk > 0 ? Math.asin(Math.min(1, Math.cbrt(Math.abs(hx) / hk))) : Math.PI / 2;
}

/** The angle of lowest energy of a cell that {@link findWells} finds no two wells in. */
export function onlyWell({ hk, hx, hz }: KeepingFields): number {
  // Without an in-plane field the ends are stationary too; a tiny one keeps the bracket's ends off the root.
  const x = Math.abs(hx) || 1e-12 * (Math.abs(hk) + Math.abs(hz));
  let [low, high] = [0, Math.PI];
  for (let i = 0; i < 60; i++) {
    const t = 0.5 * (low + high);
    if (0.5 * hk * Math.sin(2 * t) - x * Math.cos(t) + hz * Math.sin(t) < 0) low = t;
    else high = t;
  }
  return 0.5 * (low + high);
}

/** The root of the derivative in [low, high], through which it rises or falls: Newton's steps, halving where they lead astray. */
function stationaryAngle(a: number, b: number, low: number, high: number, rising: boolean): number {
  const slope = (t: number): number => 0.5 * Math.sin(2 * t) - a * Math.cos(t) + b * Math.sin(t);
  let x = 0.5 * (low + high);
  for (let i = 0; i < 80 && high - low > 1e-15; i++) {
    const value = slope(x);
    if (value === 0) return x;
    if (value < 0 === rising) low = x;
    else high = x;
    const next = x - value / (Math.cos(2 * x) + a * Math.sin(x) + b * Math.cos(x));
    const inside = next > low && next < high;
    if (inside && Math.abs(next - x) < 1e-16) return next;
    x = inside ? next : 0.5 * (low + high);
  }
  return x;
}
