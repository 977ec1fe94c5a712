import type { Numbers } from '../../../../base/axes/index.js';
import { extentOf } from '../../../../base/axes/index.js';

/** A curve the size of a word; what it shows must stand beside it in numbers. */
export function Sparkline(props: {
  readonly values: Numbers;
  /** For a reader who cannot see it. */
  readonly label: string;
  /** Ends of the vertical axis; default: those of the values. */
  readonly range?: readonly [number, number];
  readonly width?: number;
  readonly height?: number;
}) {
  const { values, label, range, width = 80, height = 18 } = props;
  return (
    <svg class="sparkline" width={width} height={height} role="img" aria-label={label}>
      <path d={sparkPath(values, width, height, range)} fill="none" stroke="currentColor" stroke-width="1.25" />
    </svg>
  );
}

/** Path data of a sparkline: two points a pixel at most, gaps left open. */
export function sparkPath(values: Numbers, width: number, height: number, range?: readonly [number, number]): string {
  const extent = extentOf([values], false);
  if (extent === undefined) return '';
  const [min, max] = range ?? [extent.min, extent.max];
  const span = max - min || 1;
  const y = (value: number): number => height - 1.5 - ((value - min) / span) * (height - 3);
  const stride = Math.max(1, Math.floor(values.length / (2 * width)));
  let d = '';
  let open = false;
  for (let i = 0; i < values.length; i += stride) {
    if (!Number.isFinite(values[i]!)) {
      open = false;
      continue;
    }
    const x = values.length < 2 ? width / 2 : 1 + ((width - 2) * i) / (values.length - 1);
    d += `${open ? 'L' : 'M'}${x.toFixed(1)},${y(values[i]!).toFixed(1)}`;
    open = true;
  }
  return d;
}
