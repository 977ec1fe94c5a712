/** Registers and bits of the RP2040's USB controller in device mode (RP2040 datasheet, sections 4.1.3 and 4.1.4). Not compared with silicon. */

/** Offsets from 0x50110000. */
export const USB_REGISTER = {
  addrEndp: 0x00,
  mainCtrl: 0x40,
  sofRd: 0x48,
  sieCtrl: 0x4c,
  sieStatus: 0x50,
  buffStatus: 0x58,
  cpuShouldHandle: 0x5c,
  epAbort: 0x60,
  epAbortDone: 0x64,
  epStallArm: 0x68,
  epStatusStallNak: 0x70,
  usbMuxing: 0x74,
  usbPwr: 0x78,
  intr: 0x8c,
  inte: 0x90,
  intf: 0x94,
  ints: 0x98,
} as const;

export const MAIN_CTRL_ENABLE = 1 << 0;
export const MAIN_CTRL_HOST = 1 << 1;

export const SIE_CTRL_RESUME = 1 << 12;
export const SIE_CTRL_PULLUP = 1 << 16;
export const SIE_CTRL_EP0_INT_1BUF = 1 << 29;
export const SIE_CTRL_EP0_DOUBLE = 1 << 30;

export const SIE_VBUS_DETECTED = 1 << 0;
export const SIE_SUSPENDED = 1 << 4;
export const SIE_RESUME = 1 << 11;
export const SIE_CONNECTED = 1 << 16;
export const SIE_SETUP_REC = 1 << 17;
export const SIE_TRANS_COMPLETE = 1 << 18;
export const SIE_BUS_RESET = 1 << 19;
export const SIE_DATA_SEQ_ERROR = 1 << 31;
/** Bits of SIE_STATUS that a 1 clears. */
export const SIE_WRITE_CLEAR =
  SIE_SUSPENDED | SIE_RESUME | SIE_CONNECTED | SIE_SETUP_REC | SIE_TRANS_COMPLETE | SIE_BUS_RESET | SIE_DATA_SEQ_ERROR;

export const MUXING_TO_PHY = 1 << 0;
export const MUXING_SOFTCON = 1 << 3;
export const PWR_VBUS_DETECT = 1 << 2;
export const PWR_VBUS_OVERRIDE = 1 << 3;

export const INT_TRANS_COMPLETE = 1 << 3;
export const INT_BUFF_STATUS = 1 << 4;
export const INT_DATA_SEQ = 1 << 5;
export const INT_VBUS = 1 << 11;
export const INT_BUS_RESET = 1 << 12;
export const INT_CONNECT = 1 << 13;
export const INT_SUSPEND = 1 << 14;
export const INT_RESUME = 1 << 15;
export const INT_SETUP_REQ = 1 << 16;
export const INT_SOF = 1 << 17;
export const INT_ABORT_DONE = 1 << 18;

export const EP_ENABLE = 1 << 31;
export const EP_DOUBLE = 1 << 30;
export const EP_INT_PER_BUFFER = 1 << 29;
export const EP_INT_PER_PAIR = 1 << 28;
export const EP_ADDRESS_MASK = 0xffc0;

export const BUFFER_FULL = 1 << 15;
export const BUFFER_LAST = 1 << 14;
export const BUFFER_DATA1 = 1 << 13;
export const BUFFER_SELECT_RESET = 1 << 12;
export const BUFFER_STALL = 1 << 11;
export const BUFFER_AVAILABLE = 1 << 10;
export const BUFFER_LENGTH_MASK = 0x3ff;

/** In DPRAM: buffer control words begin here, IN then OUT of each endpoint. */
export const BUFFER_CONTROL_BASE = 0x80;
export const BUFFER_CONTROL_END = 0x100;
/** Data of endpoint 0, both directions; its second buffer follows. */
export const EP0_BUFFER = 0x100;
export const BUFFER_PITCH = 64;

/** Line of the controller into the core. */
export const USB_IRQ = 5;
