import uPlot from 'uplot';
import { align, type Aligned } from './aligned.js';
import { chartOptions } from './chart-options.js';
import { paintScene } from './chart-paint.js';
import { Marks } from './marks.js';
import { nearestPoint, type Found } from './nearest.js';
import { rangeBetween, type Range } from './ranges.js';
import { structureOf, type Scene } from './scene.js';
import type { ViewAction } from './view-state.js';

/** Where the mouse is, SI, and the point of the data that it means. */
export interface Hover {
  readonly x: number;
  readonly y: number;
  readonly point?: Found;
}

/** What a chart tells. */
export interface ChartEvents {
  readonly act: (action: ViewAction) => void;
  readonly hover: (hover: Hover | undefined) => void;
  /** Called after every drawing. */
  readonly drawn: () => void;
}

/** How near the mouse must be to a point, pixels. */
const REACH_PX = 24;
/** Zoom of one notch of the wheel. */
const WHEEL = 1.25;

/** A line plot on a page: the library draws lines and axes, this keeps it in step with a scene. */
export class Chart {
  #plot: uPlot | undefined;
  #structure = '';
  #scene: Scene | undefined;
  readonly #marks = new Marks();
  /** Where panning began, in client pixels. */
  #pan: { x: number; y: number } | undefined;
  readonly #stop = new AbortController();

  constructor(
    private readonly host: HTMLElement,
    private readonly events: ChartEvents,
  ) {
    const options = { signal: this.#stop.signal };
    host.addEventListener('wheel', (event) => this.#wheel(event), { ...options, passive: false });
    host.addEventListener('dblclick', () => events.act({ type: 'reset' }), options);
    host.addEventListener('mouseleave', () => events.hover(undefined), options);
    window.addEventListener('mousemove', (event) => this.#panTo(event), options);
    window.addEventListener('mouseup', () => (this.#pan = undefined), options);
  }

  /** The canvas, for pictures. */
  get canvas(): HTMLCanvasElement | undefined {
    return this.#plot?.ctx.canvas;
  }

  /** Draws a scene. */
  show(scene: Scene): void {
    this.#scene = scene;
    const lines = align(scene.looks, {
      x: scene.x.domain,
      columns: Math.max(50, Math.round(scene.width)),
      xLog: scene.frame.xLog,
      yLog: scene.frame.yLog,
    });
    const structure = structureOf(scene, lines.roles);
    if (this.#plot === undefined || structure !== this.#structure) {
      this.#structure = structure;
      this.#rebuild(scene, lines);
      return;
    }
    const plot = this.#plot;
    if (plot.width !== scene.width || plot.height !== scene.height) {
      plot.setSize({ width: scene.width, height: scene.height });
    }
    plot.batch(() => {
      plot.setData(dataOf(lines, scene), false);
      // First: a redraw sets the x scale to what it was.
      plot.redraw(true, true);
      plot.setScale('x', limits(scene.x.domain));
      plot.setScale('y', limits(scene.y.domain));
    });
  }

  destroy(): void {
    this.#stop.abort();
    this.#plot?.destroy();
  }

  #rebuild(scene: Scene, lines: Aligned): void {
    this.#plot?.destroy();
    const options = chartOptions(scene, lines.roles, {
      scene: () => this.#scene ?? scene,
      drawn: (u) => this.#drawn(u),
      moved: (u) => this.#moved(u),
      selected: (u) => this.#selected(u),
      pressed: (event) => this.#pressed(event),
    });
    this.#plot = new uPlot(options, dataOf(lines, scene), this.host);
    this.#marks.attach(this.#plot.over);
  }

  #drawn(u: uPlot): void {
    const scene = this.#scene;
    if (scene === undefined) return;
    paintScene(u, scene, uPlot.pxRatio);
    this.#marks.place(u, scene.state);
    this.events.drawn();
  }

  #pressed(event: MouseEvent): boolean {
    if (event.button !== 0) return false;
    if (event.shiftKey || event.altKey) {
      if (event.shiftKey) this.#pan = { x: event.clientX, y: event.clientY };
      return event.altKey;
    }
    return true;
  }

  #panTo(event: MouseEvent): void {
    if (this.#pan === undefined || this.#plot === undefined) return;
    const { clientWidth, clientHeight } = this.#plot.over;
    const [dx, dy] = [event.clientX - this.#pan.x, event.clientY - this.#pan.y];
    this.#pan = { x: event.clientX, y: event.clientY };
    this.events.act({ type: 'pan', x: -dx / clientWidth, y: dy / clientHeight });
  }

  #wheel(event: WheelEvent): void {
    const over = this.#plot?.over;
    // A page must scroll past a plot that nobody is working with.
    if (over === undefined || !(event.ctrlKey || this.host.contains(document.activeElement))) return;
    event.preventDefault();
    const box = over.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width;
    const y = 1 - (event.clientY - box.top) / box.height;
    const factor = event.deltaY < 0 ? WHEEL : 1 / WHEEL;
    this.events.act({ type: 'zoom', factor, ...(event.shiftKey ? {} : { x }), ...(event.shiftKey ? { y } : {}) });
  }

  #moved(u: uPlot): void {
    const { left = -1, top = -1 } = u.cursor;
    const scene = this.#scene;
    if (left < 0 || top < 0 || scene === undefined) {
      this.events.hover(undefined);
      return;
    }
    const place = (x: number, y: number) => {
      if ((scene.frame.xLog && x <= 0) || (scene.frame.yLog && y <= 0)) return undefined;
      const at = [u.valToPos(x, 'x'), u.valToPos(y, 'y')] as const;
      return at[0] >= 0 && at[1] >= 0 && at[0] <= u.over.clientWidth && at[1] <= u.over.clientHeight ? at : undefined;
    };
    const window: Range = [u.posToVal(left - REACH_PX, 'x'), u.posToVal(left + REACH_PX, 'x')];
    const point = nearestPoint(scene.looks, place, [left, top], window, REACH_PX);
    this.#marks.point(u, point && scene.looks[point.series], point);
    this.events.hover({ x: u.posToVal(left, 'x'), y: u.posToVal(top, 'y'), ...(point && { point }) });
  }

  #selected(u: uPlot): void {
    const scene = this.#scene;
    const { left, top, width, height } = u.select;
    if (scene === undefined || width + height === 0) return;
    const event = u.cursor.event;
    u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    const [from, to] = [u.posToVal(left, 'x'), u.posToVal(left + width, 'x')];
    if (event?.altKey === true) {
      this.events.act({ type: 'select', from, to });
      return;
    }
    const x = width < u.over.clientWidth ? rangeBetween(from, to, scene.frame.xLog) : undefined;
    const ends = [u.posToVal(top + height, 'y'), u.posToVal(top, 'y')] as const;
    const y = height < u.over.clientHeight ? rangeBetween(...ends, scene.frame.yLog) : undefined;
    this.events.act({ type: 'show', ...(x && { x }), ...(y && { y }) });
  }

  /** Sets a cursor where the plot was clicked. */
  click(event: MouseEvent): void {
    const over = this.#plot?.over;
    if (over === undefined || this.#plot === undefined) return;
    const box = over.getBoundingClientRect();
    const left = event.clientX - box.left;
    if (left < 0 || left > box.width) return;
    this.events.act({ type: 'cursor', which: event.shiftKey ? 1 : 0, at: this.#plot.posToVal(left, 'x') });
  }
}

const limits = ([min, max]: Range): { min: number; max: number } => ({ min, max });

/** The library wants an x even where there is nothing to draw. */
function dataOf({ x, columns }: Aligned, scene: Scene): uPlot.AlignedData {
  if (x.length > 0) return [x, ...columns];
  return [[...scene.x.domain], ...columns.map(() => [null, null])];
}
