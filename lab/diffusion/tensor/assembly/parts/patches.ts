/** Patches of a convolution: to[(y, x), (ky, kx, c)] from an image of height x width x channels, padded with zeros. */
export function patches(height: i32, width: i32, channels: i32, kernel: i32, pad: i32, from: usize, to: usize): void {
  for (let y: i32 = 0; y < height; y++) {
    for (let x: i32 = 0; x < width; x++) {
      for (let ky: i32 = 0; ky < kernel; ky++) {
        for (let kx: i32 = 0; kx < kernel; kx++) {
          const sy = y + ky - pad;
          const sx = x + kx - pad;
          const bytes = <usize>channels << 2;
          if (sy < 0 || sy >= height || sx < 0 || sx >= width) memory.fill(to, 0, bytes);
          else memory.copy(to, from + (<usize>((sy * width + sx) * channels) << 2), bytes);
          to += bytes;
        }
      }
    }
  }
}

/** Transpose of patches: adds every patch entry back to the pixel it came from. */
export function patchesBackward(height: i32, width: i32, channels: i32, kernel: i32, pad: i32, from: usize, to: usize): void {
  for (let y: i32 = 0; y < height; y++) {
    for (let x: i32 = 0; x < width; x++) {
      for (let ky: i32 = 0; ky < kernel; ky++) {
        for (let kx: i32 = 0; kx < kernel; kx++) {
          const sy = y + ky - pad;
          const sx = x + kx - pad;
          if (sy >= 0 && sy < height && sx >= 0 && sx < width) {
            const t = to + (<usize>((sy * width + sx) * channels) << 2);
            for (let c: usize = 0; c < <usize>channels << 2; c += 4) store<f32>(t + c, load<f32>(t + c) + load<f32>(from + c));
          }
          from += <usize>channels << 2;
        }
      }
    }
  }
}
