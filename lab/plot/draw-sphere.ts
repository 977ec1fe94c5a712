import { extentOf, planAxis, type AxisPlan } from '../../base/axes/index.js';
import { colorBarWidth, drawColorBar } from './color-bar.js';
import { MARGIN, SIZE, type Box, type Drawing, type DrawingContext } from './drawing.js';
import type { SphereFigure, SpherePath } from './figure.js';
import { foot, head, heightFor, type LegendItem } from './head-and-foot.js';
import { counted } from './notes.js';
import { INK, mapColor, PALE_INK, PAPER, seriesColor } from './palette.js';
import { richText } from './rich-text.js';
import { graticule, SphereView, type Seen, type Vector } from './sphere-view.js';
import { element, line, polyline, px } from './svg-element.js';

/** From a point as seen to pixels. */
type Place = (seen: Seen) => readonly [number, number];

const AXIS_LENGTH = 1.22;
const LABEL_AT = 1.34;
/** Colours along a path that is coloured by time; runs of one colour share a path. */
const TIME_LEVELS = 64;
/** Points of a path from which on it is thinned, and the least step of a thinned one, pixels. */
const MANY = 5000;
const LEAST_STEP = 0.25;
const FAINT = 0.28;

/** Draws paths on the unit sphere. */
export function drawSphere(context: DrawingContext, figure: SphereFigure): Drawing {
  const { paths, width = 640, axes = ['m_{x}', 'm_{y}', 'm_{z}'] } = figure;
  const colorBy = figure.colorBy ?? (paths.length === 1 && paths[0]!.t !== undefined ? 'time' : 'path');
  const times = colorBy === 'time' ? timePlan(paths) : undefined;
  const top = head(context, figure, legendOf(paths, colorBy), width);
  const bottom = foot(context, [...(figure.notes ?? []), ...thinningNotes(paths)], width);
  const height = heightFor(figure.height ?? 640, top, bottom);
  const bar = times === undefined ? 0 : colorBarWidth(context, times, height - top.height - bottom.height);
  const room = { width: width - 2 * MARGIN - bar, height: height - top.height - bottom.height };
  const view = new SphereView(figure.view?.azimuthDeg ?? 35, figure.view?.elevationDeg ?? 20);
  const { center, radius } = fit(view, { x: MARGIN, y: top.height, ...room });
  if (radius < 20) throw new RangeError(`width and height leave no room for the sphere, got ${width} by ${height}`);
  const place: Place = ({ right, up }) => [center[0] + radius * right, center[1] - radius * up];
  const colorOf = coloring(colorBy, times, paths.length);
  const runs = paths.flatMap((path, i) => runsOf(path, view, place, (k) => colorOf(path, i, k)));
  const barBox = { x: MARGIN, y: center[1] - radius, width: room.width, height: 2 * radius };
  return {
    width,
    height,
    svg: [
      top.svg,
      disc(context, center, radius),
      drawGraticule(view, place, 'back'),
      drawAxes(view, place, axes, 'back'),
      drawRuns(runs, 'back'),
      drawGraticule(view, place, 'front'),
      drawRuns(runs, 'front'),
      drawAxes(view, place, axes, 'front'),
      ...paths.map((path, i) => endMarks(path, view, place, paths.length > 1 ? seriesColor(i, paths.length) : INK)),
      times === undefined ? '' : drawColorBar(context, times, 'viridis', barBox),
      element('g', { transform: `translate(0,${px(height - bottom.height)})` }, bottom.svg),
    ].join(''),
  };
}

/** The largest sphere that fits a room with the labels of its axes, in the middle of it. */
function fit(view: SphereView, room: Box): { readonly center: readonly [number, number]; readonly radius: number } {
  const labels = UNITS.map((unit) => view.see(unit));
  const span = (side: 'right' | 'up'): [number, number] => [
    Math.min(-1, ...labels.map((seen) => LABEL_AT * seen[side])),
    Math.max(1, ...labels.map((seen) => LABEL_AT * seen[side])),
  ];
  const [left, right] = span('right');
  const [bottom, top] = span('up');
  const border = SIZE.label;
  const radius = Math.min((room.width - 2 * border) / (right - left), (room.height - 2 * border) / (top - bottom));
  return {
    center: [
      room.x + room.width / 2 - (radius * (left + right)) / 2,
      room.y + room.height / 2 + (radius * (bottom + top)) / 2,
    ],
    radius,
  };
}

function timePlan(paths: readonly SpherePath[]): AxisPlan {
  const extent = extentOf(
    paths.map(({ t }) => t!),
    false,
  );
  return planAxis('figure.time', { label: 'Time', unit: 's' }, extent, 0);
}

/** Colour of the step from point `k` to the next. */
function coloring(colorBy: 'time' | 'pulse' | 'path', times: AxisPlan | undefined, count: number) {
  return (path: SpherePath, i: number, k: number): string => {
    if (colorBy === 'pulse') return seriesColor(Number(path.pulse![k]) !== 0 ? 1 : 0);
    if (times === undefined) return seriesColor(i, count);
    const [low, high] = times.domain;
    const level = Math.floor((TIME_LEVELS * (path.t![k]! - low)) / (high - low));
    return mapColor('viridis', (255 * Math.min(TIME_LEVELS - 1, Math.max(0, level))) / (TIME_LEVELS - 1));
  };
}

interface Run {
  readonly color: string;
  readonly side: 'front' | 'back';
  readonly points: (readonly [number, number])[];
}

/** A path in stretches of one colour on one side. */
function runsOf(path: SpherePath, view: SphereView, place: Place, colorOf: (k: number) => string): Run[] {
  const runs: Run[] = [];
  const thin = path.x.length > MANY;
  let run: Run | undefined;
  let before: Seen | undefined;
  for (let k = 0; k < path.x.length; k += 1) {
    const seen = view.see(vectorAt(path, k));
    if (!Number.isFinite(seen.depth)) {
      before = run = undefined;
      continue;
    }
    if (before === undefined) {
      before = seen;
      continue;
    }
    const [from, to] = [place(before), place(seen)];
    const last = k === path.x.length - 1;
    if (thin && !last && Math.hypot(to[0] - from[0], to[1] - from[1]) < LEAST_STEP) continue;
    const side = before.depth + seen.depth >= 0 ? 'front' : 'back';
    const color = colorOf(k - 1);
    if (run?.color !== color || run.side !== side) {
      run = { color, side, points: [from] };
      runs.push(run);
    }
    run.points.push(to);
    before = seen;
  }
  return runs;
}

const vectorAt = ({ x, y, z }: SpherePath, k: number): Vector => [x[k]!, y[k]!, z[k]!];

function drawRuns(runs: readonly Run[], side: 'front' | 'back'): string {
  const faint = side === 'back' ? FAINT : undefined;
  return element(
    'g',
    {
      class: `path ${side}`,
      fill: 'none',
      'stroke-width': 1.8,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
      opacity: faint,
    },
    ...runs
      .filter((run) => run.side === side)
      .map(({ color, points }) => element('path', { d: polyline(points), stroke: color })),
  );
}

function disc(context: DrawingContext, [cx, cy]: readonly [number, number], r: number): string {
  const id = context.id();
  const gradient = element(
    'radialGradient',
    { id, cx: '38%', cy: '32%', r: '75%' },
    element('stop', { offset: '0%', 'stop-color': PAPER }),
    element('stop', { offset: '100%', 'stop-color': '#e9ecef' }),
  );
  return gradient + element('circle', { class: 'sphere', cx, cy, r, fill: `url(#${id})`, stroke: PALE_INK });
}

function drawGraticule(view: SphereView, place: Place, side: 'front' | 'back'): string {
  const near = (seen: Seen): boolean => seen.depth >= 0;
  const circles = graticule().map((circle) =>
    polyline(
      circle.map((v) => view.see(v)).map((seen) => (near(seen) === (side === 'front') ? place(seen) : undefined)),
    ),
  );
  const stroke = side === 'front' ? '#b9bec4' : '#dde0e4';
  return element('path', {
    class: `graticule ${side}`,
    d: circles.join(''),
    fill: 'none',
    stroke,
    'stroke-width': 0.7,
  });
}

const UNITS: readonly Vector[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** Axes: dashed within the sphere, solid arrows outside, each on the side where it leaves the sphere. */
function drawAxes(view: SphereView, place: Place, names: readonly string[], side: 'front' | 'back'): string {
  const scaled = ({ right, up, depth }: Seen, by: number): Seen => ({
    right: right * by,
    up: up * by,
    depth: depth * by,
  });
  const parts = UNITS.map((unit, i) => {
    const seen = view.see(unit);
    if (seen.depth >= 0 !== (side === 'front')) return '';
    const [origin, surface, tip, label] = [0, 1, AXIS_LENGTH, LABEL_AT].map((by) => place(scaled(seen, by)));
    const [[x0, y0], [x1, y1], [x2, y2]] = [origin!, surface!, tip!];
    const style = { stroke: PALE_INK, 'stroke-width': 1.1 };
    return (
      line(x0, y0, x1, y1, { ...style, 'stroke-dasharray': '2 3', 'stroke-width': 0.9 }) +
      line(x1, y1, x2, y2, style) +
      arrowHead(x1, y1, x2, y2) +
      richText(names[i]!, label![0], label![1] + 0.36 * SIZE.label, SIZE.label, { 'text-anchor': 'middle', fill: INK })
    );
  });
  return element('g', { class: `axes ${side}` }, ...parts);
}

function arrowHead(x1: number, y1: number, x2: number, y2: number): string {
  const length = Math.hypot(x2 - x1, y2 - y1);
  // An axis that points at the eye has no arrow to be seen.
  if (length < 4) return '';
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const corner = (back: number, across: number): string =>
    `${px(x2 - back * ux - across * uy)},${px(y2 - back * uy + across * ux)}`;
  return element('path', { d: `M${px(x2)},${px(y2)}L${corner(7, 3)}L${corner(7, -3)}Z`, fill: PALE_INK });
}

/** An open circle where a path begins, a square where it ends; faint behind the sphere. */
function endMarks(path: SpherePath, view: SphereView, place: Place, color: string): string {
  return [0, path.x.length - 1]
    .map((k, which) => {
      const seen = view.see(vectorAt(path, k));
      if (!Number.isFinite(seen.depth)) return '';
      const [x, y] = place(seen);
      const opacity = seen.depth < 0 ? 2 * FAINT : undefined;
      return which === 0 ? startMark(x, y, color, opacity) : endMark(x, y, color, opacity);
    })
    .join('');
}

const startMark = (cx: number, cy: number, stroke: string, opacity?: number): string =>
  element('circle', { class: 'start', cx, cy, r: 4.5, fill: PAPER, stroke, 'stroke-width': 1.8, opacity });

const endMark = (x: number, y: number, fill: string, opacity?: number): string =>
  element('rect', { class: 'end', x: x - 4, y: y - 4, width: 8, height: 8, fill, stroke: PAPER, opacity });

function legendOf(paths: readonly SpherePath[], colorBy: 'time' | 'pulse' | 'path'): LegendItem[] {
  const stroke = (color: string): Pick<LegendItem, 'width' | 'sample'> => ({
    width: 24,
    sample: (x, middle) => line(x, middle, x + 24, middle, { stroke: color, 'stroke-width': 2 }),
  });
  const items: LegendItem[] = [];
  if (colorBy === 'pulse') {
    items.push({ label: 'pulse on', ...stroke(seriesColor(1)) }, { label: 'pulse off', ...stroke(seriesColor(0)) });
  }
  if (colorBy === 'path') {
    paths.forEach(
      ({ label = '' }, i) => label !== '' && items.push({ label, ...stroke(seriesColor(i, paths.length)) }),
    );
  }
  items.push({ label: 'start', width: 10, sample: (x, middle) => startMark(x + 5, middle, INK) });
  items.push({ label: 'end', width: 8, sample: (x, middle) => endMark(x + 4, middle, INK) });
  return items;
}

function thinningNotes(paths: readonly SpherePath[]): string[] {
  const many = paths.filter(({ x }) => x.length > MANY).reduce((sum, { x }) => sum + x.length, 0);
  if (many === 0) return [];
  return [`Of ${counted(many, 'point')}, those nearer than ${LEAST_STEP} pixels to the one before are left out.`];
}
