/** Our components on a simulated and on an emulated board: what they say against what is known of the board. */
import { afterEach, describe, expect, it } from 'vitest';
import { StateError } from '../../base/index.js';
import {
  BiasDac,
  MacEngine,
  MagnetCoil,
  MtjArray,
  PowerMonitor,
  SpindriftComponent,
  type MtjSample,
  type PowerReading,
} from '../../firmware-host/host/johnny-five/index.js';
import { deskOf } from '../../firmware-host/host/johnny-five/components/array-desk.js';
import { event, kinds, setUp, tearDown, until, type FiveBench } from './harness/five-bench.js';

const stateOf = async ({ steady }: FiveBench): Promise<string> => (await steady.current().getState()).state;
const MM_PER_TESLA = 1e-3 / 1.25663706212e-6;

describe.each(kinds)('components on %s', (_kind, make) => {
  afterEach(tearDown);

  it('MtjArray counts how often pulses switch', async () => {
    const bench = await setUp(make);
    const { board, steady } = bench;
    const array = new MtjArray({ board, rows: 16, cols: 32, shots: 4 });
    const sample = await array.sample();
    expect(sample.pulses).toBe(16 * 32 * 4);
    expect(sample.switched).toBe(Math.round(sample.pSwitch * sample.pulses));
    // The drive after boot switches about half of the cells of an ideal board.
    expect(Math.abs(sample.pSwitch - 0.5)).toBeLessThan(0.1);
    expect(sample.interval[0] < sample.pSwitch && sample.pSwitch < sample.interval[1]).toBe(true);
    expect([sample.notEntropy, array.pSwitch, await stateOf(bench)]).toEqual([true, sample.pSwitch, 'armed']);
    const { drive } = await steady.current().getState();
    await steady.current().setConfig({ ...drive, amplitudeV: 0 });
    expect((await array.sample()).switched).toBe(0);
    const other = new MtjArray({ board, rows: 16, cols: 32, shots: 4, initialise: 'ap' });
    expect((await other.sample()).switched).toBe(0);
    array.stop();
    expect(await settled(bench)).toBe('armed');
    other.stop();
    expect(await settled(bench)).toBe('safe');
  });

  it('MtjArray samples by itself, and tells changes', async () => {
    const bench = await setUp(make);
    const array = new MtjArray({ board: bench.board, rows: 8, cols: 8, freq: 5, threshold: 0 }).start().start();
    const samples: MtjSample[] = [];
    array.on('data', (sample: MtjSample) => samples.push(sample));
    await event(array, 'change');
    await until(() => samples.length > 3);
    expect(array.isRunning).toBe(true);
    array.stop();
    const { length } = samples;
    expect(await settled(bench)).toBe('safe');
    expect([array.isRunning, samples.length - length <= 1]).toEqual([false, true]);
  });

  it('PowerMonitor reads the rails', async () => {
    const { board } = await setUp(make);
    const monitor = new PowerMonitor({ board, freq: 20 });
    // A simulated board's time passes with its work, and its monitors measure in it.
    await new MtjArray({ board, rows: 4 }).sample();
    const first = await monitor.read();
    // Idle: 2.0 W from 5 V.
    expect(first.rail).toBe('USB5V');
    expect(first.voltage).toBeCloseTo(5, 1);
    expect(first.power).toBeCloseTo(2, 1);
    expect(first.current * first.voltage).toBeCloseTo(first.power, 2);
    expect([monitor.voltage, monitor.current, monitor.power, monitor.energy]).toEqual([
      first.voltage,
      first.current,
      first.power,
      first.energy,
    ]);
    const seen: PowerReading[] = [];
    monitor.on('data', (own: PowerReading, all: PowerReading[]) => {
      seen.push(own);
      expect(all.map(({ rail }) => rail)).toContain('COIL');
    });
    monitor.start();
    await until(() => seen.length > 3);
    monitor.stop();
    const energies = seen.map(({ energy }) => energy);
    expect(energies).toEqual([...energies].sort((a, b) => a - b));
    await expect(new PowerMonitor({ board, rail: '5V' }).read()).rejects.toThrow('rail must be one of USB5V');
  });

  it('BiasDac goes to a bias, no faster and no further than it may', async () => {
    const bench = await setUp(make);
    const { board, steady } = bench;
    const bias = new BiasDac({ board, limit: 100, slew: 1000 });
    const steps: number[] = [];
    bias.on('change', (value: number) => steps.push(value));
    bias.to(80);
    expect(await event(bias, 'complete')).toBeCloseTo(80, 1);
    // A thousand millivolts a second are twenty a step.
    expect(steps.map((value) => Math.round(value))).toEqual([20, 40, 60, 80]);
    expect((await steady.current().getState()).drive.biasV).toBeCloseTo(0.08, 4);
    expect(() => bias.to(101)).toThrow('bias (mV) must be a finite number from -100 to 100, got 101');
    expect(() => new BiasDac({ board }).to(301)).toThrow('to 300, got 301');
    expect(await bias.reach(-5)).toBeCloseTo(-5, 1);
    bias.stop();
    expect(await settled(bench)).toBe('safe');
    expect((await steady.current().getState()).drive.biasV).toBeCloseTo(0, 4);
  });

  it('MagnetCoil makes a field, and knows what it draws', async () => {
    const bench = await setUp(make);
    const { board, steady } = bench;
    const coil = new MagnetCoil({ board, limit: 15 });
    expect(await coil.reach(10)).toBeCloseTo(10, 2);
    expect((await steady.current().getState()).drive.fieldAPerM).toBeCloseTo(10 * MM_PER_TESLA, -1);
    // Whatever takes a while: the coil's monitor and the Hall sensor are read between.
    expect((await new MtjArray({ board }).sample()).pulses).toBe(64 * 64);
    expect(() => coil.to(16)).toThrow(RangeError);
    // 30 mT for an ampere in 1.5 ohm: a sixth of a watt from 12 V.
    const drawn = ((10 / 30) ** 2 * 1.5) / 12;
    let reading = await coil.read();
    while (Math.abs(reading.supplyCurrent - drawn) > 0.1 * drawn) reading = await coil.read();
    expect(Math.abs(reading.field - 10)).toBeLessThan(1);
    coil.stop();
    await settled(bench);
    expect((await steady.current().getState()).drive.fieldAPerM).toBe(0);
  });

  it('MacEngine multiplies in the array', async () => {
    const bench = await setUp(make);
    const engine = new MacEngine({ board: bench.board, inputBits: 2 });
    await expect(engine.multiply([1])).rejects.toBeInstanceOf(StateError);
    const failed: number[] = [];
    engine.on('programmed', (cells: number) => failed.push(cells));
    engine.weights([
      [1, -1],
      [1, 1],
      [-1, 1],
      [1, -1],
    ]);
    const product = await engine.multiply([3, 1, 2, 0]);
    // Exactly 2 and 0; an ideal board reads about 17 codes a unit.
    expect(product.codes[0]).toBeGreaterThan(30);
    expect(product.codes[0]).toBeLessThan(40);
    expect(product.codes[1]).toBe(0);
    engine.send([0, 0, 0, 0]);
    expect(await event(engine, 'data')).toMatchObject({ codes: [0, 0], clipped: 0 });
    expect(failed).toEqual([0]);
    await expect(engine.multiply([4, 0, 0, 0])).rejects.toThrow('inputs[0]');
    await expect(engine.multiply([1])).rejects.toThrow('inputs must be 4 numbers, got 1');
    expect(() => engine.weights([[1, 0]])).toThrow('weights[0] must be of 1 and -1, got 0');
  });

  it('take turns with the array, and all go on when the board was unplugged', async () => {
    const bench = await setUp(make);
    const { board, cable, under } = bench;
    const array = new MtjArray({ board, rows: 8, cols: 8, freq: 5 }).start();
    const monitor = new PowerMonitor({ board, freq: 20 }).start();
    const bias = new BiasDac({ board });
    const engine = new MacEngine({ board, inputBits: 1 });
    const programmed: number[] = [];
    engine.on('programmed', (cells: number) => programmed.push(cells));
    engine.weights([[1], [1]]);
    const errors: unknown[] = [];
    for (const component of [array, monitor, bias, engine])
      component.on('error', (error: unknown) => errors.push(error));
    await bias.reach(40);
    const { codes } = await engine.multiply([1, 1]);
    const away = event(board, 'disconnect');
    cable.unplug();
    await away;
    under.powerCycle();
    await expect(engine.multiply([1, 1])).rejects.toMatchObject({ code: 'BOARD_LOST' });
    const back = event(board, 'reconnect');
    cable.plug();
    await back;
    await Promise.all([event(array, 'data'), event(monitor, 'data')]);
    expect(Math.abs((await engine.multiply([1, 1])).codes[0]! - codes[0]!)).toBeLessThanOrEqual(3);
    expect(programmed).toEqual([0, 0]);
    expect((await bench.steady.current().getState()).drive.biasV).toBeCloseTo(0.04, 4);
    array.stop();
    engine.stop();
    bias.stop();
    monitor.stop();
    expect([await settled(bench), errors]).toEqual(['safe', []]);
  });

  it('leave no bias behind that was to be off while the board was away', async () => {
    const bench = await setUp(make);
    const { board, cable, steady } = bench;
    const bias = new BiasDac({ board });
    await bias.reach(40);
    const away = event(board, 'disconnect');
    cable.unplug();
    await away;
    bias.stop();
    const back = event(board, 'reconnect');
    cable.plug();
    await back;
    // The board has it still; who works with the array next must not.
    expect((await steady.current().getState()).drive.biasV).toBeCloseTo(0.04, 4);
    await new MtjArray({ board, rows: 1 }).sample();
    expect((await steady.current().getState()).drive.biasV).toBeCloseTo(0, 4);
    expect([bias.value, bench.errors]).toEqual([0, []]);
  });

  it('are components of johnny-five', async () => {
    const { board } = await setUp(make);
    const array = new MtjArray({ board, id: 'array', rows: 4 });
    expect(board.register).toContain(array);
    expect(array).toBeInstanceOf(SpindriftComponent);
    expect(Object.keys(array)).not.toContain('state');
    expect((array as unknown as { state: unknown }).state).toEqual({ running: false, last: undefined });
    expect(JSON.parse(board.serialize())).toMatchObject([{ id: 'array', rows: 4, initialise: 'p' }]);
    expect(() => new MtjArray({ board, rows: 0 })).toThrow('rows must be an integer from 1 to 256, got 0');
  });
});

/** The state when the components have said what they had to. */
async function settled(bench: FiveBench): Promise<string> {
  await deskOf(bench.steady).settled();
  return stateOf(bench);
}
