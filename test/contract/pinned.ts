/** What the tests of the auxiliary header work with. */
import type { AuxHeader } from '../../board-sim/index.js';
import type { Board } from '../../firmware-host/host/index.js';
import type { Bench } from './bench.js';

/** A board with a header that can be reached. */
export interface Pinned {
  readonly bench: Bench;
  readonly board: Board;
  readonly header: AuxHeader;
}

/** A client, and the header from outside; undefined for a board that has not both. */
export async function pinned(bench: Bench, feature = 'pins'): Promise<Pinned | undefined> {
  const board = await bench.client();
  const { header } = bench.board;
  return header === undefined || !board.identity.features.includes(feature) ? undefined : { bench, board, header };
}

/** Ends a session; the bench is free for the next. */
export async function reopened(bench: Bench, board: Board): Promise<Bench> {
  await board.close();
  await bench.board.pass(0.1);
  return bench;
}

/** Collects events until there are enough, or whatever else ends the watch: that is what `end` resolves with. */
export function collected<T>(events: AsyncIterable<T>, enough: (seen: readonly T[]) => boolean = () => false) {
  const seen: T[] = [];
  const end = (async (): Promise<unknown> => {
    try {
      for await (const event of events) {
        seen.push(event);
        if (enough(seen)) break;
      }
      return undefined;
    } catch (error) {
      return error;
    }
  })();
  return { seen, end };
}
