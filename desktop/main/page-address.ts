/** The address of the page, and which file an address means. */
import { pagePath } from '../server/page-path.js';

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
 * Which file below the folder of the page an address means.
 * @returns undefined for whatever is not plainly a file of the page: another host, or a name that {@link pagePath} refuses
 */
export function pageFile(address: string): string | undefined {
  return isPageAddress(address) ? pagePath(new URL(address).pathname) : undefined;
}
