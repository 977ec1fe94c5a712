// Compiles the TypeScript tree to dist/, copies what tsc does not emit, and bundles the page.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

try {
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
} catch {
  process.exit(1);
}

/** Files that the compiled code reads at run time, beside the module that reads them. */
const copies = [
  { from: 'proto/gen', ending: ['.js', '.d.ts'] },
  { from: 'board-sim', ending: ['.json'] },
  { from: 'firmware-host/firmware/release', ending: ['.uf2'] },
  { from: 'desktop/icons', ending: ['256x256.png'] },
];
for (const { from, ending } of copies) copyTree(join(root, from), ending);

// The page of both desktop shells, and what connects it to the backend in a window of its own.
const { build } = await import('vite');
for (const part of ['renderer', 'preload'])
  await build({ configFile: join(root, 'desktop', part, 'vite.config.ts'), logLevel: 'warn' });

function copyTree(folder, endings) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !endings.some((e) => entry.name.endsWith(e))) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const target = join(root, 'dist', relative(root, path));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(path, target);
  }
}
