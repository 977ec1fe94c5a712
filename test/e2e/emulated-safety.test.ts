/** What the firmware does when something goes wrong around it, on the emulated chip among the board's parts: seen from the host and at the parts. */
import { afterEach, describe, expect, it } from 'vitest';
import { InterlockError, StateError } from '../../base/index.js';
import { scenarioNamed } from '../../board-sim/index.js';
import {
  createEmulatedBoard,
  type EmulatedBoard,
  type EmulatedBoardOptions,
} from '../../board-sim/emulator/board/emulated-board.js';
import { buildImage } from '../../board-sim/emulator/testing/build-image.js';
import { DacChannel, TMP117_ADDRESS, VMID_V } from '../../board-sim/parts/index.js';
import { InProcessTransport, Link, LinkStream, hello } from '../../firmware-host/host/index.js';
import { spindrift, type Reply } from '../../proto/index.js';
import { arm, errorOf, stateOf } from '../contract/bench.js';

const { BoardState, FaultCode } = spindrift.v1;
const product = buildImage('product');
if (product === undefined)
  console.log('skipped: safety of the firmware, for want of arm-none-eabi-gcc and of a released firmware');

describe.skipIf(product === undefined)('safety of the firmware', () => {
  const closes: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closes.splice(0).reverse()) await close();
  });

  class Rig {
    readonly board: EmulatedBoard;
    readonly events: Reply[] = [];
    constructor(options: Partial<EmulatedBoardOptions> = {}) {
      this.board = createEmulatedBoard({ image: product!, scenario: 'typical', seed: 4, ...options });
      closes.push(() => this.board.close());
    }
    async connect(): Promise<Link> {
      const { board } = this;
      const link = await Link.open({
        transport: new InProcessTransport(board, 'emulated'),
        clock: board.clock,
        onEvent: (event) => this.events.push(event),
      });
      closes.push(() => link.close());
      await hello(link);
      return link;
    }
    get faults(): unknown[] {
      return this.events.flatMap((event) => (event.body === 'fault' ? [event.fault.code] : []));
    }
    /** What the parts are left at. */
    get atRest(): unknown {
      const { parts } = this.board;
      const volts = [DacChannel.vAmp, DacChannel.vRead, DacChannel.coil].map((channel) =>
        parts.dac.settledVolts(channel),
      );
      return { enabled: parts.enabled, rows: parts.rowSwitches.closed, volts };
    }
  }
  const REST = { enabled: false, rows: [], volts: [0, VMID_V, VMID_V] };
  /** A stream of bits that nobody stops. */
  const draw = async (link: Link): Promise<LinkStream> => {
    const configHash = await arm(link);
    return LinkStream.open(link, 'openBits', { blockBytes: 512 }, { configHash, window: 8, onBlock: () => undefined });
  };

  it('an interlock that opens in mid-stream cuts the pulses at once, is told, and keeps the drive off until it is cleared', async () => {
    const rig = new Rig();
    const link = await rig.connect();
    const stream = await draw(link);
    await rig.board.pass(0.02);
    const { parts } = rig.board;
    expect(parts.array.pulses.rowPulses).toBeGreaterThan(100);
    parts.setInterlock(false, rig.board.clock.now() * 1e9);
    const pulses = parts.array.pulses.rowPulses;
    expect(parts.enabled).toBe(false);
    await rig.board.pass(0.02);
    // At most one more is under way: the hardware has cut it.
    expect(parts.array.pulses.rowPulses - pulses).toBeLessThanOrEqual(1);
    expect(await errorOf(stream.done)).toMatchObject({ name: 'AbortError' });
    expect(await stateOf(link)).toMatchObject({
      state: BoardState.BOARD_STATE_SAFE,
      fault: FaultCode.FAULT_CODE_INTERLOCK,
    });
    expect(rig.faults).toEqual([FaultCode.FAULT_CODE_INTERLOCK]);
    expect(rig.atRest).toEqual(REST);
    expect(await errorOf(arm(link))).toBeInstanceOf(InterlockError);
    parts.setInterlock(true, rig.board.clock.now() * 1e9);
    expect(await errorOf(arm(link))).toBeInstanceOf(StateError);
    await link.call('clearFault', {}, 'clearFaultReply');
    await arm(link);
    expect(parts.enabled).toBe(true);
  });

  it('a core that hangs in mid-stream is reset by the watchdog: the array is off, and the next session is told', async () => {
    const rig = new Rig();
    const link = await rig.connect();
    await draw(link);
    await rig.board.pass(0.02);
    const { core } = rig.board.machine.chip;
    core.executeInstruction = () => 1;
    core.waiting = false;
    await rig.board.pass(0.12);
    expect(link.failure?.message).toMatch(/watchdog/);
    expect(rig.board.parts.enabled).toBe(false);
    const next = await rig.connect();
    expect(await stateOf(next)).toMatchObject({
      state: BoardState.BOARD_STATE_SAFE,
      fault: FaultCode.FAULT_CODE_WATCHDOG,
    });
    expect(rig.atRest).toEqual(REST);
    expect(await errorOf(arm(next))).toBeInstanceOf(StateError);
    await next.call('clearFault', {}, 'clearFaultReply');
    await arm(next);
  });

  it('a host that is gone in mid-stream leaves everything at rest', async () => {
    const rig = new Rig();
    const link = await rig.connect();
    await draw(link);
    await rig.board.pass(0.02);
    await link.close();
    expect(rig.board.parts.enabled).toBe(false);
    await rig.board.pass(0.01);
    expect(rig.atRest).toEqual(REST);
  });

  it.each([
    ['a supply that is too low', { faults: { supply: { usbV: 4.2 } } }, /USB5V/],
    ['logic that is supplied too high', { faults: { supply: { logicV: 3.6 } } }, /3V3/],
    ['an array that is too hot', { scenario: { ...scenarioNamed('typical'), ambientC: 75 } }, /OVER_TEMPERATURE/],
  ] as const)('%s from the start keeps the drive off', async (_what, options, named) => {
    const rig = new Rig(options);
    const link = await rig.connect();
    // The thermometer has converted once.
    await rig.board.pass(1.5);
    expect(String(await errorOf(arm(link)))).toMatch(named);
    expect(await stateOf(link)).toMatchObject({ state: BoardState.BOARD_STATE_SAFE, fault: 0 });
    expect(rig.faults).toEqual([]);
    expect(rig.atRest).toEqual(REST);
  });

  it('a thermometer that is silent switches the drive off', async () => {
    const rig = new Rig({ faults: { i2c: { silent: [TMP117_ADDRESS] } } });
    const link = await rig.connect();
    await rig.board.pass(0.5);
    // Refused, or taken and switched off by the first look.
    await arm(link).catch(() => undefined);
    await rig.board.pass(4);
    const fault = FaultCode.FAULT_CODE_SENSOR_SILENT;
    expect(await stateOf(link)).toMatchObject({ state: BoardState.BOARD_STATE_SAFE, fault });
    expect(rig.faults).toEqual([fault]);
    expect(rig.atRest).toEqual(REST);
  });

  it('a self test leaves the parts as it found them', async () => {
    const rig = new Rig();
    const link = await rig.connect();
    await link.call('selfTest', {}, 'selfTestReply');
    expect(rig.atRest).toEqual(REST);
    expect(rig.board.parts.columns.latched).toEqual([]);
  });

  it('a bus that is held down keeps neither the board from its host nor the drive on', async () => {
    const rig = new Rig();
    rig.board.parts.bus.bus.stuck = true;
    const link = await rig.connect();
    expect((await stateOf(link)).state).toBe(BoardState.BOARD_STATE_SAFE);
    await arm(link).catch(() => undefined);
    await rig.board.pass(4);
    expect(await stateOf(link)).toMatchObject({
      state: BoardState.BOARD_STATE_SAFE,
      fault: FaultCode.FAULT_CODE_AMPLITUDE_READBACK,
    });
  });
});
