/** SYSINFO: what the chip says that it is. */
import type { RP2040 } from 'rp2040js';
import { PERIPHERAL } from './memory-map.js';

const PLATFORM = 0x04;
/** Silicon says ASIC (bit 1); rp2040js does, too. */
const PLATFORM_FPGA = 1 << 0;

/** The chip owns up to being no silicon (RP2040 datasheet, section 2.20, SYSINFO PLATFORM): firmware tells its host, and its bits count as no entropy. */
export function installPlatform(chip: RP2040): void {
  const model = chip.peripherals[PERIPHERAL.sysinfo]!;
  const read = model.readUint32.bind(model);
  model.readUint32 = (offset) => (offset === PLATFORM ? PLATFORM_FPGA : read(offset));
}
