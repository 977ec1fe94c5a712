// Opens the application: in Electron where its runtime is installed, otherwise in the browser.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Electron's program, if it is there. Its own package would download it when asked. */
function electronProgram() {
  const folder = join(root, 'node_modules/electron');
  const named = join(folder, 'path.txt');
  const usual =
    { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';
  const program = join(
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'),
    existsSync(named) ? readFileSync(named, 'utf8').trim() : usual,
  );
  return existsSync(program) ? program : undefined;
}

const [args, electron] = [process.argv.slice(2), electronProgram()];
const main = join(root, 'dist/desktop/main/index.js');
const windows = electron !== undefined && existsSync(main) && !args.includes('--browser');
if (!windows && !args.includes('--browser'))
  console.error(
    'Electron is not installed (npx install-electron would do it); the same application opens in the browser.',
  );
const serve = [
  join(root, 'dist/cli/main.js'),
  'serve',
  '--at',
  '/generate/demo',
  ...args.filter((arg) => arg !== '--browser'),
];
const child = windows
  ? spawn(electron, [main, ...args], { stdio: 'inherit' })
  : spawn(process.execPath, serve, { stdio: 'inherit' });
// Ctrl-C reaches the child by itself; this process ends when the child has put things in order.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
child.on('exit', (code) => process.exit(code === 130 ? 0 : (code ?? 1)));
