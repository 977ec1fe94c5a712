import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Figure, HeatmapFigure } from '../../../lab/plot/index.js';
import { fieldOnAxis, fieldUnit } from '../app/units.js';
import { HeatMap } from './map/heat-map.js';
import { plotTexts } from './messages.js';
import { PlotFigure } from './parts/plot-figure.js';
import { histogramModel, xyModel } from './xy/derived.js';
import { withFieldAxes } from './xy/field-axis.js';
import { LinePlot } from './xy/line-plot.js';
import { summaryOf } from './xy/model.js';

/** Draws a figure as SVG somewhere else: for files, and for kinds that the page has no plot for. */
export type DrawSvg = (figure: Figure) => Promise<string>;

const LEAST_TRIALS = 30;

/** What a figure needs. */
export interface FigureViewProps<F extends Figure = Figure> {
  readonly figure: F;
  readonly height?: number;
  /** Trials below which a cell of a map of proportions is hatched; default 30, with which a proportion is known to within 0.17. */
  readonly leastTrials?: number;
  readonly drawSvg?: DrawSvg;
}

/** Any figure, as a plot to work with. */
export function FigureView(props: FigureViewProps) {
  const { figure, height, drawSvg } = props;
  const size = height === undefined ? {} : { height };
  const svg = drawSvg === undefined ? {} : { svg: () => drawSvg(figure) };
  switch (figure.kind) {
    case 'line':
    case 'scatter':
    case 'histogram':
      return <XyFigureView {...props} figure={figure} />;
    case 'heatmap':
      return (
        <HeatMap
          figure={figure}
          {...countsOf(figure)}
          leastTrials={props.leastTrials ?? LEAST_TRIALS}
          {...size}
          {...svg}
        />
      );
    case 'page':
      return (
        <section class="plot-page" aria-label={figure.title}>
          <h3>{figure.title}</h3>
          {figure.subtitle !== undefined && <p>{figure.subtitle}</p>}
          <div>
            {figure.figures.map((one) => (
              <FigureView key={one.title} {...props} figure={one} />
            ))}
          </div>
        </section>
      );
    case 'sphere':
      return <Picture {...props} />;
  }
}

const countsOf = ({ counts }: HeatmapFigure) => (counts === undefined ? {} : { counts });

function XyFigureView(props: FigureViewProps<Extract<Figure, { readonly kind: 'line' | 'scatter' | 'histogram' }>>) {
  const { figure, height, drawSvg } = props;
  const t = plotTexts();
  const model = useMemo(
    () =>
      withFieldAxes(
        figure.kind === 'histogram' ? histogramModel(figure, { leftOut: t.outside }) : xyModel(figure),
        fieldUnit.value === 'mT'
          ? { factor: fieldOnAxis(1) / 1000, unit: 'T' }
          : { factor: fieldOnAxis(1), unit: 'Oe' },
      ),
    [figure, t, fieldUnit.value],
  );
  const summary = useMemo(
    () => (figure.kind === 'histogram' ? summaryOf(figure.populations.map(({ values }) => values)) : undefined),
    [figure],
  );
  return (
    <LinePlot
      model={model}
      {...(summary === undefined ? {} : { summary })}
      {...(height === undefined ? {} : { height })}
      {...(drawSvg === undefined ? {} : { svg: () => drawSvg(figure) })}
    />
  );
}

/** A figure that is drawn elsewhere. */
function Picture({ figure, drawSvg }: FigureViewProps) {
  const t = plotTexts();
  const address = useSignal('');
  useEffect(() => {
    let gone = false;
    let made = '';
    void drawSvg?.(figure).then((svg) => {
      if (gone) return;
      made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      address.value = made;
    });
    return () => {
      gone = true;
      if (made !== '') URL.revokeObjectURL(made);
    };
  }, [figure]);
  return (
    <PlotFigure
      title={figure.title}
      subtitle={figure.subtitle}
      notes={[t.picture]}
      exports={drawSvg === undefined ? {} : { svg: () => drawSvg(figure) }}
    >
      {address.value === '' ? <p>{t.drawing}</p> : <img src={address.value} alt={figure.title} />}
    </PlotFigure>
  );
}
