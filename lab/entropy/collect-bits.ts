import { createHash } from 'node:crypto';
import { DataLossError, checkNumber, checkOneOf, systemClock, type Clock } from '../../base/index.js';
import type { Board } from '../../firmware-host/host/index.js';
import { productVersion } from '../runs/product-version.js';
import { BitPacker } from './bit-packer.js';
import { concludeRecord } from './conclude-record.js';
import {
  BIT_MODES,
  BlockNotes,
  orderOf,
  processingText,
  temperatureOf,
  type BitCollectionMode,
  type BitRecord,
} from './bit-record.js';
import { RAW_CLAIM, RawHealthNotes } from './raw-health.js';
import { marked } from './record-parts.js';

/** Where bytes go. */
export interface ByteSink<Record = BitRecord> {
  /** Takes bytes in order; false says that nobody wants more. Resolves when there is room for the next. */
  write(bytes: Uint8Array): Promise<boolean>;
  /** The last call, with what is known of the bytes, also after a failure. */
  close(record: Record): Promise<void>;
}

/** How bits are collected. */
export interface CollectOptions {
  /** Bytes wanted, at least 1. */
  readonly bytes: number;
  readonly mode: BitCollectionMode;
  /** Only `debiased`: pairs of columns are folded so many times, 1 to 3, instead of von Neumann's debiasing (0). */
  readonly xorStages?: number;
  /** Lets the board hold the mean of each row near one half by trimming the drive. */
  readonly controller?: boolean;
  /** Only `raw`: claim per bit that the host's health tests take their cutoffs from, 0 < H ≤ 1; default {@link RAW_CLAIM}. They tell, and filter nothing. */
  readonly minEntropy?: number;
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
  /** Bytes that have arrived. */
  readonly onProgress?: (bytes: number) => void;
}

/** The part of a board that collecting uses. */
export type BitSource = Pick<
  Board,
  'uri' | 'identity' | 'arm' | 'getState' | 'readTelemetry' | 'openBits' | 'makeSafe'
>;

/** How it ended. */
export interface CollectedBits {
  readonly record: BitRecord;
  /** Why it failed; absent for any other end. */
  readonly error?: unknown;
}

/** Most bytes whose bits are counted exactly. */
const MOST_BYTES = Math.floor(Number.MAX_SAFE_INTEGER / 8);

/**
 * Reads bits from a board into a sink, losing none that arrived: whatever ends the stream, the sink is closed with a record of what it holds, and the
 * array is made safe. Nothing is filtered; what health tests say is noted beside the bits.
 * @param open makes the sink when the board is ready; it gets the record as it is before the first byte.
 * @throws RangeError or TypeError for bad options; the errors of a board that is not ready, before the sink is opened; what `open` throws.
 */
export async function collectBits(
  board: BitSource,
  options: CollectOptions,
  open: (record: BitRecord) => Promise<ByteSink>,
): Promise<CollectedBits> {
  const wanted = checkNumber('bytes', options.bytes, { min: 1, max: MOST_BYTES, integer: true });
  const mode = checkOneOf('mode', options.mode, BIT_MODES);
  const xorStages = checkNumber('xorStages', options.xorStages ?? 0, {
    min: 0,
    max: mode === 'raw' ? 0 : 3,
    integer: true,
  });
  const vonNeumann = mode === 'debiased' && xorStages === 0;
  const controller = options.controller ?? false;
  const { signal, clock = systemClock, onProgress } = options;
  const { rows, cols: columns } = board.identity.geometry;
  const health = mode === 'raw' ? new RawHealthNotes(options.minEntropy ?? RAW_CLAIM, { rows, columns }) : undefined;

  await board.arm(signal);
  const notes = new BlockNotes();
  const hash = createHash('sha256');
  let written = 0;
  let sink: ByteSink | undefined;
  let record: BitRecord | undefined;
  let failure: { readonly error: unknown } | undefined;
  let left = false;
  try {
    const { drive } = await board.getState(signal);
    const notEntropy = board.identity.kind !== 'real';
    record = {
      format: 'spindrift-bits',
      version: 1,
      status: 'writing',
      ...marked(notEntropy),
      mode,
      processing: processingText(xorStages, vonNeumann),
      xorStages,
      vonNeumann,
      controller,
      order: orderOf(board.identity, xorStages, vonNeumann),
      board: { uri: board.uri, ...board.identity },
      drive,
      temperature: { start: temperatureOf(await board.readTelemetry(signal)), end: null },
      wantedBytes: wanted,
      bytes: 0,
      sha256: null,
      ...notes.parts,
      health: health?.part ?? null,
      boardSummary: null,
      started: clock.date().toISOString(),
      ended: null,
      versions: { spindrift: await productVersion(), node: process.versions.node },
    };
    sink = await open(record);
    const stream = board.openBits({
      totalBits: wanted * 8,
      xorStages,
      mode: vonNeumann ? 'vonNeumann' : 'raw',
      controller,
      ...(signal === undefined ? {} : { signal }),
    });
    const packer = new BitPacker();
    try {
      for await (const block of stream) {
        notes.add(block, written);
        health?.push(block.bytes, block.bits, block.gap);
        const bytes = packer.push(block.bytes, block.bits);
        left = !(await sink.write(bytes));
        if (left) break;
        hash.update(bytes);
        written += bytes.length;
        onProgress?.(written);
      }
    } finally {
      await stream.close();
    }
    if (!left && written < wanted)
      throw new DataLossError(`the board ended the bit stream after ${written} of ${wanted} bytes`, {
        nextStep: 'see what the board says of itself with: spindrift info',
      });
    record = { ...record, boardSummary: stream.summary ?? null };
  } catch (error) {
    failure = { error };
  }

  // The board's end of it first, so that the record can tell; a board that is gone fails these at once.
  const telemetry = await board.readTelemetry().catch(() => undefined);
  const safe = await board.makeSafe().then(
    (state) => state === 'safe',
    () => false,
  );
  if (record === undefined || sink === undefined) throw failure?.error;
  const ending = { failure, left, safe, telemetry, notes, written, hash, clock };
  return concludeRecord({ ...record, health: health?.part ?? null }, sink, ending);
}
