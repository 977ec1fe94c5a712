const KEY = 'spindrift.token';

/**
 * The token of the browser shell: given once in the address, kept for this tab only, and taken out of the address so that it is in no history, bookmark
 * or picture of the screen.
 */
export function takeToken(): string {
  const url = new URL(location.href);
  const given = url.searchParams.get('token');
  if (given !== null) {
    sessionStorage.setItem(KEY, given);
    url.searchParams.delete('token');
    history.replaceState(null, '', url);
  }
  return given ?? sessionStorage.getItem(KEY) ?? '';
}
