/** Which file of the page a request means. */
import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';

/**
 * The file that the target of a request names, as a path below the page's folder with `/`.
 *
 * Strict rather than clever: names of the page's files consist of letters, digits, `-`, `_` and `.`, so that whatever else there is
 * (percent signs, backslashes, `..`, empty or hidden names, drives, another host) names no file of ours.
 * @param target as it stands in the request line, with its query
 * @returns undefined for whatever is not plainly a file of the page
 */
export function pagePath(target: string): string | undefined {
  const [path = ''] = target.split('?');
  if (path === '/') return 'index.html';
  if (path.length > 1000 || !/^(?:\/[\w-][\w.-]*)+$/.test(path)) return undefined;
  return path.slice(1);
}

/**
 * The file itself, with links followed.
 * @returns undefined when there is none, or when it lies outside the folder
 */
export async function fileInside(folder: string, file: string): Promise<string | undefined> {
  try {
    const [root, path] = await Promise.all([realpath(folder), realpath(join(folder, file))]);
    const inner = relative(root, path);
    return inner === '' || inner === '..' || inner.startsWith(`..${sep}`) || isAbsolute(inner) ? undefined : path;
  } catch {
    return undefined;
  }
}
