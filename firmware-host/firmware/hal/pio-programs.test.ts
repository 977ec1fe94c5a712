/** The words that the macros make are those of the board's reference, and decode to what it says. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const hal = fileURLToPath(new URL('.', import.meta.url));
const SHOT = '88a0 6830 e204 e005 0044 e207 e106 e004 6048 0089 e000 6048 008c e927 5908 094e';
const SCAN = 'e901 80a0 e000 e02f 6301 5204 1054';
const PRINTER = `#include <stdio.h>
#include "pio-programs.h"
int main(void) {
    for (unsigned n = 0; n < 3; n++) {
        for (unsigned i = 0; i < SHOT_LENGTH; i++) printf("%04x ", pio_shot_word(i, n));
        printf("\\n");
    }
    for (unsigned i = 0; i < SCAN_LENGTH; i++) printf("%04x ", scan_program[i]);
    return 0;
}
`;
const hasCompiler = spawnSync('gcc', ['--version']).status === 0;
if (!hasCompiler) console.log('skipped: the programs of the state machines, for want of gcc');

function printed(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'spindrift-pio-'));
  try {
    writeFileSync(join(folder, 'print.c'), PRINTER);
    const program = join(folder, 'print');
    const flags = ['-std=c11', '-Wall', '-Wextra', '-Werror', `-I${hal}`];
    const built = spawnSync('gcc', [...flags, join(folder, 'print.c'), '-o', program], { encoding: 'utf8' });
    if (built.status !== 0) throw new Error(built.stderr);
    return spawnSync(program, { encoding: 'utf8' })
      .stdout.split('\n')
      .map((line) => line.trim());
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Cycles that an instruction of the shot program takes by itself: one, and the delay in bits 10 to 8. */
const cycles = (word: number): number => 1 + ((word >> 8) & 7);

describe.skipIf(!hasCompiler)('programs of the state machines', () => {
  const lines = hasCompiler ? printed() : [];

  it('are the words of the board', () => {
    expect(lines[2]).toBe(SHOT);
    expect(lines[3]).toBe(SCAN);
  });

  it('are patched in words 3 and 4 for pulses of one cycle and none', () => {
    const patch = (changes: Record<number, string>): string =>
      SHOT.split(' ')
        .map((word, at) => changes[at] ?? word)
        .join(' ');
    expect(lines[1]).toBe(patch({ 4: 'e007' }));
    expect(lines[0]).toBe(patch({ 3: 'e007', 4: 'e007' }));
  });

  it('take the 82 cycles of a shot with relax 7 and settle 23', () => {
    const words = lines[2]!.split(' ').map((word) => Number.parseInt(word, 16));
    const turns = (at: number): number => (at === 9 ? 8 : at === 12 ? 24 : at >= 14 ? 8 : 1);
    expect(words.reduce((sum, word, at) => sum + turns(at) * cycles(word), 0)).toBe(82);
  });

  it('lower A before B', () => {
    const sets = lines[2]!
      .split(' ')
      .map((word) => Number.parseInt(word, 16))
      .filter((word) => word >> 5 === 0x700 || (word & 0xe0e0) === 0xe000)
      .map((word) => word & 7);
    expect(sets.slice(0, 6)).toEqual([4, 5, 7, 6, 4, 0]);
  });
});
