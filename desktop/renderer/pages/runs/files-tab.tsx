import { useSignal } from '@preact/signals';
import type { RunDetails } from '../../../rpc/api/runs.js';
import { useAction } from '../../app/hooks.js';
import { formatSize } from '../../app/units.js';
import { Button, Table } from '../../ui/index.js';
import { FolderPicture } from './figures-tab.js';
import { downloadFile } from './files.js';
import { runsTexts } from './messages.js';

const PICTURE = /\.(png|svg)$/i;

/** The files of the run's folder: pictures are shown, everything is downloaded. A report is opened from disk, not within this page. */
export function FilesTab({ run }: { readonly run: RunDetails }) {
  const t = runsTexts();
  const shown = useSignal(run.files.find(({ name }) => /^(grid|images\/.*)\.png$/i.test(name))?.name ?? '');
  const get = useAction(async (_signal, name: string) => downloadFile(run.name, name));
  const report = run.files.some(({ name }) => name === 'report.html');
  return (
    <div class="stack">
      {report && <p class="small muted">{t.reportHint}</p>}
      <Table
        caption={t.tabs.files}
        rows={run.files}
        rowKey={({ name }) => name}
        initialSort="name"
        columns={[
          { id: 'name', label: t.file, sort: ({ name }) => name, cell: ({ name }) => <code>{name}</code> },
          {
            id: 'bytes',
            label: t.size,
            numeric: true,
            sort: ({ bytes }) => bytes,
            cell: ({ bytes }) => formatSize(bytes),
          },
          {
            id: 'do',
            label: t.download,
            cell: ({ name }) => (
              <span class="row">
                <Button title={`${t.download} ${name}`} onClick={() => get.run(name)}>
                  {t.download}
                </Button>
                {PICTURE.test(name) && (
                  <Button
                    pressed={shown.value === name}
                    title={`${t.show} ${name}`}
                    onClick={() => (shown.value = name)}
                  >
                    {t.show}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
      {shown.value !== '' && (
        <FolderPicture key={shown.value} run={run.name} file={shown.value} alt={t.image(shown.value)} />
      )}
    </div>
  );
}
