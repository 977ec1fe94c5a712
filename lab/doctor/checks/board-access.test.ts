/** Every way in which a board cannot be got at. */
import { it } from 'vitest';
import { UDEV_RULE_PATH } from '../../../firmware-host/host/transport/usb/udev-rule.js';
import { board, ROOT_ONLY, isContent, isTrouble, type Content, type Trouble } from '../testing/look.js';

it.each<Trouble>([
  [
    'a node for root alone, and no rule',
    (m) => (m.remove(UDEV_RULE_PATH), board(m, { mode: ROOT_ONLY })),
    'board-access:1-4',
    'blocks',
    /alice may not open .*mode 0664, owner root, group root.*no udev rule/,
    /--udev-rule \| sudo tee/,
  ],
  [
    'a rule that was not applied',
    (m) => board(m, { mode: ROOT_ONLY }),
    'board-access:1-4',
    'blocks',
    /the rule was not applied/,
    /plug the board in again.*udevadm trigger/,
  ],
  [
    'a rule whose group was not there',
    (m) => (m.write('/etc/group', 'root:x:0:\n'), board(m, { mode: ROOT_ONLY })),
    'board-access:1-4',
    'blocks',
    /the rule was not applied/,
    /groupadd --system plugdev/,
  ],
  [
    'a user whom the rule leaves out',
    (m) => ((m.person = { ...m.person, name: 'bob', gids: [1000] }), board(m)),
    'board-access:1-4',
    'blocks',
    /bob is not in the group plugdev/,
    /usermod -aG plugdev bob/,
  ],
  [
    'a user who must log in again',
    (m) => ((m.person = { ...m.person, gids: [1000] }), board(m)),
    'board-access:1-4',
    'blocks',
    /joined the group plugdev after this log-in/,
    /log out and in/,
  ],
  [
    'a device filter of a container',
    (m) => (m.write('/.dockerenv', ''), m.openTrouble.set(board(m), 'EPERM')),
    'board-access:1-4',
    'blocks',
    /not permitted \(EPERM\)/,
    /--device-cgroup-rule/,
  ],
  [
    'a device filter of a service',
    (m) => m.openTrouble.set(board(m), 'EPERM'),
    'board-access:1-4',
    'blocks',
    /not permitted/,
    /DeviceAllow/,
  ],
  [
    'a node that is not there',
    (m) => board(m, { mode: null }),
    'board-access:1-4',
    'blocks',
    /its node \/dev\/bus\/usb\/001\/004 is not there/,
    /udevd runs/,
  ],
  [
    'a container with the node of an earlier plugging',
    (m) => (m.write('/.dockerenv', ''), board(m, { mode: null })),
    'board-access:1-4',
    'blocks',
    /is not there/,
    /earlier; start it with -v \/dev\/bus\/usb/,
  ],
  [
    'a device that does not open',
    (m) => m.openTrouble.set(board(m), 'ENODEV'),
    'board-access:1-4',
    'blocks',
    /cannot be opened: ENODEV/,
    /unplug the board/,
  ],
  [
    'another program',
    (m) => m.run(812, 'rngd', board(m, { interface: { driver: 'usbfs' } })),
    'board-free:1-4',
    'blocks',
    /holds the board at 1-4: rngd \(process 812\)/,
    /kill 812/,
  ],
  [
    'a program of another user',
    (m) => board(m, { interface: { driver: 'usbfs' } }),
    'board-free:1-4',
    'blocks',
    /program of another user holds/,
    /sudo spindrift doctor.*fuser -v \/dev\/bus\/usb\/001\/004/,
  ],
  [
    'a kernel driver',
    (m) => board(m, { interface: { driver: 'chaoskey' } }),
    'board-free:1-4',
    'blocks',
    /driver chaoskey has taken/,
    /echo 1-4:1\.0 \| sudo tee \/sys\/bus\/usb\/drivers\/chaoskey\/unbind/,
  ],
])('finds %s, and says what to do', isTrouble);

it.each<Content>([
  [
    'root',
    (m) => ((m.person = { name: 'root', uid: 0, gids: [0] }), board(m, { mode: ROOT_ONLY })),
    'board-access:1-4',
    /root can open/,
  ],
  [
    'a program that only looks',
    (m) => m.run(9, 'lsusb', board(m)),
    'board-free:1-4',
    /free, though lsusb \(process 9\) has it open/,
  ],
])('is content with %s', isContent);
