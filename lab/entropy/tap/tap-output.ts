import { UsageError } from '../../../base/index.js';
import { Conditioner } from '../condition/conditioner.js';
import { Debias, debiasedCredit } from '../debias/debias.js';
import { SeededOutput } from './seeded-output.js';
import type { TapOptions } from './tap-types.js';

/** What becomes of raw bytes once their tests are over: debiasing, conditioning, generator, as the mode wants. */
export class TapOutput {
  readonly #mode: TapOptions['mode'];
  readonly #debias: Debias | undefined;
  readonly #conditioner: Conditioner | undefined;
  readonly #seeded: SeededOutput | undefined;
  /** Min-entropy that one bit at the conditioner's entrance is credited. */
  readonly #credit: number;
  assumedBits = 0;
  conditionedBytes = 0;

  /** @throws UsageError for debiasing without an assessment of its output ahead of a conditioner, or a `debiased` tap that is told nothing of how */
  constructor(options: TapOptions) {
    const { mode, debias, assessment, conditioner, drbg, expansion, personalisation } = options;
    this.#mode = mode;
    const conditions = mode === 'conditioned' || mode === 'drbg';
    if (mode === 'debiased' && debias === undefined)
      throw new UsageError('a debiased tap must be told how', {
        nextStep: 'Give it xor or vonNeumann and a distance.',
      });
    if (conditions && debias !== undefined && debias.minEntropy === undefined)
      throw new UsageError('debiased bits have no credit without an assessment of their own', {
        nextStep: 'Assess at least 1,000,000 debiased bits, or condition raw bits.',
      });
    this.#debias = mode === 'raw' || debias === undefined ? undefined : new Debias(debias.kind, debias.distance);
    this.#credit =
      debias === undefined ? assessment.minEntropy : debiasedCredit(assessment.minEntropy, debias.minEntropy);
    this.#conditioner = conditions ? new Conditioner(this.#credit, conditioner) : undefined;
    this.#seeded = mode === 'drbg' ? new SeededOutput(drbg, expansion, personalisation) : undefined;
  }

  get reseeds(): number {
    return this.#seeded?.seedings ?? 0;
  }

  get bytesSinceReseed(): number {
    return this.#seeded?.bytesSinceReseed ?? 0;
  }

  /** Takes tested raw bytes; returns what may leave for them. */
  push(raw: Uint8Array): Uint8Array {
    if (this.#mode === 'raw') return raw;
    const bytes = this.#debias === undefined ? raw : this.#debias.push(raw, raw.length * 8);
    this.assumedBits += bytes.length * 8 * this.#credit;
    if (this.#conditioner === undefined) return bytes;
    const digests = this.#conditioner.push(bytes);
    this.conditionedBytes += digests.length;
    return this.#seeded === undefined ? digests : this.#seeded.push(digests);
  }

  /** Throws away everything that waits; the generator gives nothing more before a reseed. */
  flush(): void {
    this.#debias?.flush();
    this.#conditioner?.flush();
    this.#seeded?.forget();
  }

  /** The same, and forgets the generator. */
  reset(): void {
    this.flush();
    this.#seeded?.reset();
  }
}
