/** Telemetry and events of a recording, told when their time has come. */
import { FrameType, encodeFrame, spindrift } from '../../../proto/index.js';
import type { RecordedFrame, WireRecording } from './wire-recording.js';

const { DeviceToHost, Status } = spindrift.v1;

/** Sends a finished frame. */
type Send = (frame: Uint8Array) => void;

/**
 * Whoever listens hears what the board told at that time, whichever call had asked for it: what a recording holds of telemetry does not depend on
 * who asks for it now.
 */
export class ReplayTelemetry {
  readonly #recording: WireRecording;
  readonly #send: Send;
  readonly #listeners = new Set<number>();
  #nextMessage = 0;
  #nextEvent = 0;

  constructor(recording: WireRecording, send: Send) {
    this.#recording = recording;
    this.#send = send;
  }

  /**
   * Answers a request for telemetry: with the newest message from before `boundS`, the first if there is none.
   * @param count messages wanted; 1 ends the call, all else goes on until {@link leave}
   * @returns false if the recording holds none
   */
  open(id: number, count: number, boundS: number): boolean {
    const { telemetry } = this.#recording;
    const newest = telemetry[Math.max(0, countUntil(telemetry, boundS) - 1)];
    if (newest === undefined) return false;
    if (count !== 1) this.#listeners.add(id);
    this.#tell(newest, id, count === 1);
    return true;
  }

  /** @returns whether that call was listening */
  leave(id: number): boolean {
    return this.#listeners.delete(id);
  }

  /** Tells what was told until `recordedS`. @returns when the next comes, recorded seconds; Infinity if nothing does */
  tell(recordedS: number): number {
    const { telemetry, events } = this.#recording;
    const said = countUntil(events, recordedS);
    for (; this.#nextEvent < said; this.#nextEvent++)
      this.#send(encodeFrame(FrameType.CONTROL_TO_HOST, this.#recording.payload(events[this.#nextEvent]!)));
    const heard = countUntil(telemetry, recordedS);
    for (; this.#nextMessage < heard; this.#nextMessage++)
      for (const id of this.#listeners) this.#tell(telemetry[this.#nextMessage]!, id, false);
    return Math.min(events[this.#nextEvent]?.atS ?? Infinity, telemetry[this.#nextMessage]?.atS ?? Infinity);
  }

  #tell(frame: RecordedFrame, id: number, end: boolean): void {
    const message = DeviceToHost.decode(this.#recording.payload(frame));
    Object.assign(message, { id, end, status: end ? Status.STATUS_OK : Status.STATUS_UNSPECIFIED });
    this.#send(encodeFrame(FrameType.CONTROL_TO_HOST, DeviceToHost.encode(message).finish()));
  }
}

/** How many frames came until a time, of frames in their order. */
function countUntil(frames: readonly RecordedFrame[], atS: number): number {
  let [low, high] = [0, frames.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (frames[middle]!.atS <= atS) low = middle + 1;
    else high = middle;
  }
  return low;
}
