/** A board on USB without a board: a USB/IP server and the devices that it exports. */
export type {
  DeviceDescriptors,
  TransferDone,
  TransferResult,
  TransferStatus,
  VirtualDevice,
} from './virtual-device.js';
export type { ExportOptions } from './exported-device.js';
export type { ListenAddress } from './listen-address.js';
export { FaultyDevice } from './faulty-device.js';
export { UsbIpServer, type UsbIpEvent, type UsbIpServerOptions } from './usbip-server.js';
export { SimulatedUsbDevice, type SimulatedUsbDeviceOptions } from './simulated-usb-device.js';
export { USBIP_PORT } from './usbip/messages.js';
export { startVirtualBoard, type VirtualBoard, type VirtualBoardSpec } from './virtual-board.js';
