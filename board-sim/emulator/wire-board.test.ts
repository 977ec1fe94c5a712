// The shot program on the emulated state machines, driving the board's chips: what a real board would do between two tickets.
import { describe, expect, it } from 'vitest';
import { BoardParts, GPIO, PERFECT_DELAYS } from '../parts/index.js';
import { PinDriver } from '../parts/testing/pin-driver.js';
import type { Machine } from './machine.js';
import { PIO0, SHOT_PROGRAM, shotMachine, shotTicket } from './testing/shot-program.js';
import { wireBoard } from './wire-board.js';

const SIO_OUT_SET = 0xd0000014;
const SIO_OUT_CLEAR = 0xd0000018;
const SIO_OE_SET = 0xd0000024;
const FUNCTION_SIO = 5;

/** A board with a row closed and a drive set, and the chip on it with the array enabled. */
function bench(
  codes: readonly [a: number, b: number],
  program: readonly number[] = SHOT_PROGRAM,
): { machine: Machine; parts: BoardParts; trouble: string[] } {
  const trouble: string[] = [];
  const parts = new BoardParts({
    scenario: 'ideal',
    delays: PERFECT_DELAYS,
    onTrouble: (message) => trouble.push(message),
  });
  const driver = new PinDriver(parts);
  driver.prepare({ rows: 1n << 9n });
  driver.delays(...codes);
  const machine = shotMachine(program);
  wireBoard(machine, parts, driver.nanos);
  const { chip } = machine;
  chip.writeUint32(SIO_OE_SET, 1 << GPIO.ARRAY_EN);
  chip.writeUint32(0x40014004 + 8 * GPIO.ARRAY_EN, FUNCTION_SIO);
  chip.writeUint32(SIO_OUT_SET, 1 << GPIO.ARRAY_EN);
  machine.run({ maxNanos: 100e3 });
  return { machine, parts, trouble };
}

/** Runs one shot. @returns its columns, bit c for column c */
function shot(machine: Machine, n: number): bigint {
  const { chip } = machine;
  chip.writeUint32(PIO0 + 0x10, shotTicket(n, 7, 23));
  chip.writeUint32(PIO0, 1);
  machine.run({ maxNanos: 8 * (90 + n) });
  const [low, high] = [chip.readUint32(PIO0 + 0x20), chip.readUint32(PIO0 + 0x20)];
  return (BigInt(high) << 32n) | BigInt(low);
}

const rowOf = (parts: BoardParts, row: number): bigint => {
  const { state } = parts.array.unit.cells;
  let mask = 0n;
  for (let c = 0; c < 64; c++) if (state[64 * row + c] === 1) mask |= 1n << BigInt(c);
  return mask;
};

describe('a chip on its board', () => {
  it('reads the states of the row that is closed, in the order of the columns', () => {
    // Both edges in one cycle, as for widths below 4 ns, and B 5 ns before A: no pulse.
    const { machine, parts, trouble } = bench([1023, 0], SHOT_PROGRAM.with(3, 0xe007).with(4, 0xe007));
    const before = rowOf(parts, 9);
    expect(before).not.toBe(rowOf(parts, 8));
    expect(shot(machine, 0)).toBe(before);
    expect(parts.array.pulses.rowPulses).toBe(0);
    expect(trouble).toEqual([]);
  });

  it.each([2, 3, 7])(
    'pulses for %i cycles and the difference of the delays, and reads what became of the cells',
    (n) => {
      const { machine, parts, trouble } = bench([300, 500]);
      for (let k = 0; k < 20; k++) expect(shot(machine, n)).toBe(rowOf(parts, 9));
      expect(parts.array.pulses.rowPulses).toBe(20);
      expect(parts.array.lastPulse!.widthNs).toBeCloseTo(8 * n + 0.005 * 200, 6);
      expect(parts.array.pulses.toggles).toBeGreaterThan(100);
      expect(trouble).toEqual([]);
    },
  );

  it('neither pulses nor reads with ARRAY_EN low or the interlock open, and the chip sees the interlock', () => {
    const { machine, parts } = bench([0, 0]);
    machine.chip.writeUint32(SIO_OUT_CLEAR, 1 << GPIO.ARRAY_EN);
    shot(machine, 4);
    expect(parts.array.pulses.rowPulses).toBe(0);
    machine.chip.writeUint32(SIO_OUT_SET, 1 << GPIO.ARRAY_EN);
    shot(machine, 4);
    expect(parts.array.pulses.rowPulses).toBe(1);
    expect(machine.pins.state(GPIO.INTERLOCK).level).toBe(0);
    parts.setInterlock(false, 1e9);
    expect(machine.pins.state(GPIO.INTERLOCK).level).toBe(1);
    expect(parts.enabled).toBe(false);
  });

  it('two runs of a seed are the same', () => {
    const run = (): bigint[] => {
      const { machine } = bench([300, 500]);
      return Array.from({ length: 10 }, () => shot(machine, 3));
    };
    expect(run()).toEqual(run());
  });
});
