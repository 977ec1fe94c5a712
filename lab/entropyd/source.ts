import type { BoardIdentity, StreamBlock } from '../../firmware-host/host/index.js';

/** What the health tests of one board allow; see `TapState`. */
export type SourceState = 'starting' | 'open' | 'recovering' | 'failed';

/** What a source tells as it happens, synchronously. */
export interface SourceEvents {
  /** At `recovering` and `failed` whatever is still held must be thrown away. */
  readonly onState: (state: SourceState, cause: string) => void;
  /** The board is gone. The iteration throws that as well, but only when it is asked for more. */
  readonly onLost: () => void;
  /** Raw blocks as they come, for study; absent if nobody looks. */
  readonly onRaw?: ((block: StreamBlock) => void) | undefined;
}

/** Where the bits of a source went; numbers since it was opened. */
export interface SourceCounters {
  readonly rawBits: number;
  readonly creditedBits: number;
  readonly outputBytes: number;
  readonly intermittent: number;
  readonly permanent: number;
  readonly startups: number;
  readonly lostBlocks: number;
}

/**
 * One board as the daemon sees it: bytes that may leave, in order. Iterated once; nothing is read from the board while nobody asks.
 * The iteration throws a HealthError once the tests have failed for good, and whatever ended the board's stream.
 */
export interface EntropySource extends AsyncIterable<Uint8Array> {
  readonly identity: Pick<BoardIdentity, 'kind' | 'serial' | 'bootId' | 'name'>;
  readonly state: SourceState;
  /** True if anything in it comes from a stand-in. */
  readonly notEntropy: boolean;
  readonly counters: SourceCounters;
  /** Min-entropy per bit of the output, 0 to 1; 0 where it cannot be told or the board is a stand-in. */
  readonly minEntropyPerBit: number;
  /** Ends the stream, makes the board safe and closes it. Harmless twice. */
  close(): Promise<void>;
}

/** Opens a source. @throws the errors of opening a board; a UsageError for one that is not real where that is not allowed */
export type OpenSource = (uri: string, events: SourceEvents, signal: AbortSignal) => Promise<EntropySource>;
