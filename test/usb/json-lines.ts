/** Messages over a stream of bytes: one JSON text a line. */
import type { Readable, Writable } from 'node:stream';

/** Writes a message. */
export function sendJson(to: Writable, message: unknown): void {
  to.write(`${JSON.stringify(message)}\n`);
}

/** Calls back for each message, in order. */
export function onJson(from: Readable, receive: (message: unknown) => void): void {
  const parts: Buffer[] = [];
  from.on('data', (chunk: Buffer) => {
    for (let rest = chunk; ;) {
      const end = rest.indexOf(10);
      if (end < 0) {
        parts.push(rest);
        return;
      }
      parts.push(rest.subarray(0, end));
      const line = Buffer.concat(parts.splice(0)).toString();
      rest = rest.subarray(end + 1);
      receive(JSON.parse(line));
    }
  });
}

/** Bytes in JSON. */
export const toBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
export const fromBase64 = (text: string): Buffer => Buffer.from(text, 'base64');
