/** What doctor says of whole machines; each trouble by itself is in checks/. Machines are folders that look like one. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { UDEV_RULE, UDEV_RULE_PATH } from '../../firmware-host/host/transport/usb/udev-rule.js';
import type { Check } from './check.js';
import { KNOWN_RELEASE } from './checks/board-state.js';
import { FakeMachine, PLUGDEV } from './testing/fake-machine.js';
import { look, ROOT_ONLY } from './testing/look.js';

let machine: FakeMachine;
beforeEach(() => {
  machine = new FakeMachine();
});
afterEach(() => {
  machine.dispose();
});

const checks = (): Promise<Check[]> => look(machine);

it('finds nothing wrong with a board in good order', async () => {
  machine.write(UDEV_RULE_PATH, UDEV_RULE).plug('1-4');
  const all = await checks();
  expect(all.filter(({ ok }) => !ok).map(({ id }) => id)).toEqual(['browser', 'electron', 'toolchain']);
  expect(all.filter(({ blocks }) => blocks)).toEqual([]);
  expect(all.find(({ id }) => id === 'boards')?.detail).toBe('usb:0123456789ABCDEF at 1-4');
  expect(all.find(({ id }) => id === 'board-access:1-4')?.detail).toBe('alice can open /dev/bus/usb/001/004');
});

it('gives every finding an id of its own and a remedy, and no remedy where nothing is wrong', async () => {
  machine.plug('1-4', { mode: ROOT_ONLY, attributes: { serial: 'UNPROVISIONED' } });
  machine.plug('1-5', { number: 5, attributes: { bConfigurationValue: '' } });
  const all = await checks();
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { id, ok, detail, remedy, blocks } of all) {
    expect(detail, id).not.toBe('');
    expect(ok ? remedy : typeof remedy, id).toBe(ok ? null : 'string');
    if (ok) expect(blocks, id).toBe(false);
  }
});

it('knows the release of the firmware', () => {
  const header = readFileSync(new URL('../../firmware-host/firmware/hal/usb-descriptors.h', import.meta.url), 'utf8');
  expect(/USB_DEVICE_RELEASE 0x([0-9a-f]{4})/.exec(header)?.[1]).toBe(KNOWN_RELEASE);
});

it('judges no device of another project further', async () => {
  machine.plug('1-4', { mode: ROOT_ONLY, attributes: { product: 'Blinky' } });
  const all = await checks();
  expect(all.filter(({ id }) => id.endsWith(':1-4')).map(({ id }) => id)).toEqual(['board-identity:1-4']);
  expect(all.find(({ id }) => id === 'boards')?.ok).toBe(false);
});

it('keeps two boards apart', async () => {
  machine.write(UDEV_RULE_PATH, UDEV_RULE);
  machine.plug('1-4');
  machine.plug('1-5', {
    number: 5,
    attributes: { serial: 'FEDCBA9876543210' },
    mode: { mode: 0o600, uid: 0, gid: PLUGDEV },
  });
  const all = await checks();
  expect(all.filter(({ blocks }) => blocks).map(({ id }) => id)).toEqual(['board-access:1-5']);
});

it('goes on when one look fails', async () => {
  machine.tryUsb = () => Promise.reject(new Error('out of order'));
  const all = await checks();
  expect(all.find(({ id }) => id === 'usb-library')).toMatchObject({
    ok: false,
    detail: 'could not be looked at: out of order',
  });
  expect(all.map(({ id }) => id)).toContain('toolchain');
});

it('looks at no Linux things on other systems', async () => {
  machine.platform = 'darwin';
  const all = await checks();
  expect(all.map(({ id }) => id)).toEqual([
    'node',
    'usb-library',
    'usb-bus',
    'disk',
    'browser',
    'electron',
    'toolchain',
  ]);
  expect(all.find(({ id }) => id === 'usb-bus')?.detail).toContain('tested on Linux only');
});
