/** Summary of values. */
export interface Spread {
  readonly n: number;
  /** Values that are no number. */
  readonly missing: number;
  readonly mean: number;
  readonly sd: number;
  readonly min: number;
  readonly max: number;
  readonly median: number;
  /** By linear interpolation between order statistics. */
  readonly quantiles: { readonly p05: number; readonly p25: number; readonly p75: number; readonly p95: number };
}

/** @param values NaN where there is none; all figures but `n` and `missing` are NaN when there are no others */
export function spreadOf(values: Float64Array): Spread {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const n = sorted.length;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const at = (share: number): number => {
    const place = share * (n - 1);
    const below = Math.floor(place);
    return n === 0 ? NaN : sorted[below]! + (place - below) * ((sorted[below + 1] ?? sorted[below]!) - sorted[below]!);
  };
  return {
    n,
    missing: values.length - n,
    mean,
    sd: Math.sqrt(squares / (n - 1)),
    min: sorted[0] ?? NaN,
    max: sorted.at(-1) ?? NaN,
    median: at(0.5),
    quantiles: { p05: at(0.05), p25: at(0.25), p75: at(0.75), p95: at(0.95) },
  };
}
