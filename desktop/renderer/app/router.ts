import { signal, type ReadonlySignal } from '@preact/signals';

/** Where the page is: `#/runs/2026-01-01-map?tab=ledger`. */
export interface Route {
  /** Id of the page; empty before the first. */
  readonly page: string;
  /** What follows it, decoded. */
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Reads the part of an address after `#`. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const [page = '', ...rest] = path
    .split('/')
    .filter((part) => part !== '')
    .map(decode);
  return { page, path: rest, query: Object.fromEntries(new URLSearchParams(query)) };
}

/** The address of a place, for `<a href>`. */
export function href(page: string, path: readonly string[] = [], query: Readonly<Record<string, string>> = {}): string {
  const parts = [page, ...path].map(encodeURIComponent).join('/');
  const search = new URLSearchParams(query).toString();
  return `#/${parts}${search === '' ? '' : `?${search}`}`;
}

const current = signal<Route>({ page: '', path: [], query: {} });

/** The place of the moment. */
export const route: ReadonlySignal<Route> = current;

/** Goes to a place. @param replace leaves no step back to the place before */
export function navigate(
  page: string,
  path: readonly string[] = [],
  query: Readonly<Record<string, string>> = {},
  replace = false,
): void {
  const to = href(page, path, query);
  if (replace) history.replaceState(null, '', to);
  else history.pushState(null, '', to);
  current.value = parseRoute(to);
}

/** Follows the address from now on. @param fallback the page where none is named */
export function startRouter(fallback: string): void {
  const read = (): void => {
    const next = parseRoute(location.hash);
    if (next.page === '') navigate(fallback, [], {}, true);
    else current.value = next;
  };
  window.addEventListener('hashchange', read);
  window.addEventListener('popstate', read);
  read();
}
