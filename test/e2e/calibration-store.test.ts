/**
 * The calibration memory under the firmware of the sources, on the emulated board: what the factory left, what a calibration keeps, what a power
 * cut leaves. Nothing of it has run on silicon.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { DataLossError, DeviceError, LimitError } from '../../base/index.js';
import {
  createEmulatedBoard,
  type EmulatedBoard,
  type EmulatedBoardOptions,
} from '../../board-sim/emulator/board/emulated-board.js';
import { STORE_BYTES, storeImage } from '../../board-sim/emulator/store/store-image.js';
import { emulatedSerial } from '../../board-sim/emulator/store/factory-eeprom.js';
import { buildImage } from '../../board-sim/emulator/testing/build-image.js';
import { EEPROM_HALF } from '../../board-sim/parts/index.js';
import { scenarioNamed } from '../../board-sim/scenarios/index.js';
import { InProcessTransport, Link, hello } from '../../firmware-host/host/index.js';
import { LinkStream } from '../../firmware-host/host/link/stream.js';
import { sendUp } from '../../firmware-host/host/tile.js';
import { crc32, spindrift, u64ToNumber, type ReplyMessage } from '../../proto/index.js';

const { CalibrationRoutine, Feature } = spindrift.v1;
const image = buildImage('product');
if (image === undefined)
  console.log('skipped: the calibration memory, for want of arm-none-eabi-gcc and of a released firmware');

const boards: EmulatedBoard[] = [];
afterEach(() => {
  for (const board of boards.splice(0)) board.close();
});

function boardOf(options: Partial<EmulatedBoardOptions>): EmulatedBoard {
  const board = createEmulatedBoard({ image: image!, scenario: 'typical', seed: 11, ...options });
  boards.push(board);
  return board;
}

interface Session {
  readonly link: Link;
  readonly greeting: ReplyMessage<'helloReply'>;
}

async function connect(board: EmulatedBoard): Promise<Session> {
  const transport = new InProcessTransport(board, 'emulated');
  const link = await Link.open({ transport, clock: board.clock });
  return { link, greeting: await hello(link) };
}

async function arm(link: Link): Promise<number> {
  const { configHash } = await link.call('getState', {}, 'getStateReply');
  await link.call('arm', {}, 'armReply', { configHash });
  return configHash;
}

async function calibrate({ link }: Session): Promise<ReplyMessage<'calibrateReply'>> {
  const configHash = await arm(link);
  const routine = CalibrationRoutine.CALIBRATION_ROUTINE_ADC_OFFSET;
  return link.call('calibrate', { routine }, 'calibrateReply', { configHash });
}

async function blobOf({ link }: Session, knownHash = 0): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const stream = await LinkStream.open(
    link,
    'getCalibration',
    { knownHash },
    {
      onBlock: (block) => void parts.push(block.data.slice()),
    },
  );
  await stream.done;
  return Buffer.concat(parts);
}

async function put({ link }: Session, blob: Uint8Array, dataCrc32 = crc32(blob)): Promise<number> {
  const stream = await LinkStream.open(link, 'putCalibration', { size: blob.length, dataCrc32 }, {});
  const reply = await sendUp(stream, blob);
  if (reply.body !== 'putCalibrationReply') throw new Error(`no reply: ${reply.body}`);
  return reply.putCalibrationReply.calibrationHash;
}

/** Conversions since boot. */
async function conversions({ link }: Session): Promise<number> {
  let stream: LinkStream | undefined;
  const counted = new Promise<number>((resolve, reject) => {
    LinkStream.open(
      link,
      'openTelemetry',
      { periodMs: 1000 },
      {
        onReply: (reply) => {
          if (reply.body === 'telemetry') resolve(u64ToNumber(reply.telemetry.counters?.adcConversions ?? 0));
        },
      },
    ).then((opened) => (stream = opened), reject);
  });
  const count = await counted;
  stream?.cancel();
  await stream?.done.catch(() => undefined);
  return count;
}

const eeprom = (board: EmulatedBoard): Uint8Array => board.parts.bus.eeprom.image(board.clock.now() * 1e9);
const bank = (board: EmulatedBoard, which: 0 | 1): Uint8Array => {
  const from = which * EEPROM_HALF;
  return eeprom(board).slice(from, from + STORE_BYTES);
};

describe.skipIf(image === undefined)('the calibration memory', () => {
  it('of a new board is empty: uncalibrated, and a calibration is kept', async () => {
    const board = boardOf({});
    const first = await connect(board);
    expect(first.greeting.identity?.serial).toBe('UNPROVISIONED');
    expect(first.greeting.calibrationHash).toBe(0);
    expect(await blobOf(first)).toHaveLength(0);
    const { calibrationHash, failed } = await calibrate(first);
    expect(failed).toBe(0);
    expect(calibrationHash).not.toBe(0);
    board.powerCycle();
    const second = await connect(board);
    expect(second.greeting.calibrationHash).toBe(calibrationHash);
  });

  it('of a factory board gives serial number, trims and limits', async () => {
    const limits = { stairsV: [1.9, 1.65, 0.9], widthS: 50e-9, fieldT: 4e-3 } as const;
    const board = boardOf({ provision: { limits } });
    const session = await connect(board);
    const { identity, calibrationHash, features } = session.greeting;
    expect(identity?.serial).toBe(emulatedSerial(scenarioNamed('typical'), 11));
    expect(features).toContain(Feature.FEATURE_CALIBRATION_BLOB);
    expect(await blobOf(session)).toEqual(Buffer.from(bank(board, 0)));
    expect(await blobOf(session, calibrationHash)).toHaveLength(0);
    const stated = await session.link.call('getLimits', {}, 'getLimitsReply');
    expect(stated.pulseLimits.map(({ amplitudeUv }) => amplitudeUv)).toEqual([1_900_000, 1_600_000, 900_000]);
    expect(stated.widthPs?.max).toBe(50_000);
    expect(stated.fieldUt).toMatchObject({ min: -4000, max: 4000 });
    const { config } = await session.link.call('getState', {}, 'getStateReply');
    const wanted = { ...config!, widthPs: 50_005 };
    await expect(session.link.call('setConfig', { config: wanted }, 'setConfigReply')).rejects.toThrow(LimitError);
    // Arming measures nothing that the memory knows, and what a routine measures is what the factory left.
    const before = await conversions(session);
    await arm(session.link);
    expect(await conversions(session)).toBe(before);
    const { values } = await calibrate(session);
    expect(await conversions(session)).toBeGreaterThan(before);
    const factory = new DataView(bank(board, 0).buffer);
    const codes = Array.from({ length: 64 }, (_, col) => factory.getFloat32(0x200 + 32 * col, true));
    expect(values.find(({ name }) => name === 'offset_min')?.value).toBe(Math.min(...codes));
    expect(values.find(({ name }) => name === 'offset_max')?.value).toBe(Math.max(...codes));
  });

  it('of a factory board takes skew and non-linearity of the delay lines off the pulses', async () => {
    const errors: number[] = [];
    for (const options of [{}, { provision: {} }]) {
      const board = boardOf(options);
      const { link } = await connect(board);
      const configHash = await arm(link);
      const plan = { rowMask: Uint8Array.of(1), colMask: Uint8Array.of(1), shots: 1 };
      await link.call('runShots', { plan }, 'runShotsReply', { configHash });
      // 30 ns after boot: four cycles of 8 ns, and what the lines make of the rest.
      const { nanosA, nanosB } = board.parts.delays;
      errors.push(Math.abs(32 + nanosB - nanosA - 30) * 1000);
    }
    // Half a step of the line, and what its neighbours differ by.
    expect(errors[1]).toBeLessThanOrEqual(4);
    expect(errors[0]).toBeGreaterThan(errors[1]!);
  });

  it("takes a blob, refuses a damaged one and another board's, and keeps the old one then", async () => {
    const board = boardOf({ provision: { serial: 'EMU-one' } });
    const session = await connect(board);
    const old = session.greeting.calibrationHash;
    const blob = storeImage({ generation: 1, serial: '', coilTrimUt: 42, limits: { stairsV: [1, 1, 1] } });
    await expect(put(session, blob, crc32(blob) ^ 1)).rejects.toThrow(DataLossError);
    await expect(put(session, storeImage({ generation: 9, serial: 'EMU-two' }))).rejects.toThrow(/EMU-two/);
    const rotten = blob.slice();
    rotten[5000]! ^= 1;
    await expect(put(session, rotten)).rejects.toThrow(/damaged/);
    await expect(put(session, blob.subarray(0, 4096))).rejects.toThrow(LimitError);
    expect((await session.link.call('getState', {}, 'getStateReply')).calibrationHash).toBe(old);
    const hash = await put(session, blob);
    expect(hash).not.toBe(old);
    const { config, calibrationHash } = await session.link.call('getState', {}, 'getStateReply');
    expect(calibrationHash).toBe(hash);
    // The settings that were in force would not be allowed any more.
    expect(config?.amplitudeUv).toBeLessThanOrEqual(1_000_000);
    board.powerCycle();
    const { greeting } = await connect(board);
    expect(greeting.calibrationHash).toBe(hash);
    expect(greeting.identity?.serial).toBe('EMU-one');
  });

  it('keeps the old calibration when the power goes while the new one is written', async () => {
    for (const cut of [2, 30, 70]) {
      const board = boardOf({ provision: {} });
      const session = await connect(board);
      const old = session.greeting.calibrationHash;
      const before = bank(board, 1);
      const calibrating = calibrate(session).then(
        () => 'done',
        (error: unknown) => error,
      );
      // Until pages of the other bank are written, and then a little.
      while (Buffer.compare(bank(board, 1), before) === 0) await board.pass(1e-3);
      await board.pass(cut * 1e-3);
      board.powerCycle();
      expect(await calibrating).toBeInstanceOf(Error);
      const after = await connect(board);
      expect(after.greeting.calibrationHash).toBe(old);
      // What is left of the new one is in nobody's way; once will do, it takes the emulation long.
      if (cut !== 30) continue;
      const { calibrationHash, failed } = await calibrate(after);
      expect([calibrationHash !== old, failed]).toEqual([true, 0]);
      board.powerCycle();
      expect((await connect(board)).greeting.calibrationHash).toBe(calibrationHash);
    }
  });

  it('that does not answer leaves the board uncalibrated, and a calibration says that it was not kept', async () => {
    const board = boardOf({ provision: {}, faults: { i2c: { silent: [0x50, 0x51] } } });
    const session = await connect(board);
    expect(session.greeting.calibrationHash).toBe(0);
    const { failed, calibrationHash } = await calibrate(session);
    expect(failed).toBe(1);
    expect(calibrationHash).not.toBe(0);
    const stopped = put(session, storeImage({ generation: 1, serial: '' }));
    await expect(stopped).rejects.toThrow(DeviceError);
  });
});
