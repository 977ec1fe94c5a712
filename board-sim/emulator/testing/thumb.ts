/** Small programs for the tests of the machine: an assembler for the few Thumb instructions that they need (ARMv6-M ARM, chapter A6). */
import { sealBoot2 } from '../image/boot2.js';

export type Register = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const R = { r0: 0, r1: 1, r2: 2, r3: 3, r4: 4, r5: 5, r6: 6, r7: 7 } as const;

type Condition = 'eq' | 'ne' | 'cs' | 'cc';
const CONDITIONS: Record<Condition, number> = { eq: 0, ne: 1, cs: 2, cc: 3 };

/** Where a test program lies; it runs from flash. */
export const PROGRAM_ADDRESS = 0x10000100;

/** Collects instructions; labels may be used before they are set. */
export class Thumb {
  readonly #base: number;
  readonly #code: number[] = [];
  readonly #labels = new Map<string, number>();
  readonly #branches: { at: number; label: string; conditional: boolean }[] = [];
  readonly #literals: { at: number; value: number | string }[] = [];

  constructor(base = PROGRAM_ADDRESS) {
    this.#base = base;
  }

  label(name: string): this {
    this.#labels.set(name, this.#code.length);
    return this;
  }

  raw(...halfWords: number[]): this {
    this.#code.push(...halfWords);
    return this;
  }

  movs(rd: Register, value: number): this {
    return this.raw(0x2000 | (rd << 8) | value);
  }

  adds(rd: Register, value: number): this {
    return this.raw(0x3000 | (rd << 8) | value);
  }

  subs(rd: Register, value: number): this {
    return this.raw(0x3800 | (rd << 8) | value);
  }

  tst(rn: Register, rm: Register): this {
    return this.raw(0x4200 | (rm << 3) | rn);
  }

  /** Loads a constant, or the address of a label with the Thumb bit set. */
  constant(rd: Register, value: number | string): this {
    this.#literals.push({ at: this.#code.length, value });
    return this.raw(0x4800 | (rd << 8));
  }

  ldr(rt: Register, rn: Register, offset = 0): this {
    return this.raw(0x6800 | ((offset >> 2) << 6) | (rn << 3) | rt);
  }

  str(rt: Register, rn: Register, offset = 0): this {
    return this.raw(0x6000 | ((offset >> 2) << 6) | (rn << 3) | rt);
  }

  ldrh(rt: Register, rn: Register, offset = 0): this {
    return this.raw(0x8800 | ((offset >> 1) << 6) | (rn << 3) | rt);
  }

  b(label: string): this {
    this.#branches.push({ at: this.#code.length, label, conditional: false });
    return this.raw(0xe000);
  }

  branchIf(condition: Condition, label: string): this {
    this.#branches.push({ at: this.#code.length, label, conditional: true });
    return this.raw(0xd000 | (CONDITIONS[condition] << 8));
  }

  bx(rm: Register | 14): this {
    return this.raw(0x4700 | (rm << 3));
  }

  nop(count = 1): this {
    return this.raw(...Array.from({ length: count }, () => 0xbf00));
  }

  wfi(): this {
    return this.raw(0xbf30);
  }

  cpsid(): this {
    return this.raw(0xb672);
  }

  cpsie(): this {
    return this.raw(0xb662);
  }

  bkpt(code = 0): this {
    return this.raw(0xbe00 | code);
  }

  /** Stores a word; uses r6 and r7. */
  store(address: number, value: number | string): this {
    return this.constant(R.r6, address).constant(R.r7, value).str(R.r7, R.r6);
  }

  /** Waits until one of the bits is set; uses r5, r6 and r7. */
  await(address: number, bits: number): this {
    const again = `await ${this.#code.length}`;
    this.constant(R.r6, address).constant(R.r7, bits).label(again).ldr(R.r5, R.r6).tst(R.r5, R.r7);
    return this.branchIf('eq', again);
  }

  /** Ends the test: sleeps for good. */
  halt(): this {
    return this.label(`halt ${this.#code.length}`)
      .wfi()
      .b(`halt ${this.#code.length - 1}`);
  }

  /** The program with its constants behind it. */
  bytes(): Uint8Array {
    const code = [...this.#code];
    if (code.length % 2 === 1) code.push(0xbf00);
    const pool = new Map<number, number>();
    for (const { at, value } of this.#literals) {
      const word = (typeof value === 'string' ? this.#base + 2 * this.#at(value) + 1 : value) >>> 0;
      if (!pool.has(word)) {
        pool.set(word, code.length);
        code.push(word & 0xffff, word >>> 16);
      }
      const distance = (2 * pool.get(word)! - ((2 * at + 4) & ~3)) / 4;
      if (distance > 255) throw new RangeError('the program is too long for its constants');
      code[at]! |= distance;
    }
    for (const { at, label, conditional } of this.#branches) {
      const distance = this.#at(label) - at - 2;
      const limit = conditional ? 128 : 1024;
      if (distance < -limit || distance >= limit) throw new RangeError(`${label} is too far away`);
      code[at]! |= distance & (2 * limit - 1);
    }
    return new Uint8Array(Uint16Array.from(code).buffer);
  }

  #at(label: string): number {
    const at = this.#labels.get(label);
    if (at === undefined) throw new RangeError(`there is no label ${label}`);
    return at;
  }
}

/** Flash with a second stage that enters the program. */
export function flashWith(program: Thumb): Uint8Array {
  const enter = new Thumb(0x20041f00).constant(R.r0, PROGRAM_ADDRESS + 1).bx(R.r0);
  const boot2 = sealBoot2(enter.bytes());
  const code = program.bytes();
  const flash = new Uint8Array(boot2.length + code.length);
  flash.set(boot2);
  flash.set(code, boot2.length);
  return flash;
}

const RESETS = 0x4000c000;
const CLEAR = 0x3000;

/** Crystal, PLLs and clocks as the firmware makes them; then the blocks of `bits` come out of reset. */
export function startClocks(program: Thumb, bits: number): Thumb {
  const pll = (base: number, fbdiv: number, postdiv: number): void => {
    program
      .store(base + 8, fbdiv)
      .store(base + CLEAR + 4, 0x21)
      .await(base, 0x80000000);
    program.store(base + 0xc, postdiv).store(base + CLEAR + 4, 0x08);
  };
  program.store(0x4002400c, 47).store(0x40024000, 0xfabaa0).await(0x40024004, 0x80000000);
  program.store(RESETS + CLEAR, 0x3000).await(RESETS + 8, 0x2000);
  pll(0x40028000, 125, 0x62000);
  pll(0x4002c000, 100, 0x55000);
  program.store(0x40008030, 2).store(0x4000803c, 0).store(0x4000803c, 1);
  program.store(0x40008048, 0x800).store(0x40008054, 0x800).store(0x40008060, 0x800);
  program.store(0x4005802c, 0x20c);
  for (let bit = 0; bit < 25; bit++)
    if ((bits & (1 << bit)) !== 0) program.store(RESETS + CLEAR, 1 << bit).await(RESETS + 8, 1 << bit);
  return program;
}
