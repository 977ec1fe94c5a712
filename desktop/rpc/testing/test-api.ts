import { z } from 'zod';
import * as errors from '../../../base/errors.js';
import { call, stream, type, type Handlers } from '../define.js';

/** A table that has one of everything. */
export const testApi = {
  echo: call(1, z.object({ value: z.unknown() }), type<unknown>()),
  checked: call(
    2,
    z.object({
      count: z.int().min(1).max(10),
      name: z.string().default('nobody'),
      kind: z.enum(['a', 'b']).optional(),
    }),
    type<{ readonly count: number; readonly name: string }>(),
  ),
  fail: call(3, z.object({ as: z.string() }), type<null>()),
  /** Answers only when it is told to stop. */
  wait: call(4, z.object({}), type<null>()),
  count: stream(5, z.object({ to: z.number(), breakAt: z.number().default(1e12) }), type<number>()),
  /** Blocks of a mebibyte. */
  blocks: stream(6, z.object({ blocks: z.number() }), type<Float64Array>()),
  /** Items only when the test lets them go; none by itself. */
  silent: stream(7, z.object({}), type<number>()),
  unsendable: call(8, z.object({}), type<unknown>()),
  absent: call(9, z.object({}), type<null>()),
};

/** What the handlers did. */
export class TestLog {
  produced = 0;
  /** Iterators that were made and those that were left. */
  begun = 0;
  left = 0;
  /** Why handlers were stopped. */
  readonly stopped: string[] = [];
  unforeseen: string[] = [];
}

const tree: Readonly<Record<string, () => Error>> = {
  BoardBusyError: () => new errors.BoardBusyError('in use', { nextStep: 'Wait.', details: { by: 'somebody', pid: 7 } }),
  FirmwareError: () => new errors.FirmwareError('no', { code: 'ODD' }),
  RangeError: () => new RangeError('pulseWidthS must be from 0 to 1, got 2'),
  TypeError: () => new TypeError('pulseWidthS must be a number'),
  AbortError: () => errors.abortError('enough'),
  SyntaxError: () => new SyntaxError('odd'),
  Circular: () => {
    const details: Record<string, unknown> = { by: 'itself' };
    details.self = details;
    return new errors.DataError('no', { details });
  },
};

/** Serves {@link testApi} but for `absent`. */
export function testHandlers(log: TestLog): Handlers<typeof testApi> {
  const until = (signal: AbortSignal): Promise<never> =>
    new Promise((_, reject) => {
      const stop = (): void => {
        log.stopped.push((signal.reason as Error).name);
        reject(errors.abortError(signal.reason));
      };
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop, { once: true });
    });
  const handlers: Omit<Handlers<typeof testApi>, 'absent'> = {
    echo: ({ value }) => value,
    checked: ({ count, name }) => ({ count, name }),
    fail: ({ as }) => {
      throw tree[as]?.() ?? new Error('unknown');
    },
    wait: (_, { signal }) => until(signal),
    count: async function* ({ to, breakAt }) {
      log.begun += 1;
      try {
        for (let i = 0; i < to; i++) {
          if (i === breakAt) throw new errors.DataLossError('a gap');
          log.produced += 1;
          yield i;
        }
      } finally {
        log.left += 1;
      }
    },
    blocks: async function* ({ blocks }) {
      for (let i = 0; i < blocks; i++) {
        log.produced += 1;
        yield new Float64Array(1 << 17).fill(i);
      }
    },
    silent: async function* (_, { signal }) {
      log.begun += 1;
      try {
        await until(signal);
        yield 0;
      } finally {
        log.left += 1;
      }
    },
    unsendable: () => ({ act: () => undefined }),
  };
  return handlers as Handlers<typeof testApi>;
}
