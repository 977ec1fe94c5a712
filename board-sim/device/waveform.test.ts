import { describe, expect, it } from 'vitest';
import { checkWaveform, parseWaveform, voltageAt, waveformPieces } from './waveform.js';

const at = (text: string, ...times: number[]): number[] => {
  const pieces = waveformPieces(parseWaveform(text));
  return times.map((t) => voltageAt(pieces, t));
};

describe('a waveform file', () => {
  it('is piecewise linear, a repeated t a step, held outside', () => {
    const text =
      '{"segments":[{"t":1e-9,"v":0},{"t":1e-9,"v":1},{"t":2e-9,"v":1},{"t":4e-9,"v":-1},{"t":4e-9,"v":0.5}]}';
    const values = at(text, 0, 0.99e-9, 1e-9, 2e-9, 3e-9, 4e-9, 9);
    [0, 0, 1, 1, 0, 0.5, 0.5].forEach((v, i) => expect(values[i]).toBeCloseTo(v, 12));
  });

  it('is a rectangle', () => {
    expect(at('{"rectangle":{"start":1e-9,"width":2e-9,"voltage":0.8}}', 0, 1e-9, 2.9e-9, 3.1e-9)).toEqual([
      0, 0.8, 0.8, 0,
    ]);
  });

  it('is a trapezoid', () => {
    const values = at('{"trapezoid":{"start":1,"rise":2,"flat":3,"fall":4,"voltage":2}}', 1, 2, 3, 5.9, 8, 10, 11);
    values.forEach((v, i) => expect(v).toBeCloseTo([0, 1, 2, 2, 1, 0, 0][i]!, 12));
  });

  it('is an exponential that decays from the value reached', () => {
    const values = at('{"rc":{"start":0,"width":1,"voltage":1,"tau":0.5}}', 0.5, 0.9999999999, 1.5, 50);
    const reached = 1 - Math.exp(-2);
    [1 - Math.exp(-1), reached, reached * Math.exp(-1), 0].forEach((v, i) => expect(values[i]).toBeCloseTo(v, 8));
  });

  it('leaves out parts without length and lets the current flow while the pulse is on', () => {
    const pieces = waveformPieces(
      checkWaveform({ trapezoid: { start: 0, rise: 0, flat: 1, fall: 1, voltage: 1 }, currentDensity: 1e10 }),
    );
    expect(pieces.map(({ startS, endS, on }) => [startS, endS, on])).toEqual([
      [0, 1, true],
      [1, 2, true],
      [2, Infinity, false],
    ]);
  });

  it.each([
    ['[]', TypeError, /waveform must be an object/],
    ['{', RangeError, /not JSON/],
    ['{}', RangeError, /exactly one of/],
    ['{"rectangle":{"start":0,"width":1,"voltage":1},"rc":{}}', RangeError, /rectangle and rc/],
    ['{"rectangle":{"start":0,"width":-1,"voltage":1}}', RangeError, /rectangle.width/],
    ['{"rectangle":{"start":0,"width":"1","voltage":1}}', TypeError, /rectangle.width/],
    ['{"rectangle":{"start":0,"wdith":1,"voltage":1}}', RangeError, /no field "wdith"/],
    ['{"rc":{"start":0,"width":1,"voltage":1,"tau":0}}', RangeError, /rc.tau/],
    ['{"segments":[]}', RangeError, /empty/],
    ['{"segments":[{"t":1,"v":0},{"t":0,"v":0}]}', RangeError, /segments\[1\].t/],
    ['{"segments":[{"t":0,"v":0}],"currentDensity":"a lot"}', TypeError, /currentDensity/],
  ])('refuses %s', (text, kind, message) => {
    expect(() => parseWaveform(text)).toThrow(kind);
    expect(() => parseWaveform(text)).toThrow(message);
  });
});
