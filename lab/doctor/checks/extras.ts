/** What only some uses need: a missing one never makes the command fail. */
import { fine, lacking, type Check } from '../check.js';
import type { Machine } from '../machine.js';

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const COMPILER = 'arm-none-eabi-gcc';

/** A browser of the family that tests are run with. */
export async function checkBrowser(machine: Machine): Promise<Check> {
  for (const name of BROWSERS) {
    const found = await findProgram(machine, name);
    if (found !== undefined) return fine('browser', found);
  }
  return lacking(
    'browser',
    `none of ${BROWSERS.join(', ')} is in the path`,
    'only tests of pages need one: on Debian apt-get install chromium',
  );
}

/** @param folders that may hold installed packages, nearest first */
export async function checkElectron(machine: Machine, folders: readonly string[]): Promise<Check> {
  for (const folder of folders) {
    const version = /"version"\s*:\s*"([^"]+)"/.exec(
      (await machine.readText(`${folder}/node_modules/electron/package.json`)) ?? '',
    )?.[1];
    if (version === undefined) continue;
    if ((await machine.readText(`${folder}/node_modules/electron/path.txt`)) !== undefined)
      return fine('electron', `Electron ${version}`);
    return lacking(
      'electron',
      `Electron ${version} is installed without its program`,
      'run `npx electron --version` once where downloads are allowed, or set ELECTRON_OVERRIDE_DIST_PATH',
    );
  }
  return lacking('electron', 'not installed', 'nothing in this version needs it: there is no desktop application yet');
}

/** The compiler of the firmware. */
export async function checkToolchain(machine: Machine): Promise<Check> {
  const found = await findProgram(machine, COMPILER);
  if (found !== undefined) return fine('toolchain', found);
  return lacking(
    'toolchain',
    `${COMPILER} is not in the path`,
    'only who changes the firmware needs it: on Debian apt-get install gcc-arm-none-eabi libnewlib-arm-none-eabi',
  );
}

async function findProgram(machine: Machine, name: string): Promise<string | undefined> {
  const names = machine.platform === 'win32' ? [`${name}.exe`] : [name];
  for (const folder of machine.path)
    for (const file of names) if (await machine.exists(`${folder}/${file}`)) return `${folder}/${file}`;
  return undefined;
}
