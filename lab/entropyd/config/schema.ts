import { z } from 'zod';
import { choiceField, flagField, numberField, pathField } from './fields.js';

/** Where the daemon listens when nothing else is said. */
export const DEFAULT_SOCKET = '/run/spindrift/entropy.sock';
/** The file that is read when none is named, if it is there. */
export const DEFAULT_CONFIG = '/etc/spindrift/entropyd.json';

/** Addresses that only this computer reaches. */
export const LOOPBACK = ['127.0.0.1', '::1', 'localhost'] as const;

const section = <T extends z.ZodRawShape>(help: string, shape: T) =>
  // Each field of a section has a default, which the type cannot tell.
  z
    .strictObject(shape)
    .prefault({} as never)
    .meta({ description: help });

const portField = (help: string) => {
  const error = 'must be a whole number from 0 to 65535, or null';
  return z
    .int({ error })
    .min(0, { error })
    .max(65_535, { error })
    .nullable()
    .default(null)
    .meta({ description: help, unit: 'port' });
};

const hostField = choiceField(LOOPBACK, {
  help: 'Address of the port. Loopback only: there is neither password nor encryption.',
  default: '127.0.0.1',
});

const board = z.strictObject({
  uri: z
    .string({ error: 'must be the URI of a board, as usb:SERIAL' })
    .min(1, { error: 'must be the URI of a board, as usb:SERIAL' })
    .meta({ description: 'Which board: usb:SERIAL, usb:@PORT, usb: (the only one), unix:/PATH, tcp://HOST:PORT.' }),
  assessment: pathField({
    help: 'File of `spindrift assess non-iid --json` over raw bits of this board; null: the board is assessed at every start, on its first 1,000,000 bits.',
    default: null,
  }),
  controller: flagField({
    help: 'Let the board hold the mean of each row near one half.',
    default: false,
  }),
});

/** The configuration of the daemon: one file of JSON with comments. Every field has a default. */
export const entropydSchema = z
  .strictObject({
    boards: z
      .array(board, { error: 'must be a list of boards, as [{"uri": "usb:SERIAL"}]' })
      .max(64, { error: 'must be at most 64 boards' })
      .default([])
      .meta({
        description: 'Boards that belong to the pool whether they are there or not; the daemon waits for them.',
      }),
    hotplug: section('Boards that come and go.', {
      usb: choiceField(['auto', 'all', 'none'], {
        help: 'Boards on USB that are not named: all of them join the pool, or none; auto: all if `boards` is empty.',
        default: 'auto',
      }),
      folder: pathField({
        help: 'Folder to watch: a socket in it is a board (unix:), a file NAME.board holds the URI of one. Who may write here chooses the boards.',
        default: null,
      }),
      pollS: numberField({
        help: 'Time between two looks at the folder and at USB.',
        unit: 's',
        min: 0.1,
        max: 3600,
        default: 1,
      }),
    }),
    pool: section('How several boards make one stream.', {
      mode: choiceField(['additive', 'redundant'], {
        help: 'additive: each byte comes from one board, rates add up. redundant: each byte is the XOR of bytes of `members` different boards; one good board is enough.',
        default: 'additive',
      }),
      members: numberField({
        help: 'Healthy boards that service needs; in a redundant pool also the number that is combined.',
        unit: 'boards',
        integer: true,
        min: 1,
        max: 64,
        default: 1,
      }),
      bufferBytes: numberField({
        help: 'Output kept ready for each board; flushed at an alarm and at a loss of the board.',
        unit: 'bytes',
        integer: true,
        min: 256,
        max: 1_048_576,
        default: 65_536,
      }),
    }),
    tap: section('What is done to the bits of each board.', {
      output: choiceField(['conditioned', 'drbg'], {
        help: 'conditioned: HMAC-SHA-256 over enough assessed entropy. drbg: a DRBG that is seeded and reseeded from that, faster and not full entropy.',
        default: 'conditioned',
      }),
      tests: choiceField(['all', 'approved'], {
        help: 'Health tests that close the tap: all, or repetition count and adaptive proportion alone.',
        default: 'all',
      }),
      alphaIntermittent: numberField({
        help: 'False-alarm exponent a of each test for a failure that start-up testing may cure: probability 2^-a.',
        unit: 'bit',
        integer: true,
        min: 20,
        max: 60,
        default: 40,
      }),
      alphaPermanent: numberField({
        help: 'The same for a failure that stays until the board has been powered off.',
        unit: 'bit',
        integer: true,
        min: 20,
        max: 120,
        default: 60,
      }),
      startupBits: numberField({
        help: 'Raw bits of the start-up test; they are discarded.',
        unit: 'bit',
        integer: true,
        min: 1024,
        max: 16_777_216,
        default: 4096,
      }),
    }),
    socket: section('The socket for applications.', {
      path: pathField({
        help: 'Unix socket; null: none (socket activation and TCP may stay).',
        default: DEFAULT_SOCKET,
      }),
      mode: z
        .string({ error: 'must be an octal mode from 0600 to 0666, as "0660"' })
        .regex(/^0?6[0246][0246]$/, { error: 'must be an octal mode from 0600 to 0666, as "0660"' })
        .default('0660')
        .meta({ description: 'Its permissions. The group is the group of the process.' }),
    }),
    tcp: section('The same stream on a port of this computer. Every local user can read it.', {
      host: hostField,
      port: portField('Port; 0: any free one; null: no port.'),
    }),
    raw: section('Raw bits for study, never for use: blocks with all that is known of them.', {
      path: pathField({ help: 'Unix socket; null: none.', default: null }),
    }),
    fifo: section('The same stream into a named pipe that exists.', {
      path: pathField({ help: 'Named pipe (mkfifo); null: none.', default: null }),
    }),
    limits: section('What one client can take.', {
      clients: numberField({
        help: 'Most clients at once; further ones wait.',
        unit: 'clients',
        integer: true,
        min: 1,
        max: 4096,
        default: 256,
      }),
      waiting: numberField({
        help: 'Most connections that wait for a place; further ones end at once.',
        unit: 'clients',
        integer: true,
        min: 0,
        max: 4096,
        default: 16,
      }),
      stallS: numberField({
        help: 'A client that reads nothing for so long loses its place if somebody waits for one.',
        unit: 's',
        min: 1,
        max: 86_400,
        default: 30,
      }),
      chunkBytes: numberField({
        help: 'Bytes that a client gets in its turn.',
        unit: 'bytes',
        integer: true,
        min: 64,
        max: 65_536,
        default: 1024,
      }),
      bytesPerSecond: numberField({
        help: 'Most bytes a second to all clients together; 0: no limit.',
        unit: 'bytes/s',
        integer: true,
        min: 0,
        max: 1_000_000_000,
        default: 0,
      }),
      clientBytesPerSecond: numberField({
        help: 'Most bytes a second to one client; 0: no limit.',
        unit: 'bytes/s',
        integer: true,
        min: 0,
        max: 1_000_000_000,
        default: 0,
      }),
    }),
    kernel: section('Mixing into the kernel’s pool. Never from boards that are not real.', {
      mix: flagField({ help: 'Whether bytes are written to the device.', default: true }),
      device: pathField({ help: 'The device.', default: '/dev/random' }),
      bytes: numberField({
        help: 'Bytes each time.',
        unit: 'bytes',
        integer: true,
        min: 32,
        max: 512,
        default: 64,
      }),
      everyS: numberField({ help: 'Time between two times.', unit: 's', min: 1, max: 86_400, default: 60 }),
      credit: flagField({
        help: 'Credit half of the assessed entropy to the kernel (RNDADDENTROPY). Needs CAP_SYS_ADMIN and koffi; without them it is mixed uncredited.',
        default: false,
      }),
    }),
    alarm: section('When health tests have closed the tap.', {
      giveUpS: numberField({
        help: 'The daemon ends with exit code 5 if it is not open again after so long.',
        unit: 's',
        min: 0,
        max: 86_400,
        default: 60,
      }),
    }),
    backoff: section('Between attempts to open a board.', {
      firstS: numberField({ help: 'First wait; it doubles.', unit: 's', min: 0.01, max: 60, default: 0.1 }),
      mostS: numberField({ help: 'Longest wait.', unit: 's', min: 0.1, max: 3600, default: 60 }),
    }),
    metrics: section('Prometheus metrics and the state as JSON, over HTTP.', {
      host: hostField,
      port: portField('Port; 0: any free one; null: none.'),
      path: pathField({ help: 'Unix socket instead of a port; null: none.', default: null }),
    }),
    status: section('A file that tells the state, and whether the bytes are entropy.', {
      path: pathField({
        help: 'File, replaced at every change of the state; null: the socket’s path with .json, if there is a socket.',
        default: null,
      }),
    }),
    log: section('Lines of JSON on standard error.', {
      level: choiceField(['error', 'warn', 'info', 'debug'], { help: 'The least that is told.', default: 'info' }),
      repeatS: numberField({
        help: 'The same message again within this time is counted, not written.',
        unit: 's',
        min: 0,
        max: 86_400,
        default: 60,
      }),
    }),
  })
  .check(({ value, issues }) => {
    const refuse = (path: (string | number)[], message: string): void => {
      issues.push({ code: 'custom', path, message, input: value });
    };
    if (value.pool.mode === 'redundant' && value.pool.members < 2)
      refuse(['pool', 'members'], 'must be a whole number from 2 to 64 in a redundant pool');
    if (value.backoff.mostS < value.backoff.firstS)
      refuse(['backoff', 'mostS'], `must be a number from backoff.firstS (${value.backoff.firstS}) to 3600`);
    if (value.tap.alphaPermanent <= value.tap.alphaIntermittent)
      refuse(
        ['tap', 'alphaPermanent'],
        `must be a whole number above tap.alphaIntermittent (${value.tap.alphaIntermittent}), to 120`,
      );
    if (value.metrics.path !== null && value.metrics.port !== null)
      refuse(['metrics', 'path'], 'must be null where metrics.port is given');
  });

/** A configuration with every default filled in. */
export type EntropydConfig = z.output<typeof entropydSchema>;
/** A configuration as it may be written: every field can be left out. */
export type EntropydConfigInput = z.input<typeof entropydSchema>;
/** One board of it. */
export type BoardConfig = EntropydConfig['boards'][number];
