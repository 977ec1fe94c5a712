/** Writing the states of a tile's cells. */
import { checkNumber } from '../../base/index.js';
import {
  BlockFlag,
  BlockFormat,
  DATA_OFFSET,
  crc32,
  newDataFrame,
  spindrift,
  u64ToNumber,
  type Reply,
} from '../../proto/index.js';
import type { Link } from './link/link.js';
import { LinkStream } from './link/stream.js';

/** A rectangle of cells. */
export interface TileWindow {
  readonly tile: number;
  readonly rowFirst: number;
  readonly rows: number;
  readonly colFirst: number;
  readonly cols: number;
}

/** What to write. */
export interface ProgramOptions extends TileWindow {
  /** rows × cols bytes, row-major: 0 = parallel, 1 = antiparallel. */
  readonly cells: Uint8Array;
  /** Times that each cell is read back and written again if wrong. */
  readonly verifyPasses: number;
  readonly signal?: AbortSignal | undefined;
}

/** How the writing went. */
export interface ProgramResult {
  /** Cells that are still wrong after the last pass. */
  readonly cellsFailed: number;
  /** Write pulses given. */
  readonly writeAttempts: number;
  /** Time that the board took, s, on its own clock. */
  readonly boardTimeS: number;
}

/** A window as the wire has it. The geometry is the board's to check. */
export function encodeWindow(window: TileWindow) {
  const field = (name: keyof TileWindow, min: number): number =>
    checkNumber(name, window[name], { min, max: 65535, integer: true });
  return {
    tile: field('tile', 0),
    rowFirst: field('rowFirst', 0),
    rows: field('rows', 1),
    colFirst: field('colFirst', 0),
    cols: field('cols', 1),
  };
}

/**
 * Programs a window of a tile.
 * @throws TypeError, RangeError naming the argument; LimitError, StateError, … from the board.
 */
export async function programTile(link: Link, options: ProgramOptions, configHash: number): Promise<ProgramResult> {
  const window = encodeWindow(options);
  const { cells } = options;
  if (!(cells instanceof Uint8Array)) throw new TypeError('cells must be a Uint8Array');
  if (cells.length !== window.rows * window.cols)
    throw new RangeError(`cells must hold rows × cols = ${window.rows * window.cols} bytes, got ${cells.length}`);
  const stream = await LinkStream.open(
    link,
    'programTile',
    {
      window,
      format: spindrift.v1.CellFormat.CELL_FORMAT_CELLS_U8,
      verifyPasses: checkNumber('verifyPasses', options.verifyPasses, { min: 0, max: 65535, integer: true }),
      dataCrc32: crc32(cells),
    },
    { signal: options.signal, configHash, upFormat: BlockFormat.U8 },
  );
  const final = await sendUp(stream, cells);
  const reply = final.body === 'programTileReply' ? final.programTileReply : undefined;
  return {
    cellsFailed: reply?.cellsFailed ?? 0,
    writeAttempts: reply?.writeAttempts ?? 0,
    boardTimeS: u64ToNumber(reply?.boardTimeUs ?? 0) / 1e6,
  };
}

/** Sends `bytes` as the blocks of an upward stream, END on the last, and waits for the final frame. */
export async function sendUp(stream: LinkStream, bytes: Uint8Array): Promise<Reply> {
  const most = stream.opened.upBlockBytes || 1;
  for (let at = 0; at < bytes.length;) {
    if (!stream.canSend && !(await stream.sendable())) break;
    const count = Math.min(most, bytes.length - at);
    const frame = newDataFrame(count);
    frame.set(bytes.subarray(at, at + count), DATA_OFFSET);
    at += count;
    stream.send(frame, at === bytes.length ? BlockFlag.END : 0);
  }
  return stream.done;
}
