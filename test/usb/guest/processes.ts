/** Programs that a session runs in the guest. */
import { spawn, type ChildProcess } from 'node:child_process';
import { fromBase64, toBase64 } from '../json-lines.js';
import type { Command, GuestUser, Report } from '../messages.js';

/** Home and working folder of the programs; the checkout is read-only. */
export const HOME = '/run/home';
const NOBODY = '65534';

/** Without the last two a change of user alone leaves capabilities, with which every file opens. */
function asUser(user: GuestUser): readonly string[] {
  if (user === 'root') return [];
  const groups = user.nobody.length === 0 ? '--clear-groups' : `--groups=${user.nobody.join(',')}`;
  return ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, groups, '--inh-caps=-all', '--bounding-set=-all'];
}

export class Processes {
  readonly #running = new Map<number, ChildProcess>();
  readonly #report: (report: Report) => void;

  constructor(report: (report: Report) => void) {
    this.#report = report;
  }

  start({ id, argv, user, env }: Command & { readonly do: 'run' }): void {
    const [program, ...args] = [...asUser(user), ...argv];
    const child = spawn(program!, args, {
      cwd: HOME,
      env: { ...process.env, HOME, ...env },
      // A group of its own, so that whatever it starts ends with it.
      detached: true,
    });
    this.#running.set(id, child);
    child.stdout.on('data', (bytes: Buffer) => this.#report({ id, out: toBase64(bytes) }));
    child.stderr.on('data', (bytes: Buffer) => this.#report({ id, err: toBase64(bytes) }));
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => this.#report({ id, error: error.message }));
    child.on('close', (exit, signal) => {
      this.#running.delete(id);
      this.#report({ id, exit, signal });
    });
  }

  input(id: number, bytes: string | undefined, end: boolean): void {
    const stdin = this.#running.get(id)?.stdin;
    if (bytes !== undefined) stdin?.write(fromBase64(bytes));
    if (end) stdin?.end();
  }

  /** A program that has ended already is no error. */
  kill(id: number, signal: NodeJS.Signals): void {
    const pid = this.#running.get(id)?.pid;
    if (pid === undefined) return;
    try {
      process.kill(-pid, signal);
    } catch {
      // It ended this moment.
    }
  }

  async killAll(): Promise<void> {
    const ends = [...this.#running].map(([id, child]) => {
      this.kill(id, 'SIGKILL');
      return new Promise((resolve) => child.once('close', resolve));
    });
    await Promise.all(ends);
  }
}
