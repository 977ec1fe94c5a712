// The rows' converters: inputs to codes, codes to the voltages that each row really takes.

const TABLE: usize = 56; // f32[ROWS][CODES], voltage of each code
const CODES: usize = 60; // i32, codes of a row
const DAC_SCALE: usize = 64; // f32, codes for one unit of input
const DAC_LOW: usize = 68; // f32, lowest code
const DAC_HIGH: usize = 72; // f32, highest code
const DAC_CLIPPED: usize = 76; // i32, added to: inputs outside the range

/** Fills packed[group][row][vector of 5] with voltages and, if `square`, squares with their squares; vectors behind the last one are 0. */
export function drive(p: usize, inputs: usize, packed: usize, squares: usize, rows: i32, vectors: i32, square: bool): void {
  const codes = <usize>load<i32>(p, CODES) << 2;
  const scale = v128.load32_splat(p + DAC_SCALE);
  const low = v128.load32_splat(p + DAC_LOW);
  const high = v128.load32_splat(p + DAC_HIGH);
  const table = <usize>load<u32>(p, TABLE);
  const groups = (vectors + 4) / 5;
  const groupBytes = <usize>rows * 20;
  let clips = i32x4.splat(0);
  if (vectors % 5 != 0) {
    const last = packed + <usize>(groups - 1) * groupBytes;
    for (let at: usize = 0; at < groupBytes; at += 16) v128.store(last + at, f32x4.splat(0));
  }
  const lanes = i32x4(0, 1, 2, 3);
  for (let vector = 0; vector < vectors; vector++) {
    const from = inputs + <usize>(vector * rows) * 4;
    let to = packed + <usize>(vector / 5) * groupBytes + (<usize>(vector % 5) << 2);
    let line = table;
    for (let r = 0; r < rows; r += 4) {
      const code = f32x4.nearest(f32x4.mul(v128.load(from + (<usize>r << 2)), scale));
      // A NaN becomes the highest code, and counts.
      const kept = f32x4.pmax(low, f32x4.pmin(high, code));
      const left = rows - r;
      const within = i32x4.gt_s(i32x4.splat(left), lanes);
      clips = i32x4.sub(clips, v128.and(f32x4.ne(code, kept), within));
      const index = i32x4.shl(i32x4.trunc_sat_f32x4_s(f32x4.sub(kept, low)), 2);
      store<f32>(to, load<f32>(line + <usize>i32x4.extract_lane(index, 0)));
      if (left > 1) store<f32>(to, load<f32>(line + codes + <usize>i32x4.extract_lane(index, 1)), 20);
      if (left > 2) store<f32>(to, load<f32>(line + 2 * codes + <usize>i32x4.extract_lane(index, 2)), 40);
      if (left > 3) store<f32>(to, load<f32>(line + 3 * codes + <usize>i32x4.extract_lane(index, 3)), 60);
      to += 80;
      line += 4 * codes;
    }
  }
  if (square) {
    const bytes = <usize>groups * groupBytes;
    for (let at: usize = 0; at < bytes; at += 16) {
      const x = v128.load(packed + at);
      v128.store(squares + at, f32x4.mul(x, x));
    }
  }
  const pairs = i32x4.extract_lane(clips, 0) + i32x4.extract_lane(clips, 1);
  const total = pairs + i32x4.extract_lane(clips, 2) + i32x4.extract_lane(clips, 3);
  store<i32>(p, load<i32>(p, DAC_CLIPPED) + total, DAC_CLIPPED);
}
