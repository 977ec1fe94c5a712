import { hash, randomFillSync } from 'node:crypto';
import { Conditioner } from '../../lab/entropy/condition/conditioner.js';
import { CtrDrbg } from '../../lab/entropy/drbg/ctr-drbg.js';
import { HmacDrbg } from '../../lab/entropy/drbg/hmac-drbg.js';
import { BitHealth, type BitHealthOptions } from '../../lab/entropy/health/bit-health.js';
import { TapCore } from '../../lab/entropy/tap/tap-core.js';
import type { Benchmark, Side } from './harness.js';

/** Raw bytes of a repetition, as blocks of a board. */
const RAW = randomFillSync(new Uint8Array(2 ** 20));
const BLOCK = 4096;

function health(options: Omit<BitHealthOptions, 'minEntropy'>, raw = RAW): Side {
  const battery = new BitHealth({ minEntropy: 0.8, ...options });
  return {
    amount: raw.length * 8,
    work: () => {
      for (let at = 0; at < raw.length; at += BLOCK) battery.push(raw.subarray(at, at + BLOCK), BLOCK * 8);
    },
  };
}

/** A tap that opened already, and what comes out of it for RAW. */
function tap(mode: 'conditioned' | 'drbg', tests: 'approved' | 'all', bytesOut: number): Side {
  const core = new TapCore({ mode, tests, kind: 'real', assessment: { minEntropy: 0.8, origin: 'benchmark' } });
  return {
    amount: bytesOut,
    work: () => {
      // Fresh bits: the replay test knows old ones again.
      randomFillSync(RAW);
      for (let at = 0; at < RAW.length; at += BLOCK) core.push(RAW.subarray(at, at + BLOCK), BLOCK * 8);
    },
  };
}

/** Conditioned bytes of a repetition at H = 0.8. */
const OUT = Math.floor(RAW.length / 50) * 32;

export const entropyBenchmarks: readonly Benchmark[] = [
  {
    id: 'entropy.health',
    unit: 'sample/s',
    what: 'repetition count and adaptive proportion over packed bits, with the counts of monobit and transition',
    against: 'plain TypeScript twin',
    prepare: () => ({
      subject: health({ tests: 'approved' }),
      reference: health({ tests: 'approved', engine: 'plain' }, RAW.subarray(0, 2 ** 16)),
    }),
  },
  {
    id: 'entropy.health.all',
    unit: 'sample/s',
    what: 'all health tests over packed bits: 128 lags, predictor, replay and 4096 single cells too',
    against: 'plain TypeScript twin',
    repetitions: 5,
    prepare: () => ({
      subject: health({ layout: { rows: 64, columns: 64 } }),
      reference: health({ layout: { rows: 64, columns: 64 }, engine: 'plain' }, RAW.subarray(0, 2 ** 14)),
    }),
  },
  {
    id: 'entropy.condition',
    unit: 'byte/s',
    what: 'SHA-256 conditioning at H = 0.8, output',
    against: 'one call of node:crypto a digest',
    prepare: () => {
      const conditioner = new Conditioner(0.8);
      const out = new Uint8Array(OUT + 32);
      return {
        subject: { amount: OUT, work: () => void conditioner.push(RAW) },
        reference: {
          amount: OUT,
          work: () => {
            let at = 0;
            for (let from = 0; from + 50 <= RAW.length; from += 50, at += 32)
              out.set(hash('sha256', RAW.subarray(from, from + 58), 'buffer'), at);
          },
        },
      };
    },
  },
  {
    id: 'entropy.conditioned',
    unit: 'byte/s',
    what: 'a tap from raw bits to conditioned output, the two approved tests, H = 0.8',
    against: 'all tests',
    prepare: () => ({ subject: tap('conditioned', 'approved', OUT), reference: tap('conditioned', 'all', OUT) }),
  },
  {
    id: 'entropy.drbg',
    unit: 'byte/s',
    what: 'CTR_DRBG AES-256, requests of 64 KiB',
    against: 'HMAC_DRBG SHA-256',
    prepare: () => {
      const seed = new Uint8Array(48).fill(1);
      const side = (drbg: CtrDrbg | HmacDrbg): Side => ({ amount: 65536, work: () => void drbg.generate(65536) });
      return { subject: side(new CtrDrbg(seed)), reference: side(new HmacDrbg(seed)) };
    },
  },
  {
    id: 'entropy.drbg.tap',
    unit: 'byte/s',
    what: 'a tap from raw bits to output of its generator, all tests, 32 bytes a byte of seed',
    prepare: () => ({ subject: tap('drbg', 'all', OUT * 32) }),
  },
];
