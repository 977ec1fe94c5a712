/** Writers of USB/IP: of both sides, so that a client in the tests and the server share one definition. */
import {
  BUS_ID_BYTES,
  CMD_SUBMIT,
  CMD_UNLINK,
  DEVICE_BLOCK_BYTES,
  OP_HEADER_BYTES,
  OP_REP_DEVLIST,
  OP_REP_IMPORT,
  OP_REQ_DEVLIST,
  OP_REQ_IMPORT,
  PATH_BYTES,
  RET_SUBMIT,
  RET_UNLINK,
  SETUP_AT,
  URB_HEADER_BYTES,
  USBIP_VERSION,
  type DeviceBlock,
  type ListedDevice,
  type SubmitCommand,
  type SubmitReply,
  type UnlinkCommand,
  type UnlinkReply,
} from './messages.js';

const INTERFACE_BYTES = 4;

/** Writes big-endian integers one after the other. */
class Writer {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(length: number) {
    this.bytes = new Uint8Array(length);
    this.#view = new DataView(this.bytes.buffer);
  }

  u8(...values: readonly number[]): this {
    for (const value of values) this.#view.setUint8(this.#at++, value);
    return this;
  }

  u16(...values: readonly number[]): this {
    for (const value of values) {
      this.#view.setUint16(this.#at, value);
      this.#at += 2;
    }
    return this;
  }

  u32(...values: readonly number[]): this {
    for (const value of values) {
      // Also takes negative status numbers: they wrap as they must.
      this.#view.setUint32(this.#at, value);
      this.#at += 4;
    }
    return this;
  }

  raw(bytes: Uint8Array): this {
    this.bytes.set(bytes, this.#at);
    this.#at += bytes.length;
    return this;
  }

  /** Text in a field of fixed size, with a zero behind it at least. */
  text(text: string, field: number): this {
    const encoded = new TextEncoder().encode(text);
    if (encoded.length >= field)
      throw new RangeError(`a text of USB/IP must have at most ${field - 1} bytes, got ${encoded.length}`);
    this.bytes.set(encoded, this.#at);
    this.#at += field;
    return this;
  }

  device(device: DeviceBlock): this {
    return this.text(device.path, PATH_BYTES)
      .text(device.busId, BUS_ID_BYTES)
      .u32(device.busNumber, device.deviceNumber, device.speed)
      .u16(device.vendorId, device.productId, device.release)
      .u8(device.deviceClass, device.deviceSubClass, device.deviceProtocol)
      .u8(device.configurationValue, device.configurations, device.interfaces);
  }
}

const operation = (code: number, status: number, bodyBytes: number): Writer =>
  new Writer(OP_HEADER_BYTES + bodyBytes).u16(USBIP_VERSION, code).u32(status);

/** Asks what there is. */
export const encodeDevlistRequest = (): Uint8Array => operation(OP_REQ_DEVLIST, 0, 0).bytes;

/** Asks for a device. @throws RangeError for a bus id that is too long */
export const encodeImportRequest = (busId: string): Uint8Array =>
  operation(OP_REQ_IMPORT, 0, BUS_ID_BYTES).text(busId, BUS_ID_BYTES).bytes;

/** What there is. */
export function encodeDevlistReply(devices: readonly ListedDevice[]): Uint8Array {
  const interfaces = devices.reduce((sum, { interfaceClasses }) => sum + interfaceClasses.length, 0);
  const writer = operation(OP_REP_DEVLIST, 0, 4 + devices.length * DEVICE_BLOCK_BYTES + interfaces * INTERFACE_BYTES);
  writer.u32(devices.length);
  for (const device of devices) {
    writer.device({ ...device, interfaces: device.interfaceClasses.length });
    for (const classes of device.interfaceClasses) writer.u8(...classes, 0);
  }
  return writer.bytes;
}

/** The device is the client's, or nothing but a status other than 0. */
export function encodeImportReply(reply: DeviceBlock | { readonly status: number }): Uint8Array {
  if ('status' in reply) return operation(OP_REP_IMPORT, reply.status, 0).bytes;
  return operation(OP_REP_IMPORT, 0, DEVICE_BLOCK_BYTES).device(reply).bytes;
}

/** A transfer. */
export function encodeSubmit(command: SubmitCommand): Uint8Array {
  const { sequence, deviceId, direction, endpoint, flags, length, interval, setup, data } = command;
  const writer = new Writer(URB_HEADER_BYTES + data.length)
    .u32(CMD_SUBMIT, sequence, deviceId, direction === 'in' ? 1 : 0, endpoint)
    .u32(flags, length, 0, 0, interval)
    .raw(setup);
  return data.length > 0 ? writer.raw(data).bytes : writer.bytes;
}

/** Takes a transfer back. */
export const encodeUnlink = ({ sequence, deviceId, victim }: UnlinkCommand): Uint8Array =>
  new Writer(URB_HEADER_BYTES).u32(CMD_UNLINK, sequence, deviceId, 0, 0, victim).bytes;

/** The end of a transfer. */
export const encodeSubmitReply = ({ sequence, status, actual, data }: SubmitReply): Uint8Array =>
  new Writer(URB_HEADER_BYTES + data.length)
    .u32(RET_SUBMIT, sequence, 0, 0, 0, status, actual, 0, 0, 0)
    .raw(new Uint8Array(URB_HEADER_BYTES - SETUP_AT))
    .raw(data).bytes;

/** The answer to an UNLINK. */
export const encodeUnlinkReply = ({ sequence, status }: UnlinkReply): Uint8Array =>
  new Writer(URB_HEADER_BYTES).u32(RET_UNLINK, sequence, 0, 0, 0, status).bytes;
