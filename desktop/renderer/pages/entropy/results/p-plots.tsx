import { useMemo } from 'preact/hooks';
import type { BatteryResult } from '../../../../../lab/entropy/index.js';
import { LinePlot, summaryOf, type XyModel } from '../../../plot/index.js';
import { resultTexts } from './messages.js';

type Sts = Extract<BatteryResult, { battery: 'sts' }>;

/** How the p-values are spread, with what uniform ones come to. @param props.pValues all of them */
export function PHistogram({ result, pValues }: { readonly result: Sts; readonly pValues: readonly number[] }) {
  const t = resultTexts();
  const { histogram } = result.found;
  const model = useMemo((): XyModel => {
    const total = histogram.reduce((sum, count) => sum + count, 0);
    const edges = Array.from({ length: histogram.length + 1 }, (_, k) => k / histogram.length);
    return {
      title: t.pHistogram,
      notes: [t.pHistogramNote],
      x: { label: t.p, min: 0, max: 1 },
      y: { label: t.count, min: 0 },
      draw: 'line',
      // The last column is given twice, to close its step.
      series: [{ x: edges, y: [...histogram, histogram.at(-1) ?? 0], steps: true, fill: 'floor' }],
      references: [{ axis: 'y', value: total / histogram.length, label: t.uniform }],
    };
  }, [histogram, t]);
  return <LinePlot model={model} summary={summaryOf([pValues])} height={220} />;
}

/** The p-values in their order against the quantiles of uniform ones. @param props.pValues ascending */
export function PQuantiles({ pValues }: { readonly pValues: readonly number[] }) {
  const t = resultTexts();
  const model = useMemo(
    (): XyModel => ({
      title: t.pQuantiles,
      notes: [t.pQuantilesNote],
      x: { label: t.pExpected, min: 0, max: 1 },
      y: { label: t.p, min: 0, max: 1 },
      draw: 'markers',
      series: [
        { x: quantiles(pValues.length), y: pValues },
        { x: [0, 1], y: [0, 1], draw: 'line', provenance: 'modelled', label: t.uniform },
      ],
    }),
    [pValues, t],
  );
  return <LinePlot model={model} height={220} />;
}

/** Where the values of a uniform sample of n lie on average: k/(n + 1). */
export function quantiles(n: number): number[] {
  return Array.from({ length: n }, (_, k) => (k + 1) / (n + 1));
}
