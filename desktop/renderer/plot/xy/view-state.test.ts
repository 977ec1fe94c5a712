import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { panned, rangeBetween, shareOf, valueAt, windowOf, zoomed } from './ranges.js';
import { act, betweenCursors, keyAction, selectionOf, shown, UNTOUCHED, type ViewFrame } from './view-state.js';

// The same cases in every run; comment out to explore.
fc.configureGlobal({ seed: 20260101 });

const frame: ViewFrame = { x: [0, 10], y: [1, 100], xLog: false, yLog: true };

describe('a range', () => {
  it('is zoomed about a place that stays', () => {
    expect(zoomed([0, 10], 2, 0.5, false)).toEqual([2.5, 7.5]);
    expect(zoomed([0, 10], 2, 0, false)).toEqual([0, 5]);
    const [low, high] = zoomed([1, 100], 2, 0.5, true);
    expect(low).toBeCloseTo(10 ** 0.5, 12);
    expect(high).toBeCloseTo(10 ** 1.5, 12);
  });

  it('comes back by the inverse of what was done to it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e3, max: 1e3, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (low, width, share, factor) => {
          const range = [low, low + width] as const;
          const there = zoomed(range, factor, share, false);
          const back = zoomed(there, 1 / factor, share, false);
          expect(Math.abs(back[0] - low)).toBeLessThan(1e-6 * (width + Math.abs(low)));
          const moved = panned(panned(range, share, false), -share, false);
          expect(Math.abs(moved[1] - range[1])).toBeLessThan(1e-6 * (width + Math.abs(low)));
        },
      ),
    );
  });

  it('stays when nothing finer can be told apart, and never leaves the positive on a logarithmic axis', () => {
    expect(zoomed([1, 1 + 1e-11], 100, 0.5, false)).toEqual([1, 1 + 1e-11]);
    expect(zoomed([1e-300, 1], 1e-300, 0.5, true)).toEqual([1e-300, 1]);
  });

  it('is found between two ends', () => {
    expect(rangeBetween(5, 2, false)).toEqual([2, 5]);
    expect(rangeBetween(2, 2, false)).toBeUndefined();
    expect(rangeBetween(-1, 2, true)).toBeUndefined();
    expect(rangeBetween(NaN, 2, false)).toBeUndefined();
    expect(windowOf([0, 100], 30)).toEqual([70, 100]);
  });

  it('maps values to shares and back', () => {
    expect(shareOf([1, 100], valueAt([1, 100], 0.25, true), true)).toBeCloseTo(0.25, 12);
    expect(valueAt([2, 4], 0.5, false)).toBe(3);
  });
});

describe('the view of a plot', () => {
  it('follows the data until it is touched, and after a reset', () => {
    expect(shown(UNTOUCHED, frame)).toEqual({ x: [0, 10], y: [1, 100] });
    const near = act(UNTOUCHED, { type: 'zoom', factor: 2, x: 0.5 }, frame);
    expect(shown(near, frame)).toEqual({ x: [2.5, 7.5], y: [1, 100] });
    expect(act(near, { type: 'reset' }, frame)).toEqual(UNTOUCHED);
  });

  it('has two cursors, with their distance and its inverse', () => {
    const one = act(UNTOUCHED, { type: 'cursor', which: 0, at: 2 }, frame);
    expect(betweenCursors(one)).toBeUndefined();
    const two = act(one, { type: 'cursor', which: 1, at: 6 }, frame);
    expect(betweenCursors(two)).toEqual({ delta: 4, inverse: 0.25 });
    expect(two.active).toBe(1);
  });

  it('moves the cursor by keys, ten times as far with Shift, and no farther than the edge', () => {
    let state = act(UNTOUCHED, keyAction('ArrowRight', false)!, frame);
    expect(state.cursors).toEqual([5, undefined]);
    state = act(state, keyAction('ArrowRight', true)!, frame);
    expect(state.cursors[0]).toBeCloseTo(5.5, 12);
    for (let i = 0; i < 40; i += 1) state = act(state, keyAction('ArrowLeft', true)!, frame);
    expect(state.cursors[0]).toBe(0);
    state = act(state, keyAction('c', false)!, frame);
    expect(state).toMatchObject({ active: 1, cursors: [0, 5] });
  });

  it('selects between the places where [ and ] were pressed', () => {
    let state = act(UNTOUCHED, { type: 'cursor', which: 0, at: 8 }, frame);
    state = act(state, keyAction('[', false)!, frame);
    expect(selectionOf(state)).toBeUndefined();
    state = act(state, { type: 'cursor', which: 0, at: 3 }, frame);
    state = act(state, keyAction(']', false)!, frame);
    expect(selectionOf(state)).toEqual([3, 8]);
    expect(selectionOf(act(state, keyAction('Escape', false)!, frame))).toBeUndefined();
  });

  it('takes explicit limits of one axis', () => {
    const state = act(UNTOUCHED, { type: 'show', y: [5, 6] }, frame);
    expect(shown(state, frame)).toEqual({ x: [0, 10], y: [5, 6] });
  });

  it('leaves other keys alone', () => {
    expect(keyAction('Tab', false)).toBeUndefined();
    expect(keyAction('a', false)).toBeUndefined();
  });
});
