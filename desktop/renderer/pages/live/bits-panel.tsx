import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { LiveRaster } from '../../../rpc/api/index.js';
import { useStream } from '../../app/hooks.js';
import { BitGrid, BitRaster } from '../../plot/index.js';
import { Panel } from '../../ui/index.js';
import { held } from './live-state.js';
import { liveTexts } from './messages.js';

/** Shots that are shown. */
const ROWS = 96;

/** The newest bits as ink and paper. */
export function BitsPanel(props: { readonly board: string; readonly columns: number; readonly notEntropy: boolean }) {
  const { board, columns, notEntropy } = props;
  const t = liveTexts();
  const version = useSignal(0);
  const grid = useMemo(() => new BitGrid(columns, ROWS), [columns, board]);
  const end = useRef(0);
  useStream(
    'live.raster',
    { board, rows: ROWS, periodMs: 100 },
    {
      window: 1,
      onStart: () => (end.current = 0),
      onItem: (item) => {
        // What stands still is not drawn over.
        if (held.peek() !== undefined) return;
        pushNew(grid, item, end.current);
        end.current = item.from + item.bits;
        version.value += 1;
      },
    },
  );
  return (
    <Panel title={t.raster}>
      <BitRaster
        title={t.raster}
        grid={grid}
        version={version.value}
        notes={[t.rasterNote, ...(notEntropy ? [t.notEntropy] : [])]}
      />
    </Panel>
  );
}

/** Rows that the grid does not have yet. */
function pushNew(grid: BitGrid, { bytes, bits, from }: LiveRaster, end: number): void {
  const skip = Math.max(0, Math.min(bits, end - from));
  // Rows of whole bytes; others are pushed whole.
  if (skip % 8 === 0) grid.push(bytes.subarray(skip / 8), 'lsb', bits - skip);
  else grid.push(bytes, 'lsb', bits);
}
