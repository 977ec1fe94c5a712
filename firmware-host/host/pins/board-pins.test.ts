import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Board } from '../board.js';
import { openBoard } from '../open-board.js';
import { PINS } from './pin-table.js';

describe('the pins of a board', () => {
  let board: Board;
  beforeAll(async () => {
    board = await openBoard('sim:ideal?rows=16&cols=16', {
      inThread: true,
      header: { lines: 0xf7, inputsV: [0, 1.5], devices: [{ kind: 'tmp102', address: 0x4a, celsius: -10.25 }] },
    });
  });
  afterAll(() => board.close());

  it('are sixteen, in the order of their numbers', () => {
    expect(board.pins.table.map(({ number }) => number)).toEqual(Array.from({ length: 16 }, (_, k) => k));
    expect(new Set(PINS.map(({ name }) => name)).size).toBe(16);
    expect(PINS.flatMap(({ analogChannel }) => analogChannel ?? [])).toEqual([0, 1, 2, 3]);
  });

  it('show what was hung on the header when the board was opened', async () => {
    expect([await board.pins.read('AUX3'), await board.pins.read('AUX2'), await board.pins.read('A1')]).toEqual([
      0, 1, 1.5,
    ]);
    // A TMP102 has two's complement in the upper twelve bits, a sixteenth of a degree each.
    const [high, low] = await board.pins.i2c.read(0x4a, { prefix: [0], count: 2 });
    expect((((high! << 8) | low!) << 16) >> 20).toBe(-10.25 * 16);
  });

  it('names wrong arguments before the board sees them', async () => {
    const { pins } = board;
    await expect(pins.read('AUX8' as 'AUX7')).rejects.toThrow(RangeError);
    await expect(pins.read(16)).rejects.toThrow('pin must be an integer from 0 to 15, got 16');
    await expect(pins.mode('A0', 'output')).rejects.toThrow('function of A0 must be one of "analog", got "output"');
    await expect(pins.write('INTERLOCK', true)).rejects.toThrow(RangeError);
    await expect(pins.write('AUX0', 1 as unknown as boolean)).rejects.toThrow(TypeError);
    await expect(pins.dac('OUT0', 2.6)).rejects.toThrow('volts must be a finite number from 0 to 2.5, got 2.6');
    await expect(pins.pwm('LED', { duty: 1.1 })).rejects.toThrow('duty');
    await expect(pins.pwm('LED', { duty: 1, periodS: 1 })).rejects.toThrow('periodS');
    await expect(pins.servo('LED', 3e-3)).rejects.toThrow('pulseS');
    expect(() => pins.watch('OUT0')).toThrow(RangeError);
    expect(() => pins.watchAnalog('A0', { periodS: 0.001 })).toThrow('periodS');
    await expect(pins.i2c.config({ clockHz: 1e6 })).rejects.toThrow('clockHz');
    await expect(pins.i2c.write(0x3c, [])).rejects.toThrow('bytes must be 1 to 64 bytes, got 0');
    await expect(pins.i2c.write(0x3c, [256])).rejects.toThrow('a byte of bytes');
    await expect(pins.i2c.read(0x78, { count: 1 })).rejects.toThrow('address');
    await expect(pins.i2c.read(0x3c, { count: 65 })).rejects.toThrow('count');
    await expect(pins.i2c.read(0x3c, { count: 1, prefix: new Uint8Array(9) })).rejects.toThrow('prefix');
  });
});
