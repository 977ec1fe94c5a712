/** The address of the page, and which file an address means. */
import { realpath } from 'node:fs/promises';
import { join, relative, isAbsolute, sep } from 'node:path';

/** `app:`, without the colon. */
export const PAGE_SCHEME = 'app';
export const PAGE_HOST = 'spindrift';
export const PAGE_ORIGIN = `${PAGE_SCHEME}://${PAGE_HOST}`;

/** Whether an address is one of our page. The `origin` of a URL is of no use here: Node knows no origins but those of the web. */
export function isPageAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url?.protocol === `${PAGE_SCHEME}:` && url.host === PAGE_HOST && url.username === '' && url.password === '';
}

/**
 * Which file below the folder of the page an address means, as a relative path with `/`.
 * @returns undefined for whatever is not plainly a file of the page: another host, encoded or literal `..`, hidden names, backslashes, drives
 */
export function pageFile(address: string): string | undefined {
  if (!isPageAddress(address)) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    return undefined;
  }
  // A URL has resolved `..` already; what is left of dots, backslashes and percent signs was hidden on purpose.
  if (!/^\/[\w\-./]*$/.test(path)) return undefined;
  const segments = path.slice(1).split('/');
  if (segments.length === 1 && segments[0] === '') return 'index.html';
  if (segments.some((segment) => segment === '' || segment.startsWith('.'))) return undefined;
  return segments.join('/');
}

/**
 * The file itself, links resolved.
 * @returns undefined when there is none, or it lies outside the folder
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
