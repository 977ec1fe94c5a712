/** Whether this user and this program can get at a board now. */
import { holdersOf, holdersText } from '../../../firmware-host/host/transport/usb/holders.js';
import { blocking, fine, type Check } from '../check.js';
import { readGroups } from '../groups.js';
import type { Machine, NodeMode } from '../machine.js';
import { CONTAINER_OPTIONS, surroundings } from '../surroundings.js';
import type { UsbDevice } from '../usb-devices.js';
import { APPLY_RULES, INSTALL_RULE, joinGroup, RULE_GROUP, type RuleFile } from './udev.js';

/** Opens the device's node as a program would. @param rules rules in force that name the board */
export async function checkAccess(machine: Machine, device: UsbDevice, rules: readonly RuleFile[]): Promise<Check> {
  const { node, address } = device;
  const id = `board-access:${address}`;
  const container = (await surroundings(machine)) === 'container';
  if (node === undefined || !(await machine.exists(node)))
    return blocking(
      id,
      `the kernel has the device at ${address}, but its node ${node ?? 'in /dev/bus/usb'} is not there`,
      container
        ? `the container was given a node that a board had earlier; start it with ${CONTAINER_OPTIONS}`
        : 'check that udevd runs and that devtmpfs is mounted on /dev',
    );
  const code = await machine.tryOpen(node);
  if (code === undefined) return fine(id, `${machine.person.name} can open ${node}`);
  if (code === 'EPERM' || (code === 'EACCES' && machine.person.uid === 0))
    return blocking(
      id,
      `opening ${node} is not permitted (${code}), though its permissions allow it: a device filter of a container or a service`,
      container
        ? `start the container with ${CONTAINER_OPTIONS}`
        : 'in a systemd service add DeviceAllow=char-usb_device rw; check AppArmor or SELinux',
    );
  if (code === 'EACCES') return refused(machine, id, node, rules);
  return blocking(id, `${node} cannot be opened: ${code}`, 'unplug the board, wait two seconds, plug it in again');
}

async function refused(machine: Machine, id: string, node: string, rules: readonly RuleFile[]): Promise<Check> {
  const { name, gids } = machine.person;
  const mode = await machine.mode(node);
  const groups = await readGroups(machine);
  const group = groups.find((one) => one.gid === mode?.gid);
  const detail = `${name} may not open ${node} (${modeText(mode, group?.name)})`;
  if (rules.length === 0)
    return blocking(id, `${detail}, and no udev rule names the board`, `install it: ${INSTALL_RULE}`);
  const ruleGroup = groups.find((one) => one.name === RULE_GROUP);
  if (mode?.gid !== ruleGroup?.gid || ((mode?.mode ?? 0) & 0o060) !== 0o060)
    return blocking(
      id,
      `${detail}: the rule was not applied to it`,
      ruleGroup === undefined
        ? `make the rule’s group: sudo groupadd --system ${RULE_GROUP}; ${joinGroup(name)}; then plug the board in again`
        : `plug the board in again, or apply it now: ${APPLY_RULES}`,
    );
  if (ruleGroup?.members.includes(name) === true && !gids.includes(ruleGroup.gid))
    return blocking(
      id,
      `${detail}: ${name} has joined the group ${RULE_GROUP} after this log-in`,
      'log out and in again',
    );
  return blocking(id, `${detail}: ${name} is not in the group ${RULE_GROUP}`, joinGroup(name));
}

function modeText(mode: NodeMode | undefined, group: string | undefined): string {
  if (mode === undefined) return 'permissions unknown';
  return `mode ${mode.mode.toString(8).padStart(4, '0')}, owner ${mode.uid === 0 ? 'root' : mode.uid}, group ${group ?? mode.gid}`;
}

/** Whether the link is free: neither a kernel driver nor another program has it. */
export async function checkInterface(machine: Machine, { address, node, interfaces }: UsbDevice): Promise<Check> {
  const id = `board-free:${address}`;
  const link = interfaces.find(({ triple }) => triple === 'ff/00/00') ?? interfaces[0];
  const holders = node === undefined ? [] : await holdersOf(node, machine.at('/proc'));
  const names = holdersText(holders);
  if (link?.driver === 'usbfs')
    return blocking(
      id,
      names !== undefined
        ? `another program holds the board at ${address}: ${names}`
        : `a program of another user holds the board at ${address}`,
      names !== undefined
        ? `end that program, for instance with: kill ${holders.map(({ pid }) => pid).join(' ')}`
        : `see which one: sudo spindrift doctor, or sudo fuser -v ${node ?? '/dev/bus/usb/*/*'}`,
    );
  if (link?.driver !== undefined)
    return blocking(
      id,
      `the kernel’s driver ${link.driver} has taken the board at ${address}`,
      `take it away: echo ${link.name} | sudo tee /sys/bus/usb/drivers/${link.driver}/unbind`,
    );
  return fine(id, names !== undefined ? `free, though ${names} has it open` : 'no program and no driver has it');
}
