/** Sockets that systemd has opened for this process (sd_listen_fds(3)). */

/** What a socket is for. */
export const ACTIVATED_ROLES = ['entropy', 'raw', 'metrics'] as const;
/** One of {@link ACTIVATED_ROLES}. */
export type ActivatedRole = (typeof ACTIVATED_ROLES)[number];

/** A socket that is there already. */
export interface ActivatedSocket {
  readonly role: ActivatedRole;
  readonly fd: number;
}

const FIRST_FD = 3;

/**
 * The sockets that were handed over, by the names that FileDescriptorName= gave them; without such a name the first is `entropy` and the second `raw`. The
 * variables are removed, so that no process of ours takes the sockets for its own.
 * @throws RangeError for more sockets than roles, or one role twice
 */
export function activatedSockets(env: Record<string, string | undefined>, pid: number): readonly ActivatedSocket[] {
  const { LISTEN_FDS, LISTEN_PID, LISTEN_FDNAMES } = env;
  delete env['LISTEN_FDS'];
  delete env['LISTEN_PID'];
  delete env['LISTEN_FDNAMES'];
  const count = Number(LISTEN_FDS ?? 0);
  if (Number(LISTEN_PID) !== pid || !Number.isInteger(count) || count < 1) return [];
  if (count > ACTIVATED_ROLES.length)
    throw new RangeError(`LISTEN_FDS must be a whole number from 0 to ${ACTIVATED_ROLES.length}, got ${count}`);
  const names = LISTEN_FDNAMES?.split(':') ?? [];
  const named = Array.from({ length: count }, (_, k) => ACTIVATED_ROLES.find((role) => role === names[k]));
  const free = ACTIVATED_ROLES.filter((role) => !named.includes(role));
  const found = named.map((role, k) => ({ role: role ?? free.shift() ?? 'entropy', fd: FIRST_FD + k }));
  const twice = found.find(({ role }, k) => found.findIndex((other) => other.role === role) !== k);
  if (twice !== undefined) throw new RangeError(`LISTEN_FDNAMES must name each socket once, got ${twice.role} again`);
  return found;
}
