/** Every state in which a board is found and does not work. */
import { it } from 'vitest';
import { board, isContent, isTrouble, type Content, type Trouble } from '../testing/look.js';

it.each<Trouble>([
  ['no board', () => undefined, 'boards', 'lacks', /no board is plugged in/, /another cable/],
  [
    'a chip in its boot loader',
    (m) => m.plug('1-2', { attributes: { idVendor: '2e8a', idProduct: '0003' } }),
    'boot-loader',
    'lacks',
    /boot loader at 1-2/,
    /spindrift flash/,
  ],
  [
    'a device that is not authorised',
    (m) => board(m, { attributes: { authorized: '0', bConfigurationValue: '' } }),
    'board-configured:1-4',
    'blocks',
    /does not authorise/,
    /1-4\/authorized.*usbguard/,
  ],
  [
    'a device without a configuration',
    (m) => board(m, { attributes: { bConfigurationValue: '' } }),
    'board-configured:1-4',
    'blocks',
    /has no configuration/,
    /bConfigurationValue/,
  ],
  [
    'a hub with too little power',
    (m) => {
      m.plug('1-4', { attributes: { idVendor: '05e3', bmAttributes: 'a0' } });
      m.plug('1-4.2', { attributes: { bConfigurationValue: '' } });
    },
    'board-configured:1-4.2',
    'blocks',
    /wants 500 mA, and its hub/,
    /hub with a power supply/,
  ],
  [
    'a board that does not wake',
    (m) => board(m, { attributes: { 'power/runtime_status': 'error' } }),
    'board-power:1-4',
    'blocks',
    /did not wake/,
    /power\/control/,
  ],
  [
    'low speed',
    (m) => board(m, { attributes: { speed: '1.5' } }),
    'board-speed:1-4',
    'blocks',
    /1\.5 Mbit\/s, which has no bulk/,
    /another cable/,
  ],
  [
    'texts that cannot be read',
    (m) => board(m, { attributes: { product: null, manufacturer: null } }),
    'board-identity:1-4',
    'blocks',
    /texts cannot be read/,
    /another cable/,
  ],
  [
    'a device of another project',
    (m) => board(m, { attributes: { product: 'Blinky', manufacturer: 'ACME' } }),
    'board-identity:1-4',
    'lacks',
    /no Spindrift board: it calls itself ACME Blinky/,
    /test pair/,
  ],
  [
    'other descriptors',
    (m) => board(m, { interface: { triple: ['0a', '00', '00'] } }),
    'board-descriptor:1-4',
    'blocks',
    /lacks the interface/,
    /spindrift flash/,
  ],
  [
    'endpoints that are not there',
    (m) => board(m, { interface: { endpoints: ['81'] } }),
    'board-descriptor:1-4',
    'blocks',
    /lacks the interface/,
    /spindrift flash/,
  ],
  [
    'firmware from the future',
    (m) => board(m, { attributes: { bcdDevice: '0200' } }),
    'board-descriptor:1-4',
    'lacks',
    /release 0200; this program was made for 0010/,
    /update this program/,
  ],
  [
    'firmware from the past',
    (m) => board(m, { attributes: { bcdDevice: '0001' } }),
    'board-descriptor:1-4',
    'lacks',
    /release 0001/,
    /spindrift flash/,
  ],
  [
    'no serial number',
    (m) => board(m, { attributes: { serial: null } }),
    'board-serial:1-4',
    'lacks',
    /cannot be read/,
    /unplug/,
  ],
  [
    'a board that was never provisioned',
    (m) => board(m, { attributes: { serial: 'UNPROVISIONED' } }),
    'board-serial:1-4',
    'lacks',
    /no serial number yet/,
    /docs\/board\.md/,
  ],
  [
    'two boards of one number',
    (m) => {
      board(m);
      m.plug('2-1', { bus: 2, number: 9 });
    },
    'board-serial:2-1',
    'lacks',
    /boards at 2-1 and 1-4 have the same serial/,
    /usb:@2-1/,
  ],
])('finds %s, and says what to do', isTrouble);

it.each<Content>([
  [
    'a suspended board',
    (m) => board(m, { attributes: { 'power/runtime_status': 'suspended' } }),
    'board-power:1-4',
    /opening it wakes it/,
  ],
  [
    'the virtual device',
    (m) => board(m, { attributes: { speed: '480', product: 'Spindrift simulator' } }),
    'board-speed:1-4',
    /480 Mbit\/s: a virtual device/,
  ],
])('is content with %s', isContent);
