/** What happens to raw outcomes on their way to a stream of bits. Outcomes are bytes of 0 and 1, shot by shot. */

/**
 * XOR-folds each shot in place: with every stage column c takes in column c + width/2, so the cells that are combined lie far apart.
 * @returns outcomes left in each shot
 */
export function foldShots(outcomes: Uint8Array, shots: number, width: number, stages: number): number {
  let kept = width;
  for (let stage = 0; stage < stages; stage++) {
    const half = kept >> 1;
    for (let shot = 0; shot < shots; shot++) {
      const from = shot * kept;
      const to = shot * half;
      // Rows are packed closer as they shrink; reading stays ahead of writing.
      for (let c = 0; c < half; c++) outcomes[to + c] = outcomes[from + c]! ^ outcomes[from + half + c]!;
    }
    kept = half;
  }
  return kept;
}

/**
 * Von Neumann debiasing, in place: two consecutive shots of one column make a bit when they differ, the first of the two.
 * @returns bits left
 */
export function debiasPairs(outcomes: Uint8Array, shots: number, width: number): number {
  let kept = 0;
  for (let shot = 0; shot + 1 < shots; shot += 2) {
    const from = shot * width;
    for (let c = 0; c < width; c++) {
      const first = outcomes[from + c]!;
      if (first !== outcomes[from + width + c]) outcomes[kept++] = first;
    }
  }
  return kept;
}

/** Packs bits into bytes, the first bit lowest, behind `bitsBefore` bits that are there already. */
export function packBits(
  bits: Uint8Array,
  from: number,
  count: number,
  out: Uint8Array,
  outAt: number,
  bitsBefore: number,
): void {
  let at = outAt + (bitsBefore >> 3);
  let filled = bitsBefore & 7;
  let byte = filled === 0 ? 0 : out[at]!;
  for (let k = from; k < from + count; k++) {
    byte |= bits[k]! << filled;
    if (++filled === 8) {
      out[at++] = byte;
      byte = 0;
      filled = 0;
    }
  }
  if (filled > 0) out[at] = byte;
}
