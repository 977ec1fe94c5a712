import { describe, expect, it } from 'vitest';
import { Machine } from '../machine.js';
import { Thumb, flashWith } from '../testing/thumb.js';

const flash = flashWith(new Thumb().halt());
const SYSINFO = 0x40000000;

describe('what a firmware finds when it starts', () => {
  it('SYSINFO says that this is no silicon', () => {
    const { chip } = new Machine({ flash });
    expect(chip.readUint32(SYSINFO)).toBe(0x10002927);
    expect(chip.readUint32(SYSINFO + 4)).toBe(1);
  });

  it('memory is different at each start, the same for the same seed, and good for no pointer', () => {
    const memory = (seed: number, count: number): Uint32Array =>
      new Uint32Array(new Machine({ flash, powerOn: { seed, count } }).chip.sram.slice(0, 0x40000).buffer);
    const first = memory(7, 0);
    expect(memory(7, 0)).toEqual(first);
    for (const other of [memory(7, 1), memory(8, 0)]) {
      let same = 0;
      for (let k = 0; k < first.length; k++) if (first[k] === other[k]) same++;
      // 65 536 words of 23 free bits: 0.008 pairs are equal on average, four with 2e-10.
      expect(same).toBeLessThan(4);
    }
    for (const word of first) if (word >>> 24 !== 0xa5 || (word & 1) === 0) expect.fail(`word ${word}`);
  });

  it('without strictness memory is zero', () => {
    expect(new Machine({ flash, strict: false }).chip.sram.subarray(0, 0x40000).every((byte) => byte === 0)).toBe(true);
  });
});
