import type { Socket } from 'node:net';
import type { Clock } from '../../../base/index.js';
import { TokenBucket } from './token-bucket.js';

/** One client and what it has got. */
export class Seat {
  readonly socket: Socket;
  readonly name: string;
  readonly bucket: TokenBucket;
  /** Bytes handed over. */
  bytes = 0;
  /** Bytes that are left of its turn. */
  turnLeft = 0;
  /** Since when it takes nothing, in the clock's terms. */
  blockedAt: number | undefined;

  constructor(socket: Socket, name: string, clock: Clock, rate: number) {
    this.socket = socket;
    this.name = name;
    this.bucket = new TokenBucket(clock, rate);
  }

  /** @returns whether it takes more at once */
  write(piece: Uint8Array, now: number): boolean {
    this.bytes += piece.length;
    const more = this.socket.write(piece);
    if (!more) this.blockedAt ??= now;
    return more;
  }
}
