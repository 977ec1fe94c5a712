/**
 * Books of the behavioural board and of the product image on the emulated board: what telemetry counts, and what the ledger makes of it, for the
 * same requests. Where cells are certain to turn (an ideal array, a pulse of half a precession) every count is determined, and equal.
 */
import { describe, expect, it } from 'vitest';
import type { Board, Telemetry } from '../../firmware-host/host/index.js';
import { EnergyLedger, TelemetryAccountant, type ComponentTotal } from '../../lab/energy/index.js';
import { hasProduct, twinsForEach, type DriveChange } from './harness/twins.js';

const SIZE = 64;
const CERTAIN: DriveChange = { amplitudeV: 1.45, pulseWidthS: 1.18e-9 };
const WHOLE = { tile: 0, rowFirst: 0, rows: SIZE, colFirst: 0, cols: SIZE } as const;
type Counters = Telemetry['counters'];
type Work = (board: Board) => Promise<unknown>;

const drain = async (stream: AsyncIterable<unknown>): Promise<void> => {
  const blocks = stream[Symbol.asyncIterator]();
  while ((await blocks.next()).done !== true);
};
const difference = (after: Counters, before: Counters): Counters =>
  Object.fromEntries(
    Object.entries(after).map(([name, value]) => [name, (value as number) - before[name as keyof Counters]]),
  ) as unknown as Counters;

/** What work adds to the counters. */
async function counted(board: Board, work: Work): Promise<Counters> {
  const before = await board.readTelemetry();
  await work(board);
  return difference((await board.readTelemetry()).counters, before.counters);
}

const checkers = Uint8Array.from({ length: SIZE * SIZE }, (_, k) => (k + (k >> 6)) & 1);
const inputs = (count: number, bits: number): Uint8Array =>
  Uint8Array.from({ length: count * SIZE }, (_, k) => (k * 37) & ((1 << bits) - 1));

/** Every verb that uses the array. */
const WORKS: readonly (readonly [string, Work])[] = [
  ['program', (board) => board.programTile({ ...WHOLE, cells: checkers, verifyPasses: 4 })],
  [
    'program without a look',
    (board) => board.programTile({ ...WHOLE, cells: checkers.map((c) => 1 - c), verifyPasses: 0 }),
  ],
  [
    'program a window',
    (board) =>
      board.programTile({
        ...WHOLE,
        rowFirst: 5,
        rows: 3,
        colFirst: 9,
        cols: 4,
        cells: new Uint8Array(12),
        verifyPasses: 2,
      }),
  ],
  ['a few shots', (board) => board.runShots({ rowMask: 0b1011n, colMask: 0xffn, shots: 16, pulsesPerShot: 3 })],
  ['a stream of shots', (board) => drain(board.openShots({ rowMask: 0b11n, shots: 300 }))],
  ['bits', (board) => board.openBits({ totalBits: 5 * 4096, rowMask: 0xffn }).readBits(5 * 4096)],
  ['bits that end within a dwell', (board) => board.openBits({ totalBits: 5000 }).readBits(5000)],
  ['folded bits', (board) => board.openBits({ totalBits: 8192, xorStages: 2 }).readBits(8192)],
  [
    'products',
    (board) =>
      board.multiply({
        tile: 0,
        rows: SIZE,
        cols: SIZE,
        inputBits: 8,
        columnMode: 'differential',
        repeats: 2,
        inputs: inputs(9, 8),
      }),
  ],
  [
    'a product without a plane',
    (board) =>
      board.multiply({
        tile: 0,
        rows: SIZE,
        cols: SIZE,
        inputBits: 4,
        columnMode: 'single',
        inputs: new Uint8Array(SIZE),
      }),
  ],
  ['a map', (board) => board.readMap({ averages: 3, rowMask: 0b111n, colMask: 0xf0f0n })],
];

describe.skipIf(!hasProduct)('books of sim: and emu:', () => {
  const twins = twinsForEach();

  it('every verb adds the same to every counter', async () => {
    const { both } = await twins('ideal', 3, CERTAIN);
    for (const [name, work] of WORKS) {
      const { sim, emu } = await both((board) => counted(board, work));
      expect({ name, ...emu }).toEqual({ name, ...sim });
      expect(Object.values(sim).some((count) => count > 0)).toBe(true);
    }
  });

  it('shots that begin in a known state: the firmware has to look, and its looks are reads', async () => {
    const { both } = await twins('ideal', 3, CERTAIN);
    const shots = 20;
    await both((board) => board.programTile({ ...WHOLE, cells: new Uint8Array(SIZE * SIZE).fill(1), verifyPasses: 4 }));
    const work: Work = (board) => board.runShots({ rowMask: 1n, shots, initialise: 'p' });
    const { sim, emu } = await both((board) => counted(board, work));
    // Each shot finds all cells antiparallel, and leaves them so.
    expect(sim).toMatchObject({
      cellPulses: 2 * shots * SIZE,
      rowPulses: 2 * shots,
      cellReads: shots * SIZE,
      writeAttempts: 0,
    });
    // Before and after the pulse that initialises.
    const looks = 2 * shots * SIZE;
    const { cellReads, comparatorReads } = sim;
    expect(emu).toEqual({ ...sim, cellReads: cellReads + looks, comparatorReads: comparatorReads + looks });
  });

  it('where the dice decide, what they do not decide is equal', async () => {
    const { both } = await twins('typical', 4);
    const { sim, emu } = await both((board) =>
      counted(board, async () => {
        await board.programTile({ ...WHOLE, cells: checkers, verifyPasses: 8 });
        await board.openBits({ totalBits: 4096, mode: 'vonNeumann' }).readBits(4096);
      }),
    );
    for (const name of ['cellWrites', 'bitsOut', 'bytesIn', 'bytesOut', 'planes', 'mvms', 'adcConversions'] as const)
      expect([name, emu[name]]).toEqual([name, sim[name]]);
    // About half of 4096 cells are wrong at first, the same on both, and a pulse turns all but one in some thousands.
    expect(Math.abs(emu.writeAttempts - sim.writeAttempts)).toBeLessThan(20);
    // Debiasing takes four raw bits for one, ± 1.7 for a bit: five standard deviations of the difference, and a dwell of rounding.
    expect(Math.abs(emu.cellPulses - sim.cellPulses)).toBeLessThan(5 * Math.SQRT2 * 3.5 * Math.sqrt(4096) + 4096);
  });

  it('the pulse supply gives the same energy for the same pulses, to the steps of its monitor', async () => {
    const { both } = await twins('typical', 5, { amplitudeV: 1.6, pulseWidthS: 100e-9 });
    const bits = 1 << 20;
    const work: Work = (board) => board.openBits({ totalBits: bits, xorStages: 3 }).readBits(bits);
    const { sim, emu } = await both(async (board) => {
      const vAmp = async (): Promise<Telemetry['rails'][number]> => {
        return (await board.readTelemetry()).rails.find(({ name }) => name === 'VAMP')!;
      };
      const before = await vAmp();
      await work(board);
      const after = await vAmp();
      return { joules: after.energyJ - before.energyJ, step: after.energyLsbJ };
    });
    expect(emu.step).toBe(sim.step);
    expect(sim.joules).toBeGreaterThan(8 * sim.step);
    // Each difference of two codes is within a step of the truth. The truths: widths differ by less than 0.1 %, shares of states by less.
    expect(Math.abs(emu.joules - sim.joules)).toBeLessThanOrEqual(2 * sim.step + 0.005 * sim.joules);
  });

  it('a single message has fresh readings: the power of an idle board over a tenth of a second', async () => {
    const { emu, pass } = await twins('typical', 5);
    const before = await emu.readTelemetry();
    await pass(0.1);
    const after = await emu.readTelemetry();
    const joules = after.rails[0]!.energyJ - before.rails[0]!.energyJ;
    const seconds = after.boardTimeS - before.boardTimeS;
    // The design's 2.0 W. A round of readings takes some milliseconds, at either end; a step of the monitor is 80 µJ.
    expect(Math.abs(joules / seconds - 2)).toBeLessThan(2 * (0.004 / seconds) + 160e-6 / seconds);
  });

  it('the ledger has the same entries for the array, and the same for the junctions within what it states', async () => {
    const { both } = await twins('ideal', 6, CERTAIN);
    const ledgers = await both(async (board) => {
      const ledger = new EnergyLedger();
      const { kind, geometry } = board.identity;
      const accountant = new TelemetryAccountant(ledger, { kind, geometry });
      const { drive } = await board.getState();
      accountant.setDrive(drive);
      accountant.update(await board.readTelemetry());
      for (const [, work] of WORKS) await work(board);
      accountant.update(await board.readTelemetry());
      expect(accountant.unpricedPulses).toBe(0);
      return ledger.byComponent();
    });
    const of = (all: readonly ComponentTotal[], scope: string): ComponentTotal[] =>
      all.filter((entry) => entry.scope === scope);
    // Made of the counters alone: lines, drivers, comparators, converters, amplifiers.
    expect(of(ledgers.emu, 'array')).toEqual(of(ledgers.sim, 'array'));
    expect(of(ledgers.emu, 'array').length).toBeGreaterThanOrEqual(5);
    // The behavioural board adds up its own cells; for the other the ledger prices the counts with a nominal cell. Both say how wrong they may be.
    const [sim, emu] = [of(ledgers.sim, 'device'), of(ledgers.emu, 'device')];
    expect(emu.map(({ component }) => component).sort()).toEqual(sim.map(({ component }) => component).sort());
    for (const one of sim) {
      const other = emu.find(({ component }) => component === one.component)!;
      expect(other.events).toBe(one.events);
      expect([one.kind, other.kind]).toEqual(['modelled', 'modelled']);
      // The ledger's nominal plane lasts one conversion (PLANE_PERIOD); these are converted twice, so that it says about half.
      if (one.component === 'mvm-static') expect(Math.abs(Math.log2(other.joules / one.joules))).toBeLessThan(1.5);
      else expect(Math.abs(other.joules - one.joules)).toBeLessThan(2 * Math.hypot(one.scaleSigma, other.scaleSigma));
    }
    // Rails of a stand-in are modelled too; their time is each board's own.
    for (const all of [ledgers.sim, ledgers.emu])
      expect(new Set(of(all, 'board').map(({ kind }) => kind))).toEqual(new Set(['modelled']));
  });
});
