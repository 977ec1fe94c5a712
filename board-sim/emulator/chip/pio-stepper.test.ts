/** The board's shot program, run by the state machines alone: its period, the order of its edges, the order of its bytes. */
import { describe, expect, it } from 'vitest';
import type { Machine } from '../machine.js';
import { PIO0, SHOT_PINS, SM0, shotMachine, shotTicket as ticket } from '../testing/shot-program.js';

const [, FCLK, TRIG_A, TRIG_B] = SHOT_PINS;

interface Edge {
  readonly pin: number;
  readonly level: 0 | 1;
  readonly nanos: number;
}

/** Records the edges of the program's pins. */
function bench(program?: readonly number[], divider?: number): { machine: Machine; edges: Edge[] } {
  const machine = shotMachine(program, divider);
  const edges: Edge[] = [];
  for (const pin of SHOT_PINS)
    machine.pins.onChange(pin, ({ driven, level }, nanos) => {
      if (driven) edges.push({ pin, level, nanos });
    });
  edges.length = 0;
  return { machine, edges };
}

const ofPin = (edges: readonly Edge[], pin: number): Edge[] => edges.filter((edge) => edge.pin === pin);

describe('the state machines', () => {
  it.each([
    [2, 82],
    [4, 84],
    [10, 90],
  ])('a shot of %i cycles has a period of %i', (n, period) => {
    const { machine, edges } = bench();
    for (let k = 0; k < 3; k++) machine.chip.writeUint32(PIO0 + 0x10, ticket(n, 7, 23));
    machine.chip.writeUint32(PIO0, 1);
    // Words must be taken out, or the machine stalls on a full FIFO, which is a fault.
    const words: number[] = [];
    const drain = machine.clock.createAlarm(() => {
      while (!machine.chip.pio[0]!.machines[0]!.rxFIFO.empty) words.push(machine.chip.readUint32(PIO0 + 0x20));
      drain.schedule(300);
    });
    drain.schedule(300);
    machine.run({ maxNanos: 3 * period * 8 + 500 });
    expect(words.length).toBe(6);
    const rises = ofPin(edges, TRIG_A).filter(({ level }) => level === 1);
    expect(rises.length).toBe(3);
    // A machine that resumes from a wait can be one cycle off: the first period may show it.
    expect(rises[2]!.nanos - rises[1]!.nanos).toBeCloseTo(period * 8, 6);
    expect(Math.abs(rises[1]!.nanos - rises[0]!.nanos - period * 8)).toBeLessThanOrEqual(8);
    const b = ofPin(edges, TRIG_B);
    expect(b[0]!.nanos - rises[0]!.nanos).toBeCloseTo(8 * n, 6);
    const falls = ofPin(edges, TRIG_A).filter(({ level }) => level === 0);
    // A falls before B, by two cycles.
    expect(b[1]!.nanos - falls[0]!.nanos).toBeCloseTo(16, 6);
    const clocks = ofPin(edges, FCLK).filter(({ level }) => level === 1);
    expect(clocks.length).toBe(24);
    expect(clocks[1]!.nanos - clocks[0]!.nanos).toBeCloseTo(32, 6);
  });

  it('reads the pins at each clock, bytes in the order in which they come', () => {
    const { machine } = bench();
    const { chip, pins } = machine;
    let next = 0;
    pins.driveBus(0xff, 0x11);
    pins.onChange(FCLK, ({ level }) => {
      if (level === 0) pins.driveBus(0xff, 0x11 * (++next % 8) + 0x11);
    });
    next = 0;
    pins.driveBus(0xff, 0x11);
    chip.writeUint32(PIO0 + 0x10, ticket(2, 7, 23));
    chip.writeUint32(PIO0, 1);
    machine.run({ maxNanos: 1000 });
    expect([chip.readUint32(PIO0 + 0x20), chip.readUint32(PIO0 + 0x20)]).toEqual([0x44332211, 0x88776655]);
  });

  it('obeys the divider, fractions included, whatever the slices', () => {
    // set pins 1 / set pins 0, for ever.
    for (const [divider, nanos] of [
      [1 << 16, 16],
      [(2 << 16) | (128 << 8), 40],
      [100 << 16, 1600],
    ] as const) {
      const { machine, edges } = bench([0xe001, 0xe000], divider);
      machine.chip.writeUint32(SM0 + 4, 1 << 12);
      machine.chip.writeUint32(PIO0, 1);
      machine.run({ maxNanos: 200 * nanos });
      const rises = ofPin(edges, TRIG_A).filter(({ level }) => level === 1);
      expect(rises.length).toBeGreaterThan(197);
      expect((rises.at(-1)!.nanos - rises[0]!.nanos) / (rises.length - 1)).toBeCloseTo(nanos, 6);
    }
  });

  it('costs nothing while it waits for a ticket, and goes on when one comes', () => {
    const { machine, edges } = bench();
    machine.chip.writeUint32(PIO0, 1);
    const alarm = machine.clock.createAlarm(() => machine.chip.writeUint32(PIO0 + 0x10, ticket(2, 7, 23)));
    alarm.schedule(1e9);
    const begin = machine.nanos;
    machine.run({ maxNanos: 1e9 + 1000 });
    const rise = ofPin(edges, TRIG_A)[0]!;
    expect(rise.nanos - begin - 1e9).toBeGreaterThan(0);
    expect(rise.nanos - begin - 1e9).toBeLessThan(100);
  });

  it('a machine that waits for a pin goes on when the pin does', () => {
    // wait 1 gpio 5; push noblock; and for ever in place.
    const { machine } = bench([0x2085, 0x8000, 0x0002]);
    const { machines } = machine.chip.pio[0]!;
    machine.chip.writeUint32(PIO0, 1);
    machine.run({ maxNanos: 2000 });
    expect(machines[0]!.rxFIFO.empty).toBe(true);
    machine.pins.drive(5, 1);
    machine.run({ maxNanos: 2000 });
    expect(machines[0]!.rxFIFO.empty).toBe(false);
  });

  it('two runs are the same to the nanosecond', () => {
    const trace = (): Edge[] => {
      const { machine, edges } = bench();
      machine.chip.writeUint32(PIO0 + 0x10, ticket(3, 5, 9));
      machine.chip.writeUint32(PIO0, 1);
      machine.run({ maxNanos: 2000 });
      return edges;
    };
    expect(trace()).toEqual(trace());
  });

  it('a machine that finds its receive FIFO full is a fault', () => {
    const { machine } = bench();
    for (let k = 0; k < 3; k++) machine.chip.writeUint32(PIO0 + 0x10, ticket(2, 7, 23));
    machine.chip.writeUint32(PIO0, 1);
    expect(() => machine.run({ maxNanos: 3000 })).toThrow(/stalls on a full receive FIFO/);
  });
});
