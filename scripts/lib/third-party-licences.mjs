// The licences of everything that is packed: dependencies as they are installed, and what the page's build puts into its files.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Built into the page from development dependencies. */
const bundled = ['preact', '@preact/signals', '@preact/signals-core', 'lucide-static'];
/** Left out of the package by electron-builder.yml: johnny-five and the kernel's random device, with what only they need. */
export const leftOut =
  /^(johnny-five|serialport|@serialport|browser-serialport|firmata|nanotimer|temporal|koffi|@koromix|@types|ansi-styles|chalk|color-(convert|name)|has-flag|escape-string-regexp|supports-color|debug|ms|node-addon-api|lodash\.(clonedeep|debounce))($|\/|-)/;

/** Folders of the packages that are packed, `node_modules/…`. */
export function packedPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path.startsWith('node_modules/') && !dev && !devOptional)
    .map(([path]) => path)
    .filter((path) => !leftOut.test(path.slice('node_modules/'.length)));
}

/** One text with the licence of each package. */
export function thirdPartyLicences() {
  const paths = [...new Set([...packedPackages(), ...bundled.map((name) => `node_modules/${name}`)])].sort();
  const parts = paths.filter((path) => existsSync(join(root, path))).map(section);
  const head = `Spindrift contains the following packages, each under its own licence. Electron's and Chromium's are in LICENSE.electron.txt and LICENSES.chromium.html.\n`;
  return [head, ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}

function section(path) {
  const folder = join(root, path);
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return [`${name} ${version}: ${license ?? 'see its text'}`, ...texts].join('\n\n') + '\n';
}
