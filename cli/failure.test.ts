import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as errors from '../base/errors.js';
import { EXIT } from './exit-codes.js';
import { failureLine, failureOf } from './failure.js';

describe('failureOf', () => {
  const cases: [Error, number][] = [
    [new errors.UsageError('x'), EXIT.usage],
    [new errors.LimitError('x'), EXIT.usage],
    [new RangeError('images must be from 1 to 10, got 11'), EXIT.usage],
    [new errors.BoardNotFoundError('x'), EXIT.noBoard],
    [new errors.BoardAccessError('x'), EXIT.noBoard],
    [new errors.BoardBusyError('x'), EXIT.noBoard],
    [new errors.UnsupportedError('x'), EXIT.noBoard],
    [new errors.BoardLostError('x'), EXIT.boardLost],
    [new errors.BoardTimeoutError('x'), EXIT.boardLost],
    [new errors.ProtocolError('x'), EXIT.boardLost],
    [new errors.HealthError('x'), EXIT.data],
    [new errors.DataLossError('x'), EXIT.data],
    [new errors.HardwareError('x'), EXIT.data],
    [new errors.InterlockError('x'), EXIT.data],
    [new errors.StateError('x'), EXIT.data],
    [new errors.DeviceError('x'), EXIT.data],
    [new errors.DataError('x'), EXIT.data],
    [new errors.FileError('x'), EXIT.file],
    [errors.abortError(), EXIT.interrupted],
    [new TypeError('undefined is not a function'), EXIT.defect],
    [new RangeError('Maximum call stack size exceeded'), EXIT.defect],
    [new RangeError('Invalid typed array length: -1'), EXIT.defect],
  ];
  for (const [error, exitCode] of cases) {
    it(`${error.name}: ${error.message} -> ${exitCode}`, () => expect(failureOf(error).exitCode).toBe(exitCode));
  }

  it('has a code for every class of the error tree', () => {
    const classes = Object.values(errors).filter(
      (value) => typeof value === 'function' && /^class /.test(String(value)),
    );
    expect(classes.length).toBeGreaterThan(15);
    for (const type of classes as (new (message: string) => Error)[]) {
      if (type !== errors.SpindriftError) expect(failureOf(new type('x')).exitCode, type.name).not.toBe(EXIT.defect);
    }
  });

  it('puts an error of the file system into words, with path and remedy', () => {
    let failure = failureOf(undefined);
    try {
      readFileSync('/nowhere/at/all');
    } catch (error) {
      failure = failureOf(error);
    }
    expect(failure.exitCode).toBe(EXIT.file);
    expect(failureLine(failure)).toMatch(/\/nowhere\/at\/all.*does not exist.*Check the path/);
  });

  it('takes what is no error at all', () => {
    expect(failureOf('oops')).toMatchObject({ exitCode: EXIT.defect, message: 'oops' });
  });

  it('keeps the causes for --verbose', () => {
    const failure = failureOf(new errors.FileError('cannot write', { cause: new Error('disk on fire') }));
    expect(failure.trace).toMatch(/cannot write[\s\S]*caused by: Error: disk on fire/);
  });
});

describe('failureLine', () => {
  it('is one line with cause and remedy', () => {
    const failure = failureOf(
      new errors.FileError('cannot write /x: the disk\nis full', { nextStep: 'Free some space.' }),
    );
    expect(failureLine(failure)).toBe('cannot write /x: the disk; is full. Free some space.');
  });
});
