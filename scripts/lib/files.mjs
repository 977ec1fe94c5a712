import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from './root.mjs';

const skipped = new Set(['node_modules', 'dist', '.git', 'runs', 'coverage', '.cache']);

/**
 * Every file of the repository that is not built, installed or produced by a run, as paths from the root with `/`.
 * @returns {string[]}
 */
export function repositoryFiles(folder = root) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      if (skipped.has(entry.name)) return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return repositoryFiles(path);
      return entry.isFile() ? [relative(root, path).split(sep).join('/')] : [];
    })
    .sort();
}
