/** The fault table of the frame format: damage a stream of known frames, see which arrive. */
import { RandomStream } from '../../base/index.js';
import { FrameParser, FrameType, HOST_RECEIVES, encodeFrame } from '../index.js';

/** What may happen to bytes on their way. */
export const FAULTS = ['byte inverted', 'one bit flipped', '1-64 B deleted', '1-64 random B inserted'] as const;
/** One of {@link FAULTS}. */
export type Fault = (typeof FAULTS)[number];

/** Outcome of one trial. */
export interface TrialResult {
  /** Frames that a fault touched. */
  hit: number;
  /** Frames that arrived unchanged. */
  delivered: number;
  /** Frames that no fault touched and that did not arrive. */
  undamagedLost: number;
  /** Payloads that arrived and were never sent. */
  falseFrames: number;
}

const FRAMES = 2000;
const PAYLOAD = 200;
const FAULTS_PER_TRIAL = 100;

/** 2,000 frames of 200 B, 100 faults of one kind, delivered in chunks of 1 to 512 B. */
export function frameFaultTrial(fault: Fault, seed: number): TrialResult {
  const random = RandomStream.from(seed, 'frame-faults', fault);
  const payloads = Array.from({ length: FRAMES }, (_, k) => {
    const payload = Uint8Array.from({ length: PAYLOAD }, () => random.integer(256));
    new DataView(payload.buffer).setUint32(0, k, true);
    return payload;
  });
  const frames = payloads.map((payload) => encodeFrame(FrameType.DATA, payload));
  const frameBytes = (frames[0] as Uint8Array).length;
  const total = frameBytes * FRAMES;
  // `origin[i]` = frame that byte i belongs to, so that a fault knows whom it hits.
  let bytes = Uint8Array.from(Buffer.concat(frames));
  let origin = Int32Array.from({ length: total }, (_, i) => Math.floor(i / frameBytes));
  const hit = new Set<number>();
  for (let k = 0; k < FAULTS_PER_TRIAL; k++) {
    const at = random.integer(bytes.length);
    const length = 1 + random.integer(64);
    if (fault === 'byte inverted' || fault === 'one bit flipped') {
      bytes[at]! ^= fault === 'byte inverted' ? 0xff : 1 << random.integer(8);
      hit.add(origin[at]!);
    } else if (fault === '1-64 B deleted') {
      for (const frame of origin.subarray(at, at + length)) hit.add(frame);
      bytes = splice(bytes, at, length, new Uint8Array(0));
      origin = splice(origin, at, length, new Int32Array(0));
    } else {
      // Between two frames an insertion hits nobody.
      if (at > 0 && origin[at - 1] === origin[at]) hit.add(origin[at]!);
      const noise = Uint8Array.from({ length }, () => random.integer(256));
      bytes = splice(bytes, at, 0, noise);
      origin = splice(origin, at, 0, new Int32Array(length).fill(-1));
    }
  }
  hit.delete(-1);
  const arrived = new Set<number>();
  let falseFrames = 0;
  const parser = new FrameParser({
    accept: HOST_RECEIVES,
    crcFailureLimit: Infinity,
    onFrame: (_type, payload) => {
      const k = payload.length === PAYLOAD ? new DataView(payload.buffer, payload.byteOffset).getUint32(0, true) : -1;
      const sent = payloads[k];
      if (sent && Buffer.compare(sent, payload) === 0) arrived.add(k);
      else falseFrames++;
    },
  });
  for (let at = 0; at < bytes.length;) {
    const size = 1 + random.integer(512);
    parser.push(bytes.slice(at, at + size));
    at += size;
  }
  let undamagedLost = 0;
  for (let k = 0; k < FRAMES; k++) if (!hit.has(k) && !arrived.has(k)) undamagedLost++;
  return { hit: hit.size, delivered: arrived.size, undamagedLost, falseFrames };
}

function splice<T extends Uint8Array | Int32Array>(array: T, at: number, remove: number, insert: T): T {
  const result = new (array.constructor as new (length: number) => T)(
    array.length - Math.min(remove, array.length - at) + insert.length,
  );
  result.set(array.subarray(0, at));
  result.set(insert, at);
  result.set(array.subarray(at + remove), at + insert.length);
  return result;
}
