/** 2 x 2 maximum pooling of n images of side x side x channels; `from` remembers where each maximum came from. */
export function maximumPool(
  input: Float32Array,
  n: number,
  side: number,
  channels: number,
  out: Float32Array,
  from: Int32Array,
): void {
  const half = side / 2;
  const row = side * channels;
  let o = 0;
  for (let i = 0; i < n; i++) {
    for (let y = 0; y < half; y++) {
      for (let x = 0; x < half; x++) {
        const corner = (i * side + 2 * y) * row + 2 * x * channels;
        for (let c = 0; c < channels; c++, o++) {
          let best = corner + c;
          for (const at of [corner + channels + c, corner + row + c, corner + row + channels + c]) {
            if ((input[at] ?? 0) > (input[best] ?? 0)) best = at;
          }
          out[o] = input[best] ?? 0;
          from[o] = best;
        }
      }
    }
  }
}

/** Transpose of maximumPool: every gradient goes to the pixel that the maximum came from. */
export function maximumPoolBackward(gradient: Float32Array, from: Int32Array, out: Float32Array): void {
  out.fill(0);
  for (let i = 0; i < from.length; i++) out[from[i] ?? 0] = gradient[i] ?? 0;
}
