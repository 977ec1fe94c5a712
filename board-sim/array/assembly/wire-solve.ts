// Junction voltages of a crossbar with resistive wires, by damped fixed-point steps; two driven rows at a time, one in each lane.
// The caller lays out the memory (../iterative-matrix.ts). The twin (../wire-solve-twin.ts) does the same double-precision operations in the same
// order: the two agree to the last bit.
//
// Arrays, all of f64: G[m][n]; DRIVE[m], SENSE[n] ohm; V[m][n] and P[m][n] with two lanes each; LINE[n] with two lanes; OUT[m][n].

/**
 * Fills `out` with the effective matrix, siemens.
 * `damping` is the step ω of V ← V + ω (source − R G V − V), `steps` their number.
 */
export function solve(
  m: i32,
  n: i32,
  g: usize,
  drive: usize,
  sense: usize,
  rowOhm: f64,
  colOhm: f64,
  damping: f64,
  steps: i32,
  v: usize,
  p: usize,
  line: usize,
  out: usize,
): void {
  const cells = <usize>(m * n);
  const pitch = <usize>n << 4;
  const keep = f64x2.splat(1 - damping);
  const step = f64x2.splat(damping);
  const rowStep = f64x2.splat(rowOhm * damping);
  const colStep = f64x2.splat(colOhm * damping);
  for (let first = 0; first < m; first += 2) {
    const second = first + 1;
    // Start from wires without loss: 1 V on the driven row, 0 elsewhere.
    for (let cell: usize = 0; cell < cells; cell++) v128.store(v + (cell << 4), f64x2.splat(0));
    for (let c = 0; c < n; c++) {
      store<f64>(v + (<usize>(first * n + c) << 4), 1);
      if (second < m) store<f64>(v + (<usize>(second * n + c) << 4), 1, 8);
    }
    for (let k = 0; k < steps; k++) {
      for (let r = 0; r < m; r++) {
        const gRow = g + (<usize>(r * n) << 3);
        const vRow = v + <usize>r * pitch;
        const pRow = p + <usize>r * pitch;
        // Right to left: the current of each row segment; the column currents add up downwards.
        let current = f64x2.splat(0);
        if (r == 0) {
          for (let c: usize = <usize>n; c > 0; c--) {
            const at = (c - 1) << 4;
            const i = f64x2.mul(v128.load(vRow + at), v128.load64_splat(gRow + ((c - 1) << 3)));
            current = f64x2.add(current, i);
            v128.store(line + at, current);
            v128.store(pRow + at, i);
          }
        } else {
          for (let c: usize = <usize>n; c > 0; c--) {
            const at = (c - 1) << 4;
            const i = f64x2.mul(v128.load(vRow + at), v128.load64_splat(gRow + ((c - 1) << 3)));
            current = f64x2.add(current, i);
            v128.store(line + at, current);
            v128.store(pRow + at, f64x2.add(v128.load(pRow + at - pitch), i));
          }
        }
        // Left to right: the drop along the row wire.
        let drop = f64x2.mul(current, f64x2.mul(v128.load64_splat(drive + (<usize>r << 3)), step));
        if (r == first) drop = f64x2.sub(drop, f64x2.replace_lane(f64x2.splat(0), 0, damping));
        if (r == second) drop = f64x2.sub(drop, f64x2.replace_lane(f64x2.splat(0), 1, damping));
        v128.store(vRow, f64x2.sub(f64x2.mul(v128.load(vRow), keep), drop));
        for (let c: usize = 1; c < <usize>n; c++) {
          const at = c << 4;
          drop = f64x2.add(drop, f64x2.mul(v128.load(line + at), rowStep));
          v128.store(vRow + at, f64x2.sub(f64x2.mul(v128.load(vRow + at), keep), drop));
        }
      }
      // Upwards from the virtual grounds: the rise along the column wires.
      const pLast = p + <usize>(m - 1) * pitch;
      const vLast = v + <usize>(m - 1) * pitch;
      for (let c: usize = 0; c < <usize>n; c++) {
        const at = c << 4;
        const rise = f64x2.mul(v128.load(pLast + at), f64x2.mul(v128.load64_splat(sense + (c << 3)), step));
        v128.store(line + at, rise);
        v128.store(vLast + at, f64x2.sub(v128.load(vLast + at), rise));
      }
      for (let r = m - 2; r >= 0; r--) {
        const vRow = v + <usize>r * pitch;
        const pRow = p + <usize>r * pitch;
        for (let c: usize = 0; c < <usize>n; c++) {
          const at = c << 4;
          const rise = f64x2.add(v128.load(line + at), f64x2.mul(v128.load(pRow + at), colStep));
          v128.store(line + at, rise);
          v128.store(vRow + at, f64x2.sub(v128.load(vRow + at), rise));
        }
      }
    }
    // What flows into the virtual grounds.
    for (let c: usize = 0; c < <usize>n; c++) {
      let sum = f64x2.splat(0);
      for (let r = 0; r < m; r++) {
        const cell = <usize>(r * n) + c;
        sum = f64x2.add(sum, f64x2.mul(v128.load(v + (cell << 4)), v128.load64_splat(g + (cell << 3))));
      }
      store<f64>(out + ((<usize>(first * n) + c) << 3), f64x2.extract_lane(sum, 0));
      if (second < m) store<f64>(out + ((<usize>(second * n) + c) << 3), f64x2.extract_lane(sum, 1));
    }
  }
}
