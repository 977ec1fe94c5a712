/** The bus as johnny-five wants it. */
import type { EventEmitter } from 'node:events';
import type { PinClient } from './pin-client.js';

/** How often a device is read, s: often enough for johnny-five, seldom enough for the bus. */
const PERIOD_S = 0.02;

/** Readings and writings of devices on the header's bus. */
export class I2cFace {
  /** Time between the readings that are begun from now on, s. */
  periodS = PERIOD_S;
  readonly #client: PinClient;
  readonly #events: EventEmitter;
  readonly #reading = new Set<string>();

  /** @param events where `i2c-reply-ADDRESS-REGISTER` is emitted */
  constructor(client: PinClient, events: EventEmitter) {
    this.#client = client;
    this.#events = events;
  }

  write(address: number, bytes: readonly number[]): void {
    const data = [...bytes];
    this.#client.once((board) => board.pins.i2c.write(address, data));
  }

  /** Again and again; who reads the same twice has one reading. */
  read(address: number, register: number | undefined, count: number, callback: (bytes: number[]) => void): void {
    const event = nameOf(address, register);
    this.#events.on(event, callback);
    const reading = `${event}/${count}`;
    if (this.#reading.has(reading)) return;
    this.#reading.add(reading);
    const options = { count, prefix: prefixOf(register) };
    const { periodS } = this;
    this.#client.read({
      periodS,
      watch: async function* (board, signal) {
        for await (const { bytes } of board.pins.i2c.watch(address, { ...options, periodS, signal })) yield bytes;
      },
      ask: (board, signal) => board.pins.i2c.read(address, { ...options, signal }),
      take: (bytes) => this.#events.emit(event, [...bytes]),
    });
  }

  readOnce(address: number, register: number | undefined, count: number, callback: (bytes: number[]) => void): void {
    this.#client.once(async (board) => {
      const bytes = [...(await board.pins.i2c.read(address, { count, prefix: prefixOf(register) }))];
      this.#events.emit(nameOf(address, register), bytes);
      callback(bytes);
    });
  }
}

const nameOf = (address: number, register: number | undefined): string =>
  `i2c-reply-${address}${register === undefined ? '' : `-${register}`}`;

/** A register of more than a byte goes highest byte first. */
function prefixOf(register: number | undefined): number[] {
  if (register === undefined) return [];
  return register > 0xff ? [register >> 8, register & 0xff] : [register];
}
