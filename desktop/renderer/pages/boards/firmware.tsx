import { useState } from 'preact/hooks';
import type { FlashNews } from '../../../rpc/api/index.js';
import { chooseFile, type ChosenFile } from '../../app/files.js';
import { useAction, useCall } from '../../app/hooks.js';
import { formatSize } from '../../app/units.js';
import { Button, ConfirmDialog, ErrorBox, Facts, Panel, Progress, Select } from '../../ui/index.js';
import { flash, flashOf } from './flash.js';
import { boardsTexts } from './messages.js';
import type { BoardEntry } from '../../../rpc/api/index.js';

/** Writes firmware to a running board, or to one in its boot loader, or lets an emulated one run it; says why not where a board runs none. */
export function Firmware({ entry }: { readonly entry: BoardEntry }) {
  const t = boardsTexts().firmware;
  const kind = entry.identity?.kind ?? entry.listing.kind;
  const now = entry.identity?.firmware ?? entry.listing.firmware;
  const { uri } = entry.listing;
  const emulatedHere = uri.startsWith('emu:');
  return (
    <Panel title={t.title}>
      {now !== '' && <Facts items={[[t.now, now]]} />}
      {kind === 'simulated' && <p>{t.simulated}</p>}
      {kind === 'emulated' && !emulatedHere && <p>{t.elsewhere}</p>}
      {(kind === 'real' || emulatedHere) && (
        <FlashWizard board={uri} emulated={emulatedHere} disabled={entry.use !== undefined} />
      )}
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
          <FlashWizard board={undefined} emulated={false} disabled={false} />
        </>
      )}
    </>
  );
}

type Source = 'released' | 'file';

function FlashWizard(props: {
  /** Nothing: a board in its boot loader. */
  readonly board: string | undefined;
  readonly emulated: boolean;
  readonly disabled: boolean;
}) {
  const { board, emulated, disabled } = props;
  const t = boardsTexts().firmware;
  const outlook = useCall('boards.firmware', {});
  const [source, setSource] = useState<Source>('released');
  const [file, setFile] = useState<ChosenFile>();
  const [sure, setSure] = useState(false);
  const { news, busy } = flashOf(board);
  const released = outlook.value.value?.released;
  const choose = useAction(async () => setFile(await chooseFile('.uf2')));
  const progress = news.find((item) => item.type === 'progress');
  const ready = source === 'released' ? released !== undefined : file !== undefined;
  const explain = emulated ? t.explainEmulated : t.explain;
  const problem = outlook.problem.value;
  return (
    <>
      <p class="muted">{explain}</p>
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
      <FlashReport news={news} />
      {sure && (
        <ConfirmDialog
          title={t.write}
          confirm={t.confirm}
          onConfirm={() => void flash(board, source === 'file' ? file?.bytes : undefined)}
          onClose={() => setSure(false)}
        >
          <p>{t.sure}</p>
          <p>{explain}</p>
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
        if (item.type === 'started') return <Started key={index} {...item} />;
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

function Started({ identity, sha256 }: Extract<FlashNews, { readonly type: 'started' }>) {
  const t = boardsTexts();
  return (
    <>
      <p>{t.firmware.started(identity.firmware)}</p>
      <Facts
        items={[
          [t.identity.name, identity.name],
          [t.identity.serial, <code key="serial">{identity.serial}</code>],
          [t.identity.firmware, identity.firmware],
          [t.identity.build, <code key="build">{[identity.gitHash, identity.buildFlags].join(' ')}</code>],
          [t.identity.protocol, `${identity.protocol.major}.${identity.protocol.minor}`],
          ['SHA-256', <code key="sha">{sha256}</code>],
        ]}
      />
    </>
  );
}
