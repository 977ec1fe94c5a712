/** Every fault of strict mode is raised by the mistake it is for, and a proper start-up raises none. */
import { describe, expect, it } from 'vitest';
import { Machine } from '../machine.js';
import { R, Thumb, flashWith, startClocks } from '../testing/thumb.js';

const SRAM = 0x20000000;
const ALL_BLOCKS = 0x0133_0dad | (1 << 10);
const SPI0 = 0x4003c000;
const ADC = 0x4004c000;
const PIO0 = 0x50200000;
const DPRAM = 0x50100000;

const run = (program: Thumb, strict = true): Machine => {
  const machine = new Machine({ flash: flashWith(program), strict });
  machine.run({ maxNanos: 20e6 });
  return machine;
};
const started = (bits: number): Thumb => startClocks(new Thumb(), bits);
const load = (address: number): Thumb => new Thumb().constant(R.r0, address).ldr(R.r1, R.r0).halt();

describe('strict mode', () => {
  it('lets a proper start-up pass, which takes the crystal its millisecond', () => {
    const machine = run(started(ALL_BLOCKS).store(SRAM, 1).halt());
    expect(machine.chip.sramView.getUint32(0, true)).toBe(1);
    expect(machine.chip.clkSys).toBe(125e6);
    expect(machine.run({ until: () => true, maxNanos: 1 })).toBe('done');
  });

  it('runs from the ring oscillator until told otherwise', () => {
    const machine = run(new Thumb().halt());
    expect(machine.chip.clkSys).toBe(6.5e6);
  });

  it.each<[string, Thumb, RegExp]>([
    ['a peripheral in reset', new Thumb().store(SPI0 + 4, 0).halt(), /spi0 is used while it is in reset/],
    [
      'a peripheral before RESET_DONE',
      startClocks(new Thumb(), 0)
        .store(0x4000f000, 1 << 10)
        .store(PIO0, 0)
        .halt(),
      /pio0 is used while it is in reset/,
    ],
    [
      'a PLL before the crystal',
      new Thumb().store(0x4000f000, 0x3000).await(0x4000c008, 0x2000).store(0x40028004, 0).halt(),
      /crystal/,
    ],
    [
      'clk_ref from a crystal that does not swing',
      new Thumb().store(0x40008030, 2).halt(),
      /the crystal, which does not run/,
    ],
    ['clk_sys from a PLL that is off', new Thumb().store(0x4000803c, 1).halt(), /PLL_SYS, which does not run/],
    [
      'SPI without clk_peri',
      started(1 << 16)
        .store(0x40008048, 0)
        .store(SPI0 + 4, 0)
        .halt(),
      /clk_peri stands still/,
    ],
    [
      'USB without its clock',
      started(1 << 24)
        .store(0x40008054, 0)
        .store(0x50110040, 1)
        .halt(),
      /clk_usb is not 48 MHz/,
    ],
    [
      'the timer without its tick',
      started(1 << 21)
        .store(0x4005802c, 0)
        .store(0x40054038, 1)
        .halt(),
      /one per microsecond/,
    ],
    ['an unaligned word', load(SRAM + 2), /unaligned read of a word at 0x20000002 by the instruction at 0x10000102/],
    [
      'an unaligned half-word',
      new Thumb()
        .constant(R.r0, SRAM + 1)
        .ldrh(R.r1, R.r0)
        .halt(),
      /unaligned read of a half-word/,
    ],
    ['an unaligned store', new Thumb().store(SRAM + 2, 1).halt(), /unaligned write/],
    ['memory that is not there', load(0x30000000), /invalid memory address/],
    ['a store to nowhere', new Thumb().store(0x30000000, 0).halt(), /undefined address/],
    ['a null pointer', load(0), /null pointer/],
    ['a store to flash', new Thumb().store(0x10000000, 0).halt(), /flash/],
    ['the FIFO to the second core', load(0xd0000050), /no register/],
    [
      'memory that was never written, used as a pointer',
      new Thumb().constant(R.r0, SRAM).ldr(R.r1, R.r0).ldr(R.r2, R.r1).halt(),
      /unaligned read of a word at 0xa5/,
    ],
    ['a jump to nowhere', new Thumb().constant(R.r0, 0x60000001).bx(R.r0), /invalid memory address: 60000000/],
    [
      'ADC CS changed bit by bit',
      started(1)
        .store(ADC + 0x2000, 4)
        .halt(),
      /ADC CS/,
    ],
    ['ADC CS written with what was read', started(1).store(ADC, 0x103).halt(), /ADC CS/],
    [
      'a word too many for a state machine',
      started(1 << 10)
        .store(PIO0 + 0x10, 1)
        .store(PIO0 + 0x10, 1)
        .store(PIO0 + 0x10, 1)
        .store(PIO0 + 0x10, 1)
        .store(PIO0 + 0x10, 1)
        .halt(),
      /PIO0: machine 0 gets a word into a full/,
    ],
    [
      'a word too few',
      started(1 << 10)
        .constant(R.r0, PIO0)
        .ldr(R.r1, R.r0, 0x20)
        .halt(),
      /empty receive FIFO read/,
    ],
    [
      'a block put back into reset',
      started(1 << 16)
        .store(SPI0 + 4, 0)
        .store(0x4000e000, 1 << 16)
        .halt(),
      /block 16 is put back/,
    ],
    [
      'a register that is not modelled',
      started(1 << 10)
        .store(PIO0, 0x100)
        .halt(),
      /clkDivRestart/,
    ],
  ])('stops for %s', (_name, program, message) => {
    expect(() => run(program)).toThrow(message);
  });

  it('without it the same is only noted', () => {
    const machine = run(load(SRAM + 2), false);
    expect(machine.warnings[0]).toMatch(/unaligned/);
    expect(machine.chip.sram[0x1000]).toBe(0);
  });

  it('stops for a USB buffer that is armed in one store, or too soon', () => {
    const BUFFER = DPRAM + 0x80;
    expect(() =>
      run(
        started(1 << 24)
          .store(BUFFER, 0x8440)
          .halt(),
      ),
    ).toThrow(/in one store/);
    const armed = (): Thumb =>
      started(1 << 24)
        .store(BUFFER, 0x8040)
        .nop(6)
        .store(BUFFER, 0x8440);
    expect(run(armed().halt()).usb.state).toBe('detached');
    expect(() => run(armed().store(BUFFER, 0x8441).halt())).toThrow(/changed while the controller owns it/);
    const soon = started(1 << 24)
      .constant(R.r0, BUFFER)
      .constant(R.r1, 0x8040)
      .constant(R.r2, 0x8440);
    expect(() => run(soon.str(R.r1, R.r0).str(R.r2, R.r0).halt())).toThrow(/three USB clock cycles/);
  });

  it('stops when chip and board drive a pin at once, whoever comes second', () => {
    const drives = started((1 << 5) | (1 << 8))
      .store(0x40014004 + 8 * 5, 5)
      .store(0xd0000024, 1 << 5)
      .halt();
    const first = new Machine({ flash: flashWith(drives) });
    first.pins.drive(5, 1);
    expect(() => first.run({ maxNanos: 20e6 })).toThrow(/pin 5 is driven by the chip and by the board/);
    const second = run(drives);
    expect(() => second.pins.drive(5, 0)).toThrow(/pin 5/);
  });

  it('stops for an SPI frame that no chip hears', () => {
    const sends = started(1 << 16)
      .store(SPI0 + 0x10, 2)
      .store(SPI0, 7)
      .store(SPI0 + 4, 2)
      .store(SPI0 + 8, 0x5a)
      .halt();
    const heard: number[] = [];
    const machine = new Machine({ flash: flashWith(sends) });
    machine.spi[0].attach((word) => heard.push(word));
    machine.run({ maxNanos: 20e6 });
    expect(heard).toEqual([0x5a]);
    const deaf = new Machine({ flash: flashWith(sends) });
    deaf.spi[0].attach(
      () => 0,
      () => false,
    );
    expect(() => deaf.run({ maxNanos: 20e6 })).toThrow(/no chip is selected/);
  });
});
