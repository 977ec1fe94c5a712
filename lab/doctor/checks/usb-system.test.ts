/** Every way in which USB does not reach a system. */
import { it } from 'vitest';
import { isContent, isTrouble, type Content, type Trouble } from '../testing/look.js';

it.each<Trouble>([
  [
    'a kernel without USB',
    (m) => m.remove('/sys/bus/usb').remove('/dev/bus'),
    'usb-bus',
    'lacks',
    /kernel has no USB/,
    /modprobe usbcore/,
  ],
  ['no nodes', (m) => m.remove('/dev/bus'), 'usb-bus', 'lacks', /\/dev\/bus\/usb is empty/, /devtmpfs/],
  [
    'a container',
    (m) => m.remove('/sys/bus/usb').remove('/dev/bus').write('/.dockerenv', ''),
    'usb-bus',
    'lacks',
    /container sees no USB/,
    /-v \/dev\/bus\/usb:\/dev\/bus\/usb/,
  ],
  [
    'a container without nodes',
    (m) => m.remove('/dev/bus').write('/proc/1/cgroup', '0::/kubepods/pod7\n'),
    'usb-bus',
    'lacks',
    /container has no \/dev\/bus\/usb/,
    /device-cgroup-rule/,
  ],
  [
    'the Windows subsystem',
    (m) => m.remove('/sys/bus/usb').write('/proc/sys/kernel/osrelease', '5.15.1-microsoft-standard-WSL2\n'),
    'usb-bus',
    'lacks',
    /Windows subsystem/,
    /usbipd attach/,
  ],
  ['no udevd', (m) => m.remove('/run/udev'), 'udevd', 'lacks', /udevd does not run/, /systemctl start systemd-udevd/],
  [
    'a udevd that has ended and left its socket behind',
    (m) => m.remove('/proc/300'),
    'udevd',
    'lacks',
    /udevd does not run/,
    /systemctl start systemd-udevd/,
  ],
  [
    'no udevd in a container',
    (m) => m.remove('/run/udev').write('/run/.containerenv', ''),
    'udevd',
    'lacks',
    /udevd does not run/,
    /-v \/run\/udev/,
  ],
  [
    'no memory for transfers',
    (m) => m.write('/sys/module/usbcore/parameters/usbfs_memory_mb', '0.5'),
    'usb-memory',
    'lacks',
    /0\.5 MB/,
    /echo 16/,
  ],
  [
    'a dead USB/IP port',
    (m) =>
      m.write(
        '/sys/devices/platform/vhci_hcd.0/status',
        'hub port sta spd dev      sockfd local_busid\nhs  0000 004 000 00000000 000000 0-0\nhs  0001 007 003 00010002 000000 1-1\n',
      ),
    'usbip',
    'lacks',
    /port 1 is taken by a connection that failed/,
    /usbip detach -p 1/,
  ],
])('finds %s, and says what to do', isTrouble);

it.each<Content>([
  [
    'a board over USB/IP',
    (m) =>
      m.write(
        '/sys/devices/platform/vhci_hcd.0/status',
        'hub port sta spd dev sockfd local_busid\nhs  0000 006 002 00010002 000003 3-1\n',
      ),
    'usbip',
    /port 0 as 3-1/,
  ],
  [
    'a container that has udevd from outside',
    (m) => m.remove('/proc/300').write('/run/.containerenv', ''),
    'udevd',
    /udevd runs/,
  ],
  ['processes that this user may not see', (m) => m.remove('/proc/300').remove('/proc/1/comm'), 'udevd', /udevd runs/],
  [
    'no limit of memory',
    (m) => m.write('/sys/module/usbcore/parameters/usbfs_memory_mb', '0\n'),
    'usb-memory',
    /no limit/,
  ],
])('is content with %s', isContent);
