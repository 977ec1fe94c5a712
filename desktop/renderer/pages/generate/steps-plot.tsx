import { useMemo } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import type { TracedStep } from '../../../../lab/energy/index.js';
import { LinePlot, type XyModel } from '../../plot/index.js';
import { Select } from '../../ui/index.js';
import { sigmaOf } from '../energy/figures.js';
import { energyTexts } from '../energy/messages.js';
import { generateTexts } from './messages.js';

/** Energy of each step, of one scope and kind at a time: others have other boundaries, and are never in one picture to be added. */
export function StepsPlot({ steps }: { readonly steps: readonly TracedStep[] }) {
  const t = generateTexts();
  const e = energyTexts();
  const places = [
    ...new Set(steps.flatMap(({ energy }) => energy.map(({ scope, kind }) => `${scope} ${kind}` as const))),
  ];
  const choice = useSignal<string>('');
  const place =
    places.find((one) => one === choice.value) ?? places.find((one) => one.startsWith('array')) ?? places[0];
  const model = useMemo(() => (place === undefined ? undefined : modelOf(place, steps)), [place, steps, t]);
  if (place === undefined || model === undefined) return null;
  return (
    <div class="stack">
      <Select
        label={t.scopeOfPlot}
        value={place}
        options={places.map((one) => ({ value: one, label: placeName(one) }))}
        onChange={(one) => (choice.value = one)}
      />
      <LinePlot model={model} height={200}>
        <p class="small muted">{e.boundary[place.split(' ')[0] as keyof typeof e.boundary]}</p>
      </LinePlot>
    </div>
  );

  function modelOf(of: string, all: readonly TracedStep[]): XyModel {
    const found = all.map(({ energy }) => energy.find(({ scope, kind }) => `${scope} ${kind}` === of));
    const joules = found.map((one) => one?.joules ?? NaN);
    const half = found.map((one) => (one === undefined ? NaN : 1.96 * sigmaOf(one)));
    return {
      title: t.energyPerStep(placeName(of)),
      x: { label: t.step },
      y: { label: t.energyAxis, unit: 'J', min: 0 },
      draw: 'line',
      series: [
        {
          label: t.energyAxis,
          x: all.map(({ step }) => step),
          y: joules,
          lower: joules.map((value, i) => value - half[i]!),
          upper: joules.map((value, i) => value + half[i]!),
          interval: 'band',
          provenance: of.split(' ')[1] as 'measured' | 'modelled' | 'estimated',
        },
      ],
    };
  }
}

/** `Array, modelled`. */
export function placeName(place: string): string {
  const t = energyTexts();
  const [scope, kind] = place.split(' ') as [keyof typeof t.scope, keyof typeof t.kind];
  return `${t.scope[scope]}, ${t.kind[kind]}`;
}
