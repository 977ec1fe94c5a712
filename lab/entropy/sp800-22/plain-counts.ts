import { unpackMsbFirst } from '../bit-order.js';
import type { BitSequence } from './bit-sequence.js';
import { EXCURSION_STATES, type Excursions, type StsCounts, VARIANT_STATES, type WalkExtent } from './counts.js';
import { plainLinesBelow } from './plain-spectrum.js';

/** The plain twin of the kernels: each count as its definition has it, on one bit a byte. */
export class PlainCounts implements StsCounts {
  readonly length: number;
  readonly #bits: Uint8Array;

  constructor({ bytes, length }: BitSequence) {
    this.length = length;
    this.#bits = unpackMsbFirst(bytes, length);
  }

  ones(): number {
    return this.#bits.reduce((sum, bit) => sum + bit, 0);
  }

  onesOfBlocks(size: number, blocks: number): Uint32Array {
    return this.#ofBlocks(size, blocks, (block) => block.reduce((sum, bit) => sum + bit, 0));
  }

  changes(): number {
    let changes = 0;
    for (let i = 1; i < this.length; i++) if (this.#bits[i] !== this.#bits[i - 1]) changes++;
    return changes;
  }

  walk(): WalkExtent {
    let [sum, lowest, highest] = [0, 0, 0];
    for (const bit of this.#bits) {
      sum += 2 * bit - 1;
      lowest = Math.min(lowest, sum);
      highest = Math.max(highest, sum);
    }
    return { lowest, highest, end: sum };
  }

  longestRuns(size: number, blocks: number): Uint32Array {
    return this.#ofBlocks(size, blocks, (block) => {
      let [run, longest] = [0, 0];
      for (const bit of block) {
        run = bit === 1 ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
      return longest;
    });
  }

  ranks(matrices: number): readonly [number, number, number] {
    const found: [number, number, number] = [0, 0, 0];
    for (let m = 0; m < matrices; m++) {
      const rows = Array.from({ length: 32 }, (_, r) => this.#bits.slice(1024 * m + 32 * r, 1024 * m + 32 * (r + 1)));
      const rank = rankOf(rows);
      found[Math.min(32 - rank, 2)]!++;
    }
    return found;
  }

  linesBelow(squaredLimit: number): number {
    return plainLinesBelow(this.#bits, squaredLimit);
  }

  patterns(width: number): Uint32Array {
    const counts = new Uint32Array(2 ** width);
    for (let i = 0; i < this.length; i++) {
      let pattern = 0;
      for (let k = 0; k < width; k++) pattern = pattern * 2 + this.#bits[(i + k) % this.length]!;
      counts[pattern]!++;
    }
    return counts;
  }

  templates(width: number, templates: Uint32Array, size: number, blocks: number): Uint32Array {
    const found = new Uint32Array(templates.length * blocks);
    templates.forEach((template, t) => {
      const wanted = Uint8Array.from({ length: width }, (_, k) => (template >>> (width - 1 - k)) & 1);
      for (let block = 0; block < blocks; block++) {
        const end = (block + 1) * size;
        for (let i = block * size; i + width <= end;) {
          const here = this.#stands(wanted, i);
          if (here) found[block * templates.length + t]!++;
          i += here ? width : 1;
        }
      }
    });
    return found;
  }

  onesTemplates(width: number, size: number, blocks: number): Uint32Array {
    return this.#ofBlocks(size, blocks, (block) => {
      let found = 0;
      for (let i = 0; i + width <= size; i++) if (block.subarray(i, i + width).every((bit) => bit === 1)) found++;
      return found;
    });
  }

  distances(width: number, initial: number): Uint32Array {
    const blocks = Math.floor(this.length / width);
    const last = new Map<string, number>();
    const counts = new Uint32Array(blocks + 1);
    for (let i = 1; i <= blocks; i++) {
      const block = this.#bits.subarray((i - 1) * width, i * width).join('');
      if (i > initial) counts[i - (last.get(block) ?? 0)]!++;
      last.set(block, i);
    }
    return counts;
  }

  complexities(size: number, blocks: number): Uint32Array {
    return this.#ofBlocks(size, blocks, linearComplexity);
  }

  excursions(): Excursions {
    const classes = new Uint32Array(6 * EXCURSION_STATES.length);
    const visits = new Uint32Array(VARIANT_STATES.length);
    let cycle = new Map<number, number>();
    let [sum, cycles] = [0, 0];
    const end = (): void => {
      EXCURSION_STATES.forEach((state, s) => classes[6 * s + Math.min(5, cycle.get(state) ?? 0)]!++);
      cycle = new Map();
      cycles++;
    };
    for (const bit of this.#bits) {
      sum += 2 * bit - 1;
      cycle.set(sum, (cycle.get(sum) ?? 0) + 1);
      const at = (VARIANT_STATES as readonly number[]).indexOf(sum);
      if (at >= 0) visits[at]!++;
      if (sum === 0) end();
    }
    if (sum !== 0) end();
    return { cycles, classes, visits };
  }

  #stands(wanted: Uint8Array, at: number): boolean {
    for (let k = 0; k < wanted.length; k++) if (this.#bits[at + k] !== wanted[k]) return false;
    return true;
  }

  #ofBlocks(size: number, blocks: number, count: (block: Uint8Array) => number): Uint32Array {
    return Uint32Array.from({ length: blocks }, (_, i) => count(this.#bits.subarray(i * size, (i + 1) * size)));
  }
}

/** Gaussian elimination over the two-element field. */
function rankOf(rows: Uint8Array[]): number {
  let rank = 0;
  for (let column = 0; column < 32; column++) {
    const pivot = rows.findIndex((row, r) => r >= rank && row[column] === 1);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    for (let r = rank + 1; r < 32; r++)
      if (rows[r]![column] === 1) rows[r] = rows[r]!.map((bit, k) => bit ^ rows[rank]![k]!);
    rank++;
  }
  return rank;
}

/** Length of the shortest linear feedback shift register that makes the bits (J. Massey, IEEE Trans. Inf. Theory 15 (1969) 122). */
function linearComplexity(bits: Uint8Array): number {
  const connection = new Uint8Array(bits.length + 1);
  let before = new Uint8Array(bits.length + 1);
  connection[0] = before[0] = 1;
  let [complexity, shift] = [0, 1];
  for (let n = 0; n < bits.length; n++) {
    let discrepancy = bits[n]!;
    for (let i = 1; i <= complexity; i++) discrepancy ^= connection[i]! & bits[n - i]!;
    if (discrepancy === 1) {
      const old = connection.slice();
      for (let i = 0; i + shift <= bits.length; i++) connection[i + shift] = connection[i + shift]! ^ before[i]!;
      if (2 * complexity <= n) {
        complexity = n + 1 - complexity;
        before = old;
        shift = 0;
      }
    }
    shift++;
  }
  return complexity;
}
