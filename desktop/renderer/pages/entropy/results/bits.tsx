import { useMemo } from 'preact/hooks';
import type { BatteryResult } from '../../../../../lab/entropy/index.js';
import { formatCount } from '../../../app/i18n.js';
import { LinePlot, type Summary as PlotSummary, type XyModel } from '../../../plot/index.js';
import { Panel, Stat, Stats } from '../../../ui/index.js';
import { resultTexts } from './messages.js';

type Bits = Extract<BatteryResult, { battery: 'bits' }>;
type Summary = Bits['found'];

/** What the bits look like: share of ones, autocorrelation with its band, bytes, run lengths. All figures are of every bit. */
export function BitsView({ result }: { readonly result: Bits }) {
  const t = resultTexts();
  const { found } = result;
  const [low, high] = found.shareInterval;
  const models = useMemo(
    (): Counted[] => [stretches(found, t), autocorrelation(found, t), bytes(found, t), runs(found, t)],
    [found, t],
  );
  return (
    <>
      <Panel title={t.figures}>
        <Stats>
          <Stat label={t.bits} value={formatCount(found.bits)} />
          <Stat
            label={t.ones}
            value={found.share.toFixed(6)}
            note={`${low.toFixed(6)} … ${high.toFixed(6)}`}
            title={t.onesInterval}
          />
          <Stat label="P(1|0)" value={found.transitions.oneAfterZero.toFixed(6)} />
          <Stat label="P(1|1)" value={found.transitions.oneAfterOne.toFixed(6)} />
        </Stats>
      </Panel>
      <div class="entropy-plots">
        {models.map(({ counted, ...model }) => (
          <LinePlot
            key={model.title}
            model={model}
            height={240}
            {...(counted === undefined ? {} : { summary: counted })}
          />
        ))}
      </div>
    </>
  );
}

type Texts = ReturnType<typeof resultTexts>;

function stretches(found: Summary, t: Texts): XyModel {
  const { stretchBits } = found;
  // Of fair bits 95 % of the stretches lie within.
  const band = 1.96 * Math.sqrt(0.25 / stretchBits);
  return {
    title: t.stretches,
    x: { label: t.place },
    y: { label: t.share },
    draw: 'line',
    series: [{ x: found.stretches.map((_, k) => (k + 0.5) * stretchBits), y: found.stretches }],
    references: [
      { axis: 'y', value: 0.5 - band },
      { axis: 'y', value: 0.5 },
      { axis: 'y', value: 0.5 + band },
    ],
  };
}

function autocorrelation(found: Summary, t: Texts): XyModel {
  const { autocorrelation: r, band } = found;
  return {
    title: t.autocorrelation,
    notes: [t.outside(found.outside, r.length, found.expectedOutside.toFixed(1))],
    x: { label: t.lag },
    y: { label: t.correlation },
    draw: 'markers',
    series: [{ x: r.map((_, k) => k + 1), y: r }],
    references: [
      { axis: 'y', value: band, label: t.band },
      { axis: 'y', value: -band },
    ],
  };
}

/** A plot, with what its summary is of where that is not what is drawn. */
type Counted = XyModel & { readonly counted?: PlotSummary };

function bytes(found: Summary, t: Texts): Counted {
  const { counts, chiSquare, p } = found.bytes;
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    // Of the bytes, not of the columns; the last of these is drawn twice, to close its step.
    counted: {
      n: total,
      min: counts.findIndex((count) => count > 0),
      mean: counts.reduce((sum, count, value) => sum + count * value, 0) / total,
      max: counts.findLastIndex((count) => count > 0),
    },
    title: t.byteHistogram,
    notes: [t.chiSquare(chiSquare.toFixed(1), p.toPrecision(4))],
    x: { label: t.byteValue },
    y: { label: t.count, min: 0 },
    draw: 'line',
    series: [
      { x: Array.from({ length: 257 }, (_, k) => k), y: [...counts, counts.at(-1) ?? 0], steps: true, fill: 'floor' },
    ],
    references: [{ axis: 'y', value: total / 256, label: t.expectedCount }],
  };
}

function runs(found: Summary, t: Texts): XyModel {
  const x = found.runs.map(({ length }) => length);
  return {
    title: t.runLengths,
    x: { label: t.runLength },
    y: { label: t.runs, scale: 'log' },
    draw: 'markers',
    series: [
      { label: t.runsOnes, x, y: found.runs.map(({ ones }) => ones) },
      { label: t.runsZeros, x, y: found.runs.map(({ zeros }) => zeros) },
      { label: t.geometric, x, y: found.runs.map(({ expected }) => expected), draw: 'line', provenance: 'modelled' },
    ],
  };
}
