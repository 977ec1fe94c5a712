import { RandomStream } from '../../../../base/index.js';
import { type BitSequence, bitsFromSamples } from '../bit-sequence.js';

/** One bit a byte, ones with probability `p`, from a seed. */
export function seededSamples(seed: number, length: number, p = 0.5): Uint8Array {
  const stream = RandomStream.from(seed, 'sp800-22 test');
  return Uint8Array.from({ length }, () => Number(stream.uniform() < p));
}

/** As {@link seededSamples}, packed. */
export function seededBits(seed: number, length: number, p = 0.5): BitSequence {
  return bitsFromSamples(seededSamples(seed, length, p));
}
