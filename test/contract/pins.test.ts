/** The auxiliary header through the typed client: the same pins and the same bus on every board. */
import { expect, it } from 'vitest';
import { BoardBusyError, StateError } from '../../base/index.js';
import { enumValue } from '../../firmware-host/host/from-wire.js';
import { PINS } from '../../firmware-host/host/index.js';
import { spindrift } from '../../proto/index.js';
import { errorOf, onEveryBoard } from './bench.js';
import { pinned, reopened } from './pinned.js';

const { STATUS_OK, STATUS_INVALID_ARGUMENT, STATUS_OUT_OF_RANGE } = spindrift.v1.Status;

onEveryBoard('pins', (set) => {
  it('every pin has the functions of the table and no other', async () => {
    const { bench, board } = (await pinned(await set())) ?? {};
    if (bench === undefined || board === undefined) return;
    for (const { name, functions } of PINS)
      for (const wanted of functions) expect(typeof (await board.pins.mode(name, wanted))).toBe('number');
    const raw = await (await reopened(bench, board)).raw();
    for (const { number, functions } of PINS)
      for (const wanted of ALL) {
        const { status } = await raw.ask({
          body: 'pinMode',
          pinMode: { pin: number, function: enumValue(spindrift.v1.PinFunction, wanted, 'PIN_FUNCTION_') },
        });
        expect(status, `${number} as ${wanted}`).toBe(functions.includes(wanted) ? STATUS_OK : STATUS_INVALID_ARGUMENT);
      }
    const nowhere = await raw.ask({ body: 'pinRead', pinRead: { pin: 16 } });
    expect([nowhere.status, nowhere.detail]).toEqual([STATUS_OUT_OF_RANGE, 'pin = 16: allowed is 0 to 15']);
  });

  it('reads and writes digital lines', async () => {
    const { board, header } = (await pinned(await set())) ?? {};
    if (board === undefined || header === undefined) return;
    const { pins } = board;
    expect(await pins.read('AUX3')).toBe(1);
    header.setLevel(3, 0);
    expect(await pins.read('AUX3')).toBe(0);
    expect(await errorOf(pins.write('AUX3', true))).toBeInstanceOf(StateError);
    expect(header.driven(3)).toBe(false);
    await pins.mode('AUX3', 'output');
    for (const high of [true, false, true]) {
      expect(await pins.write('AUX3', high)).toBe(high ? 1 : 0);
      expect([header.driven(3), header.level(3)]).toEqual([true, high ? 1 : 0]);
    }
    expect(await pins.mode('AUX3', 'input')).toBe(0);
    expect(header.driven(3)).toBe(false);
  });

  it('takes writes in the order of the calls', async () => {
    const { board, header } = (await pinned(await set())) ?? {};
    if (board === undefined || header === undefined) return;
    await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((pin) => board.pins.mode(pin, 'output')));
    await Promise.all(Array.from({ length: 14 }, (_, k) => board.pins.write(k % 8, k > 7)));
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((line) => header.level(line))).toEqual([1, 1, 1, 1, 1, 1, 0, 0]);
  });

  it('converts voltages both ways', async () => {
    const { board, header } = (await pinned(await set())) ?? {};
    if (board === undefined || header === undefined) return;
    header.setVoltage(1, 1.234);
    expect(await board.pins.read('A1')).toBeCloseTo(1.234, 9);
    expect(await board.pins.read('A2')).toBe(0);
    expect([header.outputV(0), header.outputV(1)]).toEqual([0, 0]);
    const set1 = await board.pins.dac('OUT1', 1.8);
    expect(set1).toBeCloseTo(1.8, 4);
    expect(header.outputV(1)).toBeCloseTo(set1, 5);
    expect(await board.pins.read('OUT1')).toBe(set1);
    expect(header.outputV(0)).toBe(0);
    expect(await board.pins.dac('OUT0', 2.5)).toBeCloseTo(2.5 * (1 - 1 / 65_536), 6);
  });

  it('keeps an analog output still while a call works with the array', async () => {
    const { board, header } = (await pinned(await set())) ?? {};
    if (board === undefined || header === undefined || !board.identity.features.includes('bits')) return;
    await board.arm();
    const bits = board.openBits({ blockBytes: 64 });
    await bits.readBits(64);
    expect(await errorOf(board.pins.dac('OUT0', 1))).toBeInstanceOf(BoardBusyError);
    expect(header.outputV(0)).toBe(0);
    await bits.close();
    expect(await board.pins.dac('OUT0', 1)).toBeCloseTo(1, 4);
  });

  it('gives the LED to the host, one use at a time, and takes it back', async () => {
    const { bench, board } = (await pinned(await set())) ?? {};
    if (bench === undefined || board === undefined) return;
    const { pins } = board;
    expect(await pins.read('LED')).toBe(0);
    await board.arm();
    expect(await pins.read('LED')).toBe(1);
    expect(await errorOf(pins.write('LED', true))).toBeInstanceOf(StateError);
    expect(await pins.mode('LED', 'output')).toBe(0);
    expect(await pins.write('LED', true)).toBe(1);
    expect(await errorOf(pins.pwm('LED', { duty: 0.5 }))).toBeInstanceOf(StateError);
    expect(await pins.mode('LED', 'output')).toBe(1);
    expect(await pins.mode('LED', 'pwm')).toBe(0);
    await pins.pwm('LED', { duty: 0.3, periodS: 1e-4 });
    expect(await pins.read('LED')).toBe(1);
    await pins.pwm('LED', { duty: 0 });
    expect(await pins.read('LED')).toBe(0);
    await pins.mode('LED', 'servo');
    await pins.servo('LED', 1.5e-3);
    expect(await pins.read('LED')).toBe(1);
    await pins.servo('LED', 0);
    expect(await pins.read('LED')).toBe(0);
    await pins.mode('LED', 'output');
    await pins.write('LED', true);
    await board.makeSafe();
    expect(await pins.read('LED')).toBe(1);
    const again = await (await reopened(bench, board)).client();
    expect(await again.pins.read('LED')).toBe(0);
  });

  it('says which chip of the header is silent', async () => {
    const { board, header } = (await pinned(await set())) ?? {};
    if (board === undefined || header === undefined) return;
    header.silence(0x20, true);
    header.silence(0x49, true);
    await expect(board.pins.read('AUX0')).rejects.toThrow('the PCA9554 at 0x20 does not answer');
    await expect(board.pins.mode('AUX0', 'output')).rejects.toThrow('the PCA9554 at 0x20 does not answer');
    await expect(board.pins.read('A0')).rejects.toThrow('the ADS1015 at 0x49 does not answer');
    expect(await board.pins.read('INTERLOCK')).toBe(0);
    header.silence(0x20, false);
    expect(await board.pins.read('AUX0')).toBe(1);
  });

  it('keeps lines and outputs over a session, and lines over a restart', async () => {
    const { bench, board, header } = (await pinned(await set())) ?? {};
    if (bench === undefined || board === undefined || header === undefined) return;
    await board.pins.mode('AUX5', 'output');
    await board.pins.write('AUX5', false);
    await board.pins.dac('OUT0', 1.5);
    const second = await (await reopened(bench, board)).client();
    expect(header.level(5)).toBe(0);
    expect(await second.pins.read('OUT0')).toBeCloseTo(header.outputV(0), 5);
    expect(header.outputV(0)).toBeCloseTo(1.5, 4);
    if (!second.identity.features.includes('reboot')) return;
    await second.reboot();
    await second.close();
    await bench.board.pass(0.5);
    const third = await bench.client();
    expect(await third.pins.read('OUT0')).toBe(0);
    expect([header.driven(5), header.level(5)]).toEqual([true, 0]);
  });
});

const ALL = ['input', 'input-pullup', 'output', 'analog', 'pwm', 'dac', 'servo'] as const;
