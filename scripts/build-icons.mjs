// Draws desktop/icons/icon.svg in the sizes and formats that systems want: PNG, .ico (Windows), .icns (macOS). The pictures are committed;
// `--check` draws them again and compares bytes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { root } from './lib/root.mjs';

const require = createRequire(import.meta.url);
await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));

const folder = join(root, 'desktop', 'icons');
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
const png = new Map([16, 24, 32, 48, 64, 128, 256, 512, 1024].map((size) => [size, draw(size)]));

const files = new Map([
  ...[16, 24, 32, 48, 64, 128, 256, 512].map((size) => [`${size}x${size}.png`, png.get(size)]),
  ['icon.ico', ico([16, 24, 32, 48, 64, 128, 256])],
  [
    'icon.icns',
    icns({
      icp4: 16,
      icp5: 32,
      icp6: 64,
      ic07: 128,
      ic08: 256,
      ic09: 512,
      ic10: 1024,
      ic11: 32,
      ic12: 64,
      ic13: 256,
      ic14: 512,
    }),
  ],
]);

const check = process.argv.includes('--check');
let wrong = 0;
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of files) {
  const path = join(folder, name);
  if (!check) writeFileSync(path, bytes);
  else if (!same(path, bytes)) {
    wrong++;
    console.error(`${relative(root, path)} is not what icon.svg draws: run npm run icons`);
  }
}
console.log(`${files.size} pictures ${check ? 'compared' : 'drawn'}`);
process.exit(wrong > 0 ? 1 : 0);

function draw(size) {
  const resvg = new Resvg(svg, { fitTo: { mode: 'width', value: size } });
  try {
    return Buffer.from(resvg.render().asPng());
  } finally {
    resvg.free();
  }
}

/** A directory of pictures, each a PNG as Windows reads since Vista. */
function ico(sizes) {
  const head = Buffer.alloc(6 + 16 * sizes.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(sizes.length, 4);
  let offset = head.length;
  for (const [index, size] of sizes.entries()) {
    const at = 6 + 16 * index;
    head.writeUInt8(size % 256, at); // 0 stands for 256
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.get(size).length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.get(size).length;
  }
  return Buffer.concat([head, ...sizes.map((size) => png.get(size))]);
}

/** Apple's container: a type, a length and a PNG each. */
function icns(types) {
  const chunks = Object.entries(types).map(([type, size]) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(8 + png.get(size).length, 4);
    return Buffer.concat([head, png.get(size)]);
  });
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(8 + chunks.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...chunks]);
}

function same(path, bytes) {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}
