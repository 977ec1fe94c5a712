import type uPlot from 'uplot';
import type { SeriesLook } from './model.js';
import type { Found } from './nearest.js';
import { selectionOf, type ViewState } from './view-state.js';

/** Cursors, selection and the point under the mouse: elements over the canvas, so that moving them draws nothing anew. */
export class Marks {
  readonly #cursors = [mark('plot-cursor'), mark('plot-cursor')] as const;
  readonly #selection = mark('plot-selection');
  readonly #point = mark('plot-point');

  constructor() {
    this.#cursors.forEach((cursor, i) => (cursor.dataset['name'] = i === 0 ? 'A' : 'B'));
  }

  /** Puts the marks over a plot. */
  attach(over: HTMLElement): void {
    over.append(this.#selection, ...this.#cursors, this.#point);
  }

  /** Moves cursors and selection to where they are in a view. */
  place(u: uPlot, state: ViewState): void {
    this.#cursors.forEach((cursor, i) => {
      const at = state.cursors[i];
      const left = at === undefined ? NaN : u.valToPos(at, 'x');
      shown(cursor, left >= 0 && left <= u.over.clientWidth);
      cursor.style.transform = `translateX(${left}px)`;
      cursor.classList.toggle('is-active', state.active === i);
    });
    const selection = selectionOf(state);
    shown(this.#selection, selection !== undefined);
    if (selection === undefined) return;
    const from = Math.max(0, u.valToPos(selection[0], 'x'));
    const to = Math.min(u.over.clientWidth, u.valToPos(selection[1], 'x'));
    this.#selection.style.transform = `translateX(${from}px)`;
    this.#selection.style.width = `${Math.max(0, to - from)}px`;
  }

  /** Marks the point under the mouse. */
  point(u: uPlot, look: SeriesLook | undefined, found: Found | undefined): void {
    shown(this.#point, look !== undefined && found !== undefined);
    if (look === undefined || found === undefined) return;
    const left = u.valToPos(look.series.x[found.index]!, 'x');
    const top = u.valToPos(look.series.y[found.index]!, 'y');
    this.#point.style.transform = `translate(${left}px, ${top}px)`;
  }
}

function mark(name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  element.hidden = true;
  return element;
}

function shown(element: HTMLElement, yes: boolean): void {
  if (element.hidden === yes) element.hidden = !yes;
}
