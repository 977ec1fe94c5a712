import { describe, expect, it } from 'vitest';
import { fuzzyFilter, fuzzyMatch } from './fuzzy.js';

describe('fuzzyMatch', () => {
  it('finds letters in their order and says where', () => {
    expect(fuzzyMatch('gtb', 'Go to Boards')?.positions).toEqual([0, 3, 6]);
    expect(fuzzyMatch('xyz', 'Go to Boards')).toBeUndefined();
    expect(fuzzyMatch('drab', 'Boards')).toBeUndefined();
  });

  it('minds neither case nor accents nor spaces of the query', () => {
    expect(fuzzyMatch('lau fe', 'Läufe')?.positions).toEqual([0, 1, 2, 3, 4]);
  });

  it('matches everything when nothing is asked', () => {
    expect(fuzzyMatch('', 'Boards')).toEqual({ score: 0, positions: [] });
  });
});

describe('fuzzyFilter', () => {
  it('puts starts of words before letters in the middle, and keeps the order of equals', () => {
    const list = ['Abort run', 'Arm', 'Run self-test', 'Go to Runs'];
    expect(fuzzyFilter('run', list, (text) => text)[0]).toBe('Run self-test');
    expect(fuzzyFilter('', list, (text) => text)).toEqual(list);
    expect(fuzzyFilter('st', list, (text) => text)).toEqual(['Run self-test']);
  });
});
