/** A board behind its tap, as the daemon's pool takes it. */
import type { Clock } from '../../base/index.js';
import { openBoard, type Board } from '../../firmware-host/host/index.js';
import type { TapAssessment, TapEvent } from '../entropy/tap/tap-types.js';
import { openTap, type EntropyTap, type OpenTapOptions } from '../entropy/tap/open-tap.js';
import type { EntropydConfig } from './config/schema.js';
import type { EntropySource, SourceCounters, SourceEvents, SourceState } from './source.js';

/** An assessment, and what is known of it; an `AssessedSource` fits. */
export interface SourceAssessment extends TapAssessment {
  /** The board whose bits were assessed, where known. */
  readonly serial?: string;
  readonly doubts?: readonly string[];
}

/** How sources are opened. */
export interface TapSourceOptions {
  readonly tap: EntropydConfig['tap'];
  readonly allowSimulated: boolean;
  readonly clock: Clock;
  /** What was assessed of a board; absent: the tap assesses its first bits itself. */
  readonly assessmentOf: (uri: string) => SourceAssessment | undefined;
  readonly controllerOf: (uri: string) => boolean;
}

/** Opens a board and its tap. The stream begins when it is iterated. */
export async function openTapSource(
  uri: string,
  events: SourceEvents,
  signal: AbortSignal,
  options: TapSourceOptions,
): Promise<EntropySource> {
  const { clock, tap, allowSimulated } = options;
  const board = await openBoard(uri, { signal, clock });
  try {
    const assessment = options.assessmentOf(uri);
    const settings: OpenTapOptions = {
      mode: tap.output,
      allowSimulated,
      tests: tap.tests,
      alpha: { intermittent: tap.alphaIntermittent, permanent: tap.alphaPermanent },
      startupBits: tap.startupBits,
      controller: options.controllerOf(uri),
      signal,
      clock,
      onEvent: (event: TapEvent) => {
        if (event.kind === 'state') events.onState(event.state, event.cause);
      },
      ...(assessment === undefined ? {} : { assessment }),
      ...(events.onRaw === undefined ? {} : { onBlock: events.onRaw }),
    };
    const opened = await openTap(board, settings);
    board.on('lost', events.onLost);
    return new TapSource(board, opened, isCreditable(assessment, board.identity.serial));
  } catch (error) {
    await board.close();
    throw error;
  }
}

/**
 * Whether an assessment may count for a board towards credit: none with a doubt (few samples, bits of a stand-in), and none of another board. A tap's own
 * may. Bytes are conditioned by it and mixed all the same.
 */
export function isCreditable(assessment: SourceAssessment | undefined, serial: string): boolean {
  if (assessment === undefined) return true;
  const { doubts = [], serial: assessed = serial } = assessment;
  return doubts.length === 0 && assessed === serial;
}

class TapSource implements EntropySource {
  readonly #board: Board;
  readonly #tap: EntropyTap;
  readonly #creditable: boolean;
  #closed: Promise<void> | undefined;

  constructor(board: Board, tap: EntropyTap, creditable: boolean) {
    this.#board = board;
    this.#tap = tap;
    this.#creditable = creditable;
  }

  get identity(): EntropySource['identity'] {
    return this.#board.identity;
  }

  get state(): SourceState {
    return this.#tap.state;
  }

  get notEntropy(): boolean {
    return this.#tap.notEntropy || this.identity.kind !== 'real';
  }

  get counters(): SourceCounters {
    return this.#tap.counters;
  }

  /** Of the bytes that left: what was credited, per bit. Full entropy is not claimed beyond what went in. */
  get minEntropyPerBit(): number {
    const { creditedBits, outputBytes } = this.#tap.counters;
    return outputBytes === 0 || !this.#creditable ? 0 : Math.min(1, creditedBits / (8 * outputBytes));
  }

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    return this.#tap[Symbol.asyncIterator]();
  }

  close(): Promise<void> {
    this.#closed ??= this.#tap
      .close()
      .catch(() => undefined)
      .then(() => this.#board.close());
    return this.#closed;
  }
}
