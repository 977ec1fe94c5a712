import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { colorPlan, extentOf, gridOf, plainLabel, planAxis, type Grid } from '../../../../base/axes/index.js';
import type { HeatmapFigure } from '../../../../lab/plot/index.js';
import { formatCount } from '../../app/i18n.js';
import { Frames } from '../draw/frames.js';
import { plotTexts } from '../messages.js';
import { columnName, type DataTable } from '../parts/csv.js';
import { PlotFigure } from '../parts/plot-figure.js';
import { picture } from '../parts/save.js';
import { Statistics } from '../parts/statistics.js';
import { useWidth } from '../parts/use-size.js';
import { usePlotTheme } from '../parts/use-theme.js';
import { formatValue } from '../parts/values.js';
import { LinePlot, ValueHistogram } from '../xy/line-plot.js';
import { summaryOf } from '../xy/model.js';
import { readCell, steppedCell, weakCells, type CellAt, type CellReading, type MapCounts } from './cell-text.js';
import { cutOf } from './cuts.js';
import { MapCanvas, type PlannedMap } from './map-canvas.js';
import { levelText } from './paint.js';

/** What a map needs. */
export interface HeatMapProps {
  readonly figure: HeatmapFigure;
  /** Counts behind proportions: then a cell is read as k of n with its interval. */
  readonly counts?: MapCounts;
  /** Trials below which a cell is hatched; needs counts. */
  readonly leastTrials?: number;
  /** Pixels; default 340. */
  readonly height?: number;
  /** Whether cuts through the chosen cell are drawn below; default true. */
  readonly cuts?: boolean;
  readonly onCell?: (cell: CellAt | undefined) => void;
  readonly svg?: () => Promise<string>;
}

/** A map with read-out, keyboard cursor, cuts, contours, table and export. */
export function HeatMap(props: HeatMapProps) {
  const { figure, counts, leastTrials = 0, height = 340, cuts = true } = props;
  const t = plotTexts();
  const theme = usePlotTheme();
  const [host, width] = useWidth<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const hover = useSignal<CellAt | undefined>(undefined);
  const chosen = useSignal<CellAt | undefined>(undefined);
  const map = useMemo(() => planMap(figure, counts, leastTrials), [figure, counts, leastTrials]);
  const { grid } = map;
  const latest = useRef({ map, width, height, theme });
  latest.current = { map, width, height, theme };
  const drawing = useDrawing(host, canvas, latest);
  useEffect(() => drawing.current?.frames.ask());

  const summary = useMemo(() => summaryOf([grid.values]), [grid]);
  const sets = useMemo(() => [{ values: grid.values }], [grid]);
  const choose = (cell: CellAt | undefined): void => {
    chosen.value = cell;
    props.onCell?.(cell);
  };
  const cell = chosen.value ?? hover.value;
  const outside = useMemo(() => countBeyond(map), [map]);
  const contours = figure.contours ?? [];
  const notes = [
    ...(figure.notes ?? []),
    ...(contours.length > 0
      ? [t.contours(contours.map((level) => levelText(level, map.color.factor)).join(', '))]
      : []),
    ...(outside > 0 ? [t.beyondBar(outside)] : []),
  ];
  const value = (number: number): string => formatValue(number, figure.value.unit ?? '');
  const label =
    summary.n === 0
      ? t.summaryEmpty(figure.title)
      : t.summary(figure.title, formatCount(summary.n), value(summary.min), value(summary.mean), value(summary.max));
  const place = (event: MouseEvent): CellAt | undefined => {
    const box = canvas.current!.getBoundingClientRect();
    return drawing.current?.canvas.cellAt(grid, event.clientX - box.left, event.clientY - box.top);
  };
  const key = (event: KeyboardEvent): void => {
    const by = event.shiftKey ? 10 : 1;
    const up = figure.yDown === true ? -by : by;
    const step = { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, up], ArrowDown: [0, -up] }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || (step === undefined && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    choose(step === undefined ? undefined : steppedCell(grid, chosen.value, step[0]!, step[1]!));
  };
  const outline = chosen.value && drawing.current?.canvas.boxOf(grid, chosen.value);
  return (
    <PlotFigure
      title={figure.title}
      subtitle={figure.subtitle}
      notes={notes}
      tools={<span class="plot-n">{t.count(summary.n)}</span>}
      exports={{
        statistics: () => (
          <Statistics
            title={figure.title}
            quantity={figure.value}
            sets={sets}
            part="all"
            histogram={<ValueHistogram title={figure.title} quantity={figure.value} sets={sets} />}
          />
        ),
        table: () => ({ data: mapTable(figure, grid, counts), part: 'all' }),
        png: async () =>
          picture(
            canvas.current!,
            {
              title: figure.title,
              ...(figure.subtitle === undefined ? {} : { subtitle: figure.subtitle }),
              legend: [],
              notes,
            },
            theme,
          ),
        ...(props.svg === undefined ? {} : { svg: props.svg }),
      }}
    >
      <div
        ref={host}
        class="plot-canvas plot-map"
        data-drawn="false"
        role="img"
        tabIndex={0}
        aria-label={label}
        aria-description={t.mapKeys}
        onMouseMove={(event) => (hover.value = place(event))}
        onMouseLeave={() => (hover.value = undefined)}
        onClick={(event) => {
          event.currentTarget.focus();
          choose(place(event));
        }}
        onKeyDown={key}
      >
        <canvas ref={canvas} style={{ width: '100%' }} />
        {outline !== undefined && (
          <div
            class="plot-cell"
            style={{
              transform: `translate(${outline.left}px, ${outline.top}px)`,
              width: `${outline.width}px`,
              height: `${outline.height}px`,
            }}
          />
        )}
      </div>
      <output class="plot-readout" aria-live="polite">
        {cell === undefined ? '' : readingText(readCell(grid, cell, counts), map, leastTrials)}
      </output>
      {cuts && chosen.value !== undefined && (
        <div class="plot-cuts">
          {(['x', 'y'] as const).map((along) => {
            const reading = readCell(grid, chosen.value!);
            const other = along === 'x' ? 'y' : 'x';
            const at = `${plainLabel(figure[other].label)} ${formatValue(reading[other], figure[other].unit ?? '')}`;
            const title = t.cut(plainLabel(figure[along].label), at);
            return (
              <LinePlot key={along} height={190} model={cutOf(figure, grid, along, chosen.value!, title, counts)} />
            );
          })}
        </div>
      )}
    </PlotFigure>
  );
}

function planMap(figure: HeatmapFigure, counts: MapCounts | undefined, leastTrials: number): PlannedMap {
  const grid = gridOf(figure);
  const extent = (edges: readonly number[], given: HeatmapFigure['xs']) => ({
    ...extentOf([edges], false)!,
    // Edges of cells about whole numbers are none themselves.
    whole: given.every((value: number) => Number.isInteger(value)),
  });
  const color = colorPlan('value', figure, grid.values);
  const [low, high] = color.domain;
  return {
    figure,
    grid,
    x: planAxis('x', figure.x, extent(grid.xEdges, figure.xs), 0),
    y: planAxis('y', figure.y, extent(grid.yEdges, figure.ys), 0),
    color,
    beyond: [grid.values.some((value: number) => value < low), grid.values.some((value: number) => value > high)],
    ...(counts === undefined || leastTrials <= 0 ? {} : { weak: weakCells(counts, leastTrials) }),
  };
}

function countBeyond({ grid, color }: PlannedMap): number {
  let n = 0;
  for (const value of grid.values) if (value < color.domain[0] || value > color.domain[1]) n += 1;
  return n;
}

function readingText({ x, y, value, counts }: CellReading, { figure }: PlannedMap, leastTrials: number): string {
  const t = plotTexts();
  const at = (axis: 'x' | 'y' | 'value', number: number): string =>
    `${plainLabel(figure[axis].label)} ${formatValue(number, figure[axis].unit ?? '')}`;
  const parts = [at('x', x), at('y', y), Number.isFinite(value) ? at('value', value) : t.noValue];
  if (counts !== undefined) {
    const share = (number: number): string => formatValue(number, '', 3);
    parts.push(t.trials(formatCount(counts.k), formatCount(counts.n)));
    parts.push(t.wilson(share(counts.interval[0]), share(counts.interval[1])));
    if (counts.n < leastTrials) parts.push(t.few(leastTrials));
  }
  return parts.join(' · ');
}

function mapTable(figure: HeatmapFigure, grid: Grid, counts: MapCounts | undefined): DataTable {
  const rows: number[][] = [];
  for (let row = 0; row < grid.rows; row += 1) {
    for (let column = 0; column < grid.columns; column += 1) {
      const reading = readCell(grid, { column, row }, counts);
      const interval = reading.counts?.interval ?? [NaN, NaN];
      const own = [centre(figure.xs, grid.columns, column, reading.x), centre(figure.ys, grid.rows, row, reading.y)];
      rows.push([
        ...own,
        reading.value,
        ...(counts === undefined ? [] : [reading.counts?.k ?? NaN, reading.counts?.n ?? NaN, ...interval]),
      ]);
    }
  }
  const columns = [columnName(figure.x), columnName(figure.y), columnName(figure.value)];
  return { columns: counts === undefined ? columns : [...columns, 'k', 'n', 'lower end', 'upper end'], rows };
}

const centre = (given: HeatmapFigure['xs'], cells: number, i: number, middle: number): number =>
  given.length === cells ? given[i]! : middle;

interface Drawing {
  readonly canvas: MapCanvas;
  readonly frames: Frames;
}

/** The map on its canvas, drawn anew when asked, at most thirty times a second. */
function useDrawing(
  host: { readonly current: HTMLDivElement | null },
  element: { readonly current: HTMLCanvasElement | null },
  latest: {
    readonly current: {
      readonly map: PlannedMap;
      readonly width: number;
      readonly height: number;
      readonly theme: Parameters<MapCanvas['draw']>[2];
    };
  },
): { readonly current: Drawing | undefined } {
  const running = useRef<Drawing | undefined>(undefined);
  const drawn = useSignal(0);
  useEffect(() => {
    const canvas = new MapCanvas(element.current!);
    let last: unknown;
    const frames = new Frames(() => {
      const { map, width, height, theme } = latest.current;
      if (host.current === null) return;
      const now = `${width} ${height} ${theme.paper}`;
      if (width === 0 || (last === map && host.current.dataset['size'] === now)) return;
      last = map;
      host.current.dataset['size'] = now;
      void canvas.draw(map, { width, height }, theme).then(() => {
        drawn.value += 1;
        if (host.current !== null) host.current.dataset['drawn'] = String(drawn.peek());
      });
    });
    running.current = { canvas, frames };
    frames.ask();
    return () => {
      frames.stop();
      running.current = undefined;
    };
  }, []);
  // Subscribes: the outline of a cell is placed by the layout that the drawing made.
  return drawn.value < 0 ? { current: undefined } : running;
}
