/** The rule that lets people other than root open a board. */
import { basename } from 'node:path';
import { USB_PRODUCT_ID, USB_VENDOR_ID } from '../../../proto/usb.js';
import { UDEV_RULE, UDEV_RULE_PATH } from '../../../firmware-host/host/transport/usb/udev-rule.js';
import { fine, lacking, type Check } from '../check.js';
import { readGroups } from '../groups.js';
import type { Machine } from '../machine.js';

/** Where udevd looks, the first that has a name wins (udev(7)). */
const FOLDERS = [
  '/etc/udev/rules.d',
  '/run/udev/rules.d',
  '/usr/local/lib/udev/rules.d',
  '/usr/lib/udev/rules.d',
  '/lib/udev/rules.d',
];
/** Where systemd gives nodes to whoever sits at the machine. */
const SEAT_RULES = '73-seat-late.rules';
const NAME = basename(UDEV_RULE_PATH);

/** What makes a new rule count. */
export const APPLY_RULES = 'sudo udevadm control --reload && sudo udevadm trigger --subsystem-match=usb';
/** What installs ours. */
export const INSTALL_RULE = `spindrift doctor --udev-rule | sudo tee ${UDEV_RULE_PATH} && ${APPLY_RULES}`;

/** The group that the rule gives boards to. */
export const RULE_GROUP = /GROUP="(\w+)"/.exec(UDEV_RULE)?.[1] ?? '';

/** What puts a user into that group. */
export const joinGroup = (name: string): string => `sudo usermod -aG ${RULE_GROUP} ${name}, then log out and in again`;

/** A file of rules that names our device. */
export interface RuleFile {
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

/** The files of rules in force that name a board's numbers. */
export async function findRules(machine: Machine): Promise<RuleFile[]> {
  const inForce = new Map<string, string>();
  for (const folder of FOLDERS)
    for (const name of await machine.list(folder))
      if (name.endsWith('.rules') && !inForce.has(name)) inForce.set(name, `${folder}/${name}`);
  const vendor = USB_VENDOR_ID.toString(16).padStart(4, '0');
  const product = USB_PRODUCT_ID.toString(16).padStart(4, '0');
  const found: RuleFile[] = [];
  for (const [name, path] of inForce) {
    const text = await machine.readText(path);
    if (
      text !== undefined &&
      statements(text).some((line) => line.includes(`"${vendor}"`) && line.includes(`"${product}"`))
    )
      found.push({ path, name, text });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Lines that say something, comments and continuations taken out. */
function statements(text: string): string[] {
  return text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Whether the rule is there, is ours, and comes early enough. */
export async function checkRule(machine: Machine, rules: readonly RuleFile[]): Promise<Check> {
  const id = 'udev-rule';
  const wanted = statements(UDEV_RULE).join('\n');
  const ours = rules.find(({ text }) => statements(text).join('\n') === wanted);
  const late = ours !== undefined && ours.name >= SEAT_RULES;
  if (ours !== undefined && !late) {
    const after = rules.filter(({ name }) => name > ours.name);
    if (after.length === 0) return fine(id, `${ours.path} is the rule of this version`);
    return lacking(
      id,
      `${ours.path} is the rule of this version, but ${after.map(({ path }) => path).join(', ')} comes after it and names the same device`,
      'remove what is not needed there: of two rules that set mode or group the later one counts',
    );
  }
  if (ours !== undefined)
    return lacking(
      id,
      `${ours.path} sorts after ${SEAT_RULES}: its tag uaccess comes too late to have an effect`,
      `rename it: sudo mv ${ours.path} ${UDEV_RULE_PATH} && ${APPLY_RULES}`,
    );
  const there = await machine.readText(UDEV_RULE_PATH);
  // udevd reads it as root.
  if (there === undefined && (await machine.exists(UDEV_RULE_PATH)))
    return fine(id, `${UDEV_RULE_PATH} is there; this user may not read it, so it was not compared`);
  if ((await machine.link(UDEV_RULE_PATH)) === '/dev/null' || there?.trim() === '')
    return lacking(
      id,
      `${UDEV_RULE_PATH} is empty, which masks the rule`,
      `put it back: sudo rm ${UDEV_RULE_PATH} && ${INSTALL_RULE}`,
    );
  const other = rules.find(({ name }) => name === NAME) ?? rules[0];
  if (other !== undefined)
    return lacking(
      id,
      `${other.path} names the board, but is not the rule of this version`,
      `replace it: ${INSTALL_RULE}`,
    );
  return lacking(id, 'no udev rule names the board: only root can open it', `install it: ${INSTALL_RULE}`);
}

/** Whether the person gets what the rule gives: by group, or by sitting at the machine. */
export async function checkGroup(machine: Machine): Promise<Check> {
  const id = 'user-group';
  const { name, uid, gids } = machine.person;
  if (uid === 0) return fine(id, 'this user is root, who may open every device');
  const group = (await readGroups(machine)).find((one) => one.name === RULE_GROUP);
  if (group !== undefined && gids.includes(group.gid)) return fine(id, `${name} is in the group ${RULE_GROUP}`);
  if (group?.members.includes(name) === true)
    return lacking(
      id,
      `${name} is in the group ${RULE_GROUP} since a later moment than this log-in`,
      `log out and in again, or start the program with: sg ${RULE_GROUP} -c 'spindrift …'`,
    );
  const seat = await machine.exists('/run/systemd/seats/seat0');
  if (group === undefined)
    return lacking(
      id,
      `this machine has no group ${RULE_GROUP}, so the rule’s GROUP does nothing${seat ? '; who sits at it is given the board all the same' : ''}`,
      `make it: sudo groupadd --system ${RULE_GROUP} && sudo usermod -aG ${RULE_GROUP} ${name}, then log in again`,
    );
  if (seat)
    return fine(
      id,
      `${name} is not in the group ${RULE_GROUP}, but is given the board while sitting at this machine (not over the network, not in a service)`,
    );
  return lacking(
    id,
    `${name} is not in the group ${RULE_GROUP}, and nothing here gives boards to who sits at the machine`,
    joinGroup(name),
  );
}
