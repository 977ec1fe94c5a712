import { describe, expect, it } from 'vitest';
import { displayKey, NO_MEMORY, placeWindow, remember, SMALLEST } from './window-state.js';

const screen = (x: number, y: number, width: number, height: number, scaleFactor = 1) => ({
  bounds: { x, y, width, height },
  workArea: { x, y: y + 30, width, height: height - 30 },
  scaleFactor,
});
const left = screen(-1280, 0, 1280, 1024);
const main = screen(0, 0, 1920, 1080);

describe('the place of a window', () => {
  it('is the middle of the primary display at first, and fits a small one', () => {
    expect(placeWindow(NO_MEMORY, [left, main], main)).toEqual({
      x: 300,
      y: 125,
      width: 1320,
      height: 860,
      maximised: false,
    });
    const small = screen(0, 0, 1024, 600);
    expect(placeWindow(NO_MEMORY, [small], small)).toEqual({ x: 0, y: 30, width: 1024, height: 570, maximised: false });
  });

  it('is remembered for each display', () => {
    const there = { x: -1200, y: 100, width: 900, height: 700, maximised: false };
    const here = { x: 10, y: 40, width: 1000, height: 600, maximised: true };
    const memory = remember(remember(NO_MEMORY, main, here), left, there);
    expect(placeWindow(memory, [left, main], main)).toEqual(there);
    expect(placeWindow(memory, [main], main)).toEqual(here);
    expect(displayKey(left)).toBe('1280x1024@1-1280+0');
  });

  it('is brought back into sight and to a usable size', () => {
    const away = { x: 5000, y: -300, width: 100, height: 4000, maximised: false };
    const { x, y, width, height } = placeWindow(remember(NO_MEMORY, main, away), [main], main);
    expect([x, y, width, height]).toEqual([1920 - SMALLEST.width, 30, SMALLEST.width, 1050]);
  });

  it('is remembered for a bounded number of displays', () => {
    let memory = NO_MEMORY;
    const place = { x: 0, y: 0, width: 900, height: 700, maximised: false };
    for (let n = 0; n < 100; n++) memory = remember(memory, screen(0, 0, 1000 + n, 800), place);
    expect(Object.keys(memory.displays)).toHaveLength(20);
    expect(memory.displays[memory.last!]).toEqual(place);
  });
});
