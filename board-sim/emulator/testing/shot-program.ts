/** The board's shot program on a machine at the end of its start-up, as the firmware loads it. */
import { Machine } from '../machine.js';
import { Thumb, flashWith, startClocks } from './thumb.js';

/** The words for pulses of two cycles and more. */
export const SHOT_PROGRAM = [
  0x88a0, 0x6830, 0xe204, 0xe005, 0x0044, 0xe207, 0xe106, 0xe004, 0x6048, 0x0089, 0xe000, 0x6048, 0x008c, 0xe927, 0x5908, 0x094e,
]; // prettier-ignore
export const PIO0 = 0x50200000;
export const SM0 = PIO0 + 0xc8;
/** Resets of IO, pads and PIO0. */
const BLOCKS = (1 << 10) | (1 << 5) | (1 << 8);
const FUNCTION_PIO0 = 6;
/** SHLD, FCLK, TRIG_A, TRIG_B, PULSE_SEL. */
export const SHOT_PINS = [8, 9, 10, 11, 12] as const;

/** A machine with a program loaded into state machine 0, its pins handed over, the state machine stopped. */
export function shotMachine(program: readonly number[] = SHOT_PROGRAM, divider = 1 << 16): Machine {
  const machine = new Machine({ flash: flashWith(startClocks(new Thumb(), BLOCKS).halt()) });
  machine.run({ maxNanos: 5e6 });
  const { chip } = machine;
  program.forEach((word, k) => chip.writeUint32(PIO0 + 0x48 + 4 * k, word));
  for (let pin = 0; pin < 8; pin++) chip.writeUint32(0x4001c004 + 4 * pin, 0x56);
  for (const pin of SHOT_PINS) chip.writeUint32(0x40014004 + 8 * pin, FUNCTION_PIO0);
  chip.writeUint32(SM0, divider);
  // Wrap 0 to 15; autopush at 32 bits, both shifts to the right; side-set FCLK and SHLD with 2 bits from pin 8, set 3 pins from 10, in from 0.
  const pinControl = ((2 << 29) | (3 << 26) | (8 << 10) | (10 << 5)) >>> 0;
  chip.writeUint32(SM0 + 4, 15 << 12);
  chip.writeUint32(SM0 + 8, (1 << 16) | (1 << 18) | (1 << 19));
  chip.writeUint32(SM0 + 0x14, pinControl);
  // Directions by hand, as the firmware does it: set count 5 from pin 8 for one instruction.
  chip.writeUint32(SM0 + 0x14, ((5 << 26) | (8 << 5)) >>> 0);
  chip.writeUint32(SM0 + 0x10, 0xe09f);
  chip.writeUint32(SM0 + 0x14, pinControl);
  return machine;
}

/** What the program takes for one shot. @param n cycles between the edges */
export function shotTicket(n: number, relax: number, settle: number): number {
  return Math.max(0, n - 2) | (relax << 16) | (settle << 24);
}
