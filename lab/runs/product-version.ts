import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let known: Promise<string> | undefined;

/** The version of this program: of the package.json above this file, be it compiled or not. */
export function productVersion(): Promise<string> {
  known ??= findVersion(dirname(fileURLToPath(import.meta.url)));
  return known;
}

async function findVersion(folder: string): Promise<string> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}');
  const { name, version } = JSON.parse(text) as { name?: unknown; version?: unknown };
  if (name === 'spindrift' && typeof version === 'string') return version;
  const parent = dirname(folder);
  return parent === folder ? 'unknown' : findVersion(parent);
}
