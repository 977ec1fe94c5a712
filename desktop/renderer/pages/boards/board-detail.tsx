import { useSignal } from '@preact/signals';
import type { BoardEntry } from '../../../rpc/api/index.js';
import type { BoardState } from '../../../../firmware-host/host/index.js';
import { backend } from '../../app/backend.js';
import { boardName } from '../../app/boards.js';
import { useAction, useStream } from '../../app/hooks.js';
import { navigate, route } from '../../app/router.js';
import { Button, Empty, ErrorBox, KindBadge, Tabs, Toolbar } from '../../ui/index.js';
import { SessionBadge } from './board-list.js';
import { Calibration } from './calibration.js';
import { doctorOpen } from './dialogs.js';
import { DriveForm } from './drive-form.js';
import { Faults, type SeenFault } from './faults.js';
import { Firmware } from './firmware.js';
import { boardsTexts } from './messages.js';
import { IdentityPanel, LimitsPanel, StatePanel } from './overview.js';
import { SelfTest } from './self-test.js';

const TABS = ['overview', 'drive', 'selfTest', 'calibration', 'firmware', 'faults'] as const;
type TabId = (typeof TABS)[number];

/** Faults kept in the list. */
const MOST_FAULTS = 500;

/** Everything about one board. */
export function BoardDetail({ entry }: { readonly entry: BoardEntry }) {
  const t = boardsTexts();
  const board = entry.listing.uri;
  const isOpen = entry.session === 'open';
  const state = useSignal<BoardState | undefined>(undefined);
  const faults = useSignal<readonly SeenFault[]>([]);
  const news = useStream('boards.news', isOpen ? { board } : undefined, {
    onItem: (item) => {
      if (item.type === 'state') state.value = item.state;
      else {
        const number = (faults.peek().at(-1)?.number ?? 0) + 1;
        faults.value = [...faults.peek(), { ...item.fault, number }].slice(-MOST_FAULTS);
      }
    },
  });
  const act = useAction(
    async (
      signal,
      name: 'boards.open' | 'boards.close' | 'boards.arm' | 'boards.makeSafe' | 'boards.clearFault' | 'boards.remove',
    ) => {
      await backend.call(name, { board }, { signal });
    },
  );
  const asked = route.value.query['tab'];
  const tab: TabId = TABS.find((id) => id === asked) ?? 'overview';
  const busy = act.busy.value;
  const newsProblem = news.problem.value;
  return (
    <div class="stack">
      <div class="boards-head">
        <div class="grow">
          <h2>{boardName(entry)}</h2>
          <span class="row">
            <code>{board}</code>
            <KindBadge kind={entry.identity?.kind ?? entry.listing.kind} />
            <SessionBadge entry={entry} />
          </span>
        </div>
        <Toolbar label={boardName(entry)}>
          {isOpen && (
            <>
              <Button disabled={busy || entry.use !== undefined} onClick={() => act.run('boards.arm')}>
                {t.arm}
              </Button>
              <Button disabled={busy} onClick={() => act.run('boards.makeSafe')}>
                {t.makeSafe}
              </Button>
            </>
          )}
          {isOpen || entry.session === 'lost' || entry.session === 'opening' ? (
            <Button disabled={busy} onClick={() => act.run('boards.close')}>
              {t.close}
            </Button>
          ) : (
            <>
              {isAdded(entry) && (
                <Button disabled={busy} onClick={() => act.run('boards.remove')}>
                  {t.remove}
                </Button>
              )}
              <Button kind="primary" busy={busy} disabled={!entry.present} onClick={() => act.run('boards.open')}>
                {t.open}
              </Button>
            </>
          )}
        </Toolbar>
      </div>
      <Trouble entry={entry} />
      {newsProblem !== undefined && <ErrorBox problem={newsProblem} />}
      {entry.identity === undefined || entry.limits === undefined ? (
        <Closed entry={entry} />
      ) : (
        <Tabs
          label={t.tabs.label}
          tabs={TABS.map((id) => ({ id, label: t.tabs[id] }))}
          value={tab}
          onChange={(id) => navigate('boards', [], { tab: id }, true)}
        >
          {tab === 'overview' && (
            <div class="boards-overview">
              <StatePanel state={state.value} onClearFault={() => act.run('boards.clearFault')} />
              <IdentityPanel identity={entry.identity} />
              <LimitsPanel limits={entry.limits} />
            </div>
          )}
          {tab === 'drive' && (
            <DriveForm
              board={board}
              drive={state.value?.drive}
              limits={entry.limits}
              disabled={!isOpen || entry.use !== undefined}
            />
          )}
          {tab === 'selfTest' && <SelfTest board={board} disabled={!isOpen || entry.use !== undefined} />}
          {tab === 'calibration' && (
            <Calibration board={board} disabled={!isOpen || entry.use !== undefined} identity={entry.identity} />
          )}
          {tab === 'firmware' && <Firmware entry={entry} />}
          {tab === 'faults' && (
            <Faults faults={faults.value} latched={state.value?.fault} onClear={() => act.run('boards.clearFault')} />
          )}
        </Tabs>
      )}
    </div>
  );
}

/** Boards that a search finds come back by themselves; those of addresses were added by hand. */
function isAdded({ listing }: BoardEntry): boolean {
  return /^(?:tcp|unix|replay):/.test(listing.uri) || listing.uri.includes('?');
}

function Closed({ entry }: { readonly entry: BoardEntry }) {
  const t = boardsTexts();
  if (/^(?:usb|emu):/.test(entry.listing.uri) && entry.present)
    return (
      <>
        <Empty title={t.closedTitle}>{t.openHint}</Empty>
        <Firmware entry={entry} />
      </>
    );
  return <Empty title={t.closedTitle}>{t.openHint}</Empty>;
}

function Trouble({ entry }: { readonly entry: BoardEntry }) {
  const t = boardsTexts();
  const look = <Button onClick={() => (doctorOpen.value = true)}>{t.checkComputer}</Button>;
  if (entry.problem !== undefined)
    return (
      <>
        <ErrorBox problem={{ name: 'Board', ...entry.problem }} actions={look} />
        {entry.session === 'lost' && <p role="status">{t.waitingForBoard}</p>}
      </>
    );
  if (entry.listing.state === 'no permission')
    return (
      <ErrorBox
        problem={{ name: 'Board', code: 'BOARD_ACCESS', message: t.noPermissionText, nextStep: t.noPermissionStep }}
        actions={look}
      />
    );
  return null;
}
