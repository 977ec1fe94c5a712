import { spawn } from 'node:child_process';

/** What decides how a browser is opened. */
export interface Desk {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Program and arguments that open an address in the user's browser; undefined where there is no screen. */
export function browserOpener({ platform, env }: Desk, address: string): readonly [string, ...string[]] | undefined {
  if (platform === 'darwin') return ['open', address];
  // Not `start`: it is a command of the shell, to which `&` and `%` mean something.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  const screen = [env.DISPLAY, env.WAYLAND_DISPLAY].some((name) => name !== undefined && name !== '');
  return screen ? ['xdg-open', address] : undefined;
}

/**
 * Opens an address in the user's browser.
 * @returns whether the system's opener took it
 */
export async function openBrowser(address: string, desk: Desk): Promise<boolean> {
  const command = browserOpener(desk, address);
  if (command === undefined) return false;
  const [program, ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
