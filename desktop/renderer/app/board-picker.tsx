import { KindBadge } from '../ui/badge.js';
import { boardEntries, boardName, selectBoard, selectedBoard, selectedEntry } from './boards.js';
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
          : t.inUse(entry.use.title);
  return (
    <div class="board-picker row">
      <label class="visually-hidden" for="board-picker">
        {t.board}
      </label>
      <select
        id="board-picker"
        class="input"
        title={selectedBoard.value}
        value={selectedBoard.value ?? ''}
        onChange={(event) => selectBoard(event.currentTarget.value)}
      >
        {(entries === undefined || entries.length === 0) && (
          <option value="">{entries === undefined ? t.looking : t.noBoard}</option>
        )}
        {entries?.map((entry) => (
          <option
            key={entry.listing.uri}
            value={entry.listing.uri}
            selected={entry.listing.uri === selectedBoard.value}
          >
            {[...new Set([boardName(entry), entry.listing.uri])].join(' · ')}
          </option>
        ))}
      </select>
      {entry !== undefined && <KindBadge kind={entry.identity?.kind ?? entry.listing.kind} />}
      {state !== undefined && <span class="muted ellipsis board-state">{state}</span>}
    </div>
  );
}
