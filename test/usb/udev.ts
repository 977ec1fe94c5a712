/** udevd in the guest: who tells programs of plugging, and who applies the product's rule. */
import { setTimeout as sleep } from 'node:timers/promises';
import { broken } from './breaks.js';
import type { Guest } from './guest.js';
import { GUEST_CHECKOUT } from './rig/initrd.js';

const RULE_FILE = '70-spindrift.rules';
const INSTALLED_RULE = `/etc/udev/rules.d/${RULE_FILE}`;
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
  await guest.remove(INSTALLED_RULE);
}

/** Installs the rule that the product ships, from the file that it ships, as its documentation says. */
export async function installProductRule(guest: Guest): Promise<void> {
  if (broken('udev-rule')) return;
  await guest.write(INSTALLED_RULE, await guest.read(`${GUEST_CHECKOUT}/firmware-host/host/udev/${RULE_FILE}`));
  await guest.root('udevadm', 'control', '--reload');
}

export async function removeProductRule(guest: Guest): Promise<void> {
  await guest.remove(INSTALLED_RULE);
  await guest.root('udevadm', 'control', '--reload');
}
