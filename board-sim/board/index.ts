/** The behavioural board: the protocol answered by models. */
export { type ArrayGeometry, drawCells } from '../array-unit/index.js';
export { BoardCore } from './board-core.js';
export { type DriveConfig, BOOT_DRIVE } from './drive.js';
export { identityOf, simulatedSerial } from './identity.js';
export { type LinkFaultOptions } from './link-faults.js';
export { createSimulatedBoard, type SimulatedBoard, type SimulatedBoardOptions } from './simulated-board.js';
export { serveTcp, type ServeAddress, type ServedBoard } from './serve-tcp.js';
export { WRITE_DRIVE } from './tile-writer.js';
