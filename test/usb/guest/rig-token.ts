/** The token on the kernel's command line: how a guest of the rig knows that it is one. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A parameter of the rig on the kernel's command line. @throws Error where there is none */
export function rigParameter(name: 'token' | 'port', commandLine = readFileSync('/proc/cmdline', 'latin1')): string {
  const value = new RegExp(`(?:^|\\s)rig\\.${name}=(\\S+)`).exec(commandLine)?.[1];
  if (value === undefined) throw new Error(`no rig.${name} on the kernel's command line: this is no guest of the rig`);
  return value;
}

/** This guest's token. @throws Error anywhere else */
export function rigToken(commandLine?: string): string {
  const token = rigParameter('token', commandLine);
  checkToken(token);
  return token;
}

function checkToken(token: string): void {
  if (!/^[0-9a-f]{32}$/.test(token)) throw new RangeError('token must be that of a rig: 32 hexadecimal digits');
}

/** The bus id of what is for one guest and nobody else: who does not know the guest's token cannot guess it. */
export function guestOnlyBusId(token: string): string {
  checkToken(token);
  return `guest-${createHash('sha256').update(token).digest('hex').slice(0, 24)}`;
}
