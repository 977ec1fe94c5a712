import { useSignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { FlashNews } from '../../../rpc/api/index.js';
import { backend } from '../../app/backend.js';
import { chooseFile, type ChosenFile } from '../../app/files.js';
import { useAction, useCall } from '../../app/hooks.js';
import { formatSize } from '../../app/units.js';
import { trackWork } from '../../app/works.js';
import { Button, ConfirmDialog, ErrorBox, Facts, Panel, Progress, Select } from '../../ui/index.js';
import { boardsTexts } from './messages.js';
import type { BoardEntry } from '../../../rpc/api/index.js';

/** Writes firmware to a running board, or to one in its boot loader; says why not where the board has no chip. */
export function Firmware({ entry }: { readonly entry: BoardEntry }) {
  const t = boardsTexts().firmware;
  const kind = entry.identity?.kind ?? entry.listing.kind;
  const now = entry.identity?.firmware ?? entry.listing.firmware;
  return (
    <Panel title={t.title}>
      {now !== '' && <Facts items={[[t.now, now]]} />}
      {kind === 'simulated' && <p>{t.standIn}</p>}
      {kind === 'emulated' && <p>{t.standInEmu}</p>}
      {kind === 'real' && <FlashWizard board={entry.listing.uri} disabled={entry.use !== undefined} />}
      {kind !== 'real' && <BootLoaders />}
    </Panel>
  );
}

/** Boards that wait in their boot loaders show up whichever board is chosen. */
function BootLoaders() {
  const t = boardsTexts().firmware;
  const outlook = useCall('boards.firmware', {});
  const { volumes = [], unmounted } = outlook.value.value ?? {};
  return (
    <>
      {unmounted !== undefined && <p>{t.unmounted(unmounted)}</p>}
      {volumes.length > 0 && (
        <>
          <p>{t.waiting(volumes.length)}</p>
          <FlashWizard board={undefined} disabled={false} />
        </>
      )}
    </>
  );
}

type Source = 'released' | 'file';

function FlashWizard({ board, disabled }: { readonly board: string | undefined; readonly disabled: boolean }) {
  const t = boardsTexts().firmware;
  const outlook = useCall('boards.firmware', {});
  const [source, setSource] = useState<Source>('released');
  const [file, setFile] = useState<ChosenFile>();
  const [sure, setSure] = useState(false);
  const news = useSignal<readonly FlashNews[]>([]);
  const released = outlook.value.value?.released;
  const flash = useAction(async (signal) => {
    news.value = [];
    await trackWork({ title: t.working }, async (report, stop) => {
      const params = { board, ...(source === 'file' ? { image: file?.bytes } : {}) };
      const either = AbortSignal.any([signal, stop]);
      for await (const item of backend.stream('boards.flash', params, { signal: either })) {
        news.value = [...news.value.filter(({ type }) => type !== 'progress'), item];
        if (item.type === 'progress') report(item.bytes, item.total);
      }
    });
  });
  const choose = useAction(async () => setFile(await chooseFile('.uf2')));
  const progress = news.value.find((item) => item.type === 'progress');
  const ready = source === 'released' ? released !== undefined : file !== undefined;
  const busy = flash.busy.value;
  const problem = outlook.problem.value;
  return (
    <>
      <p class="muted">{t.explain}</p>
      {problem !== undefined && <ErrorBox problem={problem} />}
      <Select<Source>
        label={t.source}
        value={source}
        disabled={busy}
        options={[
          {
            value: 'released',
            label: released === undefined ? t.noReleased : t.released(released.name, formatSize(released.bytes)),
            disabled: released === undefined,
          },
          { value: 'file', label: file === undefined ? t.file : `${file.name} (${formatSize(file.bytes.length)})` },
        ]}
        onChange={setSource}
      />
      <div class="row">
        {source === 'file' && <Button onClick={() => choose.run()}>{t.choose}</Button>}
        <Button kind="primary" disabled={disabled || !ready} busy={busy} onClick={() => setSure(true)}>
          {t.write}
        </Button>
      </div>
      {busy && <Progress label={t.working} done={progress?.bytes} total={progress?.total} />}
      <FlashReport news={news.value} />
      {sure && (
        <ConfirmDialog title={t.write} confirm={t.confirm} onConfirm={() => flash.run()} onClose={() => setSure(false)}>
          <p>{t.sure}</p>
          <p>{t.explain}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function FlashReport({ news }: { readonly news: readonly FlashNews[] }) {
  const t = boardsTexts().firmware;
  return (
    <div role="status">
      {news.map((item, index) => {
        if (item.type === 'note') return <p key={index}>{item.text}</p>;
        if (item.type === 'progress') return null;
        return (
          <div key={index}>
            <p>{item.restarted ? t.written(item.volume) : t.stayed(item.volume)}</p>
            <Facts items={[['SHA-256', <code key="sha">{item.sha256}</code>]]} />
          </div>
        );
      })}
    </div>
  );
}
