/** The wire contract: messages, frames, and the link pieces that both ends share. */
export { spindrift } from './gen/spindrift.js';
export { SCHEMA_HASH, SCHEMA_SHA256 } from './gen/schema.js';
export * from './messages.js';
export * from './integers.js';
export * from './version.js';
export * from './usb.js';
export * from './crc.js';
export * from './crc32-table.js';
export * from './frame.js';
export * from './data-block.js';
export * from './frame-parser.js';
export * from './link/credit.js';
export * from './link/block-numbers.js';
export * from './link/board-time.js';
export * from './link/frame-writer.js';
export * from './link/device-endpoint.js';
