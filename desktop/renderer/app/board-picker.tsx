import type { BoardEntry } from '../../rpc/api/index.js';
import chevron from 'lucide-static/icons/chevron-down.svg?raw';
import { KindBadge } from '../ui/badge.js';
import { Icon } from '../ui/icon.js';
import { boardEntries, boardName, selectBoard, selectedBoard, selectedEntry, titleOfUse } from './boards.js';
import { appTexts } from './messages.js';

/** Chooses the board that all pages work with, and says how it is. */
export function BoardPicker() {
  const t = appTexts();
  const entries = boardEntries.value;
  const entry = selectedEntry.value;
  const state =
    entry === undefined
      ? undefined
      : !entry.present
        ? t.lostBoard
        : entry.use === undefined
          ? t.session[entry.session]
          : t.inUse(titleOfUse(entry.use));
  const nothing = entries === undefined ? t.looking : t.noBoard;
  const name = entry === undefined ? selectedBoard.value : nameAndUri(entry);
  return (
    <div class="board-picker row">
      <label class="visually-hidden" for="board-picker">
        {t.board}
      </label>
      <div class="board-select">
        <select
          id="board-picker"
          title={name}
          value={selectedBoard.value ?? ''}
          onChange={(event) => selectBoard(event.currentTarget.value)}
        >
          {(entries === undefined || entries.length === 0) && <option value="">{nothing}</option>}
          {entries?.map((entry) => (
            <option
              key={entry.listing.uri}
              value={entry.listing.uri}
              selected={entry.listing.uri === selectedBoard.value}
            >
              {nameAndUri(entry)}
            </option>
          ))}
        </select>
        <BoardFace name={name ?? nothing} />
      </div>
      {entry !== undefined && <KindBadge kind={entry.identity?.kind ?? entry.listing.kind} />}
      {state !== undefined && <span class="muted ellipsis board-state">{state}</span>}
    </div>
  );
}

/** Characters at the end of a name that are always shown: boards often differ only there. */
const TAIL = 16;

/**
 * What is seen of the picker: a browser cuts the text of its own select at the end, this is cut in the middle. The select lies over it unseen, and says the
 * whole name; with the keyboard on it, so does this.
 */
function BoardFace({ name }: { readonly name: string }) {
  const cut = Math.max(name.length - TAIL, Math.ceil(name.length / 2));
  return (
    <>
      <span class="input board-face" aria-hidden="true">
        <span class="ellipsis">{name.slice(0, cut)}</span>
        <span>{name.slice(cut)}</span>
        <Icon svg={chevron} />
      </span>
      <span class="board-whole" aria-hidden="true">
        {name}
      </span>
    </>
  );
}

function nameAndUri(entry: BoardEntry): string {
  return [...new Set([boardName(entry), entry.listing.uri])].join(' · ');
}
