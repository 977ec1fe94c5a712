/** Shots and resistance maps: pulsing and reading chosen cells. */
import { DataLossError, checkNumber, checkOneOf } from '../../base/index.js';
import { spindrift } from '../../proto/index.js';
import { WireBlockStream } from './block-stream.js';
import type { BoardGeometry } from './board-types.js';
import type { Link } from './link/link.js';
import { maskToWire } from './units.js';

/** Which cells to pulse and read, how often. */
export interface ShotOptions {
  /** Rows to pulse, one after the other (bit k = row k); all by default. */
  readonly rowMask?: bigint;
  /** Columns to enable and read; all by default. */
  readonly colMask?: bigint;
  /** Shots for each row. */
  readonly shots: number;
  /** Pulses before each read (default 1). */
  readonly pulsesPerShot?: number;
  /** State that the cells are brought to before each shot (default: left as they are). */
  readonly initialise?: 'none' | 'p' | 'ap';
  readonly tile?: number;
  readonly signal?: AbortSignal;
}

/** Outcomes of shots. */
export interface ShotResult {
  /** One bit per outcome, first in the least significant place, 1 = antiparallel. Order: row, then shot, then column. */
  readonly outcomes: Uint8Array;
  readonly count: number;
  readonly ones: number;
  readonly boardTimeS: number;
}

/** What to read in a resistance map. */
export interface ReadMapOptions {
  readonly rowMask?: bigint;
  readonly colMask?: bigint;
  /** Conversions averaged for each cell (default 1). */
  readonly averages?: number;
  readonly tile?: number;
  readonly signal?: AbortSignal;
}

const { Initialise, MapQuantity } = spindrift.v1;
const INITIALISE = {
  none: Initialise.INITIALISE_NONE,
  p: Initialise.INITIALISE_P,
  ap: Initialise.INITIALISE_AP,
} as const;

/** A shot plan as the wire has it. */
export function encodeShotPlan(options: ShotOptions) {
  return {
    rowMask: maskToWire('rowMask', options.rowMask),
    colMask: maskToWire('colMask', options.colMask),
    shots: checkNumber('shots', options.shots, { min: 1, max: 0xffffffff, integer: true }),
    pulsesPerShot: checkNumber('pulsesPerShot', options.pulsesPerShot ?? 1, { min: 1, max: 0xffffffff, integer: true }),
    initialise: INITIALISE[checkOneOf('initialise', options.initialise ?? 'none', ['none', 'p', 'ap'])],
    tile: checkNumber('tile', options.tile ?? 0, { min: 0, integer: true }),
  };
}

/** Pulses and reads; at most `limits.inlineBits` outcomes. */
export async function runShots(link: Link, options: ShotOptions, configHash: number): Promise<ShotResult> {
  const reply = await link.call('runShots', { plan: encodeShotPlan(options) }, 'runShotsReply', {
    signal: options.signal,
    configHash,
  });
  return {
    // A view of the frame, which is about to be reused.
    outcomes: reply.outcomes.slice(),
    count: reply.count,
    ones: reply.ones,
    boardTimeS: reply.boardTimeUs / 1e6,
  };
}

/**
 * Reads resistances, ohm, row-major over the selected rows and columns; +Infinity where a cell cannot be read.
 */
export async function readMap(
  link: Link,
  options: ReadMapOptions,
  configHash: number,
  geometry: BoardGeometry,
): Promise<Float32Array> {
  const cells =
    selected('rowMask', options.rowMask, geometry.rows) * selected('colMask', options.colMask, geometry.cols);
  const message = {
    rowMask: maskToWire('rowMask', options.rowMask),
    colMask: maskToWire('colMask', options.colMask),
    averages: checkNumber('averages', options.averages ?? 1, { min: 1, max: 65535, integer: true }),
    quantity: MapQuantity.MAP_QUANTITY_OHM,
    tile: checkNumber('tile', options.tile ?? 0, { min: 0, integer: true }),
  };
  const ohm = new Float32Array(cells);
  const bytes = new Uint8Array(ohm.buffer);
  let received = 0;
  const stream = new WireBlockStream(link, 'openReadMap', message, {
    configHash,
    standIn: false,
    signal: options.signal,
  });
  for await (const block of stream) {
    if (received + block.bytes.length > bytes.length)
      throw new DataLossError('openReadMap: the board sent more cells than were asked for');
    bytes.set(block.bytes, received);
    received += block.bytes.length;
  }
  if (received !== bytes.length)
    throw new DataLossError(`openReadMap: ${received / 4} of ${cells} cells arrived`, {
      nextStep: 'read the map again',
    });
  return ohm;
}

function selected(name: string, mask: bigint | undefined, size: number): number {
  if (mask === undefined) return size;
  if (mask >> BigInt(size)) throw new RangeError(`${name} selects beyond the ${size} of this board`);
  let count = 0;
  for (let rest = mask; rest > 0n; rest >>= 1n) count += Number(rest & 1n);
  return count;
}
