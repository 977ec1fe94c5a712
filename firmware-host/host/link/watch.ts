/** Watches: calls that tell of something again and again until they are left. */
import { abortError } from '../../../base/index.js';
import type { Reply, RequestBody } from '../../../proto/index.js';
import type { Link } from './link.js';
import type { VerbMessage } from './link-types.js';

/** How a watch is read. */
export interface WatchTerms<T> {
  /** The event in a frame; undefined for frames that carry none. */
  readonly take: (reply: Reply) => T | undefined;
  /** Most events that wait for a slow reader: the oldest go, which their numbers show. */
  readonly keep: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Events of a watch until the consumer leaves, the signal fires or the board is gone. The watch begins when the first event is asked for.
 * @throws whatever ended it: BoardLostError, HardwareError, an AbortError, …
 */
export async function* watch<K extends RequestBody, T>(
  link: Link,
  verb: K,
  message: VerbMessage<K>,
  terms: WatchTerms<T>,
): AsyncGenerator<T, void, undefined> {
  const waiting: T[] = [];
  const seen: { failure?: Error; ended: boolean; wake?: () => void } = { ended: false };
  const exchange = link.exchange(
    verb,
    message,
    { signal: terms.signal },
    {
      onReply: (reply) => {
        const event = terms.take(reply);
        if (event === undefined) return;
        waiting.push(event);
        if (waiting.length > terms.keep) waiting.shift();
        seen.wake?.();
      },
      onEnd: () => {
        seen.ended = true;
        seen.wake?.();
      },
      onError: (error) => {
        seen.failure = error;
        seen.wake?.();
      },
    },
  );
  try {
    for (;;) {
      const event = waiting.shift();
      if (event !== undefined) yield event;
      else if (seen.failure) throw seen.failure;
      else if (seen.ended) return;
      else await new Promise<void>((resolve) => (seen.wake = resolve));
    }
  } finally {
    exchange.cancel(abortError('the watch was left'));
  }
}
