import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { formatCount, formatPercent } from '../../app/i18n.js';
import { Frames } from '../draw/frames.js';
import type { PlotTheme } from '../draw/theme.js';
import { plotTexts } from '../messages.js';
import { PlotFigure } from '../parts/plot-figure.js';
import { picture } from '../parts/save.js';
import { useWidth } from '../parts/use-size.js';
import { usePlotTheme } from '../parts/use-theme.js';
import type { BitGrid } from './bit-grid.js';

/** Room of the marginals, pixels. */
const MARGINAL = 40;
const GAP = 4;

/** Bits as they come: ink is 1, paper 0; below, the share of ones of each cell, at the right that of each block. */
export function BitRaster(props: {
  readonly title: string;
  readonly subtitle?: string;
  readonly grid: BitGrid;
  /** Changes whenever the grid did. */
  readonly version: number;
  readonly notes?: readonly string[];
}) {
  const { title, subtitle, grid, version, notes = [] } = props;
  const t = plotTexts();
  const theme = usePlotTheme();
  const [host, width] = useWidth<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const frames = useRef<Frames>(undefined);
  const latest = useRef({ grid, width, theme });
  latest.current = { grid, width, theme };
  const hover = useSignal('');
  const drawings = useRef(0);
  useEffect(() => {
    frames.current = new Frames(() => {
      const now = latest.current;
      if (now.width === 0 || canvas.current === null || host.current === null) return;
      paint(canvas.current, now.grid, now.width, now.theme);
      host.current.dataset['drawn'] = String((drawings.current += 1));
    });
    return () => frames.current?.stop();
  }, []);
  useEffect(() => frames.current?.ask(), [grid, version, width, theme]);
  const point = (event: MouseEvent): void => {
    const box = canvas.current!.getBoundingClientRect();
    const { cell, left } = sizeOf(grid, width);
    const column = Math.floor((event.clientX - box.left - left) / cell);
    const row = Math.floor((event.clientY - box.top) / cell);
    if (column < 0 || column >= grid.columns || row < 0 || row >= grid.rows) hover.value = '';
    else {
      const block = grid.total - grid.rows + row;
      hover.value = `${t.block} ${formatCount(block)}, ${t.cell} ${column}: ${grid.row(row)[column]!}`;
    }
  };
  return (
    <PlotFigure
      title={title}
      subtitle={subtitle}
      notes={notes}
      tools={<span class="plot-n">{t.count(grid.rows * grid.columns)}</span>}
      exports={{
        table: () => ({
          part: 'all',
          data: {
            columns: [t.cell, t.bias],
            rows: [...grid.columnShares()].map((share, i) => [i, share]),
          },
        }),
        png: async () => picture(canvas.current!, { title, legend: [], notes }, theme),
      }}
    >
      <div
        ref={host}
        class="plot-canvas plot-bits"
        data-drawn="false"
        role="img"
        aria-label={`${title}: ${
          grid.rows === 0 ? t.empty : t.bitsLabel(grid.rows, grid.columns, formatPercent(grid.share(), 2))
        }`}
        onMouseMove={point}
        onMouseLeave={() => (hover.value = '')}
      >
        <canvas ref={canvas} />
      </div>
      <output class="plot-readout" aria-live="off">
        {hover.value}
      </output>
    </PlotFigure>
  );
}

/** Whole pixels a cell. */
function sizeOf(grid: BitGrid, width: number): { cell: number; left: number } {
  return { cell: Math.max(1, Math.min(12, Math.floor((width - MARGINAL - GAP) / grid.columns))), left: 0 };
}

function paint(canvas: HTMLCanvasElement, grid: BitGrid, width: number, theme: PlotTheme): void {
  const ratio = devicePixelRatio;
  const { cell } = sizeOf(grid, width);
  const [wide, high] = [grid.columns * cell, grid.capacity * cell];
  const size = { width: wide + GAP + MARGINAL, height: high + GAP + MARGINAL };
  canvas.width = Math.round(size.width * ratio);
  canvas.height = Math.round(size.height * ratio);
  canvas.style.width = `${size.width}px`;
  canvas.style.height = `${size.height}px`;
  const ctx = canvas.getContext('2d')!;
  ctx.fillStyle = theme.paper;
  ctx.fillRect(0, 0, wide * ratio, high * ratio);
  ctx.fillStyle = theme.ink;
  const side = cell * ratio;
  for (let row = 0; row < grid.rows; row += 1) {
    const bits = grid.row(row);
    // Neighbouring ones are one rectangle.
    for (let c = 0; c < bits.length; c += 1) {
      if (bits[c] === 0) continue;
      const from = c;
      while (c + 1 < bits.length && bits[c + 1] === 1) c += 1;
      ctx.fillRect(from * side, row * side, (c + 1 - from) * side, side);
    }
  }
  ctx.scale(ratio, ratio);
  ctx.strokeStyle = theme.grid;
  ctx.strokeRect(0.5, 0.5, wide - 1, high - 1);
  marginal(ctx, grid.columnShares(), theme, (i, share) => [i * cell, high + GAP, cell, MARGINAL * share]);
  marginal(ctx, grid.rowShares(), theme, (i, share) => [wide + GAP, i * cell, MARGINAL * share, cell]);
  // One half, where a fair source would be.
  ctx.strokeStyle = theme.paleInk;
  ctx.setLineDash([2, 3]);
  ctx.beginPath();
  ctx.moveTo(0, high + GAP + MARGINAL / 2);
  ctx.lineTo(wide, high + GAP + MARGINAL / 2);
  ctx.moveTo(wide + GAP + MARGINAL / 2, 0);
  ctx.lineTo(wide + GAP + MARGINAL / 2, high);
  ctx.stroke();
}

function marginal(
  ctx: CanvasRenderingContext2D,
  shares: Float64Array,
  theme: PlotTheme,
  box: (i: number, share: number) => readonly [number, number, number, number],
): void {
  ctx.fillStyle = theme.series(0, 1);
  shares.forEach((share, i) => {
    if (Number.isFinite(share)) ctx.fillRect(...box(i, share));
  });
}
