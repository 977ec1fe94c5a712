/** What goes wrong inside the machine. */
import { SpindriftError } from '../../base/index.js';

/**
 * The firmware did something that silicon would not forgive, or that this machine cannot model. Never thrown for trouble of a host: it
 * is a fault of the firmware or of the emulator, and the machine is stopped for good.
 */
export class MachineFault extends SpindriftError {
  /** @param where the instruction and the moment, if known */
  constructor(message: string, where: { readonly pc?: number; readonly nanos?: number } = {}) {
    const at = where.pc === undefined ? '' : ` by the instruction at ${hex(where.pc)}`;
    const when = where.nanos === undefined ? '' : `, ${(where.nanos / 1e3).toFixed(3)} µs after power-on`;
    super(`${message}${at}${when}`, { code: 'MACHINE_FAULT', details: { ...where } });
  }
}

/** A firmware file that cannot be run. */
export class FirmwareImageError extends SpindriftError {
  constructor(message: string, nextStep = 'build the firmware again') {
    super(message, { code: 'FIRMWARE_IMAGE', nextStep });
  }
}

/** `0x` and at least eight digits: an address. */
export function hex(value: number, digits = 8): string {
  return `0x${(value >>> 0).toString(16).padStart(digits, '0')}`;
}
