import { statfs } from 'node:fs/promises';
import { UsageError } from '../../../../base/index.js';
import {
  BITS_CHANNEL,
  BITS_TIME,
  blockBytesFor,
  BoardChannels,
  bytesAnHour,
  channelOverview,
  channelStatistics,
  channelView,
  csvOf,
  estimateCsv,
  packedBitsOf,
  rawBytes,
  selectedSamples,
  type LiveCapture,
  type Selection,
} from '../../../../lab/capture/index.js';
import { selectLines } from '../../../../lab/experiments/line-selection.js';
import type { liveApi, LiveRaster, LiveView } from '../../../rpc/api/index.js';
import type { Handlers, ParamsOut, SessionPart } from '../../../rpc/define.js';
import { LiveDesk } from '../live-desk.js';
import type { SessionContext } from '../session-context.js';

type LiveOnBoard = SessionPart<typeof liveApi>;
type Params<K extends keyof LiveOnBoard> = ParamsOut<LiveOnBoard[K]>;

/** How often a capture's state is told while it goes on, s. */
const STATUS_S = 0.25;
const OVERVIEW_S = 1;
/** Most bytes that an export through the page may have; larger ones are taken from the run folder. */
const MOST_EXPORT_BYTES = 512 * 2 ** 20;

/** Captures on boards, and looking at them. */
export function liveHandlers(context: SessionContext): Handlers<LiveOnBoard> {
  const desk = new LiveDesk(context);
  context.endings.push(() => desk.end());
  const look = new LiveLook(context, desk);
  return {
    'live.watch': ({ board }, { signal }) => look.again(signal, STATUS_S, board, () => desk.status(board)),
    'live.start': (request, { signal }) => desk.start(request, signal),
    'live.stop': ({ board }) => desk.stop(board),
    'live.keep': ({ board }) => desk.keep(board),
    'live.discard': async ({ board }) => {
      await desk.discard(board);
      return null;
    },
    'live.left': () => desk.left(),
    'live.settleLeft': async ({ name, keep }) => {
      await desk.settleLeft(name, keep);
      return null;
    },
    'live.plan': (params, { signal }) => planOf(context, params, signal),
    'live.view': (params, { signal }) =>
      look.again(signal, params.periodMs / 1000, params.board, () => viewOf(desk.live(params.board), params)),
    'live.overview': ({ board, channel, axis }, { signal }) =>
      look.again(signal, OVERVIEW_S, board, () => {
        const { capture } = desk.live(board);
        return channelOverview(capture.data(channel), capture.times(channel), axis);
      }),
    'live.statistics': ({ board, channel, quantiles, integral, ...range }) => {
      const { capture } = desk.live(board);
      const { from, to } = selectedSamples(capture, channel, range);
      return channelStatistics(capture.data(channel), capture.times(channel), from, to, { quantiles, integral });
    },
    'live.cells': ({ board, bits, periodMs }, { signal }) =>
      look.again(signal, periodMs / 1000, board, () => desk.live(board).cells(bits)),
    'live.raster': ({ board, rows, periodMs }, { signal }) =>
      look.again(signal, periodMs / 1000, board, () => rasterOf(desk.live(board), rows)),
    'live.map': ({ board, averages }, { signal }) => readMap(context, desk, board, averages, signal),
    'live.setTriggers': async ({ board, triggers }) => {
      desk.live(board).setTriggers(triggers);
      desk.changes.tell();
      return null;
    },
    'live.estimateExport': ({ board, channels, ...range }) =>
      estimateCsv(desk.live(board).capture, { channels, ...range }),
    'live.export': ({ board, format, ...selection }, { signal }) =>
      exported(desk.live(board), format, selection, signal),
  };
}

/** Streams that tell the same thing again and again, until the capture has ended and been shown whole. */
class LiveLook {
  constructor(
    readonly context: SessionContext,
    readonly desk: LiveDesk,
  ) {}

  async *again<T>(
    signal: AbortSignal,
    periodS: number,
    board: string,
    look: () => T,
  ): AsyncGenerator<T, void, undefined> {
    for (;;) {
      signal.throwIfAborted();
      const running = this.desk.status(board)?.state === 'running';
      yield look();
      // What has ended changes no more, unless something is done with it.
      if (running) await this.context.clock.sleep(periodS, signal);
      else await this.#change(signal);
    }
  }

  #change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        off();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const off = this.desk.changes.on(done);
      signal.addEventListener('abort', done, { once: true });
    });
  }
}

async function planOf(
  context: SessionContext,
  { board: uri, groups, telemetryPeriodMs, bits }: Params<'live.plan'>,
  signal: AbortSignal,
) {
  const board = await context.board(uri).open(signal);
  const { lines: rows } = selectLines('rows', bits.rows, board.identity.geometry.rows);
  const rate = bits.rateHz;
  const channels = new BoardChannels(board.identity, await board.readTelemetry(signal), {
    groups,
    telemetryPeriodMs,
    bitRateHz: rate === 0 ? null : rate,
    rows,
  });
  const { runsDir } = context.setup;
  const { bavail, bsize } = await statfs(runsDir).catch(() => ({ bavail: NaN, bsize: 1 }));
  return {
    channels: channels.index.channels,
    bytesAnHour: bytesAnHour(channels.index.timeBases, channels.index.channels, {
      samplesAMark: { [BITS_TIME]: blockBytesFor(rate) * 8 },
    }),
    freeBytes: bavail * bsize,
  };
}

function viewOf({ capture }: LiveCapture, { channels, axis, window, bins }: Params<'live.view'>): LiveView {
  const { elapsedS } = capture;
  const first = capture.times(channels[0]!);
  const data = capture.data(channels[0]!);
  // The newest sample that all of them have, not the clock: what is on its way to the disk is not there yet, of one channel sooner than of another.
  const ends = channels.flatMap((name) => {
    const { length } = capture.data(name);
    return length === 0 ? [] : [capture.times(name).timeOf(length - 1, axis)];
  });
  const end = ends.length === 0 ? 0 : Math.min(...ends);
  const start = data.length === 0 ? 0 : first.timeOf(0, axis);
  const [fromS, toS] =
    'followS' in window
      ? [Math.max(start, end - window.followS), end]
      : [window.fromS, Math.max(window.fromS, window.toS)];
  return {
    elapsedS,
    fromS,
    toS,
    channels: channels.map((name) => channelView(capture.data(name), capture.times(name), { axis, fromS, toS, bins })),
  };
}

function rasterOf({ capture }: LiveCapture, rows: number): LiveRaster {
  const layout = capture.index.layouts[BITS_CHANNEL];
  if (layout === undefined) throw new UsageError('no bits are captured', { nextStep: 'Capture the channel bits.' });
  const { columns } = layout;
  const { length } = capture.data(BITS_CHANNEL);
  const to = length - (length % columns);
  const from = Math.max(0, to - rows * columns);
  const pieces = [...packedBitsOf(capture, BITS_CHANNEL, from, to)];
  return { bytes: new Uint8Array(Buffer.concat(pieces)), bits: to - from, columns, from };
}

async function readMap(context: SessionContext, desk: LiveDesk, uri: string, averages: number, signal: AbortSignal) {
  const live = desk.live(uri);
  if (BITS_CHANNEL in live.capture.index.layouts) return live.readMap(averages);
  return context.board(uri).use(
    { what: 'map', title: 'Resistance map' },
    async (board) => {
      await board.arm(signal);
      try {
        return await live.readMap(averages);
      } finally {
        if (board.connected) await board.makeSafe();
      }
    },
    signal,
  );
}

async function* exported(
  { capture }: LiveCapture,
  format: 'csv' | 'bin',
  selection: Selection,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  const [first] = selection.channels;
  const { from, to } = selectedSamples(capture, first!, selection);
  const bytes = format === 'csv' ? estimateCsv(capture, selection).bytes : rawBytes(capture, first!, from, to);
  if (bytes > MOST_EXPORT_BYTES)
    throw new RangeError('the selection is too large to be handed over; take its raw file from the run folder instead');
  const utf8 = new TextEncoder();
  const pieces = format === 'csv' ? csvOf(capture, selection) : packedBitsOf(capture, first!, from, to);
  for (const piece of pieces) {
    signal.throwIfAborted();
    yield typeof piece === 'string' ? utf8.encode(piece) : piece;
    // Samples come in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
