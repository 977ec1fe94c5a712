import type { FrameType } from '../../../proto/index.js';

/**
 * Watches a link. Called in the middle of sending and receiving: it must be quick and must not throw. Whoever does not watch pays nothing but one look
 * at an absent field a frame.
 */
export interface LinkObserver {
  /** A whole frame, header included, on its way to the board. The array is given away after the call: copy what is kept. */
  sent(frame: Uint8Array): void;
  /** A good frame from the board; its payload is valid during the call only. Fill-in frames do not appear. */
  received(type: FrameType, payload: Uint8Array): void;
  /** The link failed; nothing comes after it. */
  lost?(error: Error): void;
}
