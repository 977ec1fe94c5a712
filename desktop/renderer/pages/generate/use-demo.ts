import { useEffect, useRef } from 'preact/hooks';
import type { BoardEntry } from '../../../rpc/api/index.js';
import { boardEntries } from '../../app/boards.js';
import { route } from '../../app/router.js';
import { activeRuns } from '../../app/runs-at-work.js';

/** Whether the address asks for the demonstration: `#/generate/demo`. */
export function isDemo(): boolean {
  return route.value.page === 'generate' && route.value.path[0] === 'demo';
}

/** The simulated board that a demonstration may use: nobody else works with it. */
export function demoBoard(entries: readonly BoardEntry[] | undefined): string | undefined {
  const entry = entries?.find(({ listing }) => listing.uri.startsWith('sim:typical'));
  return entry !== undefined && entry.use === undefined ? entry.listing.uri : undefined;
}

/** On the address of the demonstration, generates by itself: once, and only where no generation goes on. */
export function useDemo(start: (board: string) => void): void {
  const begun = useRef(false);
  const asked = isDemo();
  const board = demoBoard(boardEntries.value);
  useEffect(() => {
    if (!asked || begun.current || board === undefined) return;
    if (activeRuns.peek().some(({ experiment, state }) => experiment === 'generate' && state === 'running')) return;
    begun.current = true;
    start(board);
  }, [asked, board]);
}
