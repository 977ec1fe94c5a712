/** Interrupts, abort and reset of the I²C controller, register by register. */
import { describe, expect, it } from 'vitest';
import { Machine } from '../machine.js';
import { Thumb, flashWith, startClocks } from '../testing/thumb.js';

const I2C0 = 0x40044000;
const DATA_CMD = I2C0 + 0x10;
const INTR_STAT = I2C0 + 0x2c;
const INTR_MASK = I2C0 + 0x30;
const RX_TL = I2C0 + 0x38;
const CLR_TX_ABRT = I2C0 + 0x54;
const ENABLE = I2C0 + 0x6c;
const TXFLR = I2C0 + 0x74;
const RESETS = 0x4000c000;
const BIT_I2C0 = 8;
const [RX_FULL, TX_EMPTY, TX_ABRT, STOP_DET] = [4, 0x10, 0x40, 0x200];
const [READ, STOP] = [0x100, 0x200];

/** A machine with I2C0 out of reset and a chip at 0x50 that counts. */
function bench(): Machine {
  const machine = new Machine({ flash: flashWith(startClocks(new Thumb(), BIT_I2C0).halt()) });
  machine.run({ maxNanos: 5e6 });
  let next = 0;
  machine.i2c[0].attach({
    start: (address) => address === 0x50,
    write: () => true,
    read: () => next++,
    stop: () => undefined,
  });
  machine.chip.writeUint32(I2C0 + 4, 0x50);
  machine.chip.writeUint32(ENABLE, 1);
  return machine;
}

describe('the I2C controller', () => {
  it('shows the levels of its FIFOs, as far as they are asked for', () => {
    const { chip, ...machine } = bench();
    chip.writeUint32(RX_TL, 1);
    expect(chip.readUint32(INTR_STAT)).toBe(0);
    chip.writeUint32(INTR_MASK, RX_FULL | TX_EMPTY);
    expect(chip.readUint32(INTR_STAT)).toBe(TX_EMPTY);
    expect(chip.core.pendingInterrupts & (1 << 23)).not.toBe(0);
    for (const command of [READ, READ, READ | STOP]) chip.writeUint32(DATA_CMD, command);
    expect(chip.readUint32(INTR_STAT)).toBe(0);
    machine.clock.tick(1e6);
    expect(chip.readUint32(INTR_STAT)).toBe(TX_EMPTY | RX_FULL);
    chip.readUint32(DATA_CMD);
    expect(chip.readUint32(INTR_STAT)).toBe(TX_EMPTY | RX_FULL);
    chip.readUint32(DATA_CMD);
    expect(chip.readUint32(INTR_STAT)).toBe(TX_EMPTY);
    chip.writeUint32(INTR_MASK, 0);
    expect(chip.core.pendingInterrupts & (1 << 23)).toBe(0);
  });

  it('takes nothing between an abort and its being cleared', () => {
    const { chip, ...machine } = bench();
    chip.writeUint32(INTR_MASK, TX_ABRT | STOP_DET);
    chip.writeUint32(ENABLE, 0);
    chip.writeUint32(I2C0 + 4, 0x51);
    chip.writeUint32(ENABLE, 1);
    chip.writeUint32(DATA_CMD, 1 | STOP);
    machine.clock.tick(1e6);
    expect(chip.readUint32(INTR_STAT)).toBe(TX_ABRT | STOP_DET);
    chip.writeUint32(DATA_CMD, 2);
    expect(chip.readUint32(TXFLR)).toBe(0);
    chip.readUint32(CLR_TX_ABRT);
    chip.writeUint32(DATA_CMD, 3);
    expect(chip.readUint32(TXFLR)).toBe(1);
  });

  it('forgets a transfer when it is reset', () => {
    const { chip, ...machine } = bench();
    chip.writeUint32(DATA_CMD, READ | STOP);
    machine.clock.tick(10e3);
    chip.writeUint32(RESETS + 0x2000, BIT_I2C0);
    chip.writeUint32(RESETS + 0x3000, BIT_I2C0);
    machine.clock.tick(1e6);
    chip.writeUint32(INTR_MASK, STOP_DET);
    expect([chip.readUint32(INTR_STAT), chip.readUint32(ENABLE), chip.readUint32(TXFLR)]).toEqual([0, 0, 0]);
  });
});
