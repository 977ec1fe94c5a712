// Where Electron's runtime is, if it is on this machine at all. The `electron` package is never loaded: loading it fetches the runtime on the spot.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const executables = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
  linux: 'electron',
};

/**
 * @returns {{ dist: string, executable: string, source: string } | { reason: string }} folder and program of the runtime, or why there is none
 */
export function findElectronRuntime(
  env = process.env,
  platform = process.platform,
  packageFolder = join(root, 'node_modules', 'electron'),
) {
  const name = executables[platform] ?? 'electron';
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override !== undefined && override !== '') {
    const executable = join(override, name);
    return existsSync(executable)
      ? { dist: override, executable, source: 'ELECTRON_OVERRIDE_DIST_PATH' }
      : { reason: `ELECTRON_OVERRIDE_DIST_PATH names ${override}, where there is no ${name}` };
  }
  const dist = join(packageFolder, 'dist');
  const executable = join(dist, name);
  if (existsSync(executable)) return { dist, executable, source: 'the installed package' };
  return {
    reason: `Electron ${wantedVersion(packageFolder)} is not on this machine; \`npx electron --version\` fetches it where that is permitted, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked release`,
  };
}

function wantedVersion(packageFolder) {
  try {
    return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version;
  } catch {
    return '(package not installed)';
  }
}
