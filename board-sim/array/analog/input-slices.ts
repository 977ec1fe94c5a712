import { checkNumber, checkOneOf } from '../../../base/index.js';

/**
 * How inputs of several bits are applied as binary planes. `unsigned`: 0 … 2^bits − 1, a plane for each bit. `twosComplement`:
 * −2^(bits−1) … 2^(bits−1) − 1, the highest plane counts negative. `signMagnitude`: ±(2^(bits−1) − 1), two passes of bits − 1 planes, the
 * second one with the negative inputs.
 */
export type InputCoding = 'unsigned' | 'twosComplement' | 'signMagnitude';

/** Inputs as binary planes: input = Σ factor·plane. */
export interface InputSlices {
  /** Each with as many values, 0 or 1, as there were inputs. */
  readonly planes: readonly Uint8Array[];
  readonly factors: readonly number[];
}

/**
 * Cuts integer inputs into planes of bits. Binary inputs drive every cell with the same bias, so that the bias dependence of the TMR is a common
 * factor instead of an error.
 * @param bits of an input, 1 to 16; at least 2 where one is a sign
 * @throws RangeError for an input outside what the coding can hold
 */
export function sliceInputs(inputs: ArrayLike<number>, bits: number, coding: InputCoding): InputSlices {
  checkOneOf('coding', coding, ['unsigned', 'twosComplement', 'signMagnitude'] as const);
  checkNumber('bits', bits, { min: coding === 'unsigned' ? 1 : 2, max: 16, integer: true });
  const half = 2 ** (bits - 1);
  const [min, max] = {
    unsigned: [0, 2 * half - 1],
    twosComplement: [-half, half - 1],
    signMagnitude: [1 - half, half - 1],
  }[coding] as [number, number];
  for (let k = 0; k < inputs.length; k++) checkNumber(`inputs[${k}]`, inputs[k], { min, max, integer: true });
  const plane = (bit: (x: number) => number): Uint8Array => Uint8Array.from(inputs, bit);
  const powers = Array.from({ length: bits }, (_, b) => 2 ** b);
  if (coding === 'signMagnitude') {
    const magnitude = powers.slice(0, -1);
    const planes = [1, -1].flatMap((sign) =>
      magnitude.map((_, b) => plane((x) => (x * sign > 0 ? (x * sign) >> b : 0) & 1)),
    );
    return { planes, factors: [...magnitude, ...magnitude.map((factor) => -factor)] };
  }
  return {
    planes: powers.map((_, b) => plane((x) => (x >> b) & 1)),
    factors: coding === 'unsigned' ? powers : powers.map((factor) => (factor === half ? -factor : factor)),
  };
}

/**
 * Shift and add: Σ factor·list. Of the codes of each plane's conversion it is the digital kind, one conversion a plane; of the sums before
 * conversion it is the analog kind, one conversion for all planes on a range as many times as wide as the factors sum up to.
 * @param lists results of each plane, all of one length
 */
export function recombineInputs(slices: InputSlices, lists: readonly ArrayLike<number>[]): Float64Array {
  if (lists.length !== slices.planes.length)
    throw new RangeError(`lists must have ${slices.planes.length} planes, got ${lists.length}`);
  const length = lists[0]?.length ?? 0;
  if (lists.some((list) => list.length !== length)) throw new RangeError('lists must all have one length');
  return Float64Array.from({ length }, (_, k) =>
    slices.factors.reduce((sum, factor, plane) => sum + factor * lists[plane]![k]!, 0),
  );
}
