/** Pixels in [-1, 1] as bytes: -1 is 0, 1 is 255. */
export function toBytes(pixels: Float32Array): Uint8Array {
  return Uint8Array.from(pixels, (v) => Math.round((Math.max(-1, Math.min(1, v)) + 1) * 127.5));
}

/** One image of a batch (side x side) as a gray picture. */
export function grayImage(
  bytes: Uint8Array,
  index: number,
  side: number,
): { width: number; height: number; data: Uint8Array } {
  return { width: side, height: side, data: bytes.subarray(index * side * side, (index + 1) * side * side) };
}

/**
 * Labels to generate, cycling through `digits`.
 * @throws RangeError for a digit that the network has no label for
 */
export function requestedLabels(images: number, digits: string, classes: number): Uint8Array {
  const list = digits.split(/[\s,]+/).filter((d) => d !== '');
  const labels = list.map((digit) => {
    if (!/^\d+$/.test(digit) || Number(digit) >= classes) {
      throw new RangeError(
        `digits holds ${JSON.stringify(digit)}; allowed are 0 to ${classes - 1}, separated by commas`,
      );
    }
    return Number(digit);
  });
  if (labels.length === 0) throw new RangeError('digits is empty; give at least one, as in 0,1,2');
  return Uint8Array.from({ length: images }, (_, i) => labels[i % labels.length] ?? 0);
}
