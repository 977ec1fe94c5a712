import { plotTexts } from '../messages.js';
import { Rich } from '../parts/rich.js';
import { formatValue } from '../parts/values.js';
import type { Hover } from './chart.js';
import { dashOf, type SeriesLook } from './model.js';
import { sampleAt } from './nearest.js';
import { colorsOf, type Scene } from './scene.js';
import { betweenCursors, selectionOf } from './view-state.js';

/** Significant digits of a value that is read off. */
const DIGITS = 5;

/** Legend, value under the mouse, values at the cursors with their differences. */
export function Readout({ scene, hover }: { readonly scene: Scene; readonly hover: Hover | undefined }) {
  const t = plotTexts();
  const { model, looks, state } = scene;
  const unit = { x: model.x.unit ?? '', y: model.y.unit ?? '' };
  const [a, b] = state.cursors;
  const between = betweenCursors(state);
  const selection = selectionOf(state);
  const x = (value: number): string => formatValue(value, unit.x, DIGITS);
  return (
    <div class="plot-readout">
      <Legend scene={scene} />
      <output class="plot-hover" aria-live="off">
        {hover === undefined ? '' : hoverText(hover, scene)}
      </output>
      {(a !== undefined || b !== undefined) && (
        <dl class="plot-cursors" aria-live="polite">
          {[a, b].map((at, i) => at !== undefined && <Entry name={t.cursor('AB'[i]!)} text={x(at)} />)}
          {between !== undefined && <Entry name={t.delta} text={x(between.delta)} />}
          {between !== undefined && unit.x !== '' && (
            <Entry name={t.inverse} text={formatValue(between.inverse, inverseUnit(unit.x), DIGITS)} />
          )}
        </dl>
      )}
      {(a !== undefined || b !== undefined) && <CursorValues scene={scene} unit={unit.y} />}
      {selection !== undefined && (
        <dl class="plot-cursors">
          <Entry name={t.selection} text={`${x(selection[0])} – ${x(selection[1])}`} />
        </dl>
      )}
      {looks.length === 0 && <p>{t.empty}</p>}
    </div>
  );
}

/** Unit of 1/x. */
export const inverseUnit = (unit: string): string => (unit === 's' ? 'Hz' : unit === 'Hz' ? 's' : `1/${unit}`);

function Entry({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}

function hoverText({ x, y, point }: Hover, { model, looks }: Scene): string {
  const look = point && looks[point.series];
  const at = look === undefined ? { x, y } : { x: look.series.x[point!.index]!, y: look.series.y[point!.index]! };
  const name = look?.series.label === undefined ? '' : `${look.series.label}: `;
  return `${name}${formatValue(at.x, model.x.unit ?? '', DIGITS)}, ${formatValue(at.y, model.y.unit ?? '', DIGITS)}`;
}

function Legend({ scene }: { readonly scene: Scene }) {
  const t = plotTexts();
  const color = colorsOf(scene);
  const named = scene.looks.filter(({ series }) => (series.label ?? '') !== '');
  const anyInterval = scene.looks.some(({ interval }) => interval !== undefined);
  if (named.length === 0 && !anyInterval) return null;
  return (
    <ul class="plot-legend">
      {named.map((look) => (
        <li>
          <Sample look={look} color={color(look)} />
          <Rich text={look.series.label ?? ''} />
          {look.dashed && <em>{look.estimated ? t.estimated : t.modelled}</em>}
        </li>
      ))}
      {anyInterval && <li class="plot-interval">{scene.model.intervalLabel ?? t.interval}</li>}
    </ul>
  );
}

function Sample({ look, color }: { readonly look: SeriesLook; readonly color: string }) {
  return (
    <svg class="plot-sample" width="22" height="10" aria-hidden="true">
      {look.line && (
        <line
          x1="1"
          x2="21"
          y1="5"
          y2="5"
          stroke={color}
          stroke-width="2"
          stroke-dasharray={dashOf(look).join(' ') || '0'}
        />
      )}
      {look.markers && <circle cx="11" cy="5" r="3.2" fill={look.dashed ? 'none' : color} stroke={color} />}
    </svg>
  );
}

function CursorValues({ scene, unit }: { readonly scene: Scene; readonly unit: string }) {
  const t = plotTexts();
  const [a, b] = scene.state.cursors;
  const value = (look: SeriesLook, at: number | undefined): number => {
    const index = at === undefined ? undefined : sampleAt(look.series.x, at);
    return index === undefined ? NaN : look.series.y[index]!;
  };
  const rows = scene.looks
    .map((look, i) => ({ name: look.series.label ?? String(i + 1), values: [value(look, a), value(look, b)] as const }))
    .filter(({ values }) => values.some(Number.isFinite));
  if (rows.length === 0) return null;
  const text = (number: number): string => (Number.isFinite(number) ? formatValue(number, unit, DIGITS) : '–');
  return (
    <table class="plot-values">
      <thead>
        <tr>
          <th scope="col">{t.series}</th>
          <th scope="col">A</th>
          <th scope="col">B</th>
          <th scope="col">{t.delta}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, values: [one, other] }) => (
          <tr>
            <th scope="row">
              <Rich text={name} />
            </th>
            <td>{text(one)}</td>
            <td>{text(other)}</td>
            <td>{text(other - one)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
