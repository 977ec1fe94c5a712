import { join } from 'node:path';

/** Where this system keeps settings of a user's programs. */
export function defaultConfigDir(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Spindrift');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Spindrift');
  // The XDG specification says that a relative path is to be ignored.
  const xdg = env.XDG_CONFIG_HOME;
  return join(xdg?.startsWith('/') === true ? xdg : join(home, '.config'), 'spindrift');
}
