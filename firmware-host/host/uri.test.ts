import { describe, expect, it } from 'vitest';
import { formatEmuUri, formatSimUri, formatUsbUri, parseBoardUri } from './uri.js';

describe('parseBoardUri', () => {
  it.each([
    ['sim:', { scheme: 'sim', scenario: 'typical' }],
    ['sim', { scheme: 'sim', scenario: 'typical' }],
    ['sim:ideal', { scheme: 'sim', scenario: 'ideal' }],
    ['sim:?seed=3', { scheme: 'sim', scenario: 'typical', seed: 3 }],
    [
      'sim:typical?seed=7&rows=64&cols=32&tiles=2',
      { scheme: 'sim', scenario: 'typical', seed: 7, rows: 64, cols: 32, tiles: 2 },
    ],
    [
      'sim:aged?seed=2&ambient=-12.5&fault=stuck-row:5@1000,field:2000:0.5,telegraph-cell:3:4:-1e3:0.02@7,supply:0.8',
      {
        scheme: 'sim',
        scenario: 'aged',
        seed: 2,
        ambientC: -12.5,
        faults: [
          { kind: 'stuck-row', row: 5, state: 'ap', atBits: 1000 },
          { kind: 'field', fieldAPerM: 2000, periodS: 0.5, atBits: 0 },
          { kind: 'telegraph-cell', row: 3, col: 4, fieldAPerM: -1000, dwellS: 0.02, atBits: 7 },
          { kind: 'supply', factor: 0.8, atBits: 0 },
        ],
      },
    ],
    ['tcp://127.0.0.1:4711', { scheme: 'tcp', host: '127.0.0.1', port: 4711 }],
    ['tcp://lab-pc.local:1/', { scheme: 'tcp', host: 'lab-pc.local', port: 1 }],
    ['tcp://[::1]:65535', { scheme: 'tcp', host: '::1', port: 65535 }],
    ['unix:/run/board.sock', { scheme: 'unix', path: '/run/board.sock' }],
    ['usb:', { scheme: 'usb' }],
    ['usb:SD-0001', { scheme: 'usb', serial: 'SD-0001' }],
    ['usb:@1-1', { scheme: 'usb', path: '1-1' }],
    ['usb:@3-1.4.2', { scheme: 'usb', path: '3-1.4.2' }],
    ['emu:', { scheme: 'emu', scenario: 'typical' }],
    [
      'emu:aged?seed=7&rows=64&cols=64&tiles=1&image=/a b/fw+%C3%A9.uf2',
      { scheme: 'emu', scenario: 'aged', seed: 7, rows: 64, cols: 64, tiles: 1, image: '/a b/fw+é.uf2' },
    ],
    ['replay:runs/today', { scheme: 'replay', run: 'runs/today' }],
  ])('%s', (text, expected) => expect(parseBoardUri(text)).toEqual(expected));

  it.each([
    ['serial:/dev/ttyUSB0', /unknown kind of board.*sim:.*tcp:/],
    ['', /unknown kind/],
    ['sim:perfect', /unknown scenario "perfect".*typical, ideal, aged, broken/],
    ['sim:typical?speed=3', /unknown key "speed".*seed, rows, cols, tiles, ambient, fault/],
    ['sim:typical?toString=1', /unknown key/],
    ['sim:typical?rows=0', /rows must be a whole number from 1 to 256, got "0"/],
    ['sim:typical?rows=6.5', /rows must be/],
    ['sim:typical?seed=-1', /seed must be/],
    ['sim:typical?seed=', /seed must be/],
    ['sim:typical?seed=9007199254740993', /seed must be/],
    ['sim:typical?seed=1&seed=2', /seed is given twice/],
    ['sim:?ambient=hot', /ambient must be a temperature from -60 to 150 °C.*"hot"/],
    ['sim:?ambient=151', /ambient must be/],
    ['sim:?fault=', /unknown kind "".*stuck-cell, stuck-row, dead-column/],
    ['sim:?fault=fire@3', /unknown kind "fire"/],
    ['sim:?fault=stuck-row', /write stuck-row:row\[:state\]@bits/],
    ['sim:?fault=stuck-row:1:p:2', /write stuck-row/],
    ['sim:?fault=stuck-row:1:q', /state must be p or ap, got "q"/],
    ['sim:?fault=stuck-row:-1', /row must be a whole number/],
    ['sim:?rows=8&fault=stuck-row:8', /row must be a whole number from 0 to 7/],
    ['sim:?fault=dead-column:64', /col must be a whole number from 0 to 63/],
    ['sim:?fault=supply:3', /factor must be a number from 0 to 2, got "3"/],
    ['sim:?fault=field:NaN', /fieldAPerM must be a number/],
    ['sim:?fault=field:1@2@3', /write field:fieldAPerM\[:periodS\]@bits/],
    ['sim:?fault=field:1@1.5', /bits must be a whole number/],
    ['emu:?fault=supply:1', /unknown key "fault"/],
    ['sim:typical?image=x', /unknown key "image"/],
    ['emu:perfect', /unknown scenario "perfect"/],
    ['emu:?rows=32', /rows must be 64, which is what the firmware drives, got "32"/],
    ['emu:?tiles=2', /tiles must be 1,/],
    ['emu:?speed=2', /unknown key "speed".*tiles, image/],
    ['emu:?image=', /path is missing; write image=PATH/],
    ['tcp:127.0.0.1:1', /tcp:\/\/HOST:PORT/],
    ['tcp://::1:80', /brackets/],
    ['tcp://host:0', /port must be a whole number from 1 to 65535/],
    ['tcp://host:70000', /port must be/],
    ['usb:@', /port must be bus and ports.*usb:@1-1.4/],
    ['usb:@1-1/../x', /port must be/],
    ['unix:', /path is missing/],
    ['replay:', /run is missing/],
  ])('refuses %s', (text, message) => {
    expect(() => parseBoardUri(text)).toThrow(RangeError);
    expect(() => parseBoardUri(text)).toThrow(message);
  });

  it('refuses what is no string, and cuts long texts in its message', () => {
    expect(() => parseBoardUri(7 as unknown as string)).toThrow(TypeError);
    expect(() => parseBoardUri('x'.repeat(5000))).toThrow(/^.{1,300}$/);
  });

  it('is undone by formatEmuUri', () => {
    for (const uri of ['emu:typical', 'emu:aged?seed=7', 'emu:ideal?seed=1&image=/tmp/a%20b/c%2B%2B.uf2']) {
      const parsed = parseBoardUri(uri);
      expect(parsed.scheme === 'emu' && formatEmuUri(parsed)).toBe(uri);
    }
  });

  it('is undone by formatUsbUri', () => {
    for (const uri of ['usb:', 'usb:SD-0001', 'usb:@1-1.4']) {
      const parsed = parseBoardUri(uri);
      expect(parsed.scheme === 'usb' && formatUsbUri(parsed)).toBe(uri);
    }
  });

  it('is undone by formatSimUri', () => {
    for (const uri of [
      'sim:typical',
      'sim:aged?seed=7&rows=64&cols=64&tiles=1',
      'sim:broken?cols=8',
      'sim:typical?ambient=40.5&fault=stuck-row:5:ap@1000,supply:0.8',
    ]) {
      const parsed = parseBoardUri(uri);
      expect(parsed.scheme === 'sim' && formatSimUri(parsed)).toBe(uri);
    }
  });
});
