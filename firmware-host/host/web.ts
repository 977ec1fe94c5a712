/**
 * Spindrift in a page: the Board client over WebUSB. Nothing in here, nor in what it imports, is of Node; a test bundles it to see to that.
 *
 * @example
 * import { openWebUsbBoard, requestWebUsbBoard } from 'spindrift/web';
 * button.onclick = async () => {
 *   const board = await openWebUsbBoard(await requestWebUsbBoard());
 *   console.log(board.identity.name);
 *   await board.close();
 * };
 */
export * from '../../base/errors.js';
export { formatSi } from '../../base/si.js';
export { type Board, type BoardEvents } from './board.js';
export * from './board-types.js';
export * from './telemetry-types.js';
export { openBoardOver, type OpenBoardOverOptions } from './open-board-over.js';
export { openWebUsbBoard, type OpenWebUsbBoardOptions } from './open-web-usb.js';
export {
  awaitWebUsbBoard,
  requestWebUsbBoard,
  watchWebUsbBoards,
  webUsbBoards,
  type AwaitWebUsbBoardOptions,
  type WebUsbWatcher,
} from './transport/web-usb/web-usb-boards.js';
export { WebUsbPort, webUsbName, type WebUsbPortOptions } from './transport/web-usb/web-usb-port.js';
export type {
  WebUsb,
  WebUsbDevice,
  WebUsbEvent,
  WebUsbInResult,
  WebUsbOutResult,
  WebUsbSetup,
  WebUsbTransferStatus,
} from './transport/web-usb/web-usb-types.js';
export { UsbTransport, type UsbTransportOptions } from './transport/usb/usb-transport.js';
export { UsbFailure, type UsbFailureKind, type UsbPort, type UsbReader } from './transport/usb/usb-port.js';
export { type BitOptions, type BitStream, copyBits } from './bits.js';
export { type BlockStream, type StreamBlock, type StreamSummary } from './block-stream.js';
export { type MultiplyOptions, type MultiplyResult } from './multiply.js';
export { type ProgramOptions, type ProgramResult, type TileWindow } from './tile.js';
export { type ReadMapOptions, type ShotOptions, type ShotResult } from './shots.js';
export { type TelemetryOptions } from './telemetry.js';
export type { Transport, TransportHandlers } from './transport/transport.js';
