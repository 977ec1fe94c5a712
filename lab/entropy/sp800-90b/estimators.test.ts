import { describe, expect, it } from 'vitest';
import { collision } from './collision.js';
import { compression } from './compression.js';
import { markov } from './markov.js';
import { mostCommonValue } from './most-common-value.js';
import { lag, lz78y, multiMcw, multiMmc } from './predictors.js';
import { literalSequence, type Sequence } from './samples.js';
import { tupleEstimates } from './tuples.js';

const digits = (text: string): Sequence => literalSequence(Uint8Array.from(text, Number), 8);
/** As the standard prints the quantile. */
const z = 2.576;
const FORTY = '1000111001010101110011000111001010101110';

// The standard's own examples, as an independent prototype computed them; the digits given are all that is compared.
describe('small examples', () => {
  it('most common value', () => {
    const { minEntropy, details } = mostCommonValue(digits('01120122010110221021'), { z });
    expect(details['bound']).toBeCloseTo(0.68952, 5);
    expect(minEntropy).toBeCloseTo(0.5363, 4);
  });

  it('collision', () => {
    const { minEntropy, details } = collision(digits(FORTY), { z });
    expect(details['mean']).toBeCloseTo(2.714286, 6);
    expect(details['sigma']).toBeCloseTo(0.468807, 6);
    expect(details['p']).toBeCloseTo(0.7329, 4);
    expect(minEntropy).toBeCloseTo(0.4483, 4);
  });

  it('Markov', () => {
    const { minEntropy, details } = markov(digits(FORTY));
    expect(details).toMatchObject({ p0: 0.475 });
    expect(details['p00']).toBeCloseTo(0.38889, 5);
    expect(details['p10']).toBeCloseTo(0.57143, 5);
    expect(minEntropy).toBeCloseTo(0.760636, 6);
  });

  it('compression with four blocks of dictionary', () => {
    const { minEntropy, details } = compression(digits(`${FORTY}11100011`), { z, dictionaryBlocks: 4 });
    expect(details['mean']).toBeCloseTo(2.6304, 6);
    expect(details['sigma']).toBeCloseTo(0.907377, 6);
    expect(details['bound']).toBeCloseTo(1.461699, 6);
    expect(details['p']).toBeCloseTo(0.5715, 4);
    expect(minEntropy).toBeCloseTo(0.1345, 4);
  });

  it('t-tuple and longest repeated substring with a cutoff of 3', () => {
    const { tTuple, lrs } = tupleEstimates(digits('220102012120121001000'), { z, cutoff: 3 });
    expect(tTuple.details['bound']).toBeCloseTo(0.827552, 6);
    expect(tTuple.minEntropy).toBeCloseTo(0.2731, 4);
    expect(lrs.details).toMatchObject({ u: 4, v: 5 });
    expect(lrs.details['bound']).toBeCloseTo(0.653127, 6);
    expect(lrs.minEntropy).toBeCloseTo(0.6146, 4);
  });

  it('MultiMCW with windows 3, 5, 7, 9', () => {
    const { minEntropy, details } = multiMcw(digits('121021122000'), { z, windows: [3, 5, 7, 9] });
    expect(details).toMatchObject({ correct: 3, predictions: 9, r: 2 });
    expect(minEntropy).toBeCloseTo(0.3909, 4);
  });

  it('lag with three lags', () => {
    const { minEntropy, details } = lag(digits('132131312'), { z, depth: 3 });
    expect(details).toMatchObject({ correct: 2, predictions: 8, r: 2 });
    expect(minEntropy).toBeCloseTo(0.5743, 4);
  });

  it('MultiMMC with three orders', () => {
    const { minEntropy, details } = multiMmc(digits('213213131'), { z, depth: 3 });
    expect(details).toMatchObject({ correct: 3, predictions: 7, r: 3 });
    expect(minEntropy).toBeCloseTo(0.0755, 4);
  });

  it('LZ78Y with prefixes of four symbols', () => {
    const { minEntropy, details } = lz78y(digits('2132131312132'), { z, depth: 4 });
    expect(details).toMatchObject({ correct: 4, predictions: 8, r: 3 });
    expect(minEntropy).toBeCloseTo(0.0191, 4);
  });
});

describe('sequences that are too short', () => {
  const short = digits('012');
  it.each([
    ['compression', compression(digits('0101')), /more than 6006 bits/],
    ['MultiMCW', multiMcw(short), /4096 symbols/],
    ['MultiMMC', multiMmc(short), /4 symbols/],
    ['LZ78Y', lz78y(short), /19 symbols/],
    ['t-tuple', tupleEstimates(short).tTuple, /no symbol occurs 35 times/],
    ['longest repeat', tupleEstimates(short).lrs, /no substring of 1 symbols is repeated/],
    ['collision', collision(digits('01')), /two collisions/],
  ])('%s says why there is no result', (_, { minEntropy, reason }, why) => {
    expect(minEntropy).toBeNull();
    expect(reason).toMatch(why);
  });
});

it('names a parameter that is out of range', () => {
  const sequence = digits('0120120120120');
  expect(() => lag(sequence, { depth: 129 })).toThrow('depth must be an integer from 1 to 128, got 129');
  expect(() => multiMcw(sequence, { windows: [5, 3] })).toThrow('windows[1] must be an integer from 6');
  expect(() => multiMmc(sequence, { depth: 17 })).toThrow(RangeError);
  expect(() => lz78y(sequence, { cap: 3 })).toThrow(RangeError);
});
