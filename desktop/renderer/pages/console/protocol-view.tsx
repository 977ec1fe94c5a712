import clearIcon from 'lucide-static/icons/trash-2.svg?raw';
import exportIcon from 'lucide-static/icons/download.svg?raw';
import pauseIcon from 'lucide-static/icons/pause.svg?raw';
import playIcon from 'lucide-static/icons/play.svg?raw';
import tailIcon from 'lucide-static/icons/arrow-down-to-line.svg?raw';
import { useEffect, useMemo } from 'preact/hooks';
import { backend } from '../../app/backend.js';
import { selectedBoard, selectedEntry } from '../../app/boards.js';
import { saveText } from '../../app/files.js';
import { useAction, useStream } from '../../app/hooks.js';
import { formatCount } from '../../app/i18n.js';
import { toast } from '../../app/toasts.js';
import { formatSize } from '../../app/units.js';
import { Badge, Button, Empty, ErrorBox, TextField } from '../../ui/index.js';
import { FILTER_EXAMPLES, parseFilter } from './filter.js';
import { FrameDetail } from './frame-detail.js';
import { FrameList } from './frame-list.js';
import { FrameStore } from './frame-store.js';
import { consoleTexts } from './messages.js';
import { chosenFrame, exportWish, filterText, following, paused } from './state.js';

/** The frames of the chosen board, with their filter and one of them in full. */
export function ProtocolView() {
  const board = selectedBoard.value;
  const t = consoleTexts();
  return board === undefined ? <Empty title={t.noBoard} /> : <BoardProtocol key={board} board={board} />;
}

function BoardProtocol({ board }: { readonly board: string }) {
  const t = consoleTexts();
  const store = useMemo(() => new FrameStore(), []);
  const { filter, wrong } = parseFilter(filterText.value);
  const { problem } = useStream('console.watch', paused.value ? undefined : { board, filter }, {
    onStart: () => store.clear(),
    onItem: (news) => store.add(news),
    window: 4,
  });
  useEffect(() => {
    chosenFrame.value = undefined;
  }, [board]);
  const save = useAction(async (signal) => {
    let text = '';
    for await (const part of backend.stream('console.export', { board, filter }, { signal })) text += part;
    saveText(text, 'spindrift-frames.jsonl', 'application/jsonl');
    toast('ok', t.exported(text.split('\n').length - 1));
  });
  useEffect(() => {
    if (exportWish.value === 0) return;
    exportWish.value = 0;
    save.run();
  }, [exportWish.value]);
  const clear = useAction(async () => {
    await backend.call('console.clear', { board });
    store.clear();
    chosenFrame.value = undefined;
  });
  const open = useAction((signal) => backend.call('boards.open', { board }, { signal }));
  const frames = store.current();
  const filtered = Object.keys(filter).length > 0;
  return (
    <div class="console-protocol">
      <div class="row console-filter">
        <TextField
          class="grow"
          label={t.filter}
          type="search"
          mono
          value={filterText.value}
          hint={t.filterHint}
          error={wrong === undefined ? undefined : t.filterWrong(wrong)}
          suggestions={FILTER_EXAMPLES}
          onInput={(text) => (filterText.value = text)}
        />
        <Button
          icon={paused.value ? playIcon : pauseIcon}
          pressed={paused.value}
          onClick={() => (paused.value = !paused.value)}
        >
          {paused.value ? t.resume : t.pause}
        </Button>
        <Button icon={tailIcon} pressed={following.value} onClick={() => (following.value = !following.value)}>
          {t.follow}
        </Button>
        <Button icon={clearIcon} onClick={clear.run}>
          {t.clear}
        </Button>
        <Button icon={exportIcon} busy={save.busy.value} disabled={frames.length === 0} onClick={save.run}>
          {t.export}
        </Button>
      </div>
      <Counts store={store} />
      {problem.value !== undefined && <ErrorBox problem={problem.value} />}
      <div class="console-columns">
        {frames.length > 0 ? (
          <FrameList
            frames={frames}
            selected={chosenFrame.value}
            onSelect={(number) => (chosenFrame.value = number)}
            follow={following.value}
            onFollow={(on) => (following.value = on)}
          />
        ) : (
          <Empty
            title={filtered ? t.noneMatching : t.none}
            action={
              selectedEntry.value?.session === 'closed' && (
                <Button kind="primary" busy={open.busy.value} onClick={open.run}>
                  {t.openBoard}
                </Button>
              )
            }
          >
            {filtered ? undefined : t.noneText}
          </Empty>
        )}
        <section class="console-detail" aria-label={t.detail}>
          <FrameDetail board={board} number={chosenFrame.value} />
        </section>
      </div>
    </div>
  );
}

/** How many, how fast. */
function Counts({ store }: { readonly store: FrameStore }) {
  const t = consoleTexts();
  const counts = store.counts.value;
  const { framesPerS, bytesPerS } = store.rates.value;
  return (
    <p class="row muted small console-counts">
      <span data-changes>{t.shown(store.frames.length)}</span>
      {store.skipped > 0 && <Badge tone="warn">{t.skipped(store.skipped)}</Badge>}
      {counts !== undefined && <span data-changes>{t.inOut(counts.framesIn, counts.framesOut)}</span>}
      {counts !== undefined && counts.errors > 0 && <Badge tone="warn">{t.troubles(counts.errors)}</Badge>}
      <span data-changes>{t.rate(formatCount(framesPerS), formatSize(bytesPerS))}</span>
      {paused.value && <Badge>{t.paused}</Badge>}
    </p>
  );
}
