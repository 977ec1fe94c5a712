import type { LiveChannel } from '../../../rpc/api/index.js';
import { backend } from '../../app/backend.js';
import { saveBlob } from '../../plot/index.js';
import { formatCount } from '../../app/i18n.js';
import { useAction } from '../../app/hooks.js';
import { formatSize } from '../../app/units.js';
import { toast } from '../../app/toasts.js';
import { trackWork } from '../../app/works.js';
import { Button } from '../../ui/index.js';
import { held, selection, shownStretch } from './live-state.js';
import { liveTexts } from './messages.js';

/** Hands over the samples of the selection, or of the window. */
export function ExportButtons({
  board,
  channels,
}: {
  readonly board: string;
  readonly channels: readonly LiveChannel[];
}) {
  const t = liveTexts();
  const bits = channels.some(({ type }) => type === 'bits');
  const action = useAction(async (stop, format: 'csv' | 'bin') => {
    const [fromS, toS] = selection.peek() ?? held.peek() ?? shownStretch.peek();
    const request = { board, channels: channels.map(({ name }) => name), fromS, toS };
    const estimate = await backend.call('live.estimateExport', request, { signal: stop });
    toast(
      'info',
      t.exportSize(formatCount(estimate.samples), formatSize(format === 'csv' ? estimate.bytes : estimate.samples / 8)),
    );
    await trackWork({ title: t.exporting, unit: 'B', href: '#/live' }, async (report, signal) => {
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      let bytes = 0;
      for await (const piece of backend.stream(
        'live.export',
        { ...request, format },
        { signal: AbortSignal.any([stop, signal]) },
      )) {
        pieces.push(new Uint8Array(piece));
        bytes += piece.length;
        report(bytes);
      }
      const name = `live-${fromS.toFixed(3)}s-${toS.toFixed(3)}s.${format}`;
      saveBlob(name, new Blob(pieces, { type: format === 'csv' ? 'text/csv' : 'application/octet-stream' }));
    });
  });
  return (
    <div class="row" role="group" aria-label={t.exportSelection}>
      <Button title={t.exportHelp} busy={action.busy.value} onClick={() => action.run('csv')}>
        {t.exportCsv}
      </Button>
      {bits && (
        <Button title={t.exportHelp} busy={action.busy.value} onClick={() => action.run('bin')}>
          {t.exportBin}
        </Button>
      )}
    </div>
  );
}
