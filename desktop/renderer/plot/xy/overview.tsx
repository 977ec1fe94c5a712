import { useEffect, useRef } from 'preact/hooks';
import { plotTexts } from '../messages.js';
import { usePlotTheme } from '../parts/use-theme.js';
import { translucent } from './chart-options.js';
import type { PlotSeries } from './model.js';
import { rangeBetween, shareOf, valueAt, type Range } from './ranges.js';

/** Height of the strip. */
const HEIGHT = 34;

/** A strip with the whole record, by its envelope; what is shown stands out and can be chosen by dragging. */
export function Overview(props: {
  /** Envelope of the record: `lower` and `upper`, or `y` alone. */
  readonly series: PlotSeries;
  readonly whole: Range;
  readonly shown: Range;
  readonly log: boolean;
  readonly width: number;
  readonly choose: (range: Range) => void;
}) {
  const { series, whole, shown, log, width, choose } = props;
  const t = plotTexts();
  const theme = usePlotTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  const start = useRef<number | undefined>(undefined);
  useEffect(() => {
    const ctx = canvas.current?.getContext('2d');
    if (ctx == null || width === 0) return;
    const ratio = devicePixelRatio;
    ctx.canvas.width = width * ratio;
    ctx.canvas.height = HEIGHT * ratio;
    ctx.scale(ratio, ratio);
    ctx.fillStyle = theme.series(0, 1);
    for (const box of strip(series, whole, log, width)) ctx.fillRect(...box);
    const [from, to] = shown.map((value) => width * Math.max(0, Math.min(1, shareOf(whole, value, log))));
    ctx.fillStyle = translucent(theme.paper, 0.7);
    ctx.fillRect(0, 0, from!, HEIGHT);
    ctx.fillRect(to!, 0, width - to!, HEIGHT);
    ctx.strokeStyle = theme.accent;
    ctx.strokeRect(from! + 0.5, 0.5, Math.max(1, to! - from! - 1), HEIGHT - 1);
  });
  const at = (event: PointerEvent): number => {
    const box = canvas.current!.getBoundingClientRect();
    return valueAt(whole, Math.max(0, Math.min(1, (event.clientX - box.left) / box.width)), log);
  };
  const drag = (event: PointerEvent): void => {
    if (start.current === undefined) return;
    const range = rangeBetween(start.current, at(event), log);
    if (range !== undefined) choose(range);
  };
  return (
    <canvas
      ref={canvas}
      class="plot-overview"
      role="img"
      aria-label={t.overview}
      onPointerDown={(event) => {
        start.current = at(event);
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onPointerUp={(event) => {
        drag(event);
        start.current = undefined;
      }}
    />
  );
}

/** Boxes of the pixel columns that have values. One that has none is bridged by the one before it, but across a gap in the values nothing is joined. */
export function strip(
  { x, y, lower = y, upper = y }: PlotSeries,
  whole: Range,
  log: boolean,
  width: number,
): (readonly [left: number, top: number, width: number, height: number])[] {
  const columns: { readonly left: number; low: number; high: number; open: boolean }[] = [];
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < x.length; i += 1) {
    const left = Math.floor(shareOf(whole, x[i]!, log) * (width - 1));
    if (!(left >= 0 && left < width)) continue;
    const [low, high] = [lower[i]!, upper[i]!];
    const last = columns.at(-1);
    if (!Number.isFinite(low) || !Number.isFinite(high)) {
      if (last !== undefined) last.open = false;
      continue;
    }
    if (last?.left === left) {
      last.low = Math.min(last.low, low);
      last.high = Math.max(last.high, high);
      last.open = true;
    } else columns.push({ left, low, high, open: true });
    least = Math.min(least, low);
    most = Math.max(most, high);
  }
  const scale = (HEIGHT - 6) / (most - least || 1);
  return columns.map(({ left, low, high, open }, k) => {
    const next = open ? (columns[k + 1]?.left ?? left + 1) : left + 1;
    return [left, 3 + (most - high) * scale, Math.max(1, next - left), Math.max(1, (high - low) * scale)];
  });
}
