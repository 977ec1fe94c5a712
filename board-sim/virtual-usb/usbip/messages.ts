/**
 * What travels over USB/IP 1.1.1, as the kernel's Documentation/usb/usbip_protocol.rst has it. All integers are big-endian but those inside the
 * eight setup bytes, which travel as they are.
 */

/** Version in the header of every operation. */
export const USBIP_VERSION = 0x0111;
/** The port that `usbip attach` looks at by itself. */
export const USBIP_PORT = 3240;

export const OP_REQ_DEVLIST = 0x8005;
export const OP_REP_DEVLIST = 0x0005;
export const OP_REQ_IMPORT = 0x8003;
export const OP_REP_IMPORT = 0x0003;
export const CMD_SUBMIT = 1;
export const CMD_UNLINK = 2;
export const RET_SUBMIT = 3;
export const RET_UNLINK = 4;

/** Bytes before an operation's body. */
export const OP_HEADER_BYTES = 8;
/** A device in the answers to both operations, without its interfaces. */
export const DEVICE_BLOCK_BYTES = 312;
export const PATH_BYTES = 256;
export const BUS_ID_BYTES = 32;
/** Bytes before the data of a URB, commands and replies alike. */
export const URB_HEADER_BYTES = 48;
/** Where the setup bytes of a SUBMIT lie. */
export const SETUP_AT = 40;
/** A transfer longer than this is refused; the other side's numbers are not to be trusted. */
export const MAX_TRANSFER_BYTES = 1 << 20;
/** Devices in a list that a reader takes. */
export const MAX_LISTED_DEVICES = 1024;

/** Status of a URB: negative error numbers of Linux. */
export const URB_STATUS = {
  ok: 0,
  /** EPIPE */
  stall: -32,
  /** EPROTO: no answer on the wire. */
  silent: -71,
  /** EOVERFLOW */
  overflow: -75,
  /** ECONNRESET: taken back by the host. */
  unlinked: -104,
} as const;

/** Speeds as the kernel numbers them. */
export const SPEED_CODES = { full: 2, high: 3 } as const;

/** What a list and an import say of a device. */
export interface DeviceBlock {
  readonly path: string;
  readonly busId: string;
  readonly busNumber: number;
  readonly deviceNumber: number;
  /** One of {@link SPEED_CODES}. */
  readonly speed: number;
  readonly vendorId: number;
  readonly productId: number;
  /** Binary coded decimal. */
  readonly release: number;
  readonly deviceClass: number;
  readonly deviceSubClass: number;
  readonly deviceProtocol: number;
  readonly configurationValue: number;
  readonly configurations: number;
  readonly interfaces: number;
}

/** Class, subclass and protocol of an interface. */
export type InterfaceClass = readonly [number, number, number];

/** A device in a list. */
export interface ListedDevice extends DeviceBlock {
  readonly interfaceClasses: readonly InterfaceClass[];
}

/** A transfer that the importer asks for. */
export interface SubmitCommand {
  readonly sequence: number;
  /** busNumber << 16 | deviceNumber */
  readonly deviceId: number;
  readonly direction: 'in' | 'out';
  /** 0 to 15 */
  readonly endpoint: number;
  readonly flags: number;
  /** Bytes wanted or sent. */
  readonly length: number;
  readonly interval: number;
  /** Eight bytes; of endpoint 0 only. */
  readonly setup: Uint8Array;
  /** OUT: `length` bytes. IN: empty. */
  readonly data: Uint8Array;
}

/** Takes a transfer back. */
export interface UnlinkCommand {
  readonly sequence: number;
  readonly deviceId: number;
  /** Sequence number of the SUBMIT that is meant. */
  readonly victim: number;
}

/** The end of a transfer. */
export interface SubmitReply {
  readonly sequence: number;
  readonly status: number;
  /** Bytes that went over the wire. */
  readonly actual: number;
  /** IN: `actual` bytes. OUT: empty. */
  readonly data: Uint8Array;
}

/** Answer to an UNLINK: -104 if the transfer was still pending, 0 if it had ended. */
export interface UnlinkReply {
  readonly sequence: number;
  readonly status: number;
}

/** Identity of an imported device in every command. */
export const deviceIdOf = ({ busNumber, deviceNumber }: DeviceBlock): number =>
  ((busNumber << 16) | deviceNumber) >>> 0;
