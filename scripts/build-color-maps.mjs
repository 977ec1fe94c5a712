// Writes the colour maps of the desktop's plots, 256 × 3 bytes each: `node scripts/build-color-maps.mjs`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { interpolateCividis, interpolateRdBu, interpolateViridis } from 'd3-scale-chromatic';
import { root } from './lib/root.mjs';

const maps = {
  viridis: interpolateViridis,
  cividis: interpolateCividis,
  // Blue is below the middle, red above.
  diverging: (t) => interpolateRdBu(1 - t),
};

const rows = Object.entries(maps).map(([name, color]) => {
  const bytes = Buffer.alloc(768);
  for (let level = 0; level < 256; level += 1) Buffer.from(channels(color(level / 255))).copy(bytes, 3 * level);
  return `  ${name}:\n    '${bytes.toString('base64')}',`;
});
const text = `// Written by scripts/build-color-maps.mjs; do not edit.
/** Colour maps as 256 × 3 bytes (red, green, blue) in base64. */
export const COLOR_TABLE = {
${rows.join('\n')}
} as const;
`;
writeFileSync(join(root, 'desktop', 'renderer', 'plot', 'color', 'color-table.ts'), text);

/** `rgb(r, g, b)` or `#rrggbb` as three numbers. */
function channels(color) {
  if (color.startsWith('#')) return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return color.match(/\d+/g).map(Number);
}
