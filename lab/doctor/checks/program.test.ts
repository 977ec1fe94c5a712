/** What the program and its extras need, each lacking in turn. */
import { it } from 'vitest';
import { isContent, isTrouble, type Content, type Trouble } from '../testing/look.js';

it.each<Trouble>([
  [
    'an old Node',
    (m) => (m.nodeVersion = '20.18.9'),
    'node',
    'blocks',
    /20\.18\.9 is too old: 20\.19/,
    /install Node 20/,
  ],
  [
    'a library without libudev',
    (m) => (m.usbTrouble = 'libudev.so.1: cannot open shared object file'),
    'usb-library',
    'blocks',
    /does not load: libudev/,
    /libudev\.so\.1 .*apt-get install libudev1/,
  ],
  [
    'a library for another system',
    (m) => (m.usbTrouble = 'No native build was found'),
    'usb-library',
    'blocks',
    /No native build/,
    /npm ci/,
  ],
  ['little disk', (m) => (m.free = 1e8), 'disk', 'lacks', /95\.4\s?MiB free/, /free some space/],
  ['no disk', (m) => (m.free = 1000), 'disk', 'blocks', /free/, /free some space/],
  ['no browser', () => undefined, 'browser', 'lacks', /none of chromium/, /apt-get install chromium/],
  [
    'Electron without its program',
    (m) => m.write('/home/alice/app/node_modules/electron/package.json', '{"version": "45.4.1"}'),
    'electron',
    'lacks',
    /45\.4\.1 is installed without/,
    /ELECTRON_OVERRIDE_DIST_PATH/,
  ],
  [
    'no compiler',
    () => undefined,
    'toolchain',
    'lacks',
    /arm-none-eabi-gcc is not in the path/,
    /apt-get install gcc-arm-none-eabi/,
  ],
])('finds %s, and says what to do', isTrouble);

it.each<Content>([
  ['a newer Node', (m) => (m.nodeVersion = '24.1.0'), 'node', /24\.1\.0/],
  ['a browser', (m) => m.makeProgram('/usr/bin/chromium'), 'browser', /\/usr\/bin\/chromium/],
  ['the compiler', (m) => m.makeProgram('/usr/bin/arm-none-eabi-gcc'), 'toolchain', /arm-none-eabi-gcc/],
  [
    'Electron',
    (m) =>
      m
        .write('/home/alice/app/node_modules/electron/package.json', '{"version": "45.4.1"}')
        .write('/home/alice/app/node_modules/electron/path.txt', 'electron'),
    'electron',
    /45\.4\.1/,
  ],
])('is content with %s', isContent);
