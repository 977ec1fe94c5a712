import { useEffect, useMemo } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import type { EnergyView } from '../../../../lab/energy/index.js';
import { useCall } from '../../app/hooks.js';
import { LinePlot, type PlotSeries, type Range, type Summary, type XyModel } from '../../plot/index.js';
import { ErrorBox } from '../../ui/index.js';
import { energyTexts } from './messages.js';
import { placeName, type Look, type Place } from './place.js';

/** Steps that are asked for: one for every two pixels of a wide screen. */
const BINS = 600;

/** Power and, in a panel of its own, cumulative energy of one scope and kind over the time of its clock. */
export function PowerPlots(props: {
  readonly run: string;
  readonly place: Place;
  readonly split: Look['split'];
  /** Changes when there is more to see. */
  readonly entries: number;
  readonly onSelect: (range: Range | undefined) => void;
}) {
  const { run, place, split, entries, onSelect } = props;
  const shown = useSignal<Range | undefined>(undefined);
  const [fromS, toS] = shown.value ?? [];
  const range = fromS === undefined || toS === undefined ? {} : { fromS, toS };
  const view = useCall('energy.view', { run, ...place, split, bins: BINS, ...range });
  useEffect(() => {
    if (entries > 0 && view.value.peek() !== undefined) view.reload();
  }, [entries]);
  const data = view.value.value;
  const own = data?.scope === place.scope && data.kind === place.kind ? data : undefined;
  const t = energyTexts();
  const power = useMemo(() => (own === undefined ? undefined : powerModel(own, place)), [own, t]);
  const energy = useMemo(() => (own === undefined ? undefined : energyModel(own, place)), [own, t]);
  return (
    <>
      {view.problem.value !== undefined && <ErrorBox problem={view.problem.value} />}
      {power !== undefined && energy !== undefined && (
        <>
          <LinePlot
            model={power}
            summary={powerSummary(own!)}
            height={240}
            onSelect={onSelect}
            onShow={(x) => (shown.value = x)}
          />
          <LinePlot model={energy} height={180} onSelect={onSelect} onShow={(x) => (shown.value = x)} />
        </>
      )}
    </>
  );
}

/** Of the whole stretch: extremes between two readings, and the mean as energy divided by time. */
export function powerSummary({ minW, maxW, cumulativeJ, edgesS, meanW }: EnergyView): Summary {
  const n = meanW.length;
  const finite = (values: Float64Array): Float64Array => values.filter(Number.isFinite);
  const joules = (cumulativeJ[n] ?? NaN) - (cumulativeJ[0] ?? NaN);
  const seconds = (edgesS[n] ?? NaN) - (edgesS[0] ?? NaN);
  return { n, min: Math.min(...finite(minW)), mean: joules / seconds, max: Math.max(...finite(maxW)) };
}

const closed = (values: Float64Array): number[] => [...values, ...values.slice(-1)];

/** Layers of a stack, the mean on top of them, and the extremes between two readings about it. */
export function powerModel(view: EnergyView, place: Place): XyModel {
  const t = energyTexts();
  const provenance = view.kind;
  const x = view.edgesS;
  const sums = new Float64Array(view.meanW.length);
  const layers = view.parts.map(({ name, idle, meanW }, i): PlotSeries => {
    for (let bin = 0; bin < sums.length; bin += 1) sums[bin]! += meanW[bin]!;
    const named = name === '' ? t.other : name;
    const fill = i === 0 ? ('floor' as const) : i - 1;
    return { label: idle ? `${named}: ${t.idle}` : named, x, y: closed(sums), steps: true, fill, color: i, provenance };
  });
  return {
    title: `${t.power}: ${placeName(place)}`,
    subtitle: t.perBin(view.readingsPerBin),
    x: xAxis(view),
    y: { label: t.power, unit: 'W' },
    draw: 'line',
    intervalLabel: t.band,
    series: [
      ...layers,
      {
        label: t.meanPower,
        x,
        y: closed(view.meanW),
        lower: closed(view.minW),
        upper: closed(view.maxW),
        interval: 'band',
        steps: true,
        color: layers.length,
        provenance,
      },
    ],
  };
}

/** Energy since the beginning of the run. */
function energyModel(view: EnergyView, place: Place): XyModel {
  const t = energyTexts();
  return {
    title: `${t.cumulative}: ${placeName(place)}`,
    x: xAxis(view),
    y: { label: t.energy, unit: 'J' },
    draw: 'line',
    series: [
      {
        label: t.energy,
        x: view.edgesS,
        y: view.cumulativeJ,
        provenance: view.kind,
      },
    ],
  };
}

function xAxis({ clock }: EnergyView): XyModel['x'] {
  const t = energyTexts();
  return { label: clock === 'board' ? t.boardClock : t.hostClock, unit: 's' };
}
