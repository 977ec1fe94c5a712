import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { formatCount } from '../../app/i18n.js';
import { Frames } from '../draw/frames.js';
import { plotTexts } from '../messages.js';
import { xyTable } from '../parts/csv.js';
import { PlotFigure, Tool, type PlotExports } from '../parts/plot-figure.js';
import { picture } from '../parts/save.js';
import { Statistics, type ValueSet } from '../parts/statistics.js';
import { usePlotTheme } from '../parts/use-theme.js';
import { formatValue } from '../parts/values.js';
import { useWidth } from '../parts/use-size.js';
import { Chart, type Hover } from './chart.js';
import { histogramModel } from './derived.js';
import { extentsOf, frameOf, plansOf } from './frame.js';
import { LimitsForm } from './limits-form.js';
import {
  looksOf,
  omissionsOf,
  summaryOf,
  summaryOfModel,
  type PlotSeries,
  type Summary,
  type XyModel,
} from './model.js';
import { Overview } from './overview.js';
import type { Range } from './ranges.js';
import { Readout } from './readout.js';
import { colorsOf, type Scene } from './scene.js';
import { act, keyAction, selectionOf, UNTOUCHED, type ViewAction, type ViewState } from './view-state.js';

/** What a line plot needs. */
export interface LinePlotProps {
  readonly model: XyModel;
  /** Height of plot and axes, pixels; default 300. */
  readonly height?: number;
  /** Width of a window on x that follows the end of the data until the reader zooms; for live views. */
  readonly moving?: number;
  /** Count, least, mean and greatest of the record, where the series are already thinned; default: of the series. */
  readonly summary?: Summary;
  /** Envelope of the whole record for the strip below the plot, with its ends. */
  readonly overview?: { readonly series: PlotSeries; readonly whole: Range };
  /** Told what is selected, SI; statistics of it come from the caller. */
  readonly onSelect?: (range: Range | undefined) => void;
  /** Told what is shown when the reader changes it; undefined: all of it. The caller may then bring finer data. */
  readonly onShow?: (x: Range | undefined) => void;
  /** The figure as SVG, from whoever draws pictures for files. */
  readonly svg?: () => Promise<string>;
  /** Below the plot: statistics of the selection, for instance. */
  readonly children?: ComponentChildren;
}

/** Curves and points with zoom, cursors, selection, table and export. */
export function LinePlot(props: LinePlotProps) {
  const { model, height = 300, moving, overview, children } = props;
  const t = plotTexts();
  const theme = usePlotTheme();
  const [host, width] = useWidth<HTMLDivElement>();
  const state = useSignal<ViewState>(UNTOUCHED);
  const hover = useSignal<Hover | undefined>(undefined);
  const limits = useSignal(false);

  const looks = useMemo(() => looksOf(model), [model]);
  const extents = useMemo(() => extentsOf(model), [model]);
  const omissions = useMemo(() => omissionsOf(model), [model]);
  const frame = useMemo(() => frameOf(model, extents, moving), [model, extents, moving]);
  const plans = plansOf(model, extents, state.value, frame);
  const scene: Scene = { model, looks, state: state.value, frame, ...plans, theme, width, height };
  const latest = useRef({ scene, props });
  latest.current = { scene, props };

  const dispatch = (action: ViewAction): void => {
    const { scene: now, props: given } = latest.current;
    const before = state.peek();
    const after = act(before, action, now.frame);
    state.value = after;
    const [one, other] = [selectionOf(before), selectionOf(after)];
    if (one?.[0] !== other?.[0] || one?.[1] !== other?.[1]) given.onSelect?.(other);
    if (before.x !== after.x) given.onShow?.(after.x);
  };
  const chart = useChart(host, latest, dispatch, hover);
  useEffect(() => chart.current?.frames.ask());

  const summary = useMemo(() => props.summary ?? summaryOfModel(model), [model, props.summary]);
  const notes = [
    ...(model.notes ?? []),
    ...(omissions.notPositive > 0 ? [t.notPositive(omissions.notPositive)] : []),
    ...(omissions.outside > 0 ? [t.outside(omissions.outside)] : []),
  ];
  const wanted = (): { readonly range: Range | undefined; readonly part: 'all' | 'shown' | 'selection' } => {
    const selection = selectionOf(state.value);
    const range = selection ?? state.value.x;
    return { range, part: selection !== undefined ? 'selection' : range === undefined ? 'all' : 'shown' };
  };
  const exports: PlotExports = {
    table: () => {
      const { range, part } = wanted();
      return { data: xyTable(model, range), part };
    },
    // Where the summary is of something else, the series are thinned or counts: their statistics would mislead.
    ...(props.summary === undefined && { statistics: () => <LineStatistics model={model} {...wanted()} /> }),
    png: async () => {
      const canvas = chart.current?.chart.canvas;
      if (canvas === undefined) return undefined;
      const color = colorsOf(scene);
      const legend = looks.map((look) => ({ label: look.series.label ?? '', color: color(look) }));
      return picture(canvas, { title: model.title, ...subtitleOf(model), legend, notes }, theme);
    },
    ...(props.svg === undefined ? {} : { svg: props.svg }),
  };
  return (
    <PlotFigure
      title={model.title}
      subtitle={model.subtitle}
      notes={notes}
      exports={exports}
      tools={
        <>
          <span class="plot-n">{t.count(summary.n)}</span>
          <Tool
            label={t.limitsHelp}
            text={t.limits}
            pressed={limits.value}
            act={() => (limits.value = !limits.value)}
          />
          <Tool
            label={t.resetHelp}
            text={t.reset}
            disabled={state.value.x === undefined && state.value.y === undefined}
            act={() => dispatch({ type: 'reset' })}
          />
        </>
      }
    >
      {limits.value && <LimitsForm scene={scene} apply={(x, y) => dispatch({ type: 'show', x, y })} />}
      <div
        ref={host}
        class="plot-canvas"
        data-drawn="false"
        role="img"
        tabIndex={0}
        aria-label={summaryText(model, summary)}
        aria-description={t.keys}
        onClick={(event) => {
          event.currentTarget.focus();
          if (!event.altKey) chart.current?.chart.click(event);
        }}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const action = keyAction(event.key, event.shiftKey);
          if (action === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          dispatch(action);
        }}
      />
      {overview !== undefined && width > 0 && (
        <Overview
          {...overview}
          width={width}
          shown={plans.x.domain}
          log={frame.xLog}
          choose={(x) => dispatch({ type: 'show', x })}
        />
      )}
      <Readout scene={scene} hover={hover.value} />
      {children}
    </PlotFigure>
  );
}

/** Statistics of the values of a plot, or of a part of it; computed anew only when that changes. */
function LineStatistics(props: {
  readonly model: XyModel;
  readonly range: Range | undefined;
  readonly part: 'all' | 'shown' | 'selection';
}) {
  const { model, range, part } = props;
  const about = { title: model.title, quantity: model.y };
  const sets = useMemo(() => model.series.map((one) => valuesWithin(one, range)), [model, range?.[0], range?.[1]]);
  return <Statistics {...about} sets={sets} part={part} histogram={<ValueHistogram {...about} sets={sets} />} />;
}

/** How often values occur. */
export function ValueHistogram(props: {
  readonly title: string;
  readonly quantity: XyModel['y'];
  readonly sets: readonly ValueSet[];
}) {
  const { title, quantity, sets } = props;
  const t = plotTexts();
  const model = useMemo(
    () =>
      histogramModel(
        { kind: 'histogram', title: t.histogram(title), x: quantity, countLabel: t.counted, populations: sets },
        { leftOut: t.outside },
      ),
    [title, quantity, sets, t],
  );
  return <LinePlot model={model} summary={summaryOf(sets.map(({ values }) => values))} height={180} />;
}

/** The values of a series over a part of x. */
function valuesWithin({ label, x, y }: PlotSeries, range: Range | undefined): ValueSet {
  const values = range === undefined ? y : Array.from(y).filter((_, i) => x[i]! >= range[0] && x[i]! <= range[1]);
  return { values, ...(label === undefined ? {} : { label }) };
}

const subtitleOf = ({ subtitle }: XyModel): { subtitle?: string } => (subtitle === undefined ? {} : { subtitle });

function summaryText({ title, y }: XyModel, { n, min, mean, max }: Summary): string {
  const t = plotTexts();
  if (n === 0) return t.summaryEmpty(title);
  const text = (value: number): string => formatValue(value, y.unit ?? '');
  return t.summary(title, formatCount(n), text(min), text(mean), text(max));
}

interface Running {
  readonly chart: Chart;
  readonly frames: Frames;
}

/** The chart in its element, drawing the latest scene when asked, at most thirty times a second. */
function useChart(
  host: { readonly current: HTMLDivElement | null },
  latest: { readonly current: { readonly scene: Scene } },
  dispatch: (action: ViewAction) => void,
  hover: { value: Hover | undefined },
): { readonly current: Running | undefined } {
  const running = useRef<Running | undefined>(undefined);
  const send = useRef(dispatch);
  send.current = dispatch;
  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    let drawings = 0;
    const chart = new Chart(element, {
      act: (action) => send.current(action),
      hover: (now) => (hover.value = now),
      drawn: () => (element.dataset['drawn'] = String((drawings += 1))),
    });
    const frames = new Frames(() => {
      if (latest.current.scene.width > 0) chart.show(latest.current.scene);
    });
    running.current = { chart, frames };
    frames.ask();
    return () => {
      frames.stop();
      chart.destroy();
      running.current = undefined;
    };
  }, []);
  return running;
}
