import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { CellCounts, ResistanceMap } from '../../../../lab/capture/index.js';
import type { HeatmapFigure } from '../../../../lab/plot/index.js';
import { useAction, useStream } from '../../app/hooks.js';
import { backend } from '../../app/backend.js';
import { formatCount } from '../../app/i18n.js';
import { HeatMap, LinePlot, type XyModel } from '../../plot/index.js';
import { Button, Empty, Panel, Select } from '../../ui/index.js';
import { liveTexts, type LiveMessages } from './messages.js';

type ArrayView = keyof LiveMessages['views'];

/** Bits that a map of the array is made of: some turns of all rows of the usual board. */
const CELL_BITS = 2 ** 19;
const AVERAGES = 4;

/** The array by cell, with the biases of its rows and columns. */
export function ArrayPanel({ board, hasBits }: { readonly board: string; readonly hasBits: boolean }) {
  const t = liveTexts();
  const view = useSignal<ArrayView>('ones');
  const counts = useSignal<CellCounts | undefined>(undefined);
  const map = useSignal<ResistanceMap | undefined>(undefined);
  useStream('live.cells', hasBits ? { board, bits: CELL_BITS, periodMs: 500 } : undefined, {
    window: 1,
    onItem: (item) => (counts.value = item),
  });
  const read = useAction(async (signal) => {
    map.value = await backend.call('live.map', { board, averages: AVERAGES }, { signal });
    view.value = 'resistance';
  });
  const shown = view.value;
  const now = counts.value;
  const figure = useMemo(
    () =>
      shown === 'resistance'
        ? resistanceFigure(t, map.value)
        : now === undefined
          ? undefined
          : cellFigure(t, shown, now),
    [t, shown, now, map.value],
  );
  return (
    <Panel
      title={t.array}
      actions={
        <Button kind="quiet" title={t.readMapHelp} busy={read.busy.value} onClick={() => read.run()}>
          {t.readMap}
        </Button>
      }
    >
      <Select
        label={t.shown}
        value={shown}
        options={(['ones', 'switching', 'resistance'] as const).map((each) => ({ value: each, label: t.views[each] }))}
        onChange={(next) => (view.value = next)}
      />
      {figure === undefined ? (
        <Empty title={shown === 'resistance' ? t.noMap : t.noBits}>
          {shown === 'resistance' ? t.readMapHelp : t.noBitsHelp}
        </Empty>
      ) : (
        <HeatMap figure={figure} cuts={false} height={340} {...countsOf(shown, now)} />
      )}
      {now !== undefined && shown !== 'resistance' && <Biases counts={now} />}
    </Panel>
  );
}

function countsOf(view: ArrayView, counts: CellCounts | undefined) {
  if (counts === undefined || view === 'resistance') return {};
  const [hits, trials] = view === 'ones' ? [counts.ones, counts.shots] : [counts.toggles, counts.pairs];
  return { counts: { successes: Float64Array.from(hits), trials: Float64Array.from(trials) } };
}

const lines = (n: number): Float64Array => Float64Array.from({ length: n }, (_, k) => k);

function cellFigure(t: LiveMessages, view: 'ones' | 'switching', counts: CellCounts): HeatmapFigure {
  const { rows, columns, from, to } = counts;
  const [hits, trials] = view === 'ones' ? [counts.ones, counts.shots] : [counts.toggles, counts.pairs];
  return {
    kind: 'heatmap',
    title: t.views[view],
    subtitle: t.cellWindow(formatCount(to - from)),
    x: { label: t.column },
    y: { label: t.row },
    value: { label: view === 'ones' ? t.onesShare : t.switched, min: 0, max: 1 },
    xs: lines(columns),
    ys: Float64Array.from(rows),
    values: Float64Array.from(hits, (count, k) => count / trials[k]!),
    colors: view === 'ones' ? 'diverging' : 'viridis',
    center: 0.5,
    aspect: 'equal',
    yDown: true,
  };
}

function resistanceFigure(t: LiveMessages, map: ResistanceMap | undefined): HeatmapFigure | undefined {
  if (map === undefined) return undefined;
  return {
    kind: 'heatmap',
    title: t.views.resistance,
    x: { label: t.column },
    y: { label: t.row },
    value: { label: t.resistance, unit: 'Ω' },
    xs: lines(map.columns),
    ys: lines(map.rows),
    // A cell that cannot be read has no value.
    values: Float64Array.from(map.ohm, (ohm) => (Number.isFinite(ohm) ? ohm : NaN)),
    aspect: 'equal',
    yDown: true,
  };
}

function Biases({ counts }: { readonly counts: CellCounts }) {
  const t = liveTexts();
  const models = useMemo(() => [biasModel(t, counts, 'row'), biasModel(t, counts, 'column')], [t, counts]);
  return (
    <>
      {models.map((model) => (
        <LinePlot key={model.title} model={model} height={130} />
      ))}
    </>
  );
}

function biasModel(t: LiveMessages, { ones, shots, rows, columns }: CellCounts, side: 'row' | 'column'): XyModel {
  const length = side === 'row' ? rows.length : columns;
  const hits = new Float64Array(length);
  const trials = new Float64Array(length);
  for (let cell = 0; cell < ones.length; cell += 1) {
    const k = side === 'row' ? Math.floor(cell / columns) : cell % columns;
    hits[k]! += ones[cell]!;
    trials[k]! += shots[cell]!;
  }
  return {
    title: side === 'row' ? t.rowBias : t.columnBias,
    draw: 'markers',
    x: { label: side === 'row' ? t.row : t.column },
    y: { label: t.onesShare },
    references: [{ axis: 'y', value: 0.5 }],
    series: [
      {
        x: side === 'row' ? Float64Array.from(rows) : lines(columns),
        y: hits.map((count, k) => count / trials[k]!),
        color: 0,
      },
    ],
  };
}
