import { expect, it } from 'vitest';
import { deviceUri, readDevice } from './device-uri.js';

it.each([
  'sim:typical',
  'sim:aged?seed=7',
  'sim:ideal?seed=7&ambient=-12.5',
  'sim:typical?fault=stuck-row:5@1000,field:2000:0.5',
])('reads and writes %s', (uri) => {
  expect(deviceUri(readDevice(uri)!)).toBe(uri);
});

it('is about simulated devices alone', () => {
  expect(readDevice('usb:1234')).toBeUndefined();
  expect(readDevice('emu:typical')).toBeUndefined();
});

it('leaves out what is empty', () => {
  expect(deviceUri({ scenario: 'broken', seed: ' ', ambient: '40', fault: '' })).toBe('sim:broken?ambient=40');
});
