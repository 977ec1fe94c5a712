import { describe, expect, it } from 'vitest';
import { boardWithSeed, checkBoardUri } from './board-uri.js';
import { EXIT } from './exit-codes.js';
import { failureOf } from './failure.js';

function exitCode(uri: string): number {
  try {
    checkBoardUri(uri);
    return EXIT.done;
  } catch (error) {
    return failureOf(error).exitCode;
  }
}

describe('checkBoardUri', () => {
  it('takes an unknown kind or scenario for a board that does not exist', () => {
    for (const uri of ['sim:nosuch', 'sim:nosuch?seed=1', 'emu:nosuch', 'simulator', 'http://x', ''])
      expect(exitCode(uri), uri).toBe(EXIT.noBoard);
  });

  it('takes a wrong part of a known kind for a bad value', () => {
    for (const uri of ['sim:typical?rows=0', 'sim:?rows=0', 'sim:aged?colour=red', 'emu:?rows=8', 'tcp://x', 'unix:'])
      expect(exitCode(uri), uri).toBe(EXIT.usage);
  });

  it('passes the rest', () => {
    for (const uri of [
      'sim:',
      'sim:aged?seed=3',
      'emu:',
      'emu:aged?image=/x',
      'tcp://[::1]:80',
      'unix:/x',
      'usb:',
      'replay:run',
    ])
      expect(exitCode(uri), uri).toBe(EXIT.done);
  });
});

describe('boardWithSeed', () => {
  it('gives the seed of the run to a simulated board that names none', () => {
    expect(boardWithSeed('sim:aged?rows=32', 5)).toBe('sim:aged?seed=5&rows=32');
    expect(boardWithSeed('sim:aged?seed=3', 5)).toBe('sim:aged?seed=3');
    expect(boardWithSeed('emu:?image=/x', 5)).toBe('emu:typical?seed=5&image=/x');
    expect(boardWithSeed('tcp://x:1', 5)).toBe('tcp://x:1');
    expect(boardWithSeed('sim:typical', undefined)).toBe('sim:typical');
  });
});
