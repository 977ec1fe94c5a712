import { CELL, CONTINUOUS, PREDICTOR, REPLAY, type HealthKernels } from './health-memory.js';

/** Twelve samples in time, the first in the least significant place. */
const PATTERN = 0b101101110000;

/** Plain twins of assembly/bit-health.ts: sample by sample, on the same memory. */
export function plainKernels(buffer: ArrayBufferLike): HealthKernels {
  const i32 = new Int32Array(buffer);
  const u8 = new Uint8Array(buffer);
  const u64 = new BigUint64Array(buffer);
  /** Sample number `i` of words that begin at byte `words`; negative ones are history. */
  const sample = (words: number, i: number): number => (u8[words + (i >> 3)]! >> (i & 7)) & 1;

  /** Notes where a count reached its two cutoffs. */
  const reach = (state: number, cutoffs: number, at: number, count: number, i: number): void => {
    for (let s = 0; s < 2; s++)
      if (count === i32[state + cutoffs + s]! && i32[state + at + s]! < 0) i32[state + at + s] = i;
  };

  const continuous = (words: number, n: number, stateAt: number): void => {
    const state = stateAt / 4;
    const C = CONTINUOUS;
    i32.fill(-1, state + C.rctAt, state + C.aptAt + 2);
    if (i32[state + C.started] === 0) {
      if (n > 0) u64[stateAt / 8] = sample(words, 0) === 1 ? 2n ** 64n - 1n : 0n;
      i32[state + C.started] = 1;
    }
    let last = i32[state + C.last]! & 1;
    let first = i32[state + C.mask] === 0 ? 1 : 0;
    let run = i32[state + C.run]!;
    let count = i32[state + C.count]!;
    let longest = 0;
    let largest = 0;
    for (let i = 0; i < n * 64; i++) {
      const bit = sample(words, i);
      i32[state + C.ones]! += bit;
      i32[state + C.changes]! += bit ^ last;
      i32[state + C.both]! += bit & last;
      i32[state + C.previous]! += last;
      run = bit === last ? run + 1 : 1;
      reach(state, C.rct, C.rctAt, run, i);
      longest = Math.max(longest, run);
      if (i32[state + C.words] === 0 && (i & 63) === 0) {
        first = bit;
        count = 0;
      }
      if (bit === first) {
        count++;
        reach(state, C.apt, C.aptAt, count, i);
      }
      largest = Math.max(largest, count);
      if ((i & 63) === 63) i32[state + C.words] = (i32[state + C.words]! + 1) & 15;
      last = bit;
    }
    if (n > 0) {
      u64[stateAt / 8] = last === 1 ? 2n ** 64n - 1n : 0n;
      u64[stateAt / 8 + 1] = first === 1 ? 0n : 2n ** 64n - 1n;
    }
    i32[state + C.run] = run;
    i32[state + C.count] = count;
    i32[state + C.longest] = longest;
    i32[state + C.largest] = largest;
  };

  const lags = (words: number, n: number, counts: number): void => {
    for (let k = 1; k <= 128; k++)
      for (let i = 0; i < n * 64; i++) i32[counts / 4 + k - 1]! += sample(words, i) ^ sample(words, i - k);
  };

  const predict = (words: number, n: number, stateAt: number, steps: number): void => {
    const state = stateAt / 4;
    const P = PREDICTOR;
    let longest = 0;
    for (let i = 0; i < n * 64; i++) {
      let best = 0;
      for (let lag = 1; lag < 8; lag++) if (i32[state + lag]! > i32[state + best]!) best = lag;
      const bit = sample(words, i);
      const history = i32[state + P.history]!;
      const hit = ((history >> best) & 1) === bit;
      if (hit) i32[state + P.hits]!++;
      i32[state + P.run] = hit ? i32[state + P.run]! + 1 : 0;
      longest = Math.max(longest, i32[state + P.run]!);
      let right = 0;
      for (let lag = 0; lag < 8; lag++) if (((history >> lag) & 1) === bit) right |= 1 << lag;
      for (let lag = 0; lag < 8; lag++) i32[state + lag]! += i32[steps / 4 + right * 8 + lag]!;
      i32[state + P.history] = ((history << 1) | bit) & 255;
    }
    i32[state + P.longest] = longest;
  };

  const anchors = (words: number, n: number, stateAt: number, table: number): void => {
    const state = stateAt / 4;
    i32[state + REPLAY.most] = 0;
    for (let i = -64; i < n * 64 - 64; i++) {
      let matches = true;
      for (let t = 0; t < 12 && matches; t++) matches = sample(words, i - 11 + t) === ((PATTERN >> t) & 1);
      if (!matches) continue;
      let key = 0n;
      for (let t = 0; t < 64; t++) key |= BigInt(sample(words, i + 1 + t)) << BigInt(t);
      const slot = table / 8 + Number(((key * 0x9e3779b97f4a7c15n) & (2n ** 64n - 1n)) >> 48n);
      i32[state + REPLAY.streak] = u64[slot] === key ? i32[state + REPLAY.streak]! + 1 : 0;
      u64[slot] = key;
      i32[state + REPLAY.anchors]!++;
      if (i32[state + REPLAY.streak]! > i32[state + REPLAY.most]!) {
        i32[state + REPLAY.most] = i32[state + REPLAY.streak]!;
        i32[state + REPLAY.at] = i + 64;
      }
    }
  };

  const cells = (turn: number, blocks: number, _scratch: number, states: number): number => {
    let worst = 0;
    let longest = -1;
    for (let cell = 0; cell < blocks * 64; cell++) {
      const state = states / 4 + cell * CELL.size;
      let best = 0;
      for (let shot = 0; shot < 64; shot++) {
        const bit = sample(turn, shot * blocks * 64 + cell);
        i32[state + CELL.run] = bit === i32[state + CELL.last]! ? i32[state + CELL.run]! + 1 : 1;
        best = Math.max(best, i32[state + CELL.run]!);
        i32[state + CELL.last] = bit;
        i32[state + CELL.ones]! += bit;
      }
      if (best <= longest) continue;
      longest = best;
      worst = cell;
    }
    i32[states / 4 + worst * CELL.size + CELL.longest] = longest;
    return worst;
  };

  return { continuous, lags, predict, anchors, cells };
}
