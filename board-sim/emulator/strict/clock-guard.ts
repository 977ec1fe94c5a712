/** Crystal and PLLs that need their time, and clocks that must run before what they drive is used. */
import type { RP2040 } from 'rp2040js';
import type { PeripheralName } from '../chip/memory-map.js';
import { peripheral, watchAccess } from './watched.js';

const XOSC = { ctrl: 0x00, status: 0x04, startup: 0x0c, stable: 1 << 31, enable: 0xfab } as const;
const PLL = { cs: 0x00, pwr: 0x04, fbdiv: 0x08, lock: 1 << 31 } as const;
/** Power-down bits: the PLL, its oscillator, its post-dividers. */
const PLL_OFF = (1 << 0) | (1 << 5);
const PLL_POSTDIV_OFF = 1 << 3;
/** Time to lock, ns. A guess on the long side; the datasheet gives none. */
const LOCK_NANOS = 50_000;
const XTAL_HZ = 12e6;

const CLOCK_REF = 0x30;
const CLOCK_SYS = 0x3c;
const CLOCK_USB = 0x54;
const CLOCK_ADC = 0x60;
const CLOCK_PERI = 0x48;
const CLOCK_ENABLE = 1 << 11;
const TICK = 0x2c;
const TICK_ENABLE = 1 << 9;

/** Makes the start-up that rp2040js forgives necessary. */
export function installClockGuard(chip: RP2040, fault: (message: string) => void): void {
  const now = (): number => chip.clock.nanos;
  const crystal = slowCrystal(chip, now);
  const plls = {
    pllSys: slowPll(chip, 'pllSys', now, crystal, fault),
    pllUsb: slowPll(chip, 'pllUsb', now, crystal, fault),
  };
  guardSources(chip, crystal, plls, fault);
  guardUsers(chip, fault);
}

/** @returns whether the crystal is stable */
function slowCrystal(chip: RP2040, now: () => number): () => boolean {
  const model = peripheral(chip, 'xosc');
  const read = model.readUint32.bind(model);
  let stableAt = Infinity;
  watchAccess(chip, 'xosc', (offset, value) => {
    if (offset !== XOSC.ctrl || value === undefined) return;
    if (((value >>> 12) & 0xfff) !== XOSC.enable) stableAt = Infinity;
    else if (stableAt === Infinity) {
      // The start-up counter counts the crystal's own periods in units of 256, or of 1024 with bit 20.
      const startup = read(XOSC.startup);
      const periods = (startup & 0x3fff) * 256 * ((startup & (1 << 20)) !== 0 ? 4 : 1);
      stableAt = now() + (periods * 1e9) / XTAL_HZ;
    }
  });
  const watched = model.readUint32.bind(model);
  const stable = (): boolean => now() >= stableAt;
  model.readUint32 = (offset) => {
    const value = watched(offset);
    return offset === XOSC.status && !stable() ? value & ~XOSC.stable : value;
  };
  return stable;
}

/** @returns whether the PLL's output may be used */
function slowPll(
  chip: RP2040,
  name: 'pllSys' | 'pllUsb',
  now: () => number,
  crystal: () => boolean,
  fault: (message: string) => void,
): () => boolean {
  const model = peripheral(chip, name);
  const read = model.readUint32.bind(model);
  let power = 0x2d;
  let lockedAt = Infinity;
  watchAccess(chip, name, (offset, value) => {
    if (value === undefined) return;
    if (offset === PLL.pwr) {
      const wasOff = (power & PLL_OFF) !== 0;
      power = value;
      if ((power & PLL_OFF) !== 0) lockedAt = Infinity;
      else if (wasOff) {
        if (!crystal()) fault(`${name} is started before the crystal is stable`);
        lockedAt = now() + LOCK_NANOS;
      }
    } else if (offset === PLL.fbdiv && lockedAt < Infinity) lockedAt = now() + LOCK_NANOS;
  });
  const watched = model.readUint32.bind(model);
  const locked = (): boolean => now() >= lockedAt;
  model.readUint32 = (offset) => {
    const value = watched(offset);
    return offset === PLL.cs && !locked() ? value & ~PLL.lock : value;
  };
  return () => locked() && (power & PLL_POSTDIV_OFF) === 0 && read(PLL.cs) !== 0;
}

/** Clocks must not be switched to a source that does not run, nor an unglitchless multiplexer be turned while it is in use. */
function guardSources(
  chip: RP2040,
  crystal: () => boolean,
  plls: Readonly<Record<'pllSys' | 'pllUsb', () => boolean>>,
  fault: (message: string) => void,
): void {
  const clocks = peripheral(chip, 'clocks');
  const read = clocks.readUint32.bind(clocks);
  const needs = (what: string, source: () => boolean, name: string): void => {
    if (!source()) fault(`${what} is switched to ${name}, which does not run yet`);
  };
  watchAccess(chip, 'clocks', (offset, value) => {
    if (value === undefined) return;
    const aux = (value >>> 5) & 7;
    switch (offset) {
      case CLOCK_REF:
        if ((value & 3) === 2) needs('clk_ref', crystal, 'the crystal');
        return;
      case CLOCK_SYS: {
        if ((value & 1) === 0) return;
        if (aux === 0) needs('clk_sys', plls.pllSys, 'PLL_SYS');
        if (aux === 1) needs('clk_sys', plls.pllUsb, 'PLL_USB');
        const before = read(CLOCK_SYS);
        if ((before & 1) === 1 && ((before >>> 5) & 7) !== aux)
          fault('the auxiliary multiplexer of clk_sys is turned while clk_sys runs from it');
        return;
      }
      case CLOCK_USB:
      case CLOCK_ADC:
        if ((value & CLOCK_ENABLE) !== 0 && aux === 0) needs('clk_usb or clk_adc', plls.pllUsb, 'PLL_USB');
    }
  });
}

/** What needs a clock of its own must find it running. */
function guardUsers(chip: RP2040, fault: (message: string) => void): void {
  const clocks = peripheral(chip, 'clocks');
  const enabled = (control: number): boolean => (clocks.readUint32(control) & CLOCK_ENABLE) !== 0;
  const users: [PeripheralName, number, string][] = [
    ['spi0', CLOCK_PERI, 'clk_peri'],
    ['spi1', CLOCK_PERI, 'clk_peri'],
    ['uart0', CLOCK_PERI, 'clk_peri'],
    ['uart1', CLOCK_PERI, 'clk_peri'],
    ['adc', CLOCK_ADC, 'clk_adc'],
  ];
  for (const [name, control, clock] of users)
    watchAccess(chip, name, () => {
      if (!enabled(control)) fault(`${name} is used while ${clock} stands still`);
    });
  watchAccess(chip, 'usb', () => {
    if (!enabled(CLOCK_USB) || chip.pllUsb.frequency !== 48e6)
      fault('usb is used while clk_usb is not 48 MHz from PLL_USB');
  });

  // The timer and the watchdog count the ticks that the watchdog block makes of clk_ref; rp2040js lets them run always.
  let tick = 0;
  watchAccess(chip, 'watchdog', (offset, value) => {
    if (offset === TICK && value !== undefined) tick = value;
  });
  watchAccess(chip, 'timer', () => {
    const wanted = TICK_ENABLE | Math.round(chip.clocks.refFreq / 1e6);
    if (tick !== wanted)
      fault(`the timer is used while the watchdog's tick is not one per microsecond (TICK = ${tick})`);
  });
}
