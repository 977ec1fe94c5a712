import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkNumber, checkOneOf } from './check.js';
import { CompensatedSum, compensatedSum } from './compensated-sum.js';
import * as errors from './errors.js';

// The same cases in every run; comment out to explore.
fc.configureGlobal({ seed: 20250101 });

describe('the error tree', () => {
  it('carries code, next step, details and cause', () => {
    const cause = new Error('EPIPE');
    const error = new errors.BoardLostError('the board went away', {
      nextStep: 'Plug it in again.',
      details: { uri: 'usb:1' },
      cause,
    });
    expect(error).toBeInstanceOf(errors.DeviceError);
    expect(error).toBeInstanceOf(errors.SpindriftError);
    expect(error).toMatchObject({ name: 'BoardLostError', code: 'BOARD_LOST', nextStep: 'Plug it in again.', cause });
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'BoardLostError',
      code: 'BOARD_LOST',
      message: 'the board went away',
      nextStep: 'Plug it in again.',
      details: { uri: 'usb:1' },
    });
  });

  it.each([
    ['BoardNotFoundError', 'BOARD_NOT_FOUND', errors.DeviceError],
    ['BoardAccessError', 'BOARD_ACCESS', errors.DeviceError],
    ['BoardBusyError', 'BOARD_BUSY', errors.DeviceError],
    ['BoardTimeoutError', 'BOARD_TIMEOUT', errors.DeviceError],
    ['ProtocolError', 'PROTOCOL', errors.DeviceError],
    ['LimitError', 'LIMIT', errors.FirmwareError],
    ['UnsupportedError', 'NOT_IMPLEMENTED', errors.FirmwareError],
    ['StateError', 'STATE', errors.FirmwareError],
    ['StaleConfigError', 'STALE_CONFIG', errors.FirmwareError],
    ['HardwareError', 'HARDWARE', errors.FirmwareError],
    ['InterlockError', 'INTERLOCK', errors.FirmwareError],
    ['DataLossError', 'DATA_LOSS', errors.FirmwareError],
    ['HealthError', 'HEALTH', errors.FirmwareError],
    ['FileError', 'FILE', errors.SpindriftError],
    ['DataError', 'DATA', errors.SpindriftError],
    ['UsageError', 'USAGE', errors.SpindriftError],
  ] as const)('%s has code %s', (name, code, parent) => {
    const error = new errors[name]('text');
    expect(error).toMatchObject({ name, code });
    expect(error).toBeInstanceOf(parent);
    expect('nextStep' in error).toBe(false);
    expect(new errors[name]('text', { code: 'OTHER' }).code).toBe('OTHER');
  });

  it('makes one kind of AbortError', () => {
    const error = errors.abortError('by hand');
    expect(error).toMatchObject({ name: 'AbortError', message: 'the operation was aborted: by hand' });
    expect(errors.abortError(error)).toBe(error);
    expect(errors.isAbortError(errors.abortError(AbortSignal.abort().reason))).toBe(true);
    expect(errors.isAbortError(new Error('x'))).toBe(false);
  });
});

describe('argument checks', () => {
  it('name the field, the value and the range', () => {
    expect(checkNumber('rows', 64, { min: 1, max: 256, integer: true })).toBe(64);
    expect(() => checkNumber('rows', '64')).toThrow(new TypeError('rows must be a finite number, got "64"'));
    expect(() => checkNumber('rows', 300, { min: 1, max: 256, integer: true })).toThrow(
      new RangeError('rows must be an integer from 1 to 256, got 300'),
    );
    expect(() => checkNumber('voltageV', Number.NaN, { min: 0 })).toThrow(
      'voltageV must be a finite number not below 0, got NaN',
    );
    expect(() => checkNumber('n', 2 ** 60, { integer: true })).toThrow(RangeError);
    expect(() => checkNumber('n', 7n, { max: 3 })).toThrow('n must be a finite number not above 3, got 7n');
    expect(checkOneOf('mode', 'raw', ['raw', 'vonNeumann'])).toBe('raw');
    expect(() => checkOneOf('mode', 'x', ['raw', 'vonNeumann'])).toThrow(
      new RangeError('mode must be one of "raw", "vonNeumann", got "x"'),
    );
    expect(() => checkOneOf('mode', [1], ['raw'])).toThrow(new TypeError('mode must be one of "raw", got an array'));
  });
});

describe('CompensatedSum', () => {
  it('keeps what plain addition loses', () => {
    expect(compensatedSum([1, 1e100, 1, -1e100])).toBe(2);
    const sum = new CompensatedSum();
    for (let i = 0; i < 1_000_000; i += 1) sum.add(0.1);
    expect(sum.value).toBeCloseTo(100_000, 9);
    expect(Math.abs(sum.value - 100_000) / 100_000).toBeLessThan(1e-15);
    const copy = sum.clone().add(1);
    expect(copy.value - sum.value).toBe(1);
  });

  it('is exact on integers of any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -(2 ** 40), max: 2 ** 40 })), (terms) => {
        expect(compensatedSum(terms)).toBe(Number(terms.reduce((sum, term) => sum + BigInt(term), 0n)));
      }),
    );
  });
});
