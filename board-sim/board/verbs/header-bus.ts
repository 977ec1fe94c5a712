import { type ReplyFields } from '../../../proto/index.js';
import { ADDRESS_MAX, ADDRESS_MIN, OWN_CHIPS } from '../../parts/index.js';
import { type BoardCore } from '../board-core.js';
import { brokenPart } from '../header/header-pins.js';
import { boardTime } from '../header/pin-access.js';
import { repeat } from '../header/repeat.js';
import { checkField, invalid, outOfRange } from '../refusal.js';
import { verb } from './verb.js';
import { PERIOD_MAX_MS, PERIOD_MIN_MS } from './watch-pins.js';

const CLOCK_MIN_HZ = 100_000;
const CLOCK_MAX_HZ = 400_000;
const RX_BYTES = 64;
/** What a message holds, as the firmware's decoder has it. */
const DATA_BYTES = 64;
const PREFIX_BYTES = 8;
const SILENT = 'nobody answers at the address, or not in time';

/** An `I2cRead` as it is decoded. */
interface Wanted {
  readonly address: number;
  readonly prefix: Uint8Array;
  readonly count: number;
}

/** It is the board's own bus: chips on it that belong to the board cannot be reached from here. @throws Refusal */
function checkAddress(address: number): void {
  checkField('address', address, ADDRESS_MIN, ADDRESS_MAX);
  const own = OWN_CHIPS.get(address);
  if (own !== undefined) throw outOfRange('address', address, `there is the board's own ${own}`);
}

function checkRead({ address, count, prefix }: Wanted): void {
  if (prefix.length > PREFIX_BYTES) throw invalid(`prefix has more than ${PREFIX_BYTES} bytes`);
  checkAddress(address);
  checkField('count', count, 1, RX_BYTES);
}

function transfer(core: BoardCore, name: string, address: number, tx: Uint8Array, count: number): Uint8Array {
  const bytes = core.port.transfer(address, tx, count);
  if (bytes === undefined) throw brokenPart(name, SILENT);
  return bytes;
}

function readNow(core: BoardCore, name: string, { address, count, prefix }: Wanted): Uint8Array {
  return transfer(core, name, address, prefix, count);
}

type BusReply = 'i2cConfigReply' | 'i2cWriteReply' | 'i2cReadReply' | 'watchI2cReply';

function busReply(
  core: BoardCore,
  body: BusReply,
  address: number,
  data: Uint8Array = new Uint8Array(0),
  seq = 0,
): ReplyFields {
  return { body, [body]: { address, data, seq, tUs: boardTime(core) } } as unknown as ReplyFields;
}

/** Sets the clock of the bus. */
export const i2cConfig = verb('i2cConfig', (core, call, { clockHz }) => {
  core.port.setClock(checkField('clock_hz', clockHz, CLOCK_MIN_HZ, CLOCK_MAX_HZ));
  call.finish(busReply(core, 'i2cConfigReply', 0));
});

/** Writes bytes to a device. */
export const i2cWrite = verb('i2cWrite', (core, call, { address, data }) => {
  if (data.length > DATA_BYTES) throw invalid(`data has more than ${DATA_BYTES} bytes`);
  checkAddress(address);
  if (data.length === 0) throw invalid('data is empty: at least 1 byte can be written');
  transfer(core, call.verb, address, data, 0);
  call.finish(busReply(core, 'i2cWriteReply', address));
});

/** Reads bytes from a device. */
export const i2cRead = verb('i2cRead', (core, call, message) => {
  checkRead(message);
  call.finish(busReply(core, 'i2cReadReply', message.address, readNow(core, call.verb, message)));
});

/** Reads a device at intervals. */
export const watchI2c = verb('watchI2c', (core, call, { read, periodMs }) => {
  if (read === null || read === undefined) throw invalid('read is missing: what shall be repeated?');
  checkRead(read);
  checkField('period_ms', periodMs, PERIOD_MIN_MS, PERIOD_MAX_MS);
  // The message is a view of a frame that will be gone.
  const wanted = { ...read, prefix: read.prefix.slice() };
  let seq = 0;
  repeat(core, call, {
    periodS: periodMs / 1000,
    step: () => call.progress(busReply(core, 'watchI2cReply', wanted.address, readNow(core, call.verb, wanted), seq++)),
    close: () => call.finish(),
  });
});
