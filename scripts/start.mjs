// Opens the application: in Electron where its runtime is installed, otherwise in the browser.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findElectronRuntime } from './lib/electron-runtime.mjs';
import { root } from './lib/root.mjs';

const args = process.argv.slice(2);
const electron = findElectronRuntime();
const main = join(root, 'dist/desktop/main/index.js');
const windows = 'executable' in electron && existsSync(main) && !args.includes('--browser');
if (!windows && !args.includes('--browser'))
  console.error(`${electron.reason ?? 'The application is not built'}. The same application opens in the browser.`);
const serve = [
  join(root, 'dist/cli/main.js'),
  'serve',
  '--at',
  '/generate/demo',
  ...args.filter((arg) => arg !== '--browser'),
];
const child = windows
  ? spawn(electron.executable, [root, ...args], { stdio: 'inherit' })
  : spawn(process.execPath, serve, { stdio: 'inherit' });
// Ctrl-C reaches the child by itself; this process ends when the child has put things in order.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
child.on('exit', (code) => process.exit(code === 130 ? 0 : (code ?? 1)));
