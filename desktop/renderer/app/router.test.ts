import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { href, parseRoute } from './router.js';

describe('routes', () => {
  it('reads page, path and query', () => {
    expect(parseRoute('#/runs/a%2Fb/x?tab=ledger')).toEqual({
      page: 'runs',
      path: ['a/b', 'x'],
      query: { tab: 'ledger' },
    });
    expect(parseRoute('')).toEqual({ page: '', path: [], query: {} });
  });

  it('takes an escape that is none as it stands', () => {
    expect(parseRoute('#/runs/%zz').path).toEqual(['%zz']);
  });

  it('reads back what it writes', () => {
    const words = fc.array(fc.string({ minLength: 1 }));
    const query = fc.dictionary(fc.string({ minLength: 1 }), fc.string());
    fc.assert(
      fc.property(words, query, (path, asked) => {
        expect(parseRoute(href('runs', path, asked))).toEqual({ page: 'runs', path, query: { ...asked } });
      }),
      { seed: 7 },
    );
  });
});
