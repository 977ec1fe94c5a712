/** What the mask ROM does before the firmware's first instruction, without a mask ROM. */
import type { RP2040 } from 'rp2040js';
import { checkBoot2 } from '../image/boot2.js';
import { BOOT2_BYTES, BOOT2_SRAM_ADDRESS, BOOT_STACK_POINTER, SRAM_BASE } from './memory-map.js';

/**
 * Checks the second stage, copies it to SRAM and enters it, as the mask ROM does for a chip that finds firmware in flash. LR = 0 tells the
 * second stage that nobody waits for its return.
 * @throws FirmwareImageError if the checksum is wrong
 */
export function bootFromFlash(chip: RP2040): void {
  const boot2 = chip.flash.subarray(0, BOOT2_BYTES);
  checkBoot2(boot2);
  chip.sram.set(boot2, BOOT2_SRAM_ADDRESS - SRAM_BASE);
  const { core } = chip;
  core.LR = 0;
  core.SP = BOOT_STACK_POINTER;
  core.PC = BOOT2_SRAM_ADDRESS;
}
