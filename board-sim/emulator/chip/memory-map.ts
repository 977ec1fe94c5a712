/** The RP2040's address map (RP2040 datasheet, section 2.2), as far as a firmware that runs from RAM uses it. */
export const FLASH_BASE = 0x10000000;
export const FLASH_BYTES = 16 * 1024 * 1024;
export const SRAM_BASE = 0x20000000;
export const SRAM_BYTES = 264 * 1024;
export const USB_DPRAM_BASE = 0x50100000;
export const USB_DPRAM_BYTES = 4096;
export const SIO_BASE = 0xd0000000;
/** The boot ROM's 16 KB, from 0; this machine has none. */
export const BOOT_ROM_BYTES = 16 * 1024;

/** The second stage of the boot is loaded here by the mask ROM: the last 256 bytes of the second scratch bank. */
export const BOOT2_SRAM_ADDRESS = 0x20041f00;
export const BOOT2_BYTES = 256;
/** Where the mask ROM leaves its stack pointer when it enters the second stage. */
export const BOOT_STACK_POINTER = 0x20042000;

/** Keys of the peripherals: address >> 12. */
export const PERIPHERAL = {
  sysinfo: 0x40000,
  clocks: 0x40008,
  resets: 0x4000c,
  io: 0x40014,
  pads: 0x4001c,
  xosc: 0x40024,
  pllSys: 0x40028,
  pllUsb: 0x4002c,
  uart0: 0x40034,
  uart1: 0x40038,
  spi0: 0x4003c,
  spi1: 0x40040,
  i2c0: 0x40044,
  i2c1: 0x40048,
  adc: 0x4004c,
  pwm: 0x40050,
  timer: 0x40054,
  watchdog: 0x40058,
  rtc: 0x4005c,
  dma: 0x50000,
  usb: 0x50110,
  pio0: 0x50200,
  pio1: 0x50300,
} as const;

export type PeripheralName = keyof typeof PERIPHERAL;
