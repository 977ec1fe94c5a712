/** Where the fuzzer begins: sessions as a host would have them, by the host's own encoder. */
import { acceptDrive, configToken } from '../../../../board-sim/board/drive.js';
import {
  BlockFlag,
  BlockFormat,
  FrameType,
  encodeDataFrame,
  encodeFrame,
  encodeRequest,
  toU64,
  type RequestBody,
  type RequestFields,
} from '../../../../proto/index.js';

const MASK = Uint8Array.of(0xff, 0, 0, 0, 0, 0, 0, 0x80);
const WINDOW = { tile: 0, rowFirst: 0, rows: 4, colFirst: 8, cols: 16 };
const SHOTS = { rowMask: MASK, colMask: MASK, shots: 3, pulsesPerShot: 1, initialise: 1, tile: 0 };
const MULTIPLY = { window: WINDOW, inputBits: 4, columnMode: 1, repeats: 2, adcRange: 1 };
const DRIVE = {
  biasUv: 0,
  amplitudeUv: 1_500_000,
  widthPs: 1000,
  settleNs: 80,
  readUv: 100_000,
  readNs: 208,
  fieldUt: 0,
};

/** What an uncalibrated board makes of these settings after it starts; calls that use the drive name it. */
const TOKEN = configToken(acceptDrive(DRIVE), 0);

type Call = readonly [body: RequestBody, message: object];

/** Verbs that need nothing before them but Hello. */
const SINGLE: readonly Call[] = [
  ['heartbeat', { bootId: 0x1234567, uptimeUs: toU64(5) }],
  ['setLogLevel', { level: 2 }],
  ['getIdentity', {}],
  ['getLimits', {}],
  ['getState', {}],
  ['clearFault', {}],
  ['openTelemetry', { periodMs: 20, count: 2 }],
  ['selfTest', { mask: 7 }],
  ['reboot', { target: 1, confirm: 0x1234567 }],
  ['getCalibration', { knownHash: 1 }],
  ['putCalibration', { size: 8192, dataCrc32: 0x12345678 }],
  ['calibrate', { routine: 1 }],
  ['pinMode', { pin: 1, function: 1 }],
  ['pinRead', { pin: 1 }],
  ['pinWrite', { pin: 1, high: true }],
  ['pwmWrite', { pin: 1, dutyPpm: 500_000, periodNs: 1000 }],
  ['dacWrite', { pin: 1, levelUv: 1000 }],
  ['servoWrite', { pin: 1, pulseUs: 1500 }],
  ['watchPin', { pin: 1, debounceUs: 100 }],
  ['watchAdc', { pin: 1, periodMs: 10 }],
  ['i2cConfig', { clockHz: 100_000 }],
  ['i2cWrite', { address: 0x20, data: Uint8Array.of(1, 2) }],
  ['i2cRead', { address: 0x20, prefix: Uint8Array.of(0), count: 2 }],
  ['watchI2c', { read: { address: 0x20, count: 2 }, periodMs: 10 }],
];

/** Nothing said, for a while: small pieces of it give the board time to measure. */
const TIME = [encodeFrame(FrameType.PAD, new Uint8Array(100))];

/** Verbs that want the drive armed, which takes a configuration. */
const ARMED: readonly Call[] = [
  ['runShots', { plan: SHOTS }],
  ['openShots', { plan: { ...SHOTS, shots: 300 }, blockBytes: 256 }],
  ['openBits', { rowMask: MASK, xorStages: 1, mode: 1, totalBits: toU64(4096), overflow: 1, blockBytes: 256 }],
  ['openReadMap', { rowMask: MASK, colMask: MASK, averages: 1, quantity: 1 }],
  ['programTile', { window: WINDOW, format: 1, verifyPasses: 1, dataCrc32: 0 }],
  ['multiplyVector', { plan: MULTIPLY, inputs: Uint8Array.of(1, 2, 3, 4) }],
  ['openMultiply', { plan: MULTIPLY, count: 3 }],
];

const request = (id: number, [body, message]: Call, configHash = 0): Uint8Array =>
  encodeFrame(
    FrameType.CONTROL_TO_DEVICE,
    encodeRequest({ id, body, deadlineMs: 1000, configHash, [body]: message } as unknown as RequestFields),
  );

const up = (streamId: number, seq: number, data: Uint8Array, flags = 0): Uint8Array =>
  encodeDataFrame({ streamId, seq, timeUs: 0, flags, format: BlockFormat.OPAQUE, tail: 0 }, data);

const hello = request(1, [
  'hello',
  { protocolMajor: 1, protocolMinor: 0, nonce: 7, hostSilenceMs: 1000, hostName: 'fuzz' },
]);

/** Inputs by name: a byte that says how the stream is cut, one that says how the board behaves, then the stream. */
export function seeds(): readonly (readonly [name: string, bytes: Uint8Array])[] {
  const session = (cut: number, ...frames: Uint8Array[]): Uint8Array =>
    Uint8Array.from(Buffer.concat([Uint8Array.of(cut, 0), hello, ...frames]));
  const configured = [request(2, ['setConfig', { config: DRIVE }]), request(3, ['arm', {}], TOKEN)];
  const ending = [
    request(8, ['streamCredit', { streamId: 4, blocks: 3 }]),
    up(
      4,
      0,
      Uint8Array.from({ length: 64 }, (_, k) => k),
    ),
    up(4, 1, new Uint8Array(8), BlockFlag.END),
    request(9, ['streamClose', { streamId: 4 }]),
    request(10, ['cancel', { targetId: 4 }]),
    request(11, ['makeSafe', {}]),
  ];
  return [
    ...SINGLE.map((call, k) => [call[0], session(k, request(2, call))] as const),
    ...ARMED.map(
      (call, k) =>
        [
          `${call[0]} armed`,
          session(7 + k, ...configured, ...TIME, request(4, call, TOKEN), ...TIME, ...ending, ...TIME),
        ] as const,
    ),
    ['pads and a second hello', session(200, encodeFrame(FrameType.PAD, new Uint8Array(5)), hello)],
  ];
}

/** One line a seed: its name, and its bytes in hexadecimal. */
export function seedsText(): string {
  return seeds()
    .map(([name, bytes]) => `${name.replace(/ /g, '-')} ${Buffer.from(bytes).toString('hex')}\n`)
    .join('');
}
