import { useEffect, useRef } from 'preact/hooks';
import type { BoardEntry } from '../../../rpc/api/index.js';
import { boardEntries, boardName, selectBoard, selectedBoard, titleOfUse } from '../../app/boards.js';
import { appTexts } from '../../app/messages.js';
import { Badge, Empty, KindBadge, type Tone } from '../../ui/index.js';
import { boardsTexts } from './messages.js';

const TONES: Record<BoardEntry['session'], Tone> = {
  closed: 'neutral',
  opening: 'accent',
  open: 'ok',
  lost: 'danger',
  failed: 'danger',
};

/** How it stands with a board, in a word. */
export function SessionBadge({ entry }: { readonly entry: BoardEntry }) {
  const t = boardsTexts();
  if (!entry.present) return <Badge tone="danger">{t.notPresent}</Badge>;
  if (entry.session === 'closed' && entry.listing.state === 'no permission')
    return <Badge tone="danger">{t.noPermission}</Badge>;
  if (entry.session === 'closed' && entry.listing.state === 'busy')
    return (
      <Badge tone="warn" title={entry.listing.holder === undefined ? undefined : t.busyWith(entry.listing.holder)}>
        {t.busy}
      </Badge>
    );
  return <Badge tone={TONES[entry.session]}>{appTexts().session[entry.session]}</Badge>;
}

/** All boards, simulated ones beside real ones as equals; choosing one makes it the board of all pages. */
export function BoardList() {
  const t = boardsTexts();
  const entries = boardEntries.value;
  const chosen = useRef<HTMLLIElement>(null);
  const listed = entries?.some(({ listing }) => listing.uri === selectedBoard.value);
  // The board that was chosen elsewhere may be far down the list.
  useEffect(() => chosen.current?.scrollIntoView({ block: 'nearest' }), [selectedBoard.value, listed]);
  if (entries?.length === 0) return <Empty title={t.none}>{t.noneText}</Empty>;
  return (
    <ul class="boards-list" aria-label={t.list}>
      {entries?.map((entry) => {
        const { uri, kind } = entry.listing;
        return (
          <li key={uri} ref={uri === selectedBoard.value ? chosen : null}>
            <button
              type="button"
              aria-pressed={uri === selectedBoard.value}
              class="boards-entry"
              onClick={() => selectBoard(uri)}
            >
              <span class="boards-name">{boardName(entry)}</span>
              <SessionBadge entry={entry} />
              <code class="boards-uri">{uri}</code>
              <span class="row boards-badges">
                <KindBadge kind={entry.identity?.kind ?? kind} />
                {entry.use !== undefined && <Badge tone="accent">{titleOfUse(entry.use)}</Badge>}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
