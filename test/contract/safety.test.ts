/** Safety: states, tokens, the silent host, and the way to the safe state that is always open. */
import { expect, it } from 'vitest';
import { BoardBusyError, StaleConfigError, StateError } from '../../base/index.js';
import { LinkStream, type Link } from '../../firmware-host/host/index.js';
import { spindrift } from '../../proto/index.js';
import { arm, errorOf, onEveryBoard, stateOf } from './bench.js';

const { BoardState, FaultCode } = spindrift.v1;
const SAFE = BoardState.BOARD_STATE_SAFE;
const ARMED = BoardState.BOARD_STATE_ARMED;
const RUNNING = BoardState.BOARD_STATE_RUNNING;

const shoot = (link: Link, configHash: number): Promise<unknown> =>
  link.call('runShots', { plan: { shots: 1, rowMask: Uint8Array.of(1) } }, 'runShotsReply', { configHash });
/** A bit stream that nobody reads: it stands still when its window is full. */
const openBits = (link: Link, configHash: number): Promise<LinkStream> =>
  LinkStream.open(link, 'openBits', { blockBytes: 64 }, { configHash, window: 2, onBlock: () => 'kept' });
const makeSafe = async (link: Link): Promise<spindrift.v1.BoardState> =>
  (await link.call('makeSafe', {}, 'makeSafeReply')).state;

onEveryBoard('safety', (set) => {
  it('SAFE, then ARMED, then RUNNING while a stream is open, then ARMED, then SAFE', async () => {
    const link = await (await set()).link();
    const { configHash, state } = await stateOf(link);
    expect(state).toBe(SAFE);
    expect(await errorOf(shoot(link, configHash))).toBeInstanceOf(StateError);
    await arm(link);
    await arm(link);
    expect((await stateOf(link)).state).toBe(ARMED);
    await shoot(link, configHash);
    const stream = await openBits(link, configHash);
    expect((await stateOf(link)).state).toBe(RUNNING);
    stream.cancel();
    expect((await stateOf(link)).state).toBe(ARMED);
    expect(await makeSafe(link)).toBe(SAFE);
    expect(await makeSafe(link)).toBe(SAFE);
    expect(await errorOf(shoot(link, configHash))).toBeInstanceOf(StateError);
  });

  it('every verb that touches the array needs the token in force', async () => {
    const link = await (await set()).link();
    const { config, configHash } = await stateOf(link);
    expect(await errorOf(link.call('arm', {}, 'armReply', { configHash: configHash ^ 1 }))).toBeInstanceOf(
      StaleConfigError,
    );
    await arm(link);
    for (const stale of [0, configHash ^ 1]) expect(await errorOf(shoot(link, stale))).toBeInstanceOf(StaleConfigError);
    const changed = { ...config, readUv: config!.readUv - 10_000 } as spindrift.v1.DriveConfig.$Shape;
    const reply = await link.call('setConfig', { config: changed }, 'setConfigReply');
    expect(await errorOf(shoot(link, configHash))).toBeInstanceOf(StaleConfigError);
    await shoot(link, reply.configHash);
  });

  it('MakeSafe ends whoever uses the array CANCELLED', async () => {
    const link = await (await set()).link();
    const configHash = await arm(link);
    const stream = await openBits(link, configHash);
    expect(await makeSafe(link)).toBe(SAFE);
    expect(await errorOf(stream.done)).toMatchObject({ name: 'AbortError' });
  });

  it('while one call uses the array, others and SetConfig are BUSY', async () => {
    const link = await (await set()).link();
    const configHash = await arm(link);
    const { config } = await stateOf(link);
    const stream = await openBits(link, configHash);
    expect(await errorOf(shoot(link, configHash))).toBeInstanceOf(BoardBusyError);
    expect(await errorOf(link.call('setConfig', { config: config! }, 'setConfigReply'))).toBeInstanceOf(BoardBusyError);
    stream.cancel();
    await shoot(link, configHash);
  });

  it('a host that falls silent while armed: SAFE, fault latched, event sent, Arm refused until ClearFault', async () => {
    const bench = await set();
    const link = await bench.link({ heartbeat: false, hostSilenceMs: 1000 });
    const configHash = await arm(link);
    const stream = await openBits(link, configHash);
    await bench.board.pass(0.9);
    const faults = (): unknown[] => bench.events.flatMap((event) => (event.body === 'fault' ? [event.fault.code] : []));
    expect(faults()).toEqual([]);
    await bench.board.pass(0.3);
    expect(await errorOf(stream.done)).toMatchObject({ name: 'AbortError' });
    expect(await stateOf(link)).toMatchObject({ state: SAFE, fault: FaultCode.FAULT_CODE_HOST_SILENCE });
    expect(faults()).toEqual([FaultCode.FAULT_CODE_HOST_SILENCE]);
    expect(await errorOf(arm(link))).toBeInstanceOf(StateError);
    expect((await link.call('clearFault', {}, 'clearFaultReply')).state).toBe(SAFE);
    await arm(link);
    expect(await stateOf(link)).toMatchObject({ state: ARMED, fault: 0 });
  });

  it('heartbeats keep an idle board armed; a board that is not armed does not mind silence', async () => {
    const bench = await set();
    const link = await bench.link({ hostSilenceMs: 1000 });
    await arm(link);
    await bench.board.pass(3);
    expect((await stateOf(link)).state).toBe(ARMED);
    await link.close();
    const silent = await bench.link({ heartbeat: false, hostSilenceMs: 1000 });
    await bench.board.pass(3);
    expect(await stateOf(silent)).toMatchObject({ state: SAFE, fault: 0 });
  });

  it('a host that goes away in mid-stream leaves the board safe and free for the next', async () => {
    const bench = await set();
    const first = await bench.link();
    const configHash = await arm(first);
    await openBits(first, configHash);
    await first.close();
    await bench.board.pass(0.1);
    const second = await bench.link();
    expect(await stateOf(second)).toMatchObject({ state: SAFE });
    await arm(second);
  });

  it('the typed client leaves it safe too', async () => {
    const bench = await set();
    const client = await bench.client();
    await client.arm();
    expect((await client.getState()).state).toBe('armed');
    await client.close();
    await bench.board.pass(0.1);
    expect((await stateOf(await bench.link())).state).toBe(SAFE);
  });
});
