import stopIcon from 'lucide-static/icons/square.svg?raw';
import { IconButton } from '../ui/button.js';
import { selectBoard } from './boards.js';
import { appTexts } from './messages.js';
import { formatSpan } from './units.js';
import { works, type Work } from './works.js';

const SHOWN = 3;

function WorkLine({ work }: { readonly work: Work }) {
  const t = appTexts();
  const known = work.done !== undefined && work.total !== undefined && work.total > 0;
  return (
    <li>
      {work.href === undefined ? (
        <span class="ellipsis">{work.title}</span>
      ) : (
        <a
          class="ellipsis"
          href={work.href}
          title={work.board}
          onClick={() => work.board !== undefined && selectBoard(work.board)}
        >
          {work.title}
        </a>
      )}
      {work.endless !== true && (
        <progress aria-label={work.title} {...(known ? { value: work.done, max: work.total } : {})} />
      )}
      {work.etaS !== undefined && <span>{t.left(formatSpan(work.etaS))}</span>}
      {work.cancel !== undefined && <IconButton label={t.stop(work.title)} icon={stopIcon} onClick={work.cancel} />}
    </li>
  );
}

/** What goes on, in the status bar. */
export function WorksBar() {
  const t = appTexts();
  const list = works.value;
  if (list.length === 0) return <span>{t.idle}</span>;
  return (
    <>
      <ul class="works" aria-label={t.works}>
        {list.slice(0, SHOWN).map((work) => (
          <WorkLine key={work.id} work={work} />
        ))}
      </ul>
      {list.length > SHOWN && <span>{t.moreWorks(list.length - SHOWN)}</span>}
    </>
  );
}
