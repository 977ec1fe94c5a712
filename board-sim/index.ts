/** Everything that can stand in for a board: device physics, arrays, chips, and the behavioural board that answers the protocol. */
export * from './array/index.js';
export * from './board/index.js';
export * from './device/index.js';
export * from './faults/index.js';
export * from './parts/index.js';
export * from './scenarios/index.js';
export * from './virtual-usb/index.js';
