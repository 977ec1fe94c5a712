import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's folder: the nearest above this module that holds a package.json, compiled or not. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) return process.cwd();
    folder = above;
  }
  return folder;
}

/** The denoiser that comes with the project. */
export function builtInDenoiserPath(): string {
  return join(packageRoot(), 'models', 'mnist-mixer.spm');
}

/** The classifier and reference statistics that come with the project. */
export function builtInJudgePath(): string {
  return join(packageRoot(), 'models', 'mnist-judge.spm');
}
