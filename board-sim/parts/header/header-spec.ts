import { checkNumber } from '../../../base/index.js';
import { type I2cChip } from '../i2c/i2c-bus.js';
import { RegisterChip } from '../i2c/register-chip.js';
import { RegisterMemory } from './register-memory.js';
import { Tmp102 } from './tmp102.js';

/** A device for the bus of the header, as plain data. */
export type HeaderDevice =
  | { readonly kind: 'tmp102'; readonly address: number; /** Default 25 °C. */ readonly celsius?: number }
  | { readonly kind: 'memory'; readonly address: number; /** Bytes, 1 to 256; default 256. */ readonly size?: number };

/** What hangs on the header of a stand-in, as plain data: it goes to the thread that the stand-in lives in. */
export interface HeaderSpec {
  /** Levels that AUX0 to AUX7 are held at as inputs, bit k for AUXk; default all high, as their pull-ups leave them. */
  readonly lines?: number;
  /** Voltages at A0 to A3; default 0 V. */
  readonly inputsV?: readonly number[];
  readonly devices?: readonly HeaderDevice[];
}

/**
 * Makes a device.
 * @throws RangeError for a kind that there is not, or a number out of range
 */
export function headerDevice(device: HeaderDevice): I2cChip {
  switch (device.kind) {
    case 'tmp102':
      return new RegisterChip(new Tmp102(checkNumber('celsius', device.celsius ?? 25, { min: -55, max: 150 })));
    case 'memory':
      return new RegisterMemory(checkNumber('size', device.size ?? 256, { min: 1, max: 256, integer: true }));
    default:
      throw new RangeError(
        `kind of header device must be tmp102 or memory, got ${(device as { readonly kind: string }).kind}`,
      );
  }
}
