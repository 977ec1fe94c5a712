/** Bytes into the kernel's pool, on a timer: a writable-ready event never comes once the pool is initialised (since Linux 5.18). */
import type { Clock, Timer } from '../../../base/index.js';

/** A device that takes bytes. */
export interface MixDevice {
  /** Mixes bytes in, credited as so many bits of entropy (0 = none). @returns the bits that were credited */
  mix(bytes: Uint8Array, bits: number): Promise<number>;
  close(): Promise<void>;
}

/** Where the bytes come from, and what they are worth. */
export interface MixSupply {
  readonly available: number;
  readonly notEntropy: boolean;
  /** Assessed min-entropy per bit, 0 to 1. */
  readonly minEntropyPerBit: number;
  take(count: number): Uint8Array | undefined;
}

/** How to mix. */
export interface KernelMixerOptions {
  readonly supply: MixSupply;
  readonly clock: Clock;
  readonly bytes: number;
  readonly everyS: number;
  readonly credit: boolean;
  readonly openDevice: () => Promise<MixDevice>;
  readonly onNote: (level: 'info' | 'warn', text: string) => void;
}

/** What has been mixed. */
export interface MixCounts {
  readonly times: number;
  readonly bytes: number;
  readonly creditedBits: number;
  readonly failures: number;
}

/** Time between two looks while there are no bytes to mix, s. */
const LOOK_S = 1;

/** Mixes now and then. What is not entropy is never mixed, credited or not. */
export class KernelMixer {
  readonly #options: KernelMixerOptions;
  #timer: Timer | undefined;
  #device: MixDevice | undefined;
  #closed = false;
  #working: Promise<void> = Promise.resolve();
  #counts = { times: 0, bytes: 0, creditedBits: 0, failures: 0 };

  constructor(options: KernelMixerOptions) {
    this.#options = options;
  }

  get counts(): MixCounts {
    return this.#counts;
  }

  /** Begins: the first bytes there are are mixed at once, for a machine that has just booted. */
  start(): void {
    this.#wait(0);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#timer?.cancel();
    await this.#working;
    await this.#device?.close();
    this.#device = undefined;
  }

  #wait(seconds: number): void {
    if (this.#closed) return;
    this.#timer = this.#options.clock.setTimer(seconds, () => {
      this.#working = this.#turn().then((mixed) => this.#wait(mixed ? this.#options.everyS : LOOK_S));
    });
  }

  /** @returns whether it was this time's turn, done or failed */
  async #turn(): Promise<boolean> {
    const { supply, bytes: count, credit, openDevice, onNote } = this.#options;
    if (supply.notEntropy || supply.available < count) return false;
    // Asked before the bytes are taken: afterwards another board may be the least.
    const { minEntropyPerBit } = supply;
    const bytes = supply.take(count);
    if (bytes === undefined) return false;
    try {
      this.#device ??= await openDevice();
      const bits = credit ? creditedBits(bytes.length, minEntropyPerBit) : 0;
      const credited = await this.#device.mix(bytes, bits);
      this.#counts.times++;
      this.#counts.bytes += bytes.length;
      this.#counts.creditedBits += credited;
    } catch (error) {
      this.#counts.failures++;
      onNote('warn', `the kernel took no bytes: ${error instanceof Error ? error.message : String(error)}`);
      await this.#device?.close().catch(() => undefined);
      this.#device = undefined;
    } finally {
      bytes.fill(0);
    }
    return true;
  }
}

/** Bits to credit: half of what was assessed, rounded down. */
export function creditedBits(bytes: number, minEntropyPerBit: number): number {
  return Math.floor(bytes * 8 * Math.min(1, Math.max(0, minEntropyPerBit)) * 0.5);
}
