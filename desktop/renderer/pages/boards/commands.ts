import { backend } from '../../app/backend.js';
import { selectedBoard, selectedEntry } from '../../app/boards.js';
import type { Command } from '../../app/commands.js';
import { adding, doctorOpen } from './dialogs.js';
import { boardsTexts } from './messages.js';

const isOpen = (): boolean => selectedEntry.peek()?.session === 'open';

async function onBoard(name: 'boards.arm' | 'boards.makeSafe' | 'boards.open' | 'boards.close'): Promise<void> {
  const board = selectedBoard.peek();
  if (board !== undefined) await backend.call(name, { board });
}

/** What can be done with the chosen board. */
export const boardsCommands: readonly Command[] = [
  {
    id: 'boards.add',
    title: () => boardsTexts().add.action,
    shortcut: 'n',
    run: () => {
      adding.value = true;
    },
  },
  {
    id: 'boards.open',
    title: () => boardsTexts().open,
    shortcut: 'o',
    enabled: () => selectedEntry.peek() !== undefined && !isOpen(),
    run: () => onBoard('boards.open'),
  },
  {
    id: 'boards.close',
    title: () => boardsTexts().close,
    shortcut: 'o',
    enabled: isOpen,
    run: () => onBoard('boards.close'),
  },
  {
    id: 'boards.arm',
    title: () => boardsTexts().arm,
    shortcut: 'a',
    enabled: isOpen,
    run: () => onBoard('boards.arm'),
  },
  {
    id: 'boards.makeSafe',
    title: () => boardsTexts().makeSafe,
    shortcut: 's',
    enabled: isOpen,
    run: () => onBoard('boards.makeSafe'),
  },
  {
    id: 'boards.doctor',
    title: () => boardsTexts().checkComputer,
    shortcut: 'd',
    run: () => {
      doctorOpen.value = true;
    },
  },
];
