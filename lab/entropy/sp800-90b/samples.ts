import { checkNumber } from '../../../base/index.js';

/** Longest sequence that is assessed: sums of pairs stay exact in doubles, and the tables of the tuple estimators within 4 GiB. */
export const MAX_SEQUENCE = 128e6;

/** Symbols 0 … `alphabet` − 1 in the order of their production, one a byte. */
export interface Sequence {
  readonly symbols: Uint8Array;
  /** Distinct symbols; 2 for a bit string whatever is in it. */
  readonly alphabet: number;
}

/**
 * Checks raw samples and maps them down to 0 … k − 1, their order kept (SP 800-90B 3.1.3).
 * @param samples one a byte, in the low bits
 * @param bits width of a sample, 1 to 8; a narrower alphabet is none of its business
 * @throws RangeError for a wrong width, a sample that is wider, or fewer than two samples
 */
export function literalSequence(samples: Uint8Array, bits: number): Sequence {
  checkSamples(samples, bits);
  const place = new Uint8Array(256);
  // By index: over a million samples an iterator takes several times as long.
  for (let i = 0; i < samples.length; i++) place[samples[i]!] = 1;
  const beyond = place.findLastIndex((there) => there === 1);
  if (beyond >= 1 << bits)
    throw new RangeError(
      `samples[${samples.indexOf(beyond)}] must be an integer from 0 to ${(1 << bits) - 1}, as bits is ${bits}, got ${beyond}`,
    );
  let alphabet = 0;
  for (let value = 0; value < 256; value++) if (place[value] === 1) place[value] = alphabet++;
  // Where nothing moves the samples themselves serve.
  if (beyond === alphabet - 1) return { symbols: samples, alphabet };
  const symbols = sharedBytes(samples.length);
  for (let i = 0; i < samples.length; i++) symbols[i] = place[samples[i]!]!;
  return { symbols, alphabet };
}

/**
 * The bit string of samples: the unmapped values, most significant bit first, `bits` bits each.
 * @throws RangeError for a wrong width, or more bits than {@link MAX_SEQUENCE}
 */
export function bitString(samples: Uint8Array, bits: number): Sequence {
  checkSamples(samples, bits);
  if (bits === 1) return { symbols: samples, alphabet: 2 };
  checkNumber('samples.length × bits', samples.length * bits, { max: MAX_SEQUENCE });
  const symbols = sharedBytes(samples.length * bits);
  let at = 0;
  for (let i = 0; i < samples.length; i++) {
    const sample = samples[i]!;
    for (let bit = bits - 1; bit >= 0; bit--) symbols[at++] = (sample >> bit) & 1;
  }
  return { symbols, alphabet: 2 };
}

function checkSamples(samples: Uint8Array, bits: number): void {
  if (!(samples instanceof Uint8Array)) throw new TypeError('samples must be a Uint8Array, one sample a byte');
  checkNumber('bits', bits, { min: 1, max: 8, integer: true });
  checkNumber('samples.length', samples.length, { min: 2, max: MAX_SEQUENCE });
}

/** Worker threads read it without a copy. */
function sharedBytes(length: number): Uint8Array<SharedArrayBuffer> {
  return new Uint8Array(new SharedArrayBuffer(length));
}
