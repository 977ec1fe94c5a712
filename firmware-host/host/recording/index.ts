/** Recording what passes between host and board, and the board that a recording is. */
export { ReplayBoard, type ReplayBoardOptions } from './replay-board.js';
export { WIRE_FILE } from './wire-file.js';
export { WireRecorder, type WireFile, type WireRecorderOptions } from './wire-recorder.js';
export { WireRecording, type RecordedCall, type RecordedFrame } from './wire-recording.js';
