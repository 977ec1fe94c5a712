/** Session: Hello, versions, features, boot id, what a board does with what it does not understand. */
import { expect, it } from 'vitest';
import { StateError, UnsupportedError } from '../../base/index.js';
import { hello } from '../../firmware-host/host/index.js';
import {
  FrameType,
  HEARTBEAT_S,
  crc8,
  encodeFrame,
  encodeRequest,
  spindrift,
  type RequestBody,
} from '../../proto/index.js';
import { arm, errorOf, onEveryBoard, stateOf } from './bench.js';

const { BoardKind, BoardState, Feature, Status } = spindrift.v1;

/** The verbs that a feature stands for; the others are always served. */
const VERBS: readonly (readonly [RequestBody, spindrift.v1.Feature])[] = [
  ['runShots', Feature.FEATURE_SHOTS],
  ['openShots', Feature.FEATURE_SHOT_STREAM],
  ['openBits', Feature.FEATURE_BITS],
  ['openReadMap', Feature.FEATURE_READ_MAP],
  ['programTile', Feature.FEATURE_PROGRAM_TILE],
  ['multiplyVector', Feature.FEATURE_MULTIPLY_VECTOR],
  ['openMultiply', Feature.FEATURE_MULTIPLY_STREAM],
  ['calibrate', Feature.FEATURE_CALIBRATE],
  ['getCalibration', Feature.FEATURE_CALIBRATION_BLOB],
  ['putCalibration', Feature.FEATURE_CALIBRATION_BLOB],
  ['openTelemetry', Feature.FEATURE_TELEMETRY],
  ['selfTest', Feature.FEATURE_SELF_TEST],
  ['reboot', Feature.FEATURE_REBOOT],
  ['setLogLevel', Feature.FEATURE_LOG],
  ['pinMode', Feature.FEATURE_PINS],
  ['pinRead', Feature.FEATURE_PINS],
  ['pinWrite', Feature.FEATURE_PINS],
  ['pwmWrite', Feature.FEATURE_PINS],
  ['dacWrite', Feature.FEATURE_PINS],
  ['servoWrite', Feature.FEATURE_PINS],
  ['watchPin', Feature.FEATURE_PIN_WATCH],
  ['watchAdc', Feature.FEATURE_PIN_WATCH],
  ['i2cConfig', Feature.FEATURE_I2C],
  ['i2cWrite', Feature.FEATURE_I2C],
  ['i2cRead', Feature.FEATURE_I2C],
  ['watchI2c', Feature.FEATURE_I2C],
];

onEveryBoard('session', (set) => {
  it('Hello echoes the nonce and tells who the board is', async () => {
    const raw = await (await set()).raw(false);
    const reply = await raw.hello({ nonce: 0xdeadbeef, hostName: 'contract' });
    if (reply.body !== 'helloReply') throw new Error(`status ${reply.status}`);
    const { nonce, bootId, identity, limits, features } = reply.helloReply;
    expect(nonce).toBe(0xdeadbeef);
    expect(bootId).toBeGreaterThan(0);
    expect([BoardKind.BOARD_KIND_REAL, BoardKind.BOARD_KIND_EMULATED, BoardKind.BOARD_KIND_SIMULATED]).toContain(
      identity?.kind,
    );
    expect(identity?.serial).toMatch(/^[\x21-\x7e]+$/);
    expect(identity?.geometry?.rows).toBeGreaterThan(0);
    expect(identity?.geometry?.cols).toBeGreaterThan(0);
    expect(identity?.geometry?.tiles).toBeGreaterThan(0);
    expect(limits?.maxControlBytes).toBeGreaterThanOrEqual(512);
    expect(limits?.maxInflight).toBeGreaterThan(1);
    expect(new Set(features).size).toBe(features.length);
    const again = await raw.ask({ body: 'getIdentity', getIdentity: {} });
    if (again.body !== 'getIdentityReply') throw new Error(`status ${again.status}`);
    expect(again.getIdentityReply.identity).toEqual(identity);
  });

  it('nothing is served before Hello', async () => {
    const link = await (await set()).link({ greet: false });
    expect(await errorOf(stateOf(link))).toBeInstanceOf(StateError);
    expect(await errorOf(link.call('arm', {}, 'armReply'))).toBeInstanceOf(StateError);
    await hello(link);
    expect((await stateOf(link)).state).toBe(BoardState.BOARD_STATE_SAFE);
  });

  it('another major version is refused; Hello with the right one then works', async () => {
    const raw = await (await set()).raw(false);
    expect((await raw.hello({ protocolMajor: 2 })).status).toBe(Status.STATUS_FAILED_PRECONDITION);
    expect((await raw.ask({ body: 'getState', getState: {} })).status).toBe(Status.STATUS_FAILED_PRECONDITION);
    expect((await raw.hello({ minPeerMinor: 1000 })).status).toBe(Status.STATUS_FAILED_PRECONDITION);
    expect((await raw.hello()).status).toBe(Status.STATUS_OK);
  });

  it('a new Hello ends every call and stream CANCELLED and makes the array safe', async () => {
    const raw = await (await set()).raw();
    const configHash = await raw.arm();
    const stream = raw.request({ configHash, body: 'openBits', openBits: {} });
    await raw.opened(stream);
    const telemetry = raw.request({ body: 'openTelemetry', openTelemetry: { periodMs: 1000 } });
    const before = (await raw.sync()).bootId;
    await raw.hello();
    expect((await raw.final(stream)).status).toBe(Status.STATUS_CANCELLED);
    expect((await raw.final(telemetry)).status).toBe(Status.STATUS_CANCELLED);
    expect(await raw.sync()).toMatchObject({ state: BoardState.BOARD_STATE_SAFE, bootId: before });
  });

  it('verbs without their feature answer NOT_IMPLEMENTED, verbs with it do not', async () => {
    const bench = await set();
    const raw = await bench.raw(false);
    const greeting = await raw.hello();
    if (greeting.body !== 'helloReply') throw new Error('no hello');
    const { features } = greeting.helloReply;
    for (const [verb, feature] of VERBS) {
      const id = raw.request({ body: verb, [verb]: {} } as never);
      // Some of them go on until they are cancelled.
      if (!(await raw.find((first) => first.id === id)).end) raw.notify({ body: 'cancel', cancel: { targetId: id } });
      const reply = await raw.final(id);
      if (features.includes(feature)) expect([verb, reply.status]).not.toEqual([verb, Status.STATUS_NOT_IMPLEMENTED]);
      else expect([verb, reply.status]).toEqual([verb, Status.STATUS_NOT_IMPLEMENTED]);
    }
  });

  it('an unknown verb is NOT_IMPLEMENTED, an unknown field is ignored, rubbish is DECODE', async () => {
    const raw = await (await set()).raw();
    const control = (bytes: number[]): void =>
      raw.bytes(encodeFrame(FrameType.CONTROL_TO_DEVICE, Uint8Array.from(bytes)));
    // Field 899, which no version knows: once as the verb, once beside a known one.
    const future = [0x9a, 0x38, 0x02, 0x08, 0x01];
    control([...encodeRequest({ id: 900 }), ...future]);
    expect((await raw.final(900)).status).toBe(Status.STATUS_NOT_IMPLEMENTED);
    control([...encodeRequest({ id: 901, body: 'getState', getState: {} }), ...future]);
    expect((await raw.final(901)).status).toBe(Status.STATUS_OK);
    control([0x0a, 0xff]);
    await raw.find((reply) => reply.end && reply.status === Status.STATUS_DECODE);
    expect((await raw.sync()).state).toBe(BoardState.BOARD_STATE_SAFE);
  });

  it('the link gives UnsupportedError for what the board lacks', async () => {
    const link = await (await set()).link({ greet: false });
    const { features } = await hello(link);
    const lacking = VERBS.find(([, feature]) => !features.includes(feature));
    if (!lacking) return; // a board that has everything
    expect(await errorOf(link.call(lacking[0], {}, 'pinReadReply'))).toBeInstanceOf(UnsupportedError);
  });

  it('damaged frames are dropped without harm', async () => {
    const raw = await (await set()).raw();
    const good = encodeFrame(FrameType.CONTROL_TO_DEVICE, encodeRequest({ id: 700, body: 'arm', arm: {} }));
    const wrongCrc = Uint8Array.from(good);
    wrongCrc[wrongCrc.length - 1]! ^= 0x10;
    const wrongType = Uint8Array.from(good);
    wrongType[2] = FrameType.CONTROL_TO_HOST;
    wrongType[7] = crc8(wrongType, 0, 7);
    const tooLong = Uint8Array.from(good);
    tooLong[6] = 0xff;
    tooLong[7] = crc8(tooLong, 0, 7);
    for (const bytes of [wrongCrc, wrongType, tooLong, good.slice(0, 9), Uint8Array.of(0x53, 0x44, 0x53)])
      raw.bytes(bytes);
    const state = await raw.sync();
    expect(state.state).toBe(BoardState.BOARD_STATE_SAFE);
    expect(raw.replies.some((reply) => reply.id === 700)).toBe(false);
  });

  it('rubbish without end closes the link, or is survived; the board is there for the next host', async () => {
    const bench = await set();
    const raw = await bench.raw();
    const bad = encodeFrame(FrameType.CONTROL_TO_DEVICE, Uint8Array.of(1, 2, 3));
    bad[12]! ^= 1;
    for (let k = 0; k < 64; k++) raw.bytes(bad.slice());
    await raw.hungUp();
    const link = await bench.link();
    expect((await stateOf(link)).state).toBe(BoardState.BOARD_STATE_SAFE);
  });

  it('reboot needs the boot id in force, then ends the session with a new one', async () => {
    const bench = await set();
    const link = await bench.link();
    const before = await stateOf(link);
    await arm(link);
    expect(await errorOf(link.call('reboot', { confirm: before.bootId ^ 1 }, 'rebootReply'))).toBeInstanceOf(
      StateError,
    );
    expect((await stateOf(link)).state).toBe(BoardState.BOARD_STATE_ARMED);
    await link.call('reboot', { confirm: before.bootId }, 'rebootReply');
    await errorOf(stateOf(link));
    const after = link.failure ? await bench.link() : link;
    if (after === link) await hello(link);
    expect((await stateOf(after)).bootId).not.toBe(before.bootId);
    expect((await stateOf(after)).state).toBe(BoardState.BOARD_STATE_SAFE);
  });

  it('both sides send heartbeats; the board tells its clock, state and boot id', async () => {
    const bench = await set();
    const link = await bench.link();
    await arm(link);
    await bench.board.pass(4 * HEARTBEAT_S);
    const beats = bench.events.flatMap((event) => (event.body === 'heartbeat' ? [event.heartbeat] : []));
    expect(beats.length).toBeGreaterThanOrEqual(2);
    for (const beat of beats) expect(beat).toMatchObject({ bootId: link.bootId, state: BoardState.BOARD_STATE_ARMED });
    expect(link.sent.frames).toBeGreaterThanOrEqual(5);
  });
});
