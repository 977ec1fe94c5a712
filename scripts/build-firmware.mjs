// Builds the board's firmware: ELF, raw image with its second boot stage sealed, UF2, map, and a report of what it takes.
// `node scripts/build-firmware.mjs [--application NAME] [--out FOLDER]`; see DEFAULT_APPLICATION; into firmware-host/firmware/build.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_APPLICATION, buildFirmware, compilerVersion } from './lib/firmware-build.mjs';
import { root } from './lib/root.mjs';

const { values } = parseArgs({
  options: { application: { type: 'string', default: DEFAULT_APPLICATION }, out: { type: 'string' } },
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
console.log(`deepest frames of single functions, bytes (-fstack-usage; the sum over a call path is not computed):`);
for (const { name, bytes } of built.frames.slice(0, 5)) console.log(`  ${name.padEnd(24)} ${bytes}`);
console.log(`${built.uf2}\n${built.sha256}  by arm-none-eabi-gcc ${version}`);
