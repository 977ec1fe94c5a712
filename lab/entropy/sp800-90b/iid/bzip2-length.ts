import BZip2 from 'bzip2-wasm';

/** Gives the length of bytes as bzip2 compresses them at level 5. */
export type CompressedLength = (bytes: Uint8Array) => number;

const LEVEL = 5;
let loading: Promise<CompressedLength> | undefined;

/** Loads libbz2 1.0.8: the lengths are those of `bzip2 -5`. */
export function loadBzip2(): Promise<CompressedLength> {
  loading ??= load();
  return loading;
}

async function load(): Promise<CompressedLength> {
  // The package leaves names of CommonJS on the global object; nobody else shall find them there.
  const before = ['__dirname', 'require'].map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  const bzip2 = new BZip2();
  try {
    await bzip2.init();
  } finally {
    for (const [name, descriptor] of before) {
      Reflect.deleteProperty(globalThis, name);
      if (descriptor !== undefined) Object.defineProperty(globalThis, name, descriptor);
    }
  }
  // bzip2 promises to need no more than 1 % and 600 bytes beyond the input.
  return (bytes) => bzip2.compress(bytes, LEVEL, Math.ceil(bytes.length * 1.01) + 600).length;
}
