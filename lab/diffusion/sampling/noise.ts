import type { RandomStream } from '../../../base/index.js';
import type { NoiseSource } from './sampler.js';

/** Somewhere that bits come from, least significant bit of a byte first. */
export interface NoiseBits {
  /** @returns ceil(count / 8) bytes; unused high bits of the last are 0 */
  read(count: number, signal?: AbortSignal): Promise<Uint8Array>;
}

/**
 * One bit per value: +1 or -1 (Rademacher). A sampler adds tens of them, and images come out as good as with normal
 * numbers, from 1 bit a value instead of 32; a single bit also tolerates a biased source better than a wide sum does.
 */
export class BitNoise implements NoiseSource {
  /** Bits drawn so far. */
  bits = 0;

  constructor(readonly source: NoiseBits) {}

  async draw(count: number, signal?: AbortSignal): Promise<Float32Array> {
    const bytes = await this.source.read(count, signal);
    this.bits += count;
    const out = new Float32Array(count);
    for (let i = 0; i < count; i++) out[i] = ((bytes[i >> 3] ?? 0) >> (i & 7)) & 1 ? 1 : -1;
    return out;
  }
}

/** Normal numbers from a seeded generator: the software reference. */
export class GaussianNoise implements NoiseSource {
  constructor(readonly stream: RandomStream) {}

  draw(count: number): Promise<Float32Array> {
    const out = new Float32Array(count);
    for (let i = 0; i < count; i++) out[i] = this.stream.gaussian();
    return Promise.resolve(out);
  }
}

/** Fair bits from a seeded generator, for comparing sources; never entropy. */
export class SeededBits implements NoiseBits {
  constructor(readonly stream: RandomStream) {}

  read(count: number): Promise<Uint8Array> {
    const out = new Uint8Array(Math.ceil(count / 8));
    for (let i = 0; i < count; i += 32) {
      const word = this.stream.nextU32();
      for (let b = 0; b < 4 && (i >> 3) + b < out.length; b++) out[(i >> 3) + b] = (word >>> (8 * b)) & 255;
    }
    const spare = out.length * 8 - count;
    if (spare > 0) out[out.length - 1] = (out[out.length - 1] ?? 0) & (255 >> spare);
    return Promise.resolve(out);
  }
}
