/** Raw blocks for study: each a line of JSON that says what is known of it, then its bytes. Never for use. */
import { createServer, type Server, type Socket } from 'node:net';
import type { StreamBlock } from '../../../firmware-host/host/index.js';
import { NOT_ENTROPY_MARK } from '../../entropy/bit-record.js';

/** What the line before a block's bytes says. */
export interface RawHeader {
  readonly format: 'spindrift-raw';
  readonly version: 1;
  readonly board: string;
  readonly kind: string;
  readonly seq: number;
  /** Board clock since boot at its first bit, µs. */
  readonly timeUs: number;
  readonly bits: number;
  /** Bytes that follow the line; the first bit in the least significant place. */
  readonly bytes: number;
  /** Blocks that the board or the way to it lost just before. */
  readonly gap: number;
  /** Blocks that were left out for this reader just before, because it was too slow. */
  readonly skipped: number;
  readonly unhealthy: boolean;
  readonly paused: boolean;
  readonly notEntropy: boolean;
  readonly mark?: typeof NOT_ENTROPY_MARK;
}

/** Bytes that wait for a reader before it misses blocks. */
const MOST_WAITING = 1024 * 1024;
const MOST_CLIENTS = 16;

/** Gives every reader every block, as fast as it reads; what it is too slow for is left out and counted, and holds nobody up. */
export class RawServer {
  readonly #readers = new Map<Socket, number>();

  get clients(): number {
    return this.#readers.size;
  }

  listener(): Server {
    return createServer((socket) => this.accept(socket));
  }

  accept(socket: Socket): void {
    socket.on('error', () => undefined);
    socket.resume();
    if (this.#readers.size >= MOST_CLIENTS) {
      socket.destroySoon();
      return;
    }
    this.#readers.set(socket, 0);
    socket.once('close', () => this.#readers.delete(socket));
  }

  /** Hands out a block. */
  push(board: { readonly serial: string; readonly kind: string }, block: StreamBlock): void {
    for (const [socket, skipped] of this.#readers) {
      if (socket.writableLength > MOST_WAITING) {
        this.#readers.set(socket, skipped + 1);
        continue;
      }
      const { seq, timeUs, bits, bytes, gap, unhealthy, paused, notEntropy } = block;
      const header: RawHeader = {
        format: 'spindrift-raw',
        version: 1,
        board: board.serial,
        kind: board.kind,
        ...{ seq, timeUs, bits, bytes: bytes.length, gap, skipped, unhealthy, paused, notEntropy },
        ...(notEntropy ? { mark: NOT_ENTROPY_MARK } : {}),
      };
      socket.write(`${JSON.stringify(header)}\n`);
      // A copy: the block goes on to the tap.
      socket.write(Uint8Array.from(bytes));
      this.#readers.set(socket, 0);
    }
  }

  close(): void {
    for (const socket of this.#readers.keys()) socket.destroy();
  }
}
