import { ProtocolError } from '../../base/index.js';

/** Bytes of a MessagePack head beyond its first: of those that say how many bytes or elements follow, and of plain numbers. */
const LENGTH_BYTES: Readonly<Record<number, number>> = {
  ...{ 0xc4: 1, 0xc5: 2, 0xc6: 4, 0xc7: 1, 0xc8: 2, 0xc9: 4 },
  ...{ 0xd9: 1, 0xda: 2, 0xdb: 4, 0xdc: 2, 0xdd: 4, 0xde: 2, 0xdf: 4 },
};
const PLAIN_BYTES: Readonly<Record<number, number>> = {
  ...{ 0xca: 4, 0xcb: 8, 0xcc: 1, 0xcd: 2, 0xce: 4, 0xcf: 8, 0xd0: 1, 0xd1: 2, 0xd2: 4, 0xd3: 8 },
  ...{ 0xd4: 2, 0xd5: 3, 0xd6: 5, 0xd7: 9, 0xd8: 17 },
};

/**
 * Checks that lists and maps announce no more elements, all together, than the body has bytes for: a decoder makes room for what a list
 * announces, and lists within lists would have it make room for the square of what was sent.
 * @throws ProtocolError
 */
export function checkAnnounced(body: Uint8Array): void {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  let at = 0;
  /** Elements that were announced and have not come. */
  let due = 1;
  while (due > 0) {
    if (due > body.length - at) throw new ProtocolError('a body announces more than it brings');
    const head = body[at]!;
    at += 1;
    due -= 1;
    // Small numbers, nil, true and false are their head.
    if (head < 0x80 || head >= 0xe0 || (head >= 0xc0 && head <= 0xc3)) continue;
    if (head < 0x90) due += 2 * (head & 15);
    else if (head < 0xa0) due += head & 15;
    else if (head < 0xc0) at += head & 31;
    else if (PLAIN_BYTES[head] !== undefined) at += PLAIN_BYTES[head];
    else {
      const size = LENGTH_BYTES[head]!;
      if (at + size > body.length) throw new ProtocolError('a body announces more than it brings');
      const count = size === 1 ? view.getUint8(at) : size === 2 ? view.getUint16(at) : view.getUint32(at);
      at += size;
      if (head >= 0xde) due += 2 * count;
      else if (head >= 0xdc) due += count;
      // An extension has its type before its bytes.
      else at += count + (head >= 0xc7 && head <= 0xc9 ? 1 : 0);
    }
  }
}
