/** Where the checkout is, from its sources as from dist/. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function checkoutAbove(file: string): string {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error(`no package.json above ${file}`);
  }
}

export const checkout = checkoutAbove(fileURLToPath(import.meta.url));
/** Packages, what was unpacked of them, and the last boots' consoles. Not committed. */
export const cache = join(checkout, '.cache', 'usb-rig');
