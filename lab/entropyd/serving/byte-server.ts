/** A stream of bytes to many clients: every byte to one of them, in turn, a chunk each. */
import { createServer, type Server, type Socket } from 'node:net';
import type { Clock, Timer } from '../../../base/index.js';
import { Seat } from './seat.js';
import { TokenBucket } from './token-bucket.js';

/** Where bytes come from. */
export interface ByteSupply {
  /** Up to `count` bytes that nobody else gets, in fresh memory; undefined while there are none. */
  take(count: number): Uint8Array | undefined;
}

/** What clients can take; the fields are those of the configuration. */
export interface ServerLimits {
  readonly clients: number;
  readonly waiting: number;
  readonly stallS: number;
  readonly chunkBytes: number;
  readonly bytesPerSecond: number;
  readonly clientBytesPerSecond: number;
}

/** What there is to tell of a client. */
export interface ServerNote {
  readonly kind: 'connected' | 'left' | 'refused' | 'dropped';
  readonly client: string;
  /** Bytes that it got. */
  readonly bytes: number;
}

/** Counts since the start. */
export interface ServerCounts {
  readonly connected: number;
  readonly refused: number;
  readonly dropped: number;
  readonly bytes: number;
}

/** Bytes of a client that this process holds until the system takes them, beside one chunk. */
const HELD_BYTES = 16 * 1024;
/** Time between two looks for a place while somebody waits for one, s. */
const LOOK_S = 1;

/** The server. It is closed at first. */
export class ByteServer {
  readonly #supply: ByteSupply;
  readonly #limits: ServerLimits;
  readonly #clock: Clock;
  readonly #onNote: (note: ServerNote) => void;
  readonly #seats = new Set<Seat>();
  /** Clients that take bytes, the next one first. */
  readonly #ready = new Set<Seat>();
  /** With what takes them out when they leave. */
  readonly #waiting = new Map<Socket, () => void>();
  readonly #resting = new Map<Seat, Timer>();
  readonly #total: TokenBucket;
  #pause: Timer | undefined;
  #look: Timer | undefined;
  #open = false;
  #numbers = 0;
  #counts = { connected: 0, refused: 0, dropped: 0, bytes: 0 };

  constructor(options: {
    readonly supply: ByteSupply;
    readonly limits: ServerLimits;
    readonly clock: Clock;
    readonly onNote?: (note: ServerNote) => void;
  }) {
    this.#supply = options.supply;
    this.#limits = options.limits;
    this.#clock = options.clock;
    this.#onNote = options.onNote ?? (() => undefined);
    this.#total = new TokenBucket(options.clock, options.limits.bytesPerSecond);
  }

  get counts(): ServerCounts {
    return this.#counts;
  }

  /** Clients now. */
  get clients(): number {
    return this.#seats.size;
  }

  /** Connections that wait for a place. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** A server of the system whose connections become clients. */
  listener(kind: string): Server {
    return createServer({ highWaterMark: HELD_BYTES }, (socket) => this.accept(socket, kind));
  }

  /** Serves from now on. */
  open(): void {
    this.#open = true;
    this.pump();
  }

  /** Ends every connection at once, with whatever of theirs this process still holds; new ones end as soon as they come. */
  close(): void {
    this.#open = false;
    for (const seat of [...this.#seats]) seat.socket.destroy();
    for (const socket of [...this.#waiting.keys()]) socket.destroy();
    this.#pause?.cancel();
    this.#pause = undefined;
  }

  /** Takes in a connection. */
  accept(socket: Socket, kind: string): void {
    const name = `${kind}#${++this.#numbers}`;
    // A client that is gone is no failure of ours.
    socket.on('error', () => undefined);
    if (!this.#open) {
      this.#refuse(socket, name);
      return;
    }
    if (this.#seats.size < this.#limits.clients || this.#makeRoom()) {
      this.#seat(socket, name);
      return;
    }
    if (this.#waiting.size >= this.#limits.waiting) {
      this.#refuse(socket, name);
      return;
    }
    const left = (): void => void this.#waiting.delete(socket);
    this.#waiting.set(socket, left);
    socket.once('close', left);
    socket.resume();
    this.#lookForRoom();
  }

  /** Hands out what there is, as far as clients take it. */
  pump(): void {
    const { chunkBytes } = this.#limits;
    while (this.#open && this.#pause === undefined) {
      const [seat] = this.#ready;
      if (seat === undefined) return;
      const wanted = seat.turnLeft > 0 ? seat.turnLeft : chunkBytes;
      const own = seat.bucket.allow(wanted);
      if (own === 0) {
        this.#rest(seat, wanted);
        continue;
      }
      const count = this.#total.allow(own);
      if (count === 0) {
        this.#pause = this.#clock.setTimer(this.#total.waitS(own), () => {
          this.#pause = undefined;
          this.pump();
        });
        return;
      }
      const piece = this.#supply.take(count);
      if (piece === undefined) return;
      this.#give(seat, piece, wanted);
    }
  }

  #give(seat: Seat, piece: Uint8Array, wanted: number): void {
    seat.bucket.spend(piece.length);
    this.#total.spend(piece.length);
    this.#counts.bytes += piece.length;
    const more = seat.write(piece, this.#clock.now());
    seat.turnLeft = wanted - piece.length;
    // A turn ends with its chunk, so that short pieces are no disadvantage.
    if (more && seat.turnLeft > 0) return;
    this.#ready.delete(seat);
    if (more) this.#ready.add(seat);
    else seat.turnLeft = 0;
  }

  /** A client that has had its share of the second. */
  #rest(seat: Seat, wanted: number): void {
    this.#ready.delete(seat);
    const timer = this.#clock.setTimer(seat.bucket.waitS(wanted), () => {
      this.#resting.delete(seat);
      this.#ready.add(seat);
      this.pump();
    });
    this.#resting.set(seat, timer);
  }

  #seat(socket: Socket, name: string): void {
    const seat = new Seat(socket, name, this.#clock, this.#limits.clientBytesPerSecond);
    this.#seats.add(seat);
    this.#ready.add(seat);
    this.#counts.connected++;
    this.#note('connected', seat);
    // What a client says does not matter, only that it is there.
    socket.resume();
    socket.on('drain', () => {
      seat.blockedAt = undefined;
      if (!this.#seats.has(seat) || this.#resting.has(seat)) return;
      this.#ready.add(seat);
      this.pump();
    });
    socket.once('close', () => {
      this.#resting.get(seat)?.cancel();
      this.#resting.delete(seat);
      this.#ready.delete(seat);
      if (!this.#seats.delete(seat)) return;
      this.#note('left', seat);
      this.#fill();
    });
    this.pump();
  }

  #refuse(socket: Socket, name: string): void {
    this.#counts.refused++;
    this.#onNote({ kind: 'refused', client: name, bytes: 0 });
    socket.resume();
    socket.destroySoon();
  }

  /** Places that became free, to those who wait. */
  #fill(): void {
    for (const [socket, left] of [...this.#waiting]) {
      if (!this.#open || this.#seats.size >= this.#limits.clients) return;
      this.#waiting.delete(socket);
      socket.off('close', left);
      this.#seat(socket, `waited#${++this.#numbers}`);
    }
  }

  /** Drops the client that has read nothing for longest, if that is long enough. */
  #makeRoom(): boolean {
    const limit = this.#clock.now() - this.#limits.stallS;
    let worst: Seat | undefined;
    for (const seat of this.#seats)
      if (seat.blockedAt !== undefined && seat.blockedAt <= limit && seat.blockedAt < (worst?.blockedAt ?? Infinity))
        worst = seat;
    if (worst === undefined) return false;
    this.#counts.dropped++;
    this.#note('dropped', worst);
    this.#seats.delete(worst);
    worst.socket.destroy();
    return true;
  }

  #lookForRoom(): void {
    this.#look ??= this.#clock.setTimer(LOOK_S, () => {
      this.#look = undefined;
      if (this.#waiting.size === 0) return;
      if (this.#open && this.#makeRoom()) this.#fill();
      if (this.#waiting.size > 0) this.#lookForRoom();
    });
  }

  #note(kind: ServerNote['kind'], { name, bytes }: Seat): void {
    this.#onNote({ kind, client: name, bytes });
  }
}
