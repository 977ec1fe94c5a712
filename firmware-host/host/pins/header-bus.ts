/** The I²C bus of the auxiliary header. */
import { checkNumber } from '../../../base/index.js';
import { u64ToNumber, type ReplyMessage } from '../../../proto/index.js';
import type { Link } from '../link/link.js';
import { toWire } from '../units.js';
import { PIN_LIMITS } from './pin-table.js';
import { watch } from '../link/watch.js';

/** What to read from a device. */
export interface I2cReadOptions {
  /** Bytes to read, 1 to 64. */
  readonly count: number;
  /** Bytes written first, 0 to 8, for instance a register's number. */
  readonly prefix?: Uint8Array | readonly number[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What a watched device said. */
export interface I2cEvent {
  readonly address: number;
  /** The reader's own copy. */
  readonly bytes: Uint8Array;
  /** Number of the event from 0. */
  readonly seq: number;
  readonly boardTimeS: number;
}

/**
 * Devices on the bus of the auxiliary header. The board's own chips are on it too and cannot be reached by it (LimitError). A device that is not there,
 * or not in time, is a HardwareError. Calls take effect in their order.
 */
export class HeaderBus {
  readonly #link: Link;

  /** @internal */
  constructor(link: Link) {
    this.#link = link;
  }

  /**
   * Sets the clock of the bus, 100 kHz to 400 kHz; the board's own chips are then read at it too.
   * @throws TypeError, RangeError naming the argument.
   */
  async config(options: { readonly clockHz: number; readonly signal?: AbortSignal | undefined }): Promise<void> {
    const clockHz = checkNumber('clockHz', options.clockHz, { ...PIN_LIMITS.i2cClockHz, integer: true });
    await this.#link.call('i2cConfig', { clockHz }, 'i2cConfigReply', { signal: options.signal });
  }

  /**
   * Writes 1 to 64 bytes.
   * @throws TypeError, RangeError naming the argument; LimitError for an address of the board's own; HardwareError if nobody answers.
   */
  async write(address: number, bytes: Uint8Array | readonly number[], signal?: AbortSignal): Promise<void> {
    const message = { address: checkAddress(address), data: octets('bytes', bytes, PIN_LIMITS.i2cBytes) };
    await this.#link.call('i2cWrite', message, 'i2cWriteReply', { signal });
  }

  /**
   * Writes the prefix, if there is one, then reads.
   * @throws as {@link write}.
   */
  async read(address: number, options: I2cReadOptions): Promise<Uint8Array> {
    const reply = await this.#link.call('i2cRead', readMessage(address, options), 'i2cReadReply', {
      signal: options.signal,
    });
    return reply.data.slice();
  }

  /**
   * Repeats a {@link read} every `periodS` seconds (5 ms to 1 h) until the consumer leaves or the signal fires; a slow consumer gets the newest.
   * It is one of the session's few streams.
   * @throws as {@link write}; BoardBusyError if the session has no stream left.
   */
  watch(address: number, options: I2cReadOptions & { readonly periodS: number }): AsyncIterable<I2cEvent> {
    checkNumber('periodS', options.periodS, PIN_LIMITS.watchPeriodS);
    const message = { read: readMessage(address, options), periodMs: toWire('periodS', options.periodS, 'ms') };
    return watch(this.#link, 'watchI2c', message, {
      keep: 1,
      signal: options.signal,
      take: (reply) => (reply.body === 'watchI2cReply' ? eventOf(reply.watchI2cReply) : undefined),
    });
  }
}

function eventOf({ address, data, seq, tUs }: ReplyMessage<'watchI2cReply'>): I2cEvent {
  return { address, bytes: data.slice(), seq, boardTimeS: u64ToNumber(tUs) / 1e6 };
}

function readMessage(address: number, { count, prefix }: I2cReadOptions) {
  return {
    address: checkAddress(address),
    prefix: octets('prefix', prefix ?? [], PIN_LIMITS.i2cPrefixBytes),
    count: checkNumber('count', count, { ...PIN_LIMITS.i2cBytes, integer: true }),
  };
}

const checkAddress = (address: number): number =>
  checkNumber('address', address, { ...PIN_LIMITS.i2cAddress, integer: true });

function octets(
  name: string,
  bytes: Uint8Array | readonly number[],
  { min, max }: { readonly min: number; readonly max: number },
): Uint8Array {
  if (!(bytes instanceof Uint8Array) && !Array.isArray(bytes))
    throw new TypeError(`${name} must be a Uint8Array or an array of bytes`);
  if (bytes.length < min || bytes.length > max)
    throw new RangeError(`${name} must be ${min} to ${max} bytes, got ${bytes.length}`);
  return Uint8Array.from(bytes, (byte) => checkNumber(`a byte of ${name}`, byte, { min: 0, max: 255, integer: true }));
}
