import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { USB_PRODUCT_ID, USB_VENDOR_ID } from '../../../proto/usb.js';
import { UDEV_RULE, UDEV_RULE_PATH } from '../transport/usb/udev-rule.js';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const hex = (value: number): string => value.toString(16).padStart(4, '0');

describe('the udev rule', () => {
  it('is the same in the file that is shipped and in the program', () => {
    expect(read(basename(UDEV_RULE_PATH))).toBe(UDEV_RULE);
  });

  it('names the device of the protocol', () => {
    expect(UDEV_RULE).toContain(`ATTR{idVendor}=="${hex(USB_VENDOR_ID)}", ATTR{idProduct}=="${hex(USB_PRODUCT_ID)}"`);
  });

  it('sorts before 73-seat-late.rules, which uaccess needs', () => {
    expect(basename(UDEV_RULE_PATH) < '73-seat-late.rules').toBe(true);
  });

  it('goes with the files of the package', () => {
    const { files } = JSON.parse(read('../../../package.json')) as { files: string[] };
    expect(files).toContain('firmware-host/host/udev');
  });
});

describe('the hardware database', () => {
  const entries = read('70-spindrift.hwdb')
    .split('\n')
    .filter((line) => line.startsWith('usb:'));

  it('names the device of the protocol, and only where the product string is ours', () => {
    const key = `usb:v${hex(USB_VENDOR_ID).toUpperCase()}p${hex(USB_PRODUCT_ID).toUpperCase()}:Spindrift`;
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) expect(entry.startsWith(key)).toBe(true);
  });

  it('knows the product strings of the firmware', () => {
    const source = read('../../firmware/hal/usb-descriptors.c');
    for (const product of ['Spindrift board', 'Spindrift emulator']) {
      expect(source).toContain(`"${product}"`);
      expect(entries.some((entry) => entry.includes(`:${product}*`))).toBe(true);
    }
  });
});
