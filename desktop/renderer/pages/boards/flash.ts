import { signal } from '@preact/signals';
import type { FlashNews } from '../../../rpc/api/index.js';
import { backend } from '../../app/backend.js';
import { selectBoard } from '../../app/boards.js';
import { showError } from '../../app/problems.js';
import { trackWork } from '../../app/works.js';
import { boardsTexts } from './messages.js';

/** How writing to a board goes, or went. */
export interface Flash {
  readonly busy: boolean;
  /** Of progress only the newest. */
  readonly news: readonly FlashNews[];
}

/** By address of the board; boards in their boot loaders have none. */
const flashes = signal<Readonly<Record<string, Flash>>>({});
const NONE: Flash = { busy: false, news: [] };

const keyOf = (board: string | undefined): string => board ?? '';

function put(board: string | undefined, flash: Flash): void {
  flashes.value = { ...flashes.peek(), [keyOf(board)]: flash };
}

/** How writing to a board goes; nothing for one in its boot loader. */
export function flashOf(board: string | undefined): Flash {
  return flashes.value[keyOf(board)] ?? NONE;
}

/**
 * Writes firmware. It goes on when the view leaves, as it does at once: a board that gets firmware is closed. The status bar can stop it.
 * @param image absent: the firmware of the program
 */
export async function flash(board: string | undefined, image: Uint8Array | undefined): Promise<void> {
  if (flashOf(board).busy) return;
  let news: readonly FlashNews[] = [];
  put(board, { busy: true, news });
  try {
    await trackWork({ title: boardsTexts().firmware.working }, async (report, signal) => {
      for await (const item of backend.stream('boards.flash', { board, image }, { signal })) {
        news = [...news.filter(({ type }) => type !== 'progress'), item];
        put(board, { busy: true, news });
        if (item.type === 'progress') report(item.bytes, item.total);
        if (item.type === 'started' && board !== undefined) await replace(board, item.board, news);
      }
    });
  } catch (error) {
    showError(error);
  } finally {
    put(board, { busy: false, news });
  }
}

/** An emulated board with other firmware takes the place of the one that was; one that no search finds would stay on the list. */
async function replace(before: string, now: string, news: readonly FlashNews[]): Promise<void> {
  if (before === now) return;
  put(now, { busy: false, news });
  selectBoard(now);
  if (before.includes('image=')) await backend.call('boards.remove', { board: before });
}
