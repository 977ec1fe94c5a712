/** What the kernel starts from: busybox, the modules and a script that goes on into the host's own root. */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { dependsOf, loadOrder, moduleName, type ModuleFile } from './modules.js';
import { RigUnavailable } from './unavailable.js';

/** The host's disk, an overlay on it, the network, and the virtual host controller. */
const MODULES = ['virtio_pci', '9pnet_virtio', '9p', 'overlay', 'virtio_net', 'vhci_hcd', 'chaoskey'];
/** These must have a file: without one the kernel would be another than the rig is made for. */
const EXPECTED = ['vhci_hcd', 'chaoskey'];

/** Where the checkout is in the guest: a path that every user may walk, whatever it is on the host. */
export const GUEST_CHECKOUT = '/run/spindrift';

/** What the guest must know. */
export interface GuestSettings {
  readonly checkout: string;
  readonly node: string;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The console gets a line `RIG-FAIL …` for what goes wrong before the agent speaks. */
const init = ({ checkout, node }: GuestSettings): string => `#!/bin/busybox sh
/bin/busybox --install -s /bin
export PATH=/bin
mount -t proc proc /proc; mount -t sysfs sys /sys; mount -t devtmpfs dev /dev
mkdir -p /dev/pts /dev/shm
fail() { echo "RIG-FAIL $1"; poweroff -f; }
while read m; do insmod "/mod/$m" || fail "insmod $m"; done < /mods
mount -t 9p -o trans=virtio,version=9p2000.L,msize=524288,access=any,ro,cache=loose host /lower || fail 9p
mount -t tmpfs tmpfs /rw; mkdir -p /rw/up /rw/work
mount -t overlay -o lowerdir=/lower,upperdir=/rw/up,workdir=/rw/work ov /newroot || fail overlay
# The host may be a container; this is none.
rm -f /newroot/.dockerenv
for d in proc sys dev; do mount --move /$d /newroot/$d; done
mount -t devpts devpts /newroot/dev/pts
mount -t tmpfs -o mode=755 tmpfs /newroot/run
mkdir -p /newroot${GUEST_CHECKOUT}
mount --bind /newroot${quoted(checkout)} /newroot${GUEST_CHECKOUT} || fail 'the checkout'
ip link set lo up
ip link set eth0 up && ip addr add 10.0.2.15/24 dev eth0 && ip route add default via 10.0.2.2 || fail network
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin NO_COLOR=1
AGENT='${quoted(node).replaceAll("'", "'\\''")} ${GUEST_CHECKOUT}/dist/test/usb/guest/agent.js; echo "RIG agent ended: $?"; echo o > /proc/sysrq-trigger; sleep 60'
exec switch_root /newroot /bin/sh -c "$AGENT"
`;

/** @returns the compressed archive */
export async function makeInitrd(kernelFolder: string, settings: GuestSettings): Promise<Buffer> {
  const modules = modulesIn(kernelFolder);
  for (const name of EXPECTED)
    if (!modules.has(name)) throw new RigUnavailable(`Debian's kernel in ${kernelFolder} has no module ${name}`);
  const order = loadOrder(MODULES, (name) => modules.get(name));
  const folder = mkdtempSync(join(tmpdir(), 'usb-rig-initrd-'));
  try {
    for (const name of ['bin', 'mod', 'proc', 'sys', 'dev', 'lower', 'rw', 'newroot']) mkdirSync(join(folder, name));
    copyFileSync(busybox(), join(folder, 'bin', 'busybox'));
    for (const path of order) copyFileSync(path, join(folder, 'mod', basename(path)));
    writeFileSync(join(folder, 'mods'), order.map((path) => `${basename(path)}\n`).join(''));
    writeFileSync(join(folder, 'init'), init(settings), { mode: 0o755 });
    const pack = `cd "$1" && find . | ${busybox()} cpio -o -H newc 2>/dev/null | gzip -1`;
    const options = { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 } as const;
    return (await promisify(execFile)('bash', ['-o', 'pipefail', '-c', pack, 'pack', folder], options)).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function busybox(): string {
  return '/bin/busybox';
}

function modulesIn(kernelFolder: string): Map<string, ModuleFile> {
  const found = new Map<string, ModuleFile>();
  for (const entry of readdirSync(join(kernelFolder, 'lib', 'modules'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ko')) continue;
    const path = join(entry.parentPath, entry.name);
    found.set(moduleName(entry.name), { path, depends: dependsOf(readFileSync(path)) });
  }
  return found;
}
