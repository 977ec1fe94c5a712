// Builds the board's firmware: ELF, raw image with its second boot stage sealed, UF2, map, and a report of what it takes.
// `node scripts/build-firmware.mjs [--application NAME] [--out FOLDER]`; see DEFAULT_APPLICATION; into firmware-host/firmware/build.
// With `--release` the product's UF2 goes to firmware-host/firmware/release too, where everyone without the compiler finds it.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_APPLICATION, buildFirmware, compilerVersion } from './lib/firmware-build.mjs';
import { root } from './lib/root.mjs';

const { values } = parseArgs({
  options: {
    application: { type: 'string', default: DEFAULT_APPLICATION },
    out: { type: 'string' },
    release: { type: 'boolean', default: false },
  },
});
const firmware = join(root, 'firmware-host/firmware');
const version = compilerVersion();
if (version === undefined) {
  console.error(
    'no arm-none-eabi-gcc: apt-get install gcc-arm-none-eabi binutils-arm-none-eabi libnewlib-arm-none-eabi',
  );
  process.exit(1);
}
const built = buildFirmware({
  folder: firmware,
  application: values.application,
  out: resolve(values.out ?? join(firmware, 'build')),
});
const { stdout } = spawnSync('arm-none-eabi-size', ['-A', built.elf], { encoding: 'utf8' });
for (const line of stdout.split('\n').filter((text) => /^\.(boot2|loader|image|bss)\b/.test(text))) console.log(line);
console.log(`${built.uf2}\n${built.sha256}  by arm-none-eabi-gcc ${version}`);
if (values.release) {
  if (values.application !== DEFAULT_APPLICATION) throw new Error(`only ${DEFAULT_APPLICATION} is released`);
  const release = join(firmware, 'release');
  mkdirSync(release, { recursive: true });
  copyFileSync(built.uf2, join(release, 'spindrift.uf2'));
  writeFileSync(
    join(release, 'spindrift.uf2.txt'),
    `SHA-256 ${built.sha256}\narm-none-eabi-gcc ${version} (Debian 12, gcc-arm-none-eabi 15:12.2.rel1-1)\n`,
  );
  console.log('released: firmware-host/firmware/release');
}
