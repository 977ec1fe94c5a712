import { signal, type ReadonlySignal } from '@preact/signals';
import type { ExperimentTexts } from '../../../lab/experiments/index.js';
import type { Figure, FigureAxis } from '../../../lab/plot/index.js';
import type { ListedExperiment } from '../../rpc/api/index.js';
import { backend } from './backend.js';
import { locale } from './i18n.js';
import { showError } from './problems.js';

const all = signal<readonly ListedExperiment[] | undefined>(undefined);

/** All experiments, in English; nothing before the backend has told. */
export const experiments: ReadonlySignal<readonly ListedExperiment[] | undefined> = all;

/** Asks for the experiments. */
export function startExperiments(): void {
  backend.call('experiments.list', {}).then(
    (list) => (all.value = list),
    (error: unknown) => {
      all.value = [];
      showError(error);
    },
  );
}

function textsOf(experiment: ListedExperiment | undefined): ExperimentTexts | undefined {
  return locale.value === 'de' ? experiment?.texts?.de : undefined;
}

function find(id: string): ListedExperiment | undefined {
  return all.value?.find((one) => one.id === id);
}

/** An experiment in the language of the moment; English where it has no text. */
export function localExperiment(experiment: ListedExperiment): ListedExperiment {
  const texts = textsOf(experiment);
  if (texts === undefined) return experiment;
  const { title, summary } = texts;
  const params = experiment.params.map((param) => {
    const [label = param.label, help = param.help] = texts.params[param.name] ?? [];
    return { ...param, label, ...(help === undefined ? {} : { help }) };
  });
  const views = experiment.views.map((view) => ({ ...view, title: texts.views[view.id] ?? view.title }));
  return { ...experiment, title, summary, params, views };
}

/** Title of an experiment; `otherwise` for one that this program does not have. */
export function experimentTitle(id: string, otherwise: string): string {
  const experiment = find(id);
  return textsOf(experiment)?.title ?? experiment?.title ?? otherwise;
}

/** Label of an experiment's parameter. */
export function parameterLabel(id: string, name: string, otherwise: string): string {
  return textsOf(find(id))?.params[name]?.[0] ?? otherwise;
}

/** Title of a view. */
export function viewTitle(id: string, view: string, otherwise: string): string {
  return textsOf(find(id))?.views[view] ?? otherwise;
}

/** Figures by what they are in English: what draws them sees by the object whether it must draw anew. */
const german = new WeakMap<Figure, Figure>();

/** A figure of an experiment's view in the language of the moment; what the experiment has drawn itself stays as it is. */
export function localFigure<F extends Figure>(id: string, view: string, figure: F): F {
  const texts = textsOf(find(id));
  if (texts?.views[view] === undefined) return figure;
  const known = german.get(figure);
  if (known !== undefined) return known as F;
  const made = translated(figure, texts.views[view], texts.labels);
  german.set(figure, made);
  return made as F;
}

type Labels = ExperimentTexts['labels'];

function translated(figure: Figure, title: string, labels: Labels): Figure {
  const axis = (of: FigureAxis): FigureAxis => ({ ...of, label: labels[of.label] ?? of.label });
  const named = <T extends { readonly label?: string }>(of: T): T =>
    of.label === undefined ? of : { ...of, label: curveLabel(of.label, labels) };
  switch (figure.kind) {
    case 'line':
    case 'scatter':
      return { ...figure, title, x: axis(figure.x), y: axis(figure.y), series: figure.series.map(named) };
    case 'histogram':
      return { ...figure, title, x: axis(figure.x), populations: figure.populations.map(named) };
    case 'heatmap':
      return { ...figure, title, x: axis(figure.x), y: axis(figure.y), value: axis(figure.value) };
    default:
      return { ...figure, title };
  }
}

/** A curve is called by its column, by its group, as in `Amplitude 1.2 V`, or by both with a comma between. */
export function curveLabel(label: string, labels: Labels): string {
  const whole = labels[label];
  if (whole !== undefined) return whole;
  const column = Object.keys(labels).find((known) => label.startsWith(`${known}, `));
  if (column !== undefined) return `${labels[column]}, ${curveLabel(label.slice(column.length + 2), labels)}`;
  const group = Object.keys(labels).find((known) => label.startsWith(`${known} `));
  return group === undefined ? label : `${labels[group]}${label.slice(group.length)}`;
}
