/**
 * The firmware's I²C, safe state, fault handler and thermometer, by the bring-up image on the strict emulated chip among the models of the
 * board's other chips. Nothing of it has run on silicon.
 */
import { describe, expect, it } from 'vitest';
import { type Machine } from '../../board-sim/emulator/machine.js';
import { DacChannel, GPIO, VMID_V } from '../../board-sim/parts/index.js';
import { I2C_ADDRESS } from '../../board-sim/parts/i2c/board-bus.js';
import { BringupBoard, buildFlash, hex, prepareArray } from './harness/bringup-board.js';
import { header, memory } from './harness/eeprom-banks.js';

const built = buildFlash('bringup');
if (built === undefined) console.log('skipped: buses under the firmware, for want of arm-none-eabi-gcc');
const TMP117 = 0x48;
const NOT_ACKNOWLEDGED = -1;
const TIMED_OUT = -2;
const PAGE = 256;

/** What the board shows once everything is off. */
function expectSafe(board: BringupBoard): void {
  const { parts, machine } = board;
  const level = (pin: number): number => machine.pins.state(pin).level;
  expect([GPIO.ARRAY_EN, GPIO.TRIG_A, GPIO.TRIG_B, GPIO.PULSE_SEL, GPIO.COIL_EN].map(level)).toEqual([0, 0, 0, 0, 0]);
  expect(parts.rowSwitches.closed).toEqual([]);
  const volts = [DacChannel.vAmp, DacChannel.vRead, DacChannel.coil].map((channel) => parts.dac.settledVolts(channel));
  expect(volts).toEqual([0, VMID_V, VMID_V]);
  // The enables are off with the array; what they would show is nothing, too.
  parts.setPin('ARRAY_EN', 1, board.boardNanos);
  expect(parts.columns.on).toEqual([]);
  parts.setPin('ARRAY_EN', 0, board.boardNanos);
}

describe.skipIf(built === undefined)('buses under the firmware', () => {
  const flash = built ?? new Uint8Array(0);
  const start = (options?: ConstructorParameters<typeof BringupBoard>[1]): BringupBoard =>
    new BringupBoard(flash, options);

  it('read the identities of thermometer and power monitors', () => {
    const board = start();
    expect(board.i2c(TMP117, 2, [0x0f])).toEqual({ state: 1, data: [0x01, 0x17] });
    for (const address of [0x40, 0x41, 0x44, 0x45])
      expect(board.i2c(address, 2, [0x3e])).toEqual({ state: 1, data: [0x54, 0x49] });
    // Without a register: from where the pointer is.
    expect(board.i2c(0x41, 2, [])).toEqual({ state: 1, data: [0x54, 0x49] });
  });

  it('write a page of the memory, which is silent until it is done, and read it back', () => {
    const board = start();
    const page = Array.from({ length: PAGE }, (_, k) => (k * 7 + 3) & 0xff);
    const begin = board.machine.nanos;
    expect(board.i2c(I2C_ADDRESS.eeprom0, 0, [0x12, 0x00, ...page]).state).toBe(1);
    // 259 bytes of nine bits at 400 kHz at most take 5.8 ms; besides that, the line to the board and sleep up to its end.
    expect((board.machine.nanos - begin) / 1e6).toBeGreaterThan(5.8);
    expect((board.machine.nanos - begin) / 1e6).toBeLessThan(8);
    expect(board.i2c(I2C_ADDRESS.eeprom0, 1, [0x12, 0x00]).state).toBe(NOT_ACKNOWLEDGED);
    board.machine.run({ maxNanos: 5e6 });
    expect(board.i2c(I2C_ADDRESS.eeprom0, PAGE, [0x12, 0x00])).toEqual({ state: 1, data: page });
    expect(board.i2c(I2C_ADDRESS.eeprom0, 3, [0x12, 0xff]).data).toEqual([page[255], 0xff, 0xff]);
    expect([...board.parts.bus.eeprom.image(board.machine.nanos).slice(0x1200, 0x1300)]).toEqual(page);
  });

  it('say so when nobody answers, and go on', () => {
    const board = start({ faults: { i2c: { silent: [TMP117] } } });
    for (let k = 0; k < 3; k++) expect(board.i2c(TMP117, 2, [0x0f]).state).toBe(NOT_ACKNOWLEDGED);
    expect(board.i2c(0x77, 0, [1, 2, 3]).state).toBe(NOT_ACKNOWLEDGED);
    expect(board.i2c(0x40, 2, [0x3e])).toEqual({ state: 1, data: [0x54, 0x49] });
  });

  it('give up a transaction that does not end, clock the bus free, and go on', () => {
    const board = start();
    const controller = board.machine.chip.i2c[0]!;
    const { onWriteByte } = controller;
    // A chip that holds the clock low.
    controller.onWriteByte = () => undefined;
    let clocks = 0;
    board.machine.pins.onChange(21, ({ driven }) => (clocks += driven ? 1 : 0));
    const begin = board.machine.nanos;
    expect(board.i2c(TMP117, 2, [0x0f]).state).toBe(TIMED_OUT);
    expect((board.machine.nanos - begin) / 1e6).toBeGreaterThan(10);
    expect((board.machine.nanos - begin) / 1e6).toBeLessThan(12);
    // Nine, and the one before the stop.
    expect(clocks).toBe(10);
    controller.onWriteByte = onWriteByte;
    expect(board.i2c(TMP117, 2, [0x0f])).toEqual({ state: 1, data: [0x01, 0x17] });
  });

  it('find the serial number in the first bank that is in order', () => {
    const torn = header('WRONG').fill(0xff, 40, 50);
    for (const [eeprom, serial] of [
      [memory(header('SPD-0042')), 'SPD-0042'],
      [memory(torn, header('S7')), 'S7'],
      [memory(torn), 'UNPROVISIONED'],
      [memory(header('A B')), 'UNPROVISIONED'],
    ] as const)
      expect(start({ eeprom }).ask('v')).toBe(serial);
  });

  it('find it in a memory that is silent at first, as it is during a write that a reset has overtaken', () => {
    const board = start({ eeprom: memory(header('SPD-0042')) });
    board.send('b');
    expect(board.machine.run({ maxNanos: 3e6 })).toBe('ended');
    board.parts.releasePins(board.boardNanos);
    const { i2c } = board.parts;
    const answer = i2c.start.bind(i2c);
    let refused = 0;
    i2c.start = (...about) => {
      if (refused === 4) return answer(...about);
      refused++;
      return false;
    };
    expect(new BringupBoard(flash, {}, board).ask('v')).toBe('SPD-0042');
    expect(refused).toBe(4);
  });

  it('know how warm the chip is, one reading late', () => {
    const board = start();
    board.machine.dieTemperature(60);
    board.ask('t');
    expect(board.numbers('t')[0]! / 1000).toBeCloseTo(60, 0);
    board.machine.dieTemperature(-5);
    board.ask('t');
    expect((board.numbers('t')[0]! | 0) / 1000).toBeCloseTo(-5, 0);
  });

  it('see the interlock', () => {
    const board = start();
    expect(board.ask('n')).toBe('1');
    board.parts.setInterlock(false, board.machine.nanos);
    expect(board.ask('n')).toBe('0');
  });

  it.each(['z', 'f'])('make everything safe by %s in the midst of a burst', (command) => {
    const board = start();
    prepareArray(board, 0xffn);
    board.ask(`d${DacChannel.coil} ${hex(0xa000)}`);
    board.ask('e1');
    expect(board.ask('g10000 1707fffe 12c')).toBe('ok');
    board.machine.run({ maxNanos: 2e6 });
    expect(board.machine.pins.state(GPIO.TRIG_A).level).toBe(1);
    expect(board.parts.enabled).toBe(true);
    let [begin, end] = [0, 0];
    const falls: number[] = [];
    const order: number[] = [GPIO.ARRAY_EN, GPIO.TRIG_A, GPIO.COIL_EN];
    for (const pin of order)
      board.machine.pins.onChange(pin, ({ level }, nanos) => {
        if (level === 0) falls.push(pin);
        if (level === 0 && pin === GPIO.ARRAY_EN) begin = nanos;
      });
    board.machine.pins.onChange(GPIO.ROW_SYNC, ({ level }, nanos) => {
      if (level === 1) end = nanos;
    });
    if (command === 'z') expect(board.ask('z')).toBe('ok');
    else board.send('f');
    board.machine.run({ maxNanos: 2e6 });
    expectSafe(board);
    expect(falls).toEqual(order);
    expect(end - begin).toBeGreaterThan(0);
    expect(end - begin).toBeLessThan(25e3);
    expect(board.trouble).toEqual([]);
    if (command === 'z') {
      expect(board.ask('k')).toBe('1');
      return;
    }
    // A fault waits for the watchdog.
    expect(board.machine.pins.state(GPIO.LED).level).toBe(1);
    board.machine.run({ maxNanos: 200e6 });
    expect(board.machine.ended?.cause).toBe('watchdog');
  });

  it('end with the watchdog when a program hangs, and come up safe again', () => {
    const board = start();
    prepareArray(board, 1n);
    board.send('w');
    const begin = board.machine.nanos;
    expect(board.machine.run({ maxNanos: 1e9 })).toBe('ended');
    expect(board.machine.ended?.cause).toBe('watchdog');
    expect((board.machine.nanos - begin) / 1e6).toBeLessThan(101);
    // What the reset does to the pads is the board's: the pins fall to their pulls.
    board.parts.releasePins(board.boardNanos);
    expect(board.parts.enabled).toBe(false);
    const next = new BringupBoard(flash, {}, board);
    expectSafe(next);
  });

  it('reboot when asked to', () => {
    const board = start();
    prepareArray(board, 1n);
    board.send('b');
    expect(board.machine.run({ maxNanos: 10e6 })).toBe('ended');
    expect(board.machine.ended?.cause).toBe('reset');
    expect(board.parts.rowSwitches.closed).toEqual([]);
  });

  it('are made safe by suspension, a reset of the bus and the end of a configuration', () => {
    for (const act of [
      ({ usb }: Machine) => usb.suspend(),
      ({ usb }: Machine) => usb.reset(),
      ({ usb }: Machine) =>
        usb.submitControl(Uint8Array.of(0, 9, 0, 0, 0, 0, 0, 0), new Uint8Array(0), () => undefined),
    ]) {
      const board = start();
      prepareArray(board, 1n);
      expect(board.ask('g10000 1707fffe 12c')).toBe('ok');
      act(board.machine);
      board.machine.run({ maxNanos: 20e6 });
      expectSafe(board);
      expect(board.machine.ended).toBeUndefined();
    }
  });
});
