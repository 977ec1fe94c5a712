import { expect } from 'vitest';
import { UDEV_RULE, UDEV_RULE_PATH } from '../../../firmware-host/host/transport/usb/udev-rule.js';
import type { Check } from '../check.js';
import { runChecks } from '../run-checks.js';
import { FakeMachine, type FakeDevice } from './fake-machine.js';

/** A node that only root may write. */
export const ROOT_ONLY = { mode: 0o664, uid: 0, gid: 0 };

/** All that doctor says of a machine. */
export function look(machine: FakeMachine): Promise<Check[]> {
  return runChecks(machine, { engines: '>=20.19', folder: '/home/alice', packageFolders: ['/home/alice/app'] });
}

/** Plugs a board in at 1-4. @returns its node */
export function board(machine: FakeMachine, device: FakeDevice = {}): string {
  return machine.plug('1-4', device);
}

/** What is done to a desktop in good order, what is found, what is to be done about it. */
export type Trouble = [
  what: string,
  make: (machine: FakeMachine) => unknown,
  id: string,
  verdict: 'blocks' | 'lacks',
  detail: RegExp,
  remedy: RegExp,
];

/** What is done to a desktop in good order, and what is said of it. */
export type Content = [what: string, make: (machine: FakeMachine) => unknown, id: string, detail: RegExp];

/** What doctor says of one thing on a desktop with our rule that was changed. */
async function told(make: (machine: FakeMachine) => unknown, id: string): Promise<Check> {
  const machine = new FakeMachine();
  try {
    make(machine.write(UDEV_RULE_PATH, UDEV_RULE));
    const [check, ...more] = (await look(machine)).filter((one) => one.id === id);
    if (check === undefined || more.length > 0) throw new Error(`${more.length === 0 ? 'no' : 'more than one'} ${id}`);
    return check;
  } finally {
    machine.dispose();
  }
}

/** A case of {@link Trouble}: found, and its remedy said. */
export async function isTrouble(...[, make, id, verdict, detail, remedy]: Trouble): Promise<void> {
  const check = await told(make, id);
  expect([check.ok, check.blocks]).toEqual([false, verdict === 'blocks']);
  expect(check.detail).toMatch(detail);
  expect(check.remedy).toMatch(remedy);
}

/** A case of {@link Content}: nothing is to be done. */
export async function isContent(...[, make, id, detail]: Content): Promise<void> {
  const check = await told(make, id);
  expect(check).toMatchObject({ ok: true, blocks: false, remedy: null });
  expect(check.detail).toMatch(detail);
}
