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
    for (const [left, top, height] of strip(series, whole, log, width)) ctx.fillRect(left, top, 1, height);
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

/** Left, top and height of each pixel column that has values. */
function strip(
  { x, y, lower = y, upper = y }: PlotSeries,
  whole: Range,
  log: boolean,
  width: number,
): (readonly [left: number, top: number, height: number])[] {
  const columns = Array.from({ length: width }, () => [Infinity, -Infinity] as [number, number]);
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < x.length; i += 1) {
    const column = columns[Math.floor(shareOf(whole, x[i]!, log) * (width - 1))];
    if (column === undefined || !Number.isFinite(lower[i]!) || !Number.isFinite(upper[i]!)) continue;
    column[0] = Math.min(column[0], lower[i]!);
    column[1] = Math.max(column[1], upper[i]!);
    least = Math.min(least, lower[i]!);
    most = Math.max(most, upper[i]!);
  }
  const scale = (HEIGHT - 6) / (most - least || 1);
  return columns.flatMap(([low, high], left) =>
    low > high ? [] : [[left, 3 + (most - high) * scale, Math.max(1, (high - low) * scale)] as const],
  );
}
