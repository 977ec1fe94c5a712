// Packs the application for this system: builds dist/, writes what the packages need besides, and calls electron-builder.
//   npm run dist                    packages of this system
//   npm run dist -- --linux deb     arguments of electron-builder
//   npm run dist -- --offline       packs with a stub in place of Electron, to see what is in it
//   --no-build                      takes dist/ as it is
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findElectronRuntime } from './lib/electron-runtime.mjs';
import { root } from './lib/root.mjs';
import { thirdPartyLicences } from './lib/third-party-licences.mjs';

const require = createRequire(import.meta.url);
const own = ['--offline', '--no-build'];
const rest = process.argv.slice(2).filter((arg) => !own.includes(arg));
const offline = process.argv.includes('--offline');

// Through a link electron-builder finds only part of what packages need, and says so in a warning at most.
if (lstatSync(join(root, 'node_modules')).isSymbolicLink())
  fail('node_modules is a link; packing needs an installation of its own: npm ci');

if (!process.argv.includes('--no-build')) run(join(root, 'scripts/build.mjs'), []);
if (!existsSync(join(root, 'dist/desktop/main/index.js'))) fail('dist/ is not built: leave out --no-build');

const packaging = join(root, 'dist', 'packaging');
mkdirSync(packaging, { recursive: true });
writeFileSync(join(packaging, 'third-party-licences.txt'), thirdPartyLicences());
writeFileSync(join(packaging, 'after-install.tpl'), afterInstall());

const builder = require.resolve('electron-builder/cli.js');
if (offline) {
  makeStub(join(packaging, 'stub'));
  rmSync(join(packaging, 'offline'), { recursive: true, force: true });
  run(builder, ['--linux', '--dir', '-c', 'electron-builder.offline.yml', ...rest]);
  console.log('packed with a stub into dist/packaging/offline: nothing of it can be started');
} else {
  const runtime = findElectronRuntime();
  const local = 'dist' in runtime ? [`-c.electronDist=${runtime.dist}`] : [];
  console.log(
    'dist' in runtime ? `Electron of ${runtime.source}: ${runtime.dist}` : 'electron-builder will fetch Electron',
  );
  const status = run(builder, ['-c', 'electron-builder.yml', ...local, ...rest], { mayFail: true });
  if (status !== 0 && 'reason' in runtime) {
    fail(
      `nothing was packed. If Electron could not be fetched: ${runtime.reason}. \`npm run dist -- --offline\` shows what would be packed.`,
      status,
    );
  }
  process.exit(status);
}

function run(script, args, { mayFail = false } = {}) {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0 && !mayFail) process.exit(status ?? 1);
  return status ?? 1;
}

function fail(text, status = 1) {
  console.error(text);
  process.exit(status);
}

/** What a deb does after it was unpacked: electron-builder's own script, then ours. */
function afterInstall() {
  const theirs = require.resolve('app-builder-lib/templates/linux/after-install.tpl', {
    paths: [require.resolve('electron-builder/package.json')],
  });
  return readFileSync(theirs, 'utf8') + readFileSync(join(root, 'desktop/packaging/udev-reload.sh'), 'utf8');
}

/** Files with the names that electron-builder looks for in a release of Electron, and nothing in them. */
function makeStub(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const version = /electronVersion: (\S+)/.exec(readFileSync(join(root, 'electron-builder.yml'), 'utf8'))[1];
  for (const [name, text] of [
    ['electron', ''],
    ['version', version],
    ['LICENSE', ''],
    ['LICENSES.chromium.html', ''],
    ['chrome-sandbox', ''],
  ])
    writeFileSync(join(folder, name), text);
  chmodSync(join(folder, 'electron'), 0o755);
}
