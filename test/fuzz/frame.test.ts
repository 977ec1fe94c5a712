/** Fuzz of the frame decoder: the fault table in full, noise, worst cases, and a million random or mutated inputs. Seeded. */
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../base/index.js';
import {
  DEVICE_RECEIVES,
  FrameParser,
  FrameType,
  HOST_RECEIVES,
  crc8,
  decodeDataBlock,
  decodeReply,
  decodeRequest,
  encodeFrame,
  encodeReply,
  encodeRequest,
  spindrift,
} from '../../proto/index.js';
import { FAULTS, frameFaultTrial } from '../../proto/testing/frame-faults.js';

describe('the fault table', () => {
  it.each(FAULTS)('%s, 20 trials', (fault) => {
    let hit = 0;
    let delivered = 0;
    for (let trial = 0; trial < 20; trial++) {
      const result = frameFaultTrial(fault, 1000 + trial);
      hit += result.hit;
      delivered += result.delivered;
      expect(result).toMatchObject({ undamagedLost: 0, falseFrames: 0 });
    }
    // Expected from the geometry of the trial: 1,950 ± 12 frames hit for single bytes, more where a deletion spans two frames.
    expect(hit).toBeGreaterThan(1850);
    expect(hit).toBeLessThan(2350);
    expect(delivered).toBeGreaterThanOrEqual(40_000 - hit);
  });
});

describe('noise', () => {
  it('64 MiB of random bytes: no frame, nothing left pending, speed noted', () => {
    const random = RandomStream.from(5, 'noise');
    const chunk = new Uint8Array(1 << 20);
    const words = new Uint32Array(chunk.buffer);
    let frames = 0;
    const parser = new FrameParser({ accept: HOST_RECEIVES, crcFailureLimit: Infinity, onFrame: () => frames++ });
    let seconds = 0;
    for (let k = 0; k < 64; k++) {
      for (let i = 0; i < words.length; i++) words[i] = random.nextU32();
      const before = process.cpuUsage();
      parser.push(chunk);
      const used = process.cpuUsage(before);
      seconds += (used.user + used.system) / 1e6;
    }
    parser.push(new Uint8Array(65_548));
    console.log(`random bytes: ${Math.round((64 * 1.048576) / seconds)} MB per CPU-second`);
    expect(frames).toBe(0);
    expect(parser.pending).toBe(0);
  });

  it('alternating magic bytes are skipped one by one', () => {
    const chunk = Uint8Array.from({ length: 1 << 20 }, (_, i) => (i & 1 ? 0x44 : 0x53));
    const parser = new FrameParser({ accept: HOST_RECEIVES, onFrame: () => expect.unreachable() });
    parser.push(chunk);
    expect(parser.pending).toBeLessThan(12);
    expect(parser.counters.skippedBytes + parser.pending).toBe(chunk.length);
  });

  it('forged headers that ask for 64 KiB each end the link', () => {
    const header = Uint8Array.of(0x53, 0x44, FrameType.DATA, 0, 0, 0, 1, 0, 1, 2, 3, 4);
    header[7] = crc8(header, 0, 7);
    const bytes = Uint8Array.from({ length: 240_000 }, (_, i) => header[i % 12]!);
    let reason = '';
    const parser = new FrameParser({
      accept: HOST_RECEIVES,
      onFrame: () => expect.unreachable(),
      onGiveUp: (r) => (reason = r),
    });
    parser.push(bytes);
    expect(reason).toMatch(/64 frames/);
    expect(parser.counters.badCrcs).toBe(64);
  });
});

describe('a million inputs', () => {
  it('random or mutated, never throw, never exceed the buffer, never deliver a payload that was not sent', () => {
    const random = RandomStream.from(6, 'million');
    const samples = [
      encodeFrame(
        FrameType.CONTROL_TO_DEVICE,
        encodeRequest({ id: 5, body: 'hello', hello: { nonce: 77, hostName: 'fuzz' } }),
      ),
      encodeFrame(
        FrameType.CONTROL_TO_DEVICE,
        encodeRequest({ id: 6, body: 'openBits', openBits: { rowMask: new Uint8Array(8), blockBytes: 4096 } }),
      ),
      encodeFrame(
        FrameType.CONTROL_TO_HOST,
        encodeReply({
          id: 6,
          end: true,
          status: spindrift.v1.Status.STATUS_OUT_OF_RANGE,
          detail: 'amplitude_uv above 2000000',
        }),
      ),
      encodeFrame(
        FrameType.DATA,
        Uint8Array.from({ length: 80 }, (_, i) => i),
      ),
      encodeFrame(FrameType.PAD, new Uint8Array(3)),
    ];
    const sent = new Set(samples.map((frame) => Buffer.from(frame.subarray(12)).toString('latin1')));
    const check = (payload: Uint8Array): void => {
      if (!sent.has(Buffer.from(payload).toString('latin1'))) expect.unreachable('a frame that was not sent');
    };
    const make = (accept: readonly FrameType[]): FrameParser =>
      new FrameParser({ accept, crcFailureLimit: Infinity, onFrame: (_t, p) => check(p) });
    const parsers = [make(HOST_RECEIVES), make(DEVICE_RECEIVES)];
    for (let k = 0; k < 1_000_000; k++) {
      const input = k & 1 ? mutate(samples[random.integer(samples.length)]!, random) : randomInput(random);
      for (const parser of parsers) {
        parser.push(input);
        if (parser.pending > 65_548) expect.unreachable('holds more than a frame');
      }
      // A damaged length may leave a parser waiting for 64 KiB; start afresh now and then so that each input is looked at.
      if (k % 16 === 15)
        for (const [i, accept] of [HOST_RECEIVES, DEVICE_RECEIVES].entries())
          if (parsers[i]!.pending > 200) parsers[i] = make(accept);
    }
    expect(parsers[0]!.counters.frames + parsers[1]!.counters.frames).toBeGreaterThan(0);
  });

  it('payloads: message decoders throw Error or RangeError at most', () => {
    const random = RandomStream.from(7, 'payloads');
    const good = encodeReply({
      id: 1,
      body: 'telemetry',
      telemetry: { seq: 9, rails: [{ name: 'USB5V' }], counters: { mvms: 5 } },
    });
    for (let k = 0; k < 200_000; k++) {
      const input = k & 1 ? mutate(good, random) : randomInput(random);
      for (const decode of [decodeReply, decodeRequest, decodeDataBlock]) {
        try {
          decode(input);
        } catch (error) {
          if (!(error instanceof Error)) expect.unreachable('threw something else');
        }
      }
    }
  });
});

function randomInput(random: RandomStream): Uint8Array {
  const bytes = new Uint8Array(random.integer(48));
  for (let i = 0; i < bytes.length; i++) bytes[i] = random.integer(256);
  // Half of them start like a frame, so that the later checks are reached.
  if (bytes.length > 8 && random.integer(2)) {
    bytes.set([0x53, 0x44, 1 + random.integer(4), 0, random.integer(40), 0, 0]);
    bytes[7] = crc8(bytes, 0, 7);
  }
  return bytes;
}

function mutate(frame: Uint8Array, random: RandomStream): Uint8Array {
  const bytes = Uint8Array.from(frame);
  const kind = random.integer(5);
  const at = random.integer(bytes.length);
  if (kind === 0) bytes[at]! ^= 1 << random.integer(8);
  else if (kind === 1) bytes[at] = random.integer(256);
  else if (kind === 2) return bytes.slice(0, at);
  else if (kind === 3) return bytes.slice(at);
  else {
    const twice = new Uint8Array(bytes.length + at);
    twice.set(bytes);
    twice.set(bytes.subarray(0, at), bytes.length);
    return twice;
  }
  return bytes;
}
