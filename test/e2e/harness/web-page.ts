/** The page of `test/web` as a browser is given it: nothing but its script, and rules as strict as the application's own. */
import { fileURLToPath } from 'node:url';
import type { Actions } from '../../web/actions.js';
import { bundle } from './bundle.js';

/** From this computer, so that the browser lets it use USB. */
export const PAGE_ORIGIN = 'http://localhost';
export const PAGE_HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>WebUSB</title><link rel="icon" href="data:,">
<script type="module" src="/page.js"></script></head><body><button>Connect</button></body></html>`;
export const PAGE_CSP = "default-src 'none'; script-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

/** The script of the page, or of the worker that it may start. */
export const pageScript = async (name: 'page' | 'worker' = 'page'): Promise<string> =>
  (await bundle(fileURLToPath(new URL(`../../web/${name}.ts`, import.meta.url)))).code;

/** What an action of the page takes and gives. */
export type ActionName = keyof Actions;
export type ActionArguments<K extends ActionName> = Parameters<Actions[K]>;
export type ActionResult<K extends ActionName> = Awaited<ReturnType<Actions[K]>>;

/** The text that calls an action in the page. */
export const actionCall = <K extends ActionName>(name: K, args: ActionArguments<K>): string =>
  `window.actions[${JSON.stringify(name)}](...${JSON.stringify(args)})`;

/** Products of a window of 8 x 8 cells, for both sides. */
export const PRODUCT_WINDOW = { tile: 0, rowFirst: 0, rows: 8, colFirst: 0, cols: 8 } as const;
export const PRODUCT_CELLS = Array.from({ length: 64 }, (_, i) => ((i * 5) >> 2) & 1);
export const PRODUCT_INPUTS = Array.from({ length: 8 * 200 }, (_, i) => (i * 7) % 16);
