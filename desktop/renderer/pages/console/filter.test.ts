import { describe, expect, it } from 'vitest';
import { FILTER_EXAMPLES, parseFilter } from './filter.js';

describe('the filter', () => {
  it('reads words, and text for the rest', () => {
    expect(parseFilter('')).toEqual({ filter: {} });
    expect(parseFilter(' dir:in  msg:openBits id:7 kind:data error ')).toEqual({
      filter: { direction: 'in', message: 'openBits', id: 7, kind: 'data', errors: true },
    });
    expect(parseFilter('dir:in -msg:heartbeat')).toEqual({ filter: { direction: 'in', without: 'heartbeat' } });
    expect(parseFilter('STATUS_BUSY amplitude')).toEqual({ filter: { text: 'STATUS_BUSY amplitude' } });
    expect(parseFilter('dir:in dir:out')).toEqual({ filter: { direction: 'out' } });
  });

  it('names the word that means nothing, and keeps what came before', () => {
    for (const wrong of ['dir:up', 'id:x', 'id:4294967296', 'msg:', '-msg:', '-dir:in', 'kind:', 'colour:red'])
      expect(parseFilter(`error ${wrong}`)).toEqual({ filter: { errors: true }, wrong });
  });

  it('has examples that are right', () => {
    for (const example of FILTER_EXAMPLES) expect(parseFilter(example)).not.toHaveProperty('wrong');
  });
});
