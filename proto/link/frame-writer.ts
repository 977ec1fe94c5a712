/** The sending half of a link: counts what goes out and remembers whether the transport wants a pause. */
import { FrameType, encodeFrame } from '../frame.js';
import { encodeReply, encodeRequest, type ReplyFields, type RequestFields } from '../messages.js';

/**
 * Takes bytes to send. Ownership of the array passes on (a transport may transfer it). Returns false when the sender should stop until the
 * transport says it has drained; the bytes are accepted all the same.
 */
export type SendBytes = (bytes: Uint8Array) => boolean | void;

/** What a writer counted since it was made. */
export interface SendCounters {
  /** Frames sent. */
  frames: number;
  /** Bytes sent, headers included. */
  bytes: number;
}

/** Writes frames to a transport. */
export class FrameWriter {
  /** What was counted. */
  readonly counters: SendCounters = { frames: 0, bytes: 0 };
  readonly #send: SendBytes;

  constructor(send: SendBytes) {
    this.#send = send;
  }

  /** Sends a finished frame; false = stop sending data until the transport drained. */
  frame(frame: Uint8Array): boolean {
    this.counters.frames++;
    this.counters.bytes += frame.length;
    return this.#send(frame) !== false;
  }

  /** Sends a request (host side). */
  request(message: RequestFields): boolean {
    return this.frame(encodeFrame(FrameType.CONTROL_TO_DEVICE, encodeRequest(message)));
  }

  /** Sends an answer or event (device side). */
  reply(message: ReplyFields): boolean {
    return this.frame(encodeFrame(FrameType.CONTROL_TO_HOST, encodeReply(message)));
  }
}
