import { describe, expect, it } from 'vitest';
import { DataLossError, VirtualClock } from '../../base/index.js';
import {
  BlockFlag,
  BlockFormat,
  DATA_OFFSET,
  crc32,
  newDataFrame,
  spindrift,
  toI64,
  toU64,
} from '../../proto/index.js';
import type { Board } from './board.js';
import { openBoardOver } from './open-board-over.js';
import { FakeDevice, settle } from './testing/fake-device.js';
import { InProcessTransport } from './transport/in-process.js';

const { BoardKind, BoardState, FaultCode, Severity, Status } = spindrift.v1;
const DRIVE = { biasV: 0, amplitudeV: 1.5, pulseWidthS: 1e-9, settleS: 8e-8, readV: 0.1, readS: 2e-7, fieldAPerM: 0 };
const LIMITS: spindrift.v1.GetLimitsReply.$Shape = {
  amplitudeUv: { min: 400_000, max: 2_000_000, step: 38 },
  bipolar: true,
  widthPs: { min: 500, max: 10_000_000, step: 5 },
  pulseLimits: [
    { widthPs: 5000, amplitudeUv: 2_000_000 },
    { widthPs: 10_000_000, amplitudeUv: 1_200_000 },
  ],
  biasUv: { min: -300_000, max: 300_000, step: 38 },
  readUv: { min: 0, max: 300_000, step: 38 },
  readNs: { min: 8, max: 2000, step: 8 },
  settleNs: { min: 8, max: 2000, step: 8 },
  fieldUt: { min: -1000, max: 1000, step: 1 },
};

async function open(device = new FakeDevice(), options = {}): Promise<{ board: Board; device: FakeDevice }> {
  device.on('getLimits', ({ id }) => device.ok(id, { body: 'getLimitsReply', getLimitsReply: LIMITS }));
  const board = await openBoardOver(new InProcessTransport(device, 'fake'), 'fake:', {
    clock: new VirtualClock(),
    ...options,
  });
  return { board, device };
}

describe('opening', () => {
  it('tells who the board is', async () => {
    const { board } = await open();
    expect(board.identity).toMatchObject({
      kind: 'real',
      serial: 'FAKE-1',
      bootId: 77,
      features: ['bits', 'multiply-stream'],
    });
    expect(board.identity.geometry).toEqual({ rows: 64, cols: 64, tiles: 1 });
    expect(board.limits.amplitudeV).toEqual({ min: 0.4, max: 2, step: 0.000038 });
    await board.close();
    expect(board.connected).toBe(false);
  });
  it('guards silicon against a silent host; a stand-in found later is asked again without the guard', async () => {
    const silences = (device: FakeDevice): number[] =>
      device.asked('hello').map((r) => (r.body === 'hello' ? r.hello.hostSilenceMs : -1));
    expect(silences((await open()).device)).toEqual([1000]);
    const simulated = (): FakeDevice => new FakeDevice({ kind: BoardKind.BOARD_KIND_SIMULATED });
    expect(silences((await open(simulated())).device)).toEqual([1000, 0]);
    expect(silences((await open(simulated(), { standIn: true })).device)).toEqual([0]);
    expect(silences((await open(simulated(), { hostSilenceS: 2 })).device)).toEqual([2000]);
  });
  it.each([
    [4_294_967_295, 64],
    [64, 0],
  ])('does not believe in an array of %i by %i cells', async (rows, cols) => {
    const device = new FakeDevice();
    device.on('hello', (request) => {
      if (request.body !== 'hello') return;
      const identity = { geometry: { rows, cols, tiles: 1 } };
      const helloReply = { nonce: request.hello.nonce, bootId: 7, protocolMajor: 1, identity };
      device.ok(request.id, { body: 'helloReply', helloReply });
    });
    await expect(open(device)).rejects.toMatchObject({
      code: 'PROTOCOL',
      message: expect.stringContaining(`${rows} by ${cols} cells`) as string,
    });
    expect(device.closed).toBe(true);
  });
  it('closes the link when it fails', async () => {
    const device = new FakeDevice({ major: 9 });
    await expect(open(device)).rejects.toMatchObject({ code: 'PROTOCOL' });
    expect(device.closed).toBe(true);
  });
});

describe('settings', () => {
  it.each([
    ['amplitudeV', 0.3, /amplitudeV must be 0 or have a magnitude from 0.4 to 2 at a pulseWidthS of 1e-9, got 0.3/],
    ['amplitudeV', -2.1, /amplitudeV.*got -2.1/],
    ['pulseWidthS', 1e-8, /magnitude from 0.4 to 1.2/],
    ['pulseWidthS', 1.1e-5, /pulseWidthS must be from 5e-10 to 0.00001, got 0.000011/],
    ['biasV', 0.31, /biasV must be from -0.3 to 0.3/],
    ['readV', Number.NaN, /readV/],
    ['fieldAPerM', 1000, /fieldAPerM/],
  ])('%s = %d is refused before it is sent', async (name, value, message) => {
    const { board, device } = await open();
    await expect(board.setConfig({ ...DRIVE, [name]: value })).rejects.toThrow(RangeError);
    await expect(board.setConfig({ ...DRIVE, [name]: value })).rejects.toThrow(message);
    expect(device.asked('setConfig')).toEqual([]);
  });
  it('gives back what is in force and uses its token from then on', async () => {
    const { board, device } = await open();
    device.on('setConfig', (request) => {
      if (request.body === 'setConfig')
        device.ok(request.id, {
          body: 'setConfigReply',
          setConfigReply: { configHash: 99, actual: request.setConfig.config ?? null },
        });
    });
    device.on('arm', ({ id }) =>
      device.ok(id, { body: 'armReply', armReply: { state: BoardState.BOARD_STATE_ARMED } }),
    );
    expect(await board.setConfig({ ...DRIVE, amplitudeV: 0 })).toEqual({ ...DRIVE, amplitudeV: 0 });
    expect(await board.setConfig(DRIVE)).toEqual(DRIVE);
    expect(await board.arm()).toBe('armed');
    expect(device.asked('arm')[0]?.configHash).toBe(99);
  });
});

describe('events', () => {
  it('tells of faults, log lines and the loss, late listeners included', async () => {
    const { board, device } = await open();
    const heard: unknown[] = [];
    const stop = board.on('fault', (fault) => heard.push(fault.code, fault.severity, fault.boardTimeS));
    board.on('log', (line) => heard.push(line.text));
    device.reply({
      bootId: 77,
      body: 'fault',
      fault: { code: FaultCode.FAULT_CODE_OVER_TEMPERATURE, severity: Severity.SEVERITY_ERROR, tUs: toU64(2_000_000) },
    });
    device.reply({ bootId: 77, body: 'log', log: { text: 'warm' } });
    await settle();
    stop();
    device.reply({ bootId: 77, body: 'fault', fault: {} });
    await settle();
    expect(heard).toEqual(['over-temperature', 'error', 2, 'warm']);
    device.reply({ body: 'heartbeat', heartbeat: { bootId: 78 } });
    await settle();
    const errors: Error[] = [];
    board.on('lost', (error) => errors.push(error));
    expect(errors).toEqual([expect.objectContaining({ code: 'BOARD_LOST' })]);
    await expect(board.getState()).rejects.toBe(errors[0]);
    await board.close();
  });
});

describe('telemetry', () => {
  it('is SI, 64-bit counters and energies included', async () => {
    const { board, device } = await open();
    device.on('openTelemetry', (request) => {
      const { id } = request;
      device.partial(id, {
        body: 'telemetry',
        telemetry: {
          boardTimeUs: toU64(3_000_000),
          rails: [
            {
              name: 'USB5V',
              busCode: 25_600,
              busLsbPv: 195_312_500,
              currentCode: -3,
              currentLsbPa: 1_562_500,
              energyCode: toU64(2n ** 40n + 1n),
              energyLsbNj: 80_000,
              chargeCode: toI64(-8),
              powerCode: 4,
              powerLsbPw: 5_000_000,
            },
          ],
          environment: { arrayMdegc: 25_000, arrayValid: true, dieMdegc: -1000 },
          counters: { mvms: toU64(2 ** 40), bitsOut: 5 },
          modelled: { mvmStatic: { joules: 9, attojoules: toU64(200_000_000_000_000_000n) }, read: { attojoules: 1 } },
          health: { ok: true, onesPpm: 500_100 },
        },
      });
      device.ok(id);
    });
    const t = await board.readTelemetry();
    expect(t.rails[0]).toEqual({
      name: 'USB5V',
      busV: 5,
      currentA: -4.6875e-6,
      powerW: 2e-5,
      energyJ: ((2 ** 40 + 1) * 80_000) / 1e9,
      energyLsbJ: 80e-6,
      energyCode: 2n ** 40n + 1n,
      chargeC: -1.25e-5,
    });
    expect(t).toMatchObject({
      boardTimeS: 3,
      arrayTemperatureK: 298.15,
      dieTemperatureK: 272.15,
      counters: { mvms: 2 ** 40, bitsOut: 5, planes: 0 },
    });
    expect(t.modelled).toMatchObject({ mvmStaticJ: 9.2, readJ: 1e-18, writeJ: 0 });
    expect(t.health).toMatchObject({ ok: true, onesShare: 0.5001 });
  });
  it('as a stream gives the newest and leaves with Cancel', async () => {
    const { board, device } = await open();
    device.on('openTelemetry', ({ id }) => {
      for (let seq = 0; seq < 5; seq++) device.partial(id, { body: 'telemetry', telemetry: { seq } });
    });
    const seen: number[] = [];
    for await (const { seq } of board.telemetry({ periodMs: 20 })) {
      seen.push(seq);
      break;
    }
    expect(seen).toEqual([4]);
    await settle();
    expect(device.asked('cancel').length).toBe(1);
    expect(() => board.telemetry({ periodMs: 10 })).toThrow(/periodMs/);
  });
});

describe('tiles', () => {
  it('programs with checksum, in blocks, END on the last', async () => {
    const { board, device } = await open();
    const cells = Uint8Array.from({ length: 100 }, (_, i) => i & 1);
    device.on('programTile', (request) => {
      const { id } = request;
      device.partial(id, { body: 'streamOpened', streamOpened: { upBlockBytes: 40 } });
      device.partial(id, { body: 'streamCredit', streamCredit: { streamId: id, blocks: 9 } });
    });
    device.onBlock = (block) => {
      if (block.flags & BlockFlag.END)
        device.ok(block.streamId, {
          body: 'programTileReply',
          programTileReply: { cellsFailed: 1, writeAttempts: 2, boardTimeUs: 3 },
        });
    };
    const window = { tile: 0, rowFirst: 0, rows: 10, colFirst: 2, cols: 10 };
    expect(await board.programTile({ ...window, cells, verifyPasses: 2 })).toEqual({
      cellsFailed: 1,
      writeAttempts: 2,
      boardTimeS: 3e-6,
    });
    expect(device.blocks.map((b) => b.data.length)).toEqual([40, 40, 20]);
    expect(device.asked('programTile')[0]).toMatchObject({
      programTile: { dataCrc32: crc32(cells), verifyPasses: 2, window: { colFirst: 2, rows: 10 } },
    });
    await expect(board.programTile({ ...window, cells: cells.subarray(1), verifyPasses: 0 })).rejects.toThrow(
      /cells must hold rows × cols = 100 bytes, got 99/,
    );
  });
  it('multiplies in blocks that fit both ways; a short answer is a DataLossError', async () => {
    const { board, device } = await open();
    let short = false;
    device.on('openMultiply', ({ id }) => {
      device.blocks.length = 0;
      device.partial(id, {
        body: 'streamOpened',
        streamOpened: { blockBytes: 40, upBlockBytes: 1000, lossless: true, shift: 3 },
      });
      device.partial(id, { body: 'streamCredit', streamCredit: { streamId: id, blocks: 99 } });
      const { writer } = device.blockStream({ streamId: id, format: BlockFormat.I16LE });
      device.onBlock = (block) => {
        const vectors = block.data.length / 4;
        const frame = newDataFrame(vectors * 4);
        const out = new Int16Array(frame.buffer, DATA_OFFSET, vectors * 2);
        for (let v = 0; v < vectors; v++)
          for (let j = 0; j < 2; j++) out[v * 2 + j] = block.data[v * 4 + 2 * j]! - block.data[v * 4 + 2 * j + 1]!;
        if (!short) device.raw(writer.seal(frame, 0));
        if (block.seq === 2)
          device.ok(id, { body: 'streamStats', streamStats: { blocks: writer.blocks, clipped: 7, boardTimeUs: 50 } });
      };
    });
    const inputs = Uint8Array.from({ length: 25 * 4 }, (_, i) => (i * 37) & 255);
    const options = { tile: 0, inputBits: 8, columnMode: 'differential', rows: 4, cols: 4, inputs } as const;
    const { results, ...rest } = await board.multiply(options);
    expect(rest).toEqual({ shift: 3, clipped: 7, boardTimeS: 5e-5 });
    expect([...results]).toEqual(Array.from({ length: 50 }, (_, k) => inputs[2 * k]! - inputs[2 * k + 1]!));
    expect(device.blocks.map((b) => b.data.length)).toEqual([40, 40, 20]);
    short = true;
    await expect(board.multiply(options)).rejects.toThrow(DataLossError);
    expect((await board.multiply({ ...options, inputs: new Uint8Array(0) })).results.length).toBe(0);
    await expect(board.multiply({ ...options, inputs: inputs.subarray(1) })).rejects.toThrow(
      /whole vectors of 4 bytes/,
    );
    await expect(board.multiply({ ...options, cols: 3 })).rejects.toThrow(/cols must be even/);
    await expect(board.multiply({ ...options, inputBits: 9 })).rejects.toThrow(/inputBits/);
  });
  it('a refusal is an error of its kind', async () => {
    const { board, device } = await open();
    device.on('openMultiply', ({ id }) => device.reply({ id, end: true, status: Status.STATUS_STALE_CONFIG }));
    const inputs = new Uint8Array(4);
    await expect(
      board.multiply({ tile: 0, inputBits: 1, columnMode: 'single', rows: 4, cols: 4, inputs }),
    ).rejects.toMatchObject({ code: 'STALE_CONFIG' });
  });
});
