/** The Board client: transports, link, and the typed board. */
export { type Board, type BoardEvents } from './board.js';
export * from './board-types.js';
export * from './telemetry-types.js';
export { openBoard, type OpenBoardOptions } from './open-board.js';
export { openBoardOver, type OpenBoardOverOptions } from './open-board-over.js';
export {
  boardSessions,
  type BoardSession,
  type BoardSessionsOptions,
  type BoardWait,
  type BoardWaitState,
} from './board-sessions.js';
export { watchBoards, type BoardChange, type WatchBoardsOptions } from './watch-boards.js';
export { listBoards, type BoardAvailability, type BoardListing } from './list-boards.js';
export {
  DEFAULT_LINES,
  SCENARIOS,
  formatEmuUri,
  formatReplayUri,
  formatSimUri,
  formatUsbUri,
  parseBoardUri,
  type BoardUri,
  type EmulatedBoardSpec,
  type ReplaySpec,
  type Scenario,
  type SimulatedBoardSpec,
  type UsbBoardSpec,
} from './uri.js';
export { type BitOptions, type BitStream, copyBits } from './bits.js';
export { type BlockStream, type StreamBlock, type StreamSummary } from './block-stream.js';
export { type MultiplyOptions, type MultiplyResult } from './multiply.js';
export { BoardPins, type LevelEvent, type VoltageEvent, type WatchOptions } from './pins/board-pins.js';
export { HeaderBus, type I2cEvent, type I2cReadOptions } from './pins/header-bus.js';
export {
  PINS,
  PIN_LIMITS,
  pinInfo,
  type PinFunction,
  type PinInfo,
  type PinName,
  type PinRef,
} from './pins/pin-table.js';
export { type GetCalibrationOptions } from './calibration-blob.js';
export { type ProgramOptions, type ProgramResult, type TileWindow } from './tile.js';
export { type ReadMapOptions, type ShotOptions, type ShotResult } from './shots.js';
export { type TelemetryOptions } from './telemetry.js';
export * from './trace/index.js';
export * from './recording/index.js';
export { Link } from './link/link.js';
export type { CallOptions, LinkOptions } from './link/link-types.js';
export { hello, type HelloOptions } from './link/hello.js';
export { LinkStream, type StreamOptions } from './link/stream.js';
export type { Transport, TransportHandlers } from './transport/transport.js';
export { InProcessTransport } from './transport/in-process.js';
export { PortTransport, type ClosablePort, type PortTransportOptions } from './transport/port.js';
export { SocketTransport, type SocketAddress } from './transport/socket.js';
