// The behavioural board's endpoint 0 against the firmware's own, on the emulated chip: byte for byte.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSimulatedBoard } from '../board/simulated-board.js';
import { buildImage } from '../emulator/testing/build-image.js';
import { setupPacket } from '../emulator/usb/enumerate.js';
import { boardDescriptor, microsoftSet } from './board-descriptors.js';
import { EmulatedUsbDevice } from './emulated-usb-device.js';
import { SimulatedUsbDevice } from './simulated-usb-device.js';
import { request } from './testing/probe.js';
import type { VirtualDevice } from './virtual-device.js';

const image = buildImage('product');
if (image === undefined) console.log('skipped: descriptors and requests against the firmware, for want of one');

const [IN, OUT] = [0x81, 0x01];
const ASKED = 1024;
const getDescriptor = (type: number, index: number, length = ASKED): Uint8Array =>
  setupPacket(0x80, 6, (type << 8) | index, type === 3 ? 0x0409 : 0, length);
const SET_CONFIGURATION = (value: number): Uint8Array => setupPacket(0x00, 9, value, 0, 0);
const wide = (text: string): number[] => [...Buffer.from(text, 'utf16le')];

interface Answer {
  readonly status: string;
  readonly data: number[];
}
async function answer(device: VirtualDevice, setup: Uint8Array, data?: Uint8Array): Promise<Answer> {
  const result = await request(device, setup, data);
  return { status: result.status, data: [...result.data] };
}

describe.skipIf(image === undefined)('requests to the board', { timeout: 60_000 }, () => {
  const firmware = (): VirtualDevice => new EmulatedUsbDevice({ image: image!, provision: {}, pace: 'free' });
  const simulator = (): VirtualDevice => new SimulatedUsbDevice(createSimulatedBoard({ seed: 3 }));
  const both = async (): Promise<(setup: Uint8Array, data?: Uint8Array) => Promise<[Answer, Answer]>> => {
    const [ours, theirs] = [simulator(), firmware()];
    for (const device of [ours, theirs]) await request(device, SET_CONFIGURATION(0));
    return async (setup, data) => [await answer(ours, setup, data), await answer(theirs, setup, data)];
  };

  it('every descriptor is the firmware’s, but for product and serial number', async () => {
    const ask = await both();
    for (let type = 0; type <= 16; type++)
      for (const index of [0, 1, 2, 3, 4, 5, 255]) {
        const [ours, theirs] = await ask(getDescriptor(type, index));
        if (type !== 3 || (index !== 2 && index !== 3)) expect(ours, `type ${type}, index ${index}`).toEqual(theirs);
      }
    const [product, firmwareProduct] = await ask(getDescriptor(3, 2));
    expect(product.data.slice(2)).toEqual(wide('Spindrift simulator'));
    expect(firmwareProduct.data.slice(2)).toEqual(wide('Spindrift emulator'));
    const [serial, firmwareSerial] = await ask(getDescriptor(3, 3));
    expect(serial.data.slice(2)).toEqual(wide('SIM-typical-3'));
    expect(Buffer.from(firmwareSerial.data.slice(2)).toString('utf16le')).toMatch(/^EMU-/);
    const [set, firmwareSet] = await ask(setupPacket(0xc0, 0x20, 0, 7, ASKED));
    expect(set).toEqual(firmwareSet);
    expect(set.data.length).toBe(162);
  });

  it('cuts every descriptor to what was asked for, as the firmware does', async () => {
    const ask = await both();
    for (const [type, index] of [
      [1, 0],
      [2, 0],
      [3, 4],
      [15, 0],
    ] as const)
      for (const length of [0, 1, 2, 8, 9, 17, 18, 19, 32, 57, 64, 65, 255]) {
        const [ours, theirs] = await ask(getDescriptor(type, index, length));
        expect(ours, `type ${type}, ${length} bytes`).toEqual(theirs);
      }
  });

  it('every standard and vendor request is answered alike, configured or not, halted or not', async () => {
    const ask = await both();
    const states = [
      [SET_CONFIGURATION(0)],
      [SET_CONFIGURATION(1)],
      [setupPacket(0x02, 3, 0, IN, 0)],
      [SET_CONFIGURATION(1), setupPacket(0x02, 3, 0, OUT, 0)],
    ];
    for (const state of states) {
      for (const setup of state) {
        const [ours, theirs] = await ask(setup);
        expect(ours).toEqual(theirs);
      }
      for (const type of [0x80, 0x81, 0x82, 0xc0, 0xa0, 0xc1])
        for (const code of [0, 1, 2, 5, 6, 7, 8, 10, 12, 0x20, 0x21])
          for (const index of [0, 1, 7, IN, 0x82]) {
            const [ours, theirs] = await ask(setupPacket(type, code, type === 0xc0 ? 0 : 0x0100, index, 64));
            expect(ours, `${type.toString(16)} ${code} index ${index}`).toEqual(theirs);
          }
    }
  });

  it('whatever is asked in whatever order', async () => {
    const ask = await both();
    const setup = fc
      .record({
        type: fc.constantFrom(0x00, 0x01, 0x02, 0x40, 0x41, 0x80, 0x81, 0x82, 0xc0, 0x21, 0xff),
        code: fc.oneof(fc.constantFrom(0, 1, 3, 6, 8, 9, 10, 11, 0x20, 0x21), fc.nat(255)),
        value: fc.oneof(fc.constantFrom(0, 1, 2, 0x0100, 0x0200, 0x0304, 0x0f00), fc.nat(0xffff)),
        index: fc.oneof(fc.constantFrom(0, 1, 7, IN, 0x80, 0x82), fc.nat(0xffff)),
        length: fc.oneof(fc.constant(0), fc.nat(70)),
      })
      // Addresses are the bus's own business, and so are the two strings that differ.
      .filter(({ type, code, value }) => !(type === 0 && code === 5) && ![0x0302, 0x0303].includes(value));
    await fc.assert(
      fc.asyncProperty(fc.array(setup, { minLength: 1, maxLength: 12 }), async (setups) => {
        for (const { type, code, value, index, length } of setups) {
          const data = (type & 0x80) === 0 ? new Uint8Array(length) : new Uint8Array(0);
          const [ours, theirs] = await ask(setupPacket(type, code, value, index, length), data);
          expect(ours).toEqual(theirs);
        }
      }),
      { seed: 20, numRuns: 60 },
    );
  });

  it('pipes refuse, are silent and are served alike', async () => {
    const devices = [simulator(), firmware()];
    const outcomes = await Promise.all(
      devices.map(async (device) => {
        const ends: string[] = [];
        const bulk = (endpoint: number, work: Uint8Array | number): Promise<void> =>
          new Promise((resolve) => {
            device.submit(endpoint, typeof work === 'number' ? 'in' : 'out', work, ({ status, actual }) => {
              ends.push(`${endpoint} ${status} ${actual}`);
              resolve();
            });
          });
        await request(device, SET_CONFIGURATION(0));
        await bulk(1, 64);
        await bulk(1, new Uint8Array(3));
        await request(device, SET_CONFIGURATION(1));
        await bulk(2, 64);
        await bulk(15, new Uint8Array(3));
        await bulk(1, new Uint8Array(0));
        await bulk(1, new Uint8Array(300));
        for (const endpoint of [IN, OUT]) {
          const waiting = endpoint === IN ? bulk(1, 512) : undefined;
          await request(device, setupPacket(0x02, 3, 0, endpoint, 0));
          await waiting;
          await bulk(1, endpoint === IN ? 64 : new Uint8Array(9));
          await request(device, setupPacket(0x02, 1, 0, endpoint, 0));
        }
        await bulk(1, new Uint8Array(65));
        return ends;
      }),
    );
    expect(outcomes[0]).toEqual(outcomes[1]);
    expect(outcomes[0]).toContain('1 stall 0');
    expect(outcomes[0]).toContain('1 silent 0');
  });
});

// Without any firmware: USB 2.0 table 9-8 and the lengths that the descriptors say of themselves.
describe('descriptors of the board', () => {
  const texts = { product: 'p', serial: 's' };
  it('have the lengths and totals that they state', () => {
    const configuration = boardDescriptor(0x0200, texts)!;
    expect(configuration[2]! | (configuration[3]! << 8)).toBe(configuration.length);
    const bos = boardDescriptor(0x0f00, texts)!;
    expect(bos[2]! | (bos[3]! << 8)).toBe(bos.length);
    expect(microsoftSet[8]! | (microsoftSet[9]! << 8)).toBe(microsoftSet.length);
    expect(boardDescriptor(0x0100, texts)!.length).toBe(18);
    expect(boardDescriptor(0x0600, texts)).toBeUndefined();
  });

  it('cut a text that does not fit, as the firmware does', () => {
    expect(boardDescriptor(0x0303, { product: 'p', serial: 'x'.repeat(40) })).toHaveLength(64);
  });
});
