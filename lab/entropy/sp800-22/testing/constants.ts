import { bitsFromAscii, type BitSequence } from '../bit-sequence.js';

/** Constants whose digits the standard's appendix tests. */
export type ConstantName = 'pi' | 'e' | 'sqrt2' | 'sqrt3';

/** Bits beyond those wanted, so that rounding does not reach them. */
const GUARD = 128n;

/** The first binary digits of a constant, those of its integer part included, as the text that the standard's data files hold. */
export function constantDigits(name: ConstantName, digits: number): string {
  const places = BigInt(digits) + GUARD;
  return COMPUTE[name](places).toString(2).slice(0, digits);
}

/** As {@link constantDigits}, packed. */
export function constantBits(name: ConstantName, digits: number): BitSequence {
  return bitsFromAscii(constantDigits(name, digits));
}

/** Each constant times 2^places, rounded down save for the last few digits. */
const COMPUTE: Readonly<Record<ConstantName, (places: bigint) => bigint>> = {
  pi: chudnovsky,
  e: exponential,
  sqrt2: (places) => squareRoot(2n << (2n * places)),
  sqrt3: (places) => squareRoot(3n << (2n * places)),
};

/** ⌊√n⌋ by Newton's method from above, with a precision that doubles at each step. */
function squareRoot(n: bigint): bigint {
  const bits = BigInt(n.toString(16).length * 4);
  if (bits <= 52n) return BigInt(Math.floor(Math.sqrt(Number(n))));
  // The root of the leading half of the digits is a start with half of the root's digits.
  const shift = (bits / 4n) & ~1n;
  let root = (squareRoot(n >> shift) + 1n) << (shift / 2n);
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** e = Σ 1/k!, by binary splitting: P/Q of terms a … b − 1 over a!. */
function exponential(places: bigint): bigint {
  const split = (a: number, b: number): readonly [p: bigint, q: bigint] => {
    if (b - a === 1) return [1n, BigInt(b)];
    const middle = (a + b) >> 1;
    const [p1, q1] = split(a, middle);
    const [p2, q2] = split(middle, b);
    return [p1 * q2 + p2, q1 * q2];
  };
  let [terms, size] = [1, 0];
  for (; size < Number(places) + 8; terms++) size += Math.log2(terms);
  const [p, q] = split(0, terms);
  return (1n << places) + (p << places) / q;
}

const C = 640_320n;

/** π = 426880 √10005 / Σ (−1)^k (6k)! (13591409 + 545140134k) / ((3k)! (k!)³ 640320^{3k}) (D. and G. Chudnovsky, 1988). */
function chudnovsky(places: bigint): bigint {
  const split = (a: number, b: number): readonly [p: bigint, q: bigint, t: bigint] => {
    if (b - a === 1) {
      const k = BigInt(a);
      const p = a === 0 ? 1n : (6n * k - 5n) * (2n * k - 1n) * (6n * k - 1n);
      const q = a === 0 ? 1n : (k * k * k * (C * C * C)) / 24n;
      const t = p * (13_591_409n + 545_140_134n * k);
      return [p, q, a % 2 === 0 ? t : -t];
    }
    const middle = (a + b) >> 1;
    const [p1, q1, t1] = split(a, middle);
    const [p2, q2, t2] = split(middle, b);
    return [p1 * p2, q1 * q2, t1 * q2 + p1 * t2];
  };
  // Each term brings log₂(640320³/1728) = 47.1 digits.
  const [, q, t] = split(0, Math.ceil(Number(places) / 47) + 2);
  return (426_880n * squareRoot(10_005n << (2n * places)) * q) / t;
}
