// The firmware builds to the same bytes wherever it is built: two copies of its sources in two folders must give one UF2, and the product's
// is that of firmware-host/firmware/release, if there is one. Skips, and says so, where the cross compiler is missing.
// `node scripts/check-firmware.mjs [APPLICATION]`; see DEFAULT_APPLICATION.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_APPLICATION, buildFirmware, compilerVersion, sourceFolders } from './lib/firmware-build.mjs';
import { root } from './lib/root.mjs';

const version = compilerVersion();
if (version === undefined) {
  console.log('skipped: no arm-none-eabi-gcc (apt-get install gcc-arm-none-eabi libnewlib-arm-none-eabi)');
  process.exit(0);
}
const source = join(root, 'firmware-host/firmware');
const release = join(source, 'release/spindrift.uf2');
const application = process.argv[2] ?? DEFAULT_APPLICATION;
const scratch = mkdtempSync(join(tmpdir(), 'spindrift-firmware-'));
try {
  const build = (name) => {
    const folder = join(scratch, name);
    for (const part of ['Makefile', ...sourceFolders(source, application)])
      cpSync(join(source, part), join(folder, part), { recursive: true });
    return buildFirmware({ folder, application, out: join(folder, 'out') });
  };
  const [first, second] = [build('one'), build('a-second-folder')];
  if (first.sha256 !== second.sha256) throw new Error('two folders give two images: something of the place is in it');
  console.log(`two builds of ${application} by gcc ${version} give ${first.sha256}`);
  if (application === 'product' && existsSync(release) && !readFileSync(release).equals(first.bytes))
    throw new Error(
      `release/spindrift.uf2 is not what these sources give with gcc ${version}; it was built as release/spindrift.uf2.txt says. ` +
        'After a change of the firmware: npm run firmware -- --release',
    );
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true });
}
