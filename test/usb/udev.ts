/** udevd in the guest: who tells programs of plugging, and who applies the product's rule. */
import { setTimeout as sleep } from 'node:timers/promises';
import { broken } from './breaks.js';
import type { Guest } from './guest.js';
import { GUEST_CHECKOUT } from './rig/initrd.js';

const RULES = '/etc/udev/rules.d';
const RULE_FILE = '70-spindrift.rules';
const DAEMON = '/lib/systemd/systemd-udevd';

/** Runs unless it runs already. Debian's udev is unpacked into the guest first; /lib may be a link to /usr/lib, which must stay one. */
const START = `
udevadm control --ping 2>/dev/null && exit
test -e ${DAEMON} || for folder; do tar -C "$folder" -c . | tar -C / -x --keep-directory-symlink || exit 1; done
${DAEMON} --daemon && udevadm control --ping
`;

/** Starts the daemon, unless it runs. */
export async function startUdevd(guest: Guest): Promise<void> {
  await guest.root('sh', '-c', START, 'start', ...guest.udevFolders);
}

/** Ends it. Devices keep the rights that they have. */
export async function stopUdevd(guest: Guest): Promise<void> {
  await guest.root('udevadm', 'control', '--exit');
  while ((await guest.run(['pidof', 'systemd-udevd'])).code === 0) await sleep(20);
}

/** Neither the daemon nor the product's rule, whoever had them before. */
export async function withoutUdevd(guest: Guest): Promise<void> {
  if ((await guest.run(['pidof', 'systemd-udevd'])).code === 0) await stopUdevd(guest);
  await guest.remove(`${RULES}/${RULE_FILE}`);
}

/** Installs a rule as its documentation says, and has the daemon read it. */
export async function installRule(guest: Guest, name: string, rule: string | Uint8Array): Promise<void> {
  await guest.write(`${RULES}/${name}`, rule);
  await guest.root('udevadm', 'control', '--reload');
}

export async function removeRule(guest: Guest, name: string): Promise<void> {
  await guest.remove(`${RULES}/${name}`);
  await guest.root('udevadm', 'control', '--reload');
}

/** Installs the rule that the product ships, from the file that it ships. */
export async function installProductRule(guest: Guest): Promise<void> {
  if (broken('udev-rule')) return;
  await installRule(guest, RULE_FILE, await guest.read(`${GUEST_CHECKOUT}/firmware-host/host/udev/${RULE_FILE}`));
}

export function removeProductRule(guest: Guest): Promise<void> {
  return removeRule(guest, RULE_FILE);
}
