import { describe, expect, it } from 'vitest';
import * as errors from './errors.js';
import { packError, unpackError } from './packed-error.js';

const crossed = (error: unknown): Error => unpackError(structuredClone(packError(error)));

describe('an error that crosses', () => {
  it('keeps class, code, next step, details, stack and causes', () => {
    const cause = new RangeError('too far', { cause: new Error('deeper') });
    const error = new errors.BoardLostError('gone', { nextStep: 'plug it in', details: { usb: 'gone' }, cause });
    const back = crossed(error);
    expect(back).toBeInstanceOf(errors.BoardLostError);
    expect(back).toMatchObject({
      name: 'BoardLostError',
      code: 'BOARD_LOST',
      message: 'gone',
      nextStep: 'plug it in',
      details: { usb: 'gone' },
      stack: error.stack,
    });
    expect(back.cause).toBeInstanceOf(RangeError);
    expect(back.cause).toMatchObject({ message: 'too far', cause: { message: 'deeper' } });
  });

  it('keeps every class of the tree and has no key that it had not', () => {
    const classes = Object.entries(errors).filter(([, value]) => /^class /.test(String(value)));
    expect(classes.length).toBeGreaterThan(15);
    for (const [name, type] of classes as unknown as [string, new (message: string) => Error][]) {
      const back = crossed(new type('x'));
      expect(back).toBeInstanceOf(type);
      expect(back.constructor.name).toBe(name);
      expect('nextStep' in back).toBe(false);
    }
  });

  it('keeps a code of its own', () => {
    expect(crossed(new errors.BoardNotFoundError('x', { code: 'BOARD_AMBIGUOUS' }))).toMatchObject({
      code: 'BOARD_AMBIGUOUS',
    });
  });

  it('knows an abort', () => {
    expect(errors.isAbortError(crossed(errors.abortError('by hand')))).toBe(true);
  });

  it('makes no class out of a name that is none', () => {
    for (const name of ['abortError', 'isAbortError', 'toString', '__proto__', 'Odd'])
      expect(unpackError({ name, message: 'x' }).constructor).toBe(Error);
  });

  it('takes what is no error at all, and a cause that is its own', () => {
    expect(crossed('oops')).toMatchObject({ message: 'oops' });
    const ring = new Error('ring');
    ring.cause = ring;
    expect(crossed(ring).message).toBe('ring');
  });
});
