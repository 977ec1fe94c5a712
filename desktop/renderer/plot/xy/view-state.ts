import { panned, rangeBetween, shareOf, valueAt, zoomed, type Range } from './ranges.js';

/** What the reader has done to a plot; ranges that are absent follow the data. */
export interface ViewState {
  readonly x?: Range;
  readonly y?: Range;
  /** Places of the two cursors on x, SI. */
  readonly cursors: readonly [number | undefined, number | undefined];
  /** The cursor that keys move. */
  readonly active: 0 | 1;
  /** Ends of the selection on x as they were set, in either order. */
  readonly selection: readonly [number | undefined, number | undefined];
}

/** A plot that nobody has touched. */
export const UNTOUCHED: ViewState = { cursors: [undefined, undefined], active: 0, selection: [undefined, undefined] };

/** What the plot shows by itself, and how. */
export interface ViewFrame {
  readonly x: Range;
  readonly y: Range;
  readonly xLog: boolean;
  readonly yLog: boolean;
}

/** What a reader can do. */
export type ViewAction =
  | { readonly type: 'zoom'; readonly factor: number; readonly x?: number; readonly y?: number }
  | { readonly type: 'pan'; readonly x?: number; readonly y?: number }
  | { readonly type: 'show'; readonly x?: Range; readonly y?: Range }
  | { readonly type: 'reset' }
  | { readonly type: 'cursor'; readonly which: 0 | 1; readonly at: number }
  | { readonly type: 'step'; readonly steps: number }
  | { readonly type: 'other' }
  | { readonly type: 'select'; readonly from: number; readonly to: number }
  | { readonly type: 'selectEnd'; readonly end: 0 | 1 }
  | { readonly type: 'cancel' };

/** Steps of a cursor across a plot. */
const STEPS = 200;

/** What is shown: the reader's ranges, or the plot's own. */
export function shown(state: ViewState, frame: ViewFrame): { readonly x: Range; readonly y: Range } {
  return { x: state.x ?? frame.x, y: state.y ?? frame.y };
}

/** The selection in order; undefined unless both ends are set and differ. */
export function selectionOf({ selection: [from, to] }: ViewState): Range | undefined {
  return from === undefined || to === undefined ? undefined : rangeBetween(from, to, false);
}

/** What becomes of a view by an action. */
export function act(state: ViewState, action: ViewAction, frame: ViewFrame): ViewState {
  const { x, y } = shown(state, frame);
  switch (action.type) {
    case 'zoom':
      return {
        ...state,
        ...(action.x === undefined ? {} : { x: zoomed(x, action.factor, action.x, frame.xLog) }),
        ...(action.y === undefined ? {} : { y: zoomed(y, action.factor, action.y, frame.yLog) }),
      };
    case 'pan':
      return {
        ...state,
        ...(action.x === undefined ? {} : { x: panned(x, action.x, frame.xLog) }),
        ...(action.y === undefined ? {} : { y: panned(y, action.y, frame.yLog) }),
      };
    case 'show':
      return {
        ...state,
        ...(action.x === undefined ? {} : { x: action.x }),
        ...(action.y === undefined ? {} : { y: action.y }),
      };
    case 'reset': {
      const { x: _x, y: _y, ...rest } = state;
      return rest;
    }
    case 'cursor':
      return { ...withCursor(state, action.which, action.at), active: action.which };
    case 'step': {
      const at = state.cursors[state.active];
      const share = at === undefined ? 0.5 : shareOf(x, at, frame.xLog);
      const next = at === undefined ? share : Math.max(0, Math.min(1, share + action.steps / STEPS));
      return withCursor(state, state.active, valueAt(x, next, frame.xLog));
    }
    case 'other': {
      const active = state.active === 0 ? 1 : 0;
      const at = state.cursors[active] ?? valueAt(x, 0.5, frame.xLog);
      return { ...withCursor(state, active, at), active };
    }
    case 'select':
      return { ...state, selection: [action.from, action.to] };
    case 'selectEnd': {
      const at = state.cursors[state.active] ?? x[action.end];
      return { ...state, selection: action.end === 0 ? [at, state.selection[1]] : [state.selection[0], at] };
    }
    case 'cancel':
      return { ...state, cursors: UNTOUCHED.cursors, active: 0, selection: UNTOUCHED.selection };
  }
}

function withCursor(state: ViewState, which: 0 | 1, at: number): ViewState {
  return { ...state, cursors: which === 0 ? [at, state.cursors[1]] : [state.cursors[0], at] };
}

/** Distance of the two cursors and its inverse, of x from the first to the second; undefined unless both stand. */
export function betweenCursors({ cursors: [a, b] }: ViewState): { delta: number; inverse: number } | undefined {
  return a === undefined || b === undefined ? undefined : { delta: b - a, inverse: 1 / (b - a) };
}

/** The action of a key in a plot; undefined for keys that are none of its business. */
export function keyAction(key: string, shift: boolean): ViewAction | undefined {
  const by = shift ? 10 : 1;
  switch (key) {
    case 'ArrowLeft':
      return { type: 'step', steps: -by };
    case 'ArrowRight':
      return { type: 'step', steps: by };
    case 'ArrowUp':
      return { type: 'pan', y: 0.02 * by };
    case 'ArrowDown':
      return { type: 'pan', y: -0.02 * by };
    case 'PageUp':
      return { type: 'pan', x: -0.5 };
    case 'PageDown':
      return { type: 'pan', x: 0.5 };
    case '+':
    case '=':
      return { type: 'zoom', factor: 1.5, x: 0.5 };
    case '-':
    case '_':
      return { type: 'zoom', factor: 1 / 1.5, x: 0.5 };
    case '0':
    case 'Home':
      return { type: 'reset' };
    case 'c':
    case 'C':
      return { type: 'other' };
    case '[':
      return { type: 'selectEnd', end: 0 };
    case ']':
      return { type: 'selectEnd', end: 1 };
    case 'Escape':
      return { type: 'cancel' };
    default:
      return undefined;
  }
}
