/** The firmware's core on this computer: every test in C is a test here, and what has a twin in TypeScript is held against it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { DEVICE_RECEIVES, FrameParser, FrameType, crc32, encodeFrame } from '../../../proto/index.js';
import { buildTests, hasCompiler, testsByFile, type TestProgram } from './build-tests.js';
import { goldenFramesHeader } from './golden-frames.js';
import { storeHeader } from './store-vectors.js';
import { bitsHeader, controllerHeader, driveHeader } from './vectors.js';

const compiler = hasCompiler();
if (!compiler) console.warn('firmware core: skipped, this computer has no gcc');

describe.skipIf(!compiler)('the core of the firmware', () => {
  let program: TestProgram;
  beforeAll(() => {
    program = buildTests({
      'golden-frames.h': goldenFramesHeader(),
      'drive-vectors.h': driveHeader(),
      'bit-vectors.h': bitsHeader(),
      'controller-vectors.h': controllerHeader(),
      'store-images.h': storeHeader(),
    });
  }, 120_000);
  afterAll(() => program.remove());

  describe.each(testsByFile())('%s', (_file, names) => {
    it.each(names)('%s', (name) => {
      expect(program.run(name)).toBe('');
    });
  });

  it('knows when a test fails', () => {
    expect(() => program.run('there_is_no_such_test')).toThrow(/no test of that name/);
  });

  it.each(['byte inverted', 'one bit flipped', 'deleted', 'inserted'] as const)(
    'its frame parser finds what the TypeScript parser finds: %s',
    (fault) => {
      for (const seed of [1, 2, 3]) {
        const bytes = damagedStream(fault, seed);
        const file = program.file('stream', bytes);
        for (const chunk of [1, 512]) expect(program.run('parse', file, String(chunk)).trim()).toBe(parsed(bytes));
      }
    },
  );
});

/** 1,000 frames of 200 B with 100 faults of one kind. */
function damagedStream(fault: string, seed: number): Uint8Array {
  const random = RandomStream.from(seed, 'firmware-frames', fault);
  const types = [FrameType.DATA, FrameType.CONTROL_TO_DEVICE, FrameType.PAD, FrameType.CONTROL_TO_HOST];
  let bytes = Buffer.concat(
    Array.from({ length: 1000 }, () => {
      const payload = Uint8Array.from({ length: 200 }, () => random.integer(256));
      return encodeFrame(types[random.integer(types.length)]!, payload);
    }),
  );
  for (let k = 0; k < 100; k++) {
    const at = random.integer(bytes.length);
    const length = 1 + random.integer(64);
    if (fault === 'byte inverted') bytes[at]! ^= 0xff;
    else if (fault === 'one bit flipped') bytes[at]! ^= 1 << random.integer(8);
    else if (fault === 'deleted') bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    else {
      const noise = Uint8Array.from({ length }, () => random.integer(256));
      bytes = Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]);
    }
  }
  return new Uint8Array(bytes);
}

/** What the TypeScript parser finds, as the C program prints it. */
function parsed(bytes: Uint8Array): string {
  let digest = 0;
  const parser = new FrameParser({
    accept: DEVICE_RECEIVES,
    maxPayload: 4112,
    crcFailureLimit: Infinity,
    onFrame: (type, payload) => (digest = crc32(payload, crc32(Uint8Array.of(type), digest))),
  });
  parser.push(bytes);
  const { frames, payloadBytes, skippedBytes, badHeaders, tooLong, badTypes, badCrcs } = parser.counters;
  return [frames, payloadBytes, skippedBytes, badHeaders, tooLong, badTypes, badCrcs, parser.pending, digest].join(' ');
}
