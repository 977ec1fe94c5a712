import fc from 'fast-check';

/** Numbers spread evenly over a range. (`fc.double` spreads them over the exponents: most lie near 0.) */
export function uniformDouble(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 1_000_000 }).map((k) => min + ((max - min) * k) / 1_000_000);
}
