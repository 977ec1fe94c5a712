/** A direction in space. */
export type Vector = readonly [number, number, number];

/** A point as the eye sees it: right and up in radii of the sphere; `depth` is positive on the near side. */
export interface Seen {
  readonly right: number;
  readonly up: number;
  readonly depth: number;
}

const RADIAN = Math.PI / 180;

/** Looks at the unit sphere from far away (orthographic projection), z upwards. */
export class SphereView {
  readonly #right: Vector;
  readonly #up: Vector;
  readonly #eye: Vector;

  /** @param azimuthDeg the eye's degrees east of x, in the x-y plane @param elevationDeg its degrees above that plane */
  constructor(azimuthDeg: number, elevationDeg: number) {
    const [sinA, cosA] = [Math.sin(azimuthDeg * RADIAN), Math.cos(azimuthDeg * RADIAN)];
    const [sinE, cosE] = [Math.sin(elevationDeg * RADIAN), Math.cos(elevationDeg * RADIAN)];
    this.#eye = [cosE * cosA, cosE * sinA, sinE];
    this.#right = [-sinA, cosA, 0];
    this.#up = [-sinE * cosA, -sinE * sinA, cosE];
  }

  see(v: Vector): Seen {
    return { right: dot(v, this.#right), up: dot(v, this.#up), depth: dot(v, this.#eye) };
  }
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** Circles of latitude and longitude every 30 degrees, as points every 3 degrees. */
export function graticule(): Vector[][] {
  const around = Array.from({ length: 121 }, (_, i) => 3 * i * RADIAN);
  const parallels = [-60, -30, 0, 30, 60].map((degrees) => {
    const [r, z] = [Math.cos(degrees * RADIAN), Math.sin(degrees * RADIAN)];
    return around.map((angle): Vector => [r * Math.cos(angle), r * Math.sin(angle), z]);
  });
  const meridians = [0, 30, 60, 90, 120, 150].map((degrees) => {
    const [cos, sin] = [Math.cos(degrees * RADIAN), Math.sin(degrees * RADIAN)];
    return around.map((angle): Vector => [Math.sin(angle) * cos, Math.sin(angle) * sin, Math.cos(angle)]);
  });
  return [...parallels, ...meridians];
}
