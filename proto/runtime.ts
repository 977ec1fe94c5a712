/**
 * What Node has and a page does not. These files run in both, so nothing of Node may be imported: a bundler for pages would stop at it, or put a stub in
 * its place. `process.getBuiltinModule` (Node 20.16) asks at run time instead.
 */
interface NodeLike {
  readonly process?: { getBuiltinModule?(id: 'zlib'): Crc32 | undefined };
  readonly Buffer?: { allocUnsafeSlow?(this: void, length: number): Uint8Array<ArrayBuffer> };
}

interface Crc32 {
  crc32(bytes: Uint8Array, seed: number): number;
}

const { process, Buffer } = globalThis as NodeLike;

/** The parts that are there; undefined in a page. */
export const runtime = {
  zlib: process?.getBuiltinModule?.('zlib'),
  /** Room that is not cleared, in an ArrayBuffer of its own. */
  uncleared: Buffer?.allocUnsafeSlow,
} as const;
