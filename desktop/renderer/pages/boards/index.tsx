import plusIcon from 'lucide-static/icons/plus.svg?raw';
import doctorIcon from 'lucide-static/icons/stethoscope.svg?raw';
import icon from 'lucide-static/icons/cpu.svg?raw';
import { boardEntries, selectedEntry } from '../../app/boards.js';
import { appTexts } from '../../app/messages.js';
import type { PageDefinition } from '../../page.js';
import { Button, Empty, Page } from '../../ui/index.js';
import { AddBoard } from './add-board.js';
import { BoardDetail } from './board-detail.js';
import { BoardList } from './board-list.js';
import { boardsCommands } from './commands.js';
import { adding, doctorOpen } from './dialogs.js';
import { Doctor } from './doctor.js';
import { boardsTexts } from './messages.js';
import './boards.css';

function Boards() {
  const t = boardsTexts();
  const entry = selectedEntry.value;
  return (
    <Page
      title={t.title}
      class="boards"
      toolbar={
        <>
          <Button icon={doctorIcon} hasPopup="dialog" onClick={() => (doctorOpen.value = true)}>
            {t.checkComputer}
          </Button>
          <Button icon={plusIcon} hasPopup="dialog" onClick={() => (adding.value = true)}>
            {t.add.action}
          </Button>
        </>
      }
    >
      <div class="boards-columns">
        <BoardList />
        <section aria-label={t.tabs.label} aria-busy={boardEntries.value === undefined}>
          {entry === undefined ? (
            <Empty title={boardEntries.value === undefined ? appTexts().looking : t.none}>{t.noneText}</Empty>
          ) : (
            <BoardDetail key={entry.listing.uri} entry={entry} />
          )}
        </section>
      </div>
      {adding.value && <AddBoard />}
      {doctorOpen.value && <Doctor />}
    </Page>
  );
}

/** The page. */
export const boardsPage: PageDefinition = {
  id: 'boards',
  title: () => boardsTexts().title,
  icon,
  component: Boards,
  key: 'b',
  order: 10,
  commands: boardsCommands,
};
