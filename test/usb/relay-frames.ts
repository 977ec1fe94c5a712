/** What the relay in the guest and the host say to each other: a type, a length, bytes. */

/** `open`, `data` and `close` come from the host; `opened`, `data`, `closed` and `refused` from the relay. The last two carry an error as JSON, or nothing. */
export const RELAY = { open: 1, data: 2, close: 3, opened: 4, closed: 5, refused: 6 } as const;

const HEADER_BYTES = 5;

export function relayFrame(type: number, payload: Uint8Array = new Uint8Array(0)): Buffer {
  const frame = Buffer.alloc(HEADER_BYTES + payload.length);
  frame[0] = type;
  frame.writeUInt32LE(payload.length, 1);
  frame.set(payload, HEADER_BYTES);
  return frame;
}

/** Cuts a stream into frames. */
export class RelayReader {
  readonly #receive: (type: number, payload: Buffer) => void;
  #rest: Buffer = Buffer.alloc(0);

  constructor(receive: (type: number, payload: Buffer) => void) {
    this.#receive = receive;
  }

  push(bytes: Buffer): void {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    while (this.#rest.length >= HEADER_BYTES) {
      const end = HEADER_BYTES + this.#rest.readUInt32LE(1);
      if (this.#rest.length < end) return;
      const frame = this.#rest.subarray(0, end);
      this.#rest = this.#rest.subarray(end);
      this.#receive(frame[0]!, frame.subarray(HEADER_BYTES));
    }
  }
}
