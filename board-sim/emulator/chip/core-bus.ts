/** The way from the core to memory: fast for SRAM, and as unforgiving as silicon. */
import type { RP2040 } from 'rp2040js';
import { hex } from '../machine-fault.js';
import {
  BOOT_ROM_BYTES,
  FLASH_BASE,
  SIO_BASE,
  SRAM_BASE,
  SRAM_BYTES,
  USB_DPRAM_BASE,
  USB_DPRAM_BYTES,
} from './memory-map.js';

/** What the core's accesses are told to; each throws if the machine is strict. */
export interface BusWatch {
  fault(message: string): void;
}

/** Accesses of the core that leave SRAM. */
export interface BusCounters {
  /** Instructions and data read from flash: none after the loader, for a firmware that runs from SRAM. */
  flashReads: number;
}

/** SIO offsets that exist, but not in this chip with one core: inter-core FIFO. */
const SIO_ABSENT = new Set([0x0c, 0x2c, 0x50, 0x54, 0x58, 0x7c]);
const SIO_END = 0x180;
/** From here on the USB controller's memory is packets: what is stored there concerns nobody yet. */
const PACKETS = USB_DPRAM_BASE + 0x100;
const PACKETS_BYTES = USB_DPRAM_BYTES - 0x100;
/** One past the last address of flash and its mirrors. */
const FLASH_END = 0x14000000;

/**
 * Replaces the core's six memory functions. On a Cortex-M0+ an unaligned access is a fault; rp2040js goes on with wrong data.
 */
export function installCoreBus(chip: RP2040, watch: BusWatch): BusCounters {
  const { core, sram } = chip;
  const words = new Uint32Array(sram.buffer);
  const halves = new Uint16Array(sram.buffer);
  const packets = new Uint8Array(chip.usbDPRAM.buffer, chip.usbDPRAM.byteOffset + 0x100, PACKETS_BYTES);
  const counters: BusCounters = { flashReads: 0 };

  const outside = (address: number, write: boolean): void => {
    const verb = write ? 'write to' : 'read of';
    if (address < BOOT_ROM_BYTES)
      watch.fault(`${verb} ${hex(address)}: a null pointer, or the boot ROM, which this machine does not have`);
    else if (address >= FLASH_BASE && address < FLASH_END) {
      if (write) watch.fault(`write to flash at ${hex(address)}, which is read only there`);
      else counters.flashReads++;
    } else if (address >= SIO_BASE && address < SIO_BASE + 0x10000000) {
      const offset = address - SIO_BASE;
      if (offset >= SIO_END || SIO_ABSENT.has(offset & ~3))
        watch.fault(`${verb} ${hex(address)}, which is no register`);
    }
  };

  core.readUint32 = (address) => {
    const at = address >>> 0;
    if ((at & 3) !== 0) watch.fault(`unaligned read of a word at ${hex(at)}`);
    const offset = at - SRAM_BASE;
    if (offset >= 0 && offset < SRAM_BYTES) return words[offset >>> 2]!;
    outside(at, false);
    return chip.readUint32(at);
  };
  core.readUint16 = (address) => {
    const at = address >>> 0;
    const offset = at - SRAM_BASE;
    if ((at & 1) !== 0) watch.fault(`unaligned read of a half-word at ${hex(at)}`);
    if (offset >= 0 && offset < SRAM_BYTES) return halves[offset >>> 1]!;
    outside(at, false);
    return chip.readUint16(at);
  };
  core.readUint8 = (address) => {
    const at = address >>> 0;
    const offset = at - SRAM_BASE;
    if (offset >= 0 && offset < SRAM_BYTES) return sram[offset]!;
    const packet = at - PACKETS;
    if (packet >= 0 && packet < PACKETS_BYTES) return packets[packet]!;
    outside(at, false);
    return chip.readUint8(at);
  };
  core.writeUint32 = (address, value) => {
    const at = address >>> 0;
    const offset = at - SRAM_BASE;
    if ((at & 3) !== 0) watch.fault(`unaligned write of a word at ${hex(at)}`);
    if (offset >= 0 && offset < SRAM_BYTES) words[offset >>> 2] = value;
    else {
      outside(at, true);
      chip.writeUint32(at, value);
    }
  };
  core.writeUint16 = (address, value) => {
    const at = address >>> 0;
    const offset = at - SRAM_BASE;
    if ((at & 1) !== 0) watch.fault(`unaligned write of a half-word at ${hex(at)}`);
    if (offset >= 0 && offset < SRAM_BYTES) halves[offset >>> 1] = value;
    else {
      outside(at, true);
      chip.writeUint16(at, value);
    }
  };
  core.writeUint8 = (address, value) => {
    const at = address >>> 0;
    const offset = at - SRAM_BASE;
    const packet = at - PACKETS;
    if (offset >= 0 && offset < SRAM_BYTES) sram[offset] = value;
    else if (packet >= 0 && packet < PACKETS_BYTES) packets[packet] = value;
    else {
      outside(at, true);
      chip.writeUint8(at, value);
    }
  };
  return counters;
}
