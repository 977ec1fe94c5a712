import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { loadFonts } from './font.js';

let ready: Promise<void> | undefined;

async function initialise(): Promise<void> {
  const path = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(await readFile(path));
}

/** Turns an SVG document into a PNG. Only the fonts that come with the program are used. */
export async function rasterise(svg: string, scale: number): Promise<Uint8Array> {
  ready ??= initialise();
  const [fonts] = await Promise.all([loadFonts(), ready]);
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontBuffers: [fonts.regular.bytes, fonts.bold.bytes], defaultFontFamily: 'DejaVu Sans' },
  });
  try {
    const image = resvg.render();
    const png = image.asPng();
    image.free();
    return png;
  } finally {
    resvg.free();
  }
}
