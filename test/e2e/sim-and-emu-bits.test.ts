/**
 * Bits of the behavioural board and of the product image on the emulated board, same scenario and seed: the arrays are the same, the dice are
 * not, so that shares agree as those of two samples of one law. For each cell and each of its two states the pulses are independent trials; two
 * shares of them differ by z standard deviations, z is close to normal, and Σz² over the cells is χ² with as many degrees of freedom. Bounds:
 *
 * - no |z| above 5.5: a chance of 4e-8 for each, 3e-4 for the 8192 of the largest test;
 * - Σz² within five of its own standard deviations, √(2·cells), of the number of cells: a chance of 1e-5 at 256 cells, where its law is a little
 *   skewed. A shift by 0.7 of a cell's own standard deviation in all of 256 cells, or by a third of it in all of 4096, would break it. For a
 *   single share it means |z| below 2.8, a chance of 1 in 200.
 *
 * The seeds are fixed: a test that passes goes on passing until one of the boards changes.
 */
import { describe, expect, it } from 'vitest';
import type { StreamBlock } from '../../firmware-host/host/index.js';
import { bitOutcomes, compare, ones, shotOutcomes, turns, type Count } from './harness/outcomes.js';
import { hasProduct, twinsForEach, type DriveChange } from './harness/twins.js';

const WORST = 5.5;
const SIGMAS = 5;
/** A pulse on the flank of the first precession maximum: a picosecond moves its probability by a thousandth. */
const PRECESSION: DriveChange = { amplitudeV: 1.45, pulseWidthS: 0.7e-9 };

/** The shares of all cells are those of one law. @param least cells that must be comparable, so that the check is not empty */
function expectOneLaw(a: readonly Count[], b: readonly Count[], least: number): void {
  const { cells, worst, chi2 } = compare(a, b);
  expect(cells).toBeGreaterThanOrEqual(least);
  expect(worst).toBeLessThan(WORST);
  expect(Math.abs(chi2 - cells)).toBeLessThan(SIGMAS * Math.sqrt(2 * cells));
}

async function drained(stream: AsyncIterable<StreamBlock>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const { bytes } of stream) all.push(bytes);
  return Uint8Array.from(Buffer.concat(all));
}

const mean = (counts: readonly Count[]): number =>
  counts.reduce((sum, { k }) => sum + k, 0) / counts.reduce((sum, { n }) => sum + n, 0);

describe.skipIf(!hasProduct)('bits of sim: and emu:', () => {
  const twins = twinsForEach();

  it.each([
    ['ideal', 'at the settings of boot', {}],
    ['typical', 'at the settings of boot', {}],
    // Perfect delay lines: the typical ones are looked at below.
    ['ideal', 'on the flank of a precession', PRECESSION],
  ] as const)('shots, %s, %s: each of 256 cells turns as often, from either state', async (scenario, _how, drive) => {
    const { both } = await twins(scenario, 5, drive);
    const [rows, shots] = [4, 2048];
    const { sim, emu } = await both((board) => drained(board.openShots({ rowMask: 0b1111n, shots })));
    const [a, b] = [turns(shotOutcomes(sim, rows, shots)), turns(shotOutcomes(emu, rows, shots))];
    expectOneLaw(a.fromP, b.fromP, 250);
    expectOneLaw(a.fromAP, b.fromAP, 250);
  });

  it('the check can tell: a pulse that is 10 ps longer turns cells more often', async () => {
    const { both, sim: board } = await twins('ideal', 5, PRECESSION);
    const [rows, shots] = [4, 2048];
    const { emu } = await both((one) => drained(one.openShots({ rowMask: 0b1111n, shots })));
    const { drive } = await board.getState();
    await board.setConfig({ ...drive, pulseWidthS: drive.pulseWidthS + 10e-12 });
    const longer = await drained(board.openShots({ rowMask: 0b1111n, shots }));
    const [a, b] = [turns(shotOutcomes(longer, rows, shots)), turns(shotOutcomes(emu, rows, shots))];
    const { cells, chi2 } = compare(a.fromP, b.fromP);
    expect(chi2 - cells).toBeGreaterThan(SIGMAS * Math.sqrt(2 * cells));
  });

  it('the delay line of a typical board explains what is different on a flank', async () => {
    const { both, sim: board, parts } = await twins('typical', 5, PRECESSION);
    const [rows, shots] = [4, 2048];
    const { emu, sim: asSet } = await both((one) => drained(one.openShots({ rowMask: 0b1111n, shots })));
    // Its non-linearity, which only the emulated board has: up to 15 ps for each channel.
    const { a: codeA, b: codeB } = parts.delays.codes;
    const longerPs = parts.delays.inlPs('B', codeB) - parts.delays.inlPs('A', codeA);
    expect(Math.abs(longerPs)).toBeLessThan(30);
    const { drive } = await board.getState();
    await board.setConfig({ ...drive, pulseWidthS: drive.pulseWidthS + longerPs * 1e-12 });
    const asMade = await drained(board.openShots({ rowMask: 0b1111n, shots }));
    const [set, made, real] = [asSet, asMade, emu].map((bits) => turns(shotOutcomes(bits, rows, shots)));
    // Half a step of the setting is left, 2.5 ps, a quarter of a per cent; the means of 260,000 trials are surer than that.
    expect(Math.abs(mean(made!.fromP) - mean(real!.fromP))).toBeLessThan(0.0035 + 4 * 0.0011);
    expect(Math.abs(mean(made!.fromP) - mean(real!.fromP))).toBeLessThan(
      Math.abs(mean(set!.fromP) - mean(real!.fromP)),
    );
    const { worst } = compare(made!.fromP, real!.fromP);
    expect(worst).toBeLessThan(WORST);
  });

  it.each(['p', 'ap'] as const)('shots that begin in a known state (%s)', async (initialise) => {
    const { both } = await twins('typical', 6);
    const [rows, shots] = [4, 512];
    const { sim, emu } = await both((board) => drained(board.openShots({ rowMask: 0b1111n, shots, initialise })));
    expectOneLaw(ones(shotOutcomes(sim, rows, shots)), ones(shotOutcomes(emu, rows, shots)), 256);
  });

  it('inline shots, a few of many: the array shows one share of ones', async () => {
    const { both } = await twins('typical', 8);
    const total = await both(async (board) => {
      let sum = 0;
      for (let row = 0; row < 64; row += 2)
        sum += (await board.runShots({ rowMask: 1n << BigInt(row), shots: 32 })).ones;
      return { n: 32 * 2048, k: sum };
    });
    expectOneLaw([total.sim], [total.emu], 1);
  });

  it('raw bits of all 4096 cells', async () => {
    const { both } = await twins('typical', 11);
    const dwells = 8;
    const count = 64 * 4096 * dwells;
    const { sim, emu } = await both((board) => board.openBits({ totalBits: count }).readBits(count));
    const [a, b] = [turns(bitOutcomes(sim, 64)), turns(bitOutcomes(emu, 64))];
    expectOneLaw(a.fromP, b.fromP, 4090);
    expectOneLaw(a.fromAP, b.fromAP, 4090);
    expectOneLaw(ones(bitOutcomes(sim, 64)), ones(bitOutcomes(emu, 64)), 4096);
  });

  it('bits folded and debiased: as many ones', async () => {
    const { both } = await twins('typical', 12);
    for (const options of [{ xorStages: 2 }, { mode: 'vonNeumann' }] as const) {
      const count = 1 << 18;
      const { sim, emu } = await both((board) => board.openBits({ totalBits: count, ...options }).readBits(count));
      const share = (bits: Uint8Array): Count => ({
        n: count,
        k: bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0),
      });
      expectOneLaw([share(sim)], [share(emu)], 1);
    }
  });
});
