/** Options, terms and counters of a link. */
import type { Clock } from '../../../base/index.js';
import type { Reply, RequestBody, RequestFields } from '../../../proto/index.js';
import type { LinkObserver } from '../trace/link-observer.js';
import type { Transport } from '../transport/transport.js';

/** How a link is set up. */
export interface LinkOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  /** False: send no heartbeats (a test of the board's own silence guard). */
  readonly heartbeat?: boolean;
  /** True: only calls under way keep the process alive, if the transport can do without. */
  readonly background?: boolean;
  /** Events nobody asked for: `fault`, `log`, `heartbeat`. */
  readonly onEvent?: (event: Reply) => void;
  /** The link failed; called once, never after {@link Link.close}. */
  readonly onLost?: (error: Error) => void;
  /** Sees every frame. */
  readonly observer?: LinkObserver | undefined;
}

/** Options of one call. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Time for the call, ms; 0 = none; default: the verb's own. */
  readonly deadlineMs?: number | undefined;
  /** Token of the configuration, for verbs that touch the array. */
  readonly configHash?: number | undefined;
}

/** What a link counted besides frames. */
export interface LinkCounters {
  /** Control frames of finished or unknown calls: normal after a cancel. */
  lateReplies: number;
  /** Data blocks of finished or unknown streams: normal after a cancel. */
  lateBlocks: number;
}

/** What the session agreed on; set by {@link Link.begin} after HelloReply. */
export interface SessionTerms {
  readonly bootId: number;
  readonly maxControlBytes: number;
  /** Factor on the host's timers; 1 for silicon, more for a board whose time is not ours. */
  readonly timeScale: number;
}

/** A request message of a verb. */
export type VerbMessage<K extends RequestBody> = NonNullable<RequestFields[K]>;
