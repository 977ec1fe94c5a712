/** Multiplying by a tile: the hot path of generation. */
import { DataLossError, checkNumber, checkOneOf } from '../../base/index.js';
import { BlockFormat, DATA_OFFSET, newDataFrame, spindrift, u64ToNumber, type DataBlock } from '../../proto/index.js';
import { encodeWindow, type TileWindow } from './tile.js';
import type { Link } from './link/link.js';
import { LinkStream } from './link/stream.js';

/** What to multiply. */
export interface MultiplyOptions extends Omit<TileWindow, 'rowFirst' | 'colFirst'> {
  /** First row and column of the window; 0 by default. */
  readonly rowFirst?: number;
  readonly colFirst?: number;
  /** Bits of an input, 1 to 8. */
  readonly inputBits: number;
  /** `single`: one output a column; `differential`: output j = column 2j − column 2j+1. */
  readonly columnMode: 'single' | 'differential';
  /** n vectors of `rows` bytes, one after the other; every value below 2^inputBits. */
  readonly inputs: Uint8Array;
  /** Conversions averaged for each plane (default 1). */
  readonly repeats?: number;
  /** Converter range: `mac` (many cells, default) or `cell` (one or a few). */
  readonly adcRange?: 'mac' | 'cell';
  readonly signal?: AbortSignal | undefined;
}

/** The products. */
export interface MultiplyResult {
  /** n vectors of `cols` (single) or `cols / 2` (differential) codes: Σ over planes of 2^b · code_b, shifted right by `shift`. */
  readonly results: Int16Array;
  /** Arithmetic right shift that was applied so that results fit 16 bits. */
  readonly shift: number;
  /** Conversions that clipped. */
  readonly clipped: number;
  /** Time that the board took, s, on its own clock. */
  readonly boardTimeS: number;
}

const { AdcRange, ColumnMode } = spindrift.v1;

/**
 * Multiplies n vectors as one stream: blocks of as many vectors as fit go up while results come down, bounded by credit both ways.
 * @throws TypeError, RangeError naming the argument; LimitError, StateError, StaleConfigError, … from the board.
 */
export async function multiply(link: Link, options: MultiplyOptions, configHash: number): Promise<MultiplyResult> {
  const plan = checkPlan(options);
  const { inputs } = options;
  const { rows, outputs, vectors } = plan;
  const results = new Int16Array(vectors * outputs);
  if (vectors === 0) return { results, shift: 0, clipped: 0, boardTimeS: 0 };
  const resultBytes = new Uint8Array(results.buffer);
  let received = 0;
  const onBlock = (block: DataBlock): void => {
    if (received + block.data.length > resultBytes.length || block.format !== BlockFormat.I16LE)
      throw new DataLossError(`openMultiply: block ${block.seq} does not fit the ${vectors} vectors asked for`);
    resultBytes.set(block.data, received);
    received += block.data.length;
  };
  const stream = await LinkStream.open(link, 'openMultiply', plan.message, {
    signal: options.signal,
    configHash,
    upFormat: BlockFormat.U8,
    onBlock,
  });
  const perBlock = Math.max(
    1,
    Math.min(Math.floor(stream.opened.upBlockBytes / rows), Math.floor(stream.opened.blockBytes / (2 * outputs))),
  );
  for (let next = 0; next < vectors;) {
    if (!stream.canSend && !(await stream.sendable())) break;
    const count = Math.min(perBlock, vectors - next);
    const frame = newDataFrame(count * rows);
    frame.set(inputs.subarray(next * rows, (next + count) * rows), DATA_OFFSET);
    stream.send(frame);
    next += count;
  }
  const final = await stream.done;
  if (received !== resultBytes.length)
    throw new DataLossError(`openMultiply: ${received} of ${resultBytes.length} result bytes arrived`, {
      nextStep: 'repeat the multiplication',
    });
  const stats = final.body === 'streamStats' ? final.streamStats : undefined;
  return {
    results,
    shift: stream.opened.shift,
    clipped: u64ToNumber(stats?.clipped ?? 0),
    boardTimeS: u64ToNumber(stats?.boardTimeUs ?? 0) / 1e6,
  };
}

function checkPlan(options: MultiplyOptions) {
  const { inputs, rows, cols } = options;
  const window = encodeWindow({ ...options, rowFirst: options.rowFirst ?? 0, colFirst: options.colFirst ?? 0 });
  const differential = checkOneOf('columnMode', options.columnMode, ['single', 'differential']) === 'differential';
  if (differential && cols % 2) throw new RangeError(`cols must be even for differential columns, got ${cols}`);
  if (!(inputs instanceof Uint8Array)) throw new TypeError('inputs must be a Uint8Array');
  const vectors = inputs.length / rows;
  if (!Number.isInteger(vectors))
    throw new RangeError(`inputs must hold whole vectors of ${rows} bytes, got ${inputs.length} bytes`);
  checkNumber('number of vectors', vectors, { max: 0xffffffff });
  const message = {
    plan: {
      window,
      inputBits: checkNumber('inputBits', options.inputBits, { min: 1, max: 8, integer: true }),
      columnMode: differential ? ColumnMode.COLUMN_MODE_DIFFERENTIAL : ColumnMode.COLUMN_MODE_SINGLE,
      repeats: checkNumber('repeats', options.repeats ?? 1, { min: 1, max: 65535, integer: true }),
      adcRange:
        checkOneOf('adcRange', options.adcRange ?? 'mac', ['mac', 'cell']) === 'mac'
          ? AdcRange.ADC_RANGE_MAC
          : AdcRange.ADC_RANGE_CELL,
    },
    count: vectors,
  };
  return { message, rows, outputs: differential ? cols / 2 : cols, vectors };
}
