import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../../scripts/firmware-report.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'spindrift-report-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** begin calls left and right; right goes on to deep by a branch; deep has no .su line; irq_x calls left. */
const LISTING = `
20000000 <begin>:
20000000:\tb510      \tpush\t{r4, lr}
20000002:\tf000 f801 \tbl\t20000010 <left>
20000006:\tf000 f801 \tbl\t20000020 <right>
2000000a:\tbd10      \tpop\t{r4, pc}

20000010 <left>:
20000010:\t4770      \tbx\tlr

20000020 <right>:
20000020:\te006      \tb.n\t20000030 <deep>

20000030 <deep>:
20000030:\tb5f7      \tpush\t{r0-r2, r4, r5, r6, r7, lr}
20000032:\tb082      \tsub\tsp, #8
20000034:\tbc08      \tpop\t{r3}
20000036:\t4718      \tbx\tr3

20000040 <irq_x>:
20000040:\tf000 f801 \tbl\t20000010 <left>
`;
const FRAMES =
  'a.c:1:1:begin\t8\tstatic\na.c:2:1:left\t24\tstatic\na.c:3:1:right\t16\tstatic\na.c:4:1:irq_x\t40\tstatic\n';

function report(listing: string, frames: string, room: number): { code: number | null; out: string; err: string } {
  writeFileSync(join(folder, 'listing'), listing);
  writeFileSync(join(folder, 'frames'), frames);
  const args = ['--listing', join(folder, 'listing'), '--frames', join(folder, 'frames'), '--room', String(room)];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, '--json', '--roots', 'begin,irq_x', ...args],
    { encoding: 'utf8' },
  );
  return { code: status, out: stdout, err: stderr };
}

describe('the report on the stack', () => {
  // 8 + 16 + (8 registers + 8 bytes of room), then 36 by the chip, then 40 + 24.
  const deepest = 8 + 16 + 40 + 36 + 40 + 24;

  it('adds up the deepest path and the deepest interrupt', () => {
    const { code, out } = report(LISTING, FRAMES, deepest);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ stack: { bytes: deepest, main: { bytes: 64 }, interrupt: { bytes: 64 } } });
  });

  it('fails when there is one byte too little', () => {
    const { code, err } = report(LISTING, FRAMES, deepest - 1);
    expect([code, err.trim()]).toEqual([1, `the stack can take ${deepest} bytes and has ${deepest - 1}`]);
  });

  it('fails at a call through a pointer that nobody has explained', () => {
    const { code, err } = report(LISTING.replace('bx\tlr', 'blx\tr3'), FRAMES, 1000);
    expect(code).toBe(1);
    expect(err).toMatch(/left calls through a pointer/);
  });

  it('fails at a recursion without a bound', () => {
    const { code, err } = report(LISTING.replace('bx\tlr', 'bl\t20000000 <begin>'), FRAMES, 1000);
    expect(code).toBe(1);
    expect(err).toMatch(/recursion without a bound: .*begin/);
  });

  it('fails at a frame without a bound', () => {
    const { code, err } = report(LISTING, FRAMES.replace('24\tstatic', '24\tdynamic'), 1000);
    expect([code, err.trim()]).toEqual([1, 'a.c: the frame of left has no bound']);
  });
});
