import { createHash } from 'node:crypto';
import { checkNumber, DataLossError, systemClock } from '../../../base/index.js';
import { productVersion } from '../../runs/product-version.js';
import { BlockNotes, orderOf, temperatureOf } from '../bit-record.js';
import type { ByteSink } from '../collect-bits.js';
import { concludeRecord } from '../conclude-record.js';
import { marked } from '../record-parts.js';
import { openTap, type EntropyTap, type OpenTapOptions, type TapBoard } from './open-tap.js';
import { MOST_EVENTS, tapRecordOf, type TapRecord } from './tap-record.js';
import type { TapEvent } from './tap-types.js';

/** How bytes are collected through a tap. */
export interface CollectTapOptions extends OpenTapOptions {
  /** Bytes wanted, at least 1. */
  readonly bytes: number;
  /** What is doubtful about the assessment, for the record. */
  readonly doubts?: readonly string[];
  /** Bytes that have left. */
  readonly onBytes?: (bytes: number) => void;
  /** Gets the tap as soon as it is open, for a display. */
  readonly onTap?: (tap: EntropyTap) => void;
}

/** How it ended. */
export interface CollectedTap {
  readonly record: TapRecord;
  /** Why it failed; absent for any other end. */
  readonly error?: unknown;
}

/**
 * Reads bytes through a tap into a sink. Whatever ends it, the sink is closed with a record of what it holds, and the array is made safe.
 * @param open makes the sink when the board is ready; it gets the record as it is before the first byte
 * @throws what {@link openTap} throws, before the sink is opened; what `open` throws
 */
export async function collectTap(
  board: TapBoard,
  options: CollectTapOptions,
  open: (record: TapRecord) => Promise<ByteSink<TapRecord>>,
): Promise<CollectedTap> {
  const wanted = checkNumber('bytes', options.bytes, { min: 1, max: Number.MAX_SAFE_INTEGER, integer: true });
  const { signal, clock = systemClock, onBytes } = options;
  const notes = new BlockNotes();
  const hash = createHash('sha256');
  const events: TapEvent[] = [];
  let written = 0;
  let left = false;
  let failure: { readonly error: unknown } | undefined;
  const tap: EntropyTap = await openTap(board, {
    ...options,
    onBlock: (block) => {
      notes.add(block, written);
      options.onBlock?.(block);
    },
    onEvent: (event) => {
      if (events.length < MOST_EVENTS) events.push(event);
      options.onEvent?.(event);
    },
  });
  options.onTap?.(tap);
  let record: TapRecord | undefined;
  let sink: ByteSink<TapRecord> | undefined;
  try {
    const { drive } = await board.getState(signal);
    record = {
      format: 'spindrift-bits',
      version: 1,
      status: 'writing',
      ...marked(board.identity.kind !== 'real'),
      mode: options.mode,
      controller: options.controller ?? false,
      rawOrder: orderOf(board.identity, 0, false),
      board: { uri: board.uri, ...board.identity },
      drive,
      temperature: { start: temperatureOf(await board.readTelemetry(signal)), end: null },
      wantedBytes: wanted,
      bytes: 0,
      sha256: null,
      ...notes.parts,
      started: clock.date().toISOString(),
      ended: null,
      versions: { spindrift: await productVersion(), node: process.versions.node },
      tap: tapRecordOf(tap, options, events),
    };
    sink = await open(record);
    for await (const bytes of tap) {
      const part = bytes.subarray(0, wanted - written);
      left = !(await sink.write(part));
      if (left) break;
      hash.update(part);
      written += part.length;
      onBytes?.(written);
      if (written === wanted) break;
    }
    if (!left && written < wanted)
      throw new DataLossError(`the board ended the bit stream after ${written} of ${wanted} bytes of output`, {
        nextStep: 'see what the board says of itself with: spindrift info',
      });
  } catch (error) {
    failure = { error };
  }
  const telemetry = await board.readTelemetry().catch(() => undefined);
  const safe = await tap.close();
  if (record === undefined || sink === undefined) throw failure?.error;
  const ending = { failure, left, safe, telemetry, notes, written, hash, clock };
  const { notEntropy } = tap;
  return concludeRecord(
    { ...record, notEntropy: record.notEntropy || notEntropy, tap: tapRecordOf(tap, options, events) },
    sink,
    ending,
  );
}
