/** Every way in which the rule or the group is not as it should be. */
import { it } from 'vitest';
import { UDEV_RULE, UDEV_RULE_PATH } from '../../../firmware-host/host/transport/usb/udev-rule.js';
import { board, isContent, isTrouble, type Content, type Trouble } from '../testing/look.js';

it.each<Trouble>([
  [
    'no rule',
    (m) => m.remove(UDEV_RULE_PATH),
    'udev-rule',
    'lacks',
    /no udev rule names the board/,
    /--udev-rule \| sudo tee .*udevadm control --reload/,
  ],
  [
    'another rule of that name',
    (m) => m.write(UDEV_RULE_PATH, UDEV_RULE.replace('0660', '0600')),
    'udev-rule',
    'lacks',
    /not the rule of this version/,
    /sudo tee/,
  ],
  [
    'a rule that comes too late',
    (m) => m.remove(UDEV_RULE_PATH).write('/etc/udev/rules.d/99-spindrift.rules', UDEV_RULE),
    'udev-rule',
    'lacks',
    /99-spindrift\.rules sorts after 73/,
    /sudo mv .*99-spindrift\.rules .*70-spindrift\.rules/,
  ],
  [
    'a rule that another one undoes',
    (m) =>
      m.write('/etc/udev/rules.d/90-lab.rules', 'ATTR{idVendor}=="1209", \\\n ATTR{idProduct}=="0001", MODE="0600"\n'),
    'udev-rule',
    'lacks',
    /90-lab\.rules comes after it/,
    /the later one counts/,
  ],
  [
    'a masked rule',
    (m) =>
      m
        .remove(UDEV_RULE_PATH)
        .makeLink(UDEV_RULE_PATH, '/dev/null')
        .write('/usr/lib/udev/rules.d/70-spindrift.rules', UDEV_RULE),
    'udev-rule',
    'lacks',
    /empty, which masks/,
    /sudo rm/,
  ],
  [
    'no group of the rule',
    (m) => m.write('/etc/group', 'root:x:0:\n'),
    'user-group',
    'lacks',
    /no group plugdev/,
    /groupadd --system plugdev/,
  ],
  [
    'a user outside the group',
    (m) => ((m.person = { ...m.person, name: 'bob', gids: [1000] }), board(m)),
    'user-group',
    'lacks',
    /bob is not in the group plugdev/,
    /usermod -aG plugdev bob.*log out/,
  ],
  [
    'a group joined since the log-in',
    (m) => (m.person = { ...m.person, gids: [1000] }),
    'user-group',
    'lacks',
    /since a later moment than this log-in/,
    /log out and in/,
  ],
])('finds %s, and says what to do', isTrouble);

it.each<Content>([
  ['a rule that only root may read', (m) => m.unreadable.add(UDEV_RULE_PATH), 'udev-rule', /may not read it/],
  [
    'the rule in the folder of packages',
    (m) => m.remove(UDEV_RULE_PATH).write('/usr/lib/udev/rules.d/70-spindrift.rules', `# ours\n\n${UDEV_RULE}`),
    'udev-rule',
    /\/usr\/lib\/udev/,
  ],
  [
    'a user at the machine',
    (m) => ((m.person = { ...m.person, name: 'bob', gids: [1000] }), m.write('/run/systemd/seats/seat0', '')),
    'user-group',
    /while sitting at this machine/,
  ],
])('is content with %s', isContent);
