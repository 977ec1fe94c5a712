/** Looking over a peripheral's shoulder. */
import type { RP2040 } from 'rp2040js';
import { PERIPHERAL, type PeripheralName } from '../chip/memory-map.js';

type Peripheral = RP2040['peripherals'][number];

/** The model of a peripheral. */
export const peripheral = (chip: RP2040, name: PeripheralName): Peripheral => chip.peripherals[PERIPHERAL[name]]!;

/**
 * Calls `before` ahead of each access to a peripheral, with the value that a store would leave in the register (set, clear and toggle
 * aliases resolved), or undefined for a load.
 */
export function watchAccess(
  chip: RP2040,
  name: PeripheralName,
  before: (offset: number, value: number | undefined) => void,
): void {
  const model = peripheral(chip, name);
  const read = model.readUint32.bind(model);
  const write = model.writeUint32.bind(model);
  model.readUint32 = (offset) => {
    before(offset, undefined);
    return read(offset);
  };
  model.writeUint32 = (offset, value) => {
    before(offset, value);
    write(offset, value);
  };
}
