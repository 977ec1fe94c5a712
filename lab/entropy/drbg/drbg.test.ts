import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StateError } from '../../../base/index.js';
import { CtrDrbg } from './ctr-drbg.js';
import { ReseedKeeper, type Drbg, type DrbgOptions } from './drbg.js';
import { HmacDrbg } from './hmac-drbg.js';

interface Case {
  readonly set: string;
  readonly count: number;
  readonly entropy: string;
  readonly nonce: string;
  readonly personalisation: string;
  readonly steps: readonly (readonly ['reseed' | 'generate', string, string?])[];
  readonly returned: string;
}

const hex = (text: string | undefined): Uint8Array => Buffer.from(text ?? '', 'hex');
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const generators: readonly [
  string,
  (entropy: Uint8Array, nonce: Uint8Array, options: DrbgOptions, keeper?: ReseedKeeper) => Drbg,
][] = [
  ['hmac', (entropy, nonce, options, keeper) => new HmacDrbg(entropy, nonce, options, keeper)],
  ['ctr', (entropy, _nonce, options, keeper) => new CtrDrbg(entropy, options, keeper)],
];

describe.each(generators)('%s-drbg', (name, make) => {
  const { cases } = JSON.parse(
    readFileSync(new URL(`../../../test/vectors/tap/${name}-drbg.json`, import.meta.url), 'utf8'),
  ) as { readonly cases: readonly Case[] };

  it(`gives what NIST's ${cases.length} vectors say`, () => {
    expect(cases.length).toBeGreaterThan(30);
    for (const { entropy, nonce, personalisation, steps, returned } of cases) {
      const drbg = make(hex(entropy), hex(nonce), { personalisation: hex(personalisation) });
      let last: Uint8Array = new Uint8Array();
      for (const [verb, one, two] of steps)
        if (verb === 'reseed') drbg.reseed(hex(one), hex(two));
        else if (two === undefined) last = drbg.generate(returned.length / 2, hex(one));
        else {
          // Prediction resistance: additional input goes into the reseed and is used up there (SP 800-90A 9.3.1).
          drbg.reseed(hex(two), hex(one));
          last = drbg.generate(returned.length / 2);
        }
      expect(text(last)).toBe(returned);
    }
  });

  const seeded = (options: DrbgOptions = {}, keeper?: ReseedKeeper): Drbg =>
    make(new Uint8Array(48).fill(7), new Uint8Array(0), options, keeper);

  it('never repeats a block, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 20 }), (requests) => {
        const drbg = seeded();
        const seen = new Set<string>();
        for (const bytes of requests) {
          const out = drbg.generate(bytes);
          expect(out.length).toBe(bytes);
          for (let at = 0; at + 16 <= bytes; at += 16) {
            const block = text(out.subarray(at, at + 16));
            expect(seen.has(block)).toBe(false);
            seen.add(block);
          }
        }
      }),
      { seed: 1, numRuns: 30 },
    );
  });

  it('counts requests, bytes and reseeds, and stops when a reseed is due', () => {
    const drbg = seeded({ reseedInterval: 2 });
    drbg.generate(10);
    drbg.generate(20);
    expect([drbg.reseedCounter, drbg.bytesSinceReseed, drbg.needsReseed]).toEqual([3, 30, true]);
    expect(() => drbg.generate(1)).toThrow(StateError);
    drbg.reseed(new Uint8Array(drbg.reseedBytes).fill(9));
    expect([drbg.reseedCounter, drbg.bytesSinceReseed, drbg.reseeds]).toEqual([1, 0, 1]);
    drbg.generate(1);
    drbg.demandReseed();
    expect(() => drbg.generate(1)).toThrow(/reseeded/);
  });

  it('gives nothing in a process that its memory was copied into', () => {
    let pid = 1;
    const drbg = seeded({}, new ReseedKeeper({}, () => pid));
    drbg.generate(1);
    pid = 2;
    expect(() => drbg.generate(1)).toThrow(/reseeded/);
    drbg.reseed(new Uint8Array(drbg.reseedBytes));
    expect(drbg.generate(1).length).toBe(1);
  });

  it('has the limits of the standard', () => {
    const drbg = seeded();
    expect(drbg.generate(65_536).length).toBe(65_536);
    expect(() => drbg.generate(65_537)).toThrow(/bytes must be an integer from 0 to 65536/);
    expect(() => seeded({ reseedInterval: 2 ** 48 + 2 })).toThrow(/reseedInterval/);
    expect(() => make(new Uint8Array(47), new Uint8Array(0), {})).toThrow(/seed/);
    expect(() => drbg.reseed(new Uint8Array(31))).toThrow(/entropy/);
  });

  it('shows nothing of its state', () => {
    const drbg = seeded();
    const out = text(drbg.generate(32));
    expect(JSON.stringify(drbg)).not.toContain('07');
    expect(JSON.stringify(drbg)).not.toContain(out.slice(0, 8));
    expect(Object.keys(drbg).sort()).toEqual(['name', 'reseedBytes', 'seedBytes']);
  });
});
