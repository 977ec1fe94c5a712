/**
 * The guards of the product image on an emulated board: what is too much, too hot, too low, silent or open ends with the parts at rest, an event
 * that says why, and a fault that stays until its cause is gone and a host has cleared it. Nothing of it has run on silicon.
 */
import { describe, expect, it } from 'vitest';
import { BoardBusyError, HardwareError, InterlockError, LimitError, StateError } from '../../base/index.js';
import { DacChannel, GPIO, TMP117_ADDRESS, VMID_V } from '../../board-sim/parts/index.js';
import type { Link } from '../../firmware-host/host/index.js';
import { spindrift } from '../../proto/index.js';
import { arm, errorOf, stateOf } from '../contract/bench.js';
import { benchForEach, flowingBits, hasProduct, type ProductBench } from './harness/product-bench.js';

const { BoardState, FaultCode } = spindrift.v1;
const SAFE = BoardState.BOARD_STATE_SAFE;
type FaultName = keyof typeof FaultCode;

const clearFault = (link: Link): Promise<unknown> => link.call('clearFault', {}, 'clearFaultReply');
/** Drive settings in force, with changes. */
async function changed(link: Link, change: spindrift.v1.DriveConfig.$Shape): Promise<spindrift.v1.DriveConfig.$Shape> {
  return { ...(await stateOf(link)).config!, ...change };
}

describe.skipIf(!hasProduct)('guards of the firmware', () => {
  const set = benchForEach();

  /** The drive is off, one event has said why, and the fault is latched. */
  async function expectTripped(bench: ProductBench, link: Link, name: FaultName, source: string): Promise<void> {
    bench.expectSafe();
    expect(bench.faults).toEqual([name]);
    expect(bench.events.find((event) => event.body === 'fault')).toMatchObject({ fault: { source } });
    expect(await stateOf(link)).toMatchObject({ state: SAFE, fault: FaultCode[name] });
    expect(await errorOf(arm(link))).toBeInstanceOf(StateError);
    bench.expectSafe();
  }

  it('settings beyond the limits are refused, and nothing moves at the parts', async () => {
    const bench = set();
    const link = await bench.link();
    const configHash = await arm(link);
    await link.call('runShots', { plan: { shots: 1, rowMask: Uint8Array.of(1) } }, 'runShotsReply', { configHash });
    const { parts } = bench;
    const seen = (): unknown => [
      Array.from({ length: 8 }, (_, channel) => parts.dac.settledVolts(channel)),
      parts.delays.codes,
      parts.columns.latched,
      parts.columns.ctrl,
      parts.rowSwitches.closed,
    ];
    const before = seen();
    for (const change of [
      { amplitudeUv: 2_000_038, widthPs: 500 },
      { amplitudeUv: -2_000_038, widthPs: 500 },
      { amplitudeUv: 399_000 },
      { amplitudeUv: 1_600_038, widthPs: 5_005 },
      { amplitudeUv: 1_200_038, widthPs: 100_005 },
      { widthPs: 10_000_005, amplitudeUv: 0 },
      { widthPs: 495 },
      { readUv: 300_038 },
      { biasUv: -300_038 },
      { readNs: 2072 },
      { settleNs: 16 },
      { fieldUt: 60_002 },
      { fieldUt: -60_002 },
    ]) {
      const config = await changed(link, change);
      expect(await errorOf(link.call('setConfig', { config }, 'setConfigReply'))).toBeInstanceOf(LimitError);
    }
    for (const plan of [
      { shots: 1_048_577, rowMask: Uint8Array.of(1) },
      { shots: 0, rowMask: Uint8Array.of(1) },
      { shots: 1, pulsesPerShot: 17, rowMask: Uint8Array.of(1) },
      { shots: 33, rowMask: Uint8Array.of(1) },
      { shots: 1, rowMask: Uint8Array.of(1), tile: 1 },
    ])
      expect(await errorOf(link.call('runShots', { plan }, 'runShotsReply', { configHash }))).toBeInstanceOf(
        LimitError,
      );
    expect(seen()).toEqual(before);
    expect(await stateOf(link)).toMatchObject({ state: BoardState.BOARD_STATE_ARMED, configHash });
    // The check can tell: what is allowed does move.
    const config = await changed(link, { readUv: 200_000 });
    await link.call('setConfig', { config }, 'setConfigReply');
    expect(seen()).not.toEqual(before);
    expect(parts.dac.settledVolts(DacChannel.vRead)).toBeCloseTo(VMID_V + 0.2, 4);
  });

  it('settings are refused while a stream has the array', async () => {
    const bench = set();
    const link = await bench.link();
    await flowingBits(bench, link);
    const vamp = bench.parts.dac.settledVolts(DacChannel.vAmp);
    const config = await changed(link, { amplitudeUv: 1_000_000 });
    expect(await errorOf(link.call('setConfig', { config }, 'setConfigReply'))).toBeInstanceOf(BoardBusyError);
    expect(bench.parts.dac.settledVolts(DacChannel.vAmp)).toBe(vamp);
  });

  it('an array that is too hot: OVER_TEMPERATURE, latched for as long as it is hot', async () => {
    const bench = set();
    const link = await bench.link();
    const { stream } = await flowingBits(bench, link);
    bench.parts.rails.bringTo(69.5);
    await bench.pass(0.3);
    bench.expectEnabled();
    bench.parts.rails.bringTo(70.5);
    // A conversion of the thermometer and a round of readings.
    await bench.pass(0.3);
    await expectTripped(bench, link, 'FAULT_CODE_OVER_TEMPERATURE', 'TMP117');
    expect(await errorOf(stream.done)).toMatchObject({ name: 'AbortError' });
    expect(String(await errorOf(clearFault(link)))).toContain('OVER_TEMPERATURE at TMP117');
    expect((await stateOf(link)).fault).toBe(FaultCode.FAULT_CODE_OVER_TEMPERATURE);
    bench.parts.rails.bringTo(40);
    await bench.pass(0.3);
    await clearFault(link);
    await arm(link);
    bench.expectEnabled();
  });

  it.each([
    ['an array', 75, 'TMP117'],
    ['a chip', 80, 'die'], // six degrees warmer than the array; it trips at 85 °C
  ])(
    '%s that is hot when the drive is to be switched on: it is not, not even for a moment',
    async (_what, celsius, source) => {
      const bench = set();
      const link = await bench.link();
      await bench.pass(1);
      bench.parts.rails.bringTo(celsius);
      await bench.pass(0.3);
      let switched = 0;
      bench.board.machine.pins.onChange(GPIO.ARRAY_EN, ({ level }) => (switched += level));
      const error = await errorOf(arm(link));
      expect(error).toBeInstanceOf(HardwareError);
      expect(String(error)).toContain(`OVER_TEMPERATURE at ${source}`);
      await bench.pass(0.02);
      expect(switched).toBe(0);
      bench.expectSafe();
      bench.parts.rails.bringTo(40);
      await bench.pass(0.3);
      await arm(link);
      expect(switched).toBe(1);
    },
  );

  it('a thermometer that falls silent: SENSOR_SILENT after a second', async () => {
    const bench = set();
    const link = await bench.link();
    const { stream } = await flowingBits(bench, link);
    stream.close();
    await stream.done;
    await bench.pass(2);
    bench.parts.bus.bus.silence(TMP117_ADDRESS, true);
    await bench.pass(0.9);
    bench.expectEnabled();
    await bench.pass(0.2);
    await expectTripped(bench, link, 'FAULT_CODE_SENSOR_SILENT', 'TMP117');
    expect(String(await errorOf(clearFault(link)))).toContain('SENSOR_SILENT at TMP117');
    bench.parts.bus.bus.silence(TMP117_ADDRESS, false);
    await bench.pass(0.2);
    await clearFault(link);
    await arm(link);
    await bench.pass(0.2);
    bench.expectEnabled();
  });

  it.each([
    ['USB sags', { usbV: 4.2 }, 'USB5V'],
    ['3.3 V sag', { logicV: 3.1 }, '3V3'],
    ['3.3 V rise', { logicV: 3.5 }, '3V3'],
  ])('%s: SUPPLY', async (_what, supply, source) => {
    const bench = set();
    const link = await bench.link();
    // Bits in one case: they take the emulation ten times as long.
    if (source === 'USB5V') await flowingBits(bench, link);
    else await arm(link);
    await bench.pass(0.2);
    bench.expectEnabled();
    bench.parts.rails.supply(supply);
    await bench.pass(0.12);
    await expectTripped(bench, link, 'FAULT_CODE_SUPPLY', source);
    expect(String(await errorOf(clearFault(link)))).toContain(`SUPPLY at ${source}`);
    bench.parts.rails.supply({});
    await bench.pass(0.12);
    await clearFault(link);
    await arm(link);
    await bench.pass(0.12);
    bench.expectEnabled();
  });

  it('a coil that holds 60 mT: OVER_CURRENT when it has taken in 20 A²s', async () => {
    const bench = set();
    const link = await bench.link();
    const config = await changed(link, { fieldUt: 60_000 });
    await link.call('setConfig', { config }, 'setConfigReply');
    await arm(link);
    // (2 A)² less what it gives off at (0.5 A)²: 20 A²s in 5.33 s.
    await bench.pass(5.2);
    bench.expectEnabled();
    expect(bench.parts.rails.coil.fieldUt(bench.board.clock.now() * 1e9)).toBeCloseTo(60_000, -2);
    await bench.pass(0.2);
    await expectTripped(bench, link, 'FAULT_CODE_OVER_CURRENT', 'coil');
    expect(bench.parts.rails.coil.guard.heat).toBeCloseTo(20, 0);
    // It remembers its heat: cooled a little, it does not get far. Two attempts, which are one event each.
    await bench.pass(0.5);
    await clearFault(link);
    await arm(link);
    await bench.pass(0.2);
    bench.expectSafe();
    expect(bench.faults.length).toBe(2);
    expect((await stateOf(link)).fault).toBe(FaultCode.FAULT_CODE_OVER_CURRENT);
  });

  it('an interlock that opens in the midst of a burst: the parts are off at once, the firmware follows and latches', async () => {
    const bench = set();
    const link = await bench.link();
    const { stream } = await flowingBits(bench, link);
    bench.parts.setInterlock(false, bench.parts.seconds * 1e9);
    expect(bench.parts.enabled).toBe(false);
    expect(bench.parts.columns.on).toEqual([]);
    await bench.pass(0.02);
    expect(bench.faults).toEqual(['FAULT_CODE_INTERLOCK']);
    bench.expectSafe();
    expect(await errorOf(stream.done)).toMatchObject({ name: 'AbortError' });
    expect(await stateOf(link)).toMatchObject({ interlockClosed: false, fault: FaultCode.FAULT_CODE_INTERLOCK });
    expect(await errorOf(clearFault(link))).toBeInstanceOf(InterlockError);
    expect(await errorOf(arm(link))).toBeInstanceOf(InterlockError);
    bench.parts.setInterlock(true, bench.parts.seconds * 1e9);
    await bench.pass(0.02);
    bench.expectSafe();
    expect(await errorOf(arm(link))).toBeInstanceOf(StateError);
    await clearFault(link);
    await arm(link);
    bench.expectEnabled();
  });

  it.each([
    ['stuck', { stuck: [DacChannel.vAmp] }],
    ['3 % too high', { gain: 0.03 }],
  ])('a pulse supply that is %s: the drive is not switched on', async (_what, dac) => {
    const bench = set({ faults: { dac } });
    const link = await bench.link();
    expect(String(await errorOf(arm(link)))).toContain('pulse supply');
    const { parts } = bench;
    expect([parts.enabled, parts.driven('COIL_EN'), parts.rowSwitches.closed]).toEqual([false, 0, []]);
    expect(bench.faults).toEqual(['FAULT_CODE_AMPLITUDE_READBACK']);
    expect(await stateOf(link)).toMatchObject({ state: SAFE, fault: FaultCode.FAULT_CODE_AMPLITUDE_READBACK });
    await clearFault(link);
    expect(String(await errorOf(arm(link)))).toContain('pulse supply');
  });

  it('a pulse supply that is 1 % off is in order', async () => {
    const bench = set({ faults: { dac: { gain: 0.01 } } });
    await arm(await bench.link());
    bench.expectEnabled();
  });
});
