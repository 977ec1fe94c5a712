import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { askProgram, hasProgram } from '../testing/oracle-program.js';
import { BYTE_SETS } from '../testing/seeded-bytes.js';
import { assessEnt, type EntMode } from './assess-ent.js';

/** Samples, entropy, χ², mean, π and correlation, as `ent -t` prints them: with six decimals, and −99999 or −100000 for no correlation. */
type Figures = readonly number[];

const vectors = JSON.parse(
  readFileSync(new URL('../../../test/vectors/ent/ent.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, Readonly<Record<EntMode, Figures>>>>;
const installed = hasProgram('ent', 'ent');

function compare(bytes: Uint8Array, mode: EntMode, theirs: Figures): void {
  const { samples, entropy, chiSquare, mean, monteCarloPi, serialCorrelation } = assessEnt(bytes, mode);
  const ours = [samples, entropy, chiSquare, mean, monteCarloPi, serialCorrelation ?? -100_000];
  expect(ours.length).toBe(theirs.length);
  ours.forEach((value, k) => expect(Math.abs(value! - theirs[k]!), `figure ${k}`).toBeLessThan(1e-6));
}

describe.each(BYTE_SETS)('"$name" bytes', ({ name, bytes }) => {
  it.each(['byte', 'bit'] as const)('have the figures that Debian’s ent printed, mode %s', (mode) => {
    compare(bytes(), mode, vectors[name]![mode]);
  });

  it.skipIf(!installed).each(['byte', 'bit'] as const)('have the figures that ent prints now, mode %s', (mode) => {
    const line = askProgram('ent', mode === 'bit' ? ['-b', '-t'] : ['-t'], bytes()).split('\n')[1]!;
    compare(bytes(), mode, line.split(',').slice(1).map(Number));
  });
});

it('says how likely a χ² is, from both sides', () => {
  // 255 and 1 degrees of freedom: percentage points of χ² from tables.
  const flat = Uint8Array.from({ length: 2560 }, (_, i) => i);
  expect(assessEnt(flat)).toMatchObject({ chiSquare: 0, chiSquareP: 1, degrees: 255, entropy: 8 });
  const bits = Uint8Array.of(0xff, 0xff, 0xe0, 0);
  expect(assessEnt(bits, 'bit')).toMatchObject({ samples: 32, degrees: 1, mean: 19 / 32, chiSquare: 1.125 });
  expect(assessEnt(bits, 'bit').chiSquareP).toBeCloseTo(0.288844, 6);
});

it('has no figure where there is none', () => {
  expect(assessEnt(Uint8Array.of(7, 7))).toMatchObject({ monteCarloPi: null, serialCorrelation: null, entropy: 0 });
  expect(() => assessEnt(new Uint8Array())).toThrow(RangeError);
});
