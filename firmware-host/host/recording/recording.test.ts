import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BoardNotFoundError, DataError, RandomStream, VirtualClock } from '../../../base/index.js';
import { encodeFrame, FrameType } from '../../../proto/index.js';
import type { Board } from '../board.js';
import { openBoard } from '../open-board.js';
import { Direction, encodeHead, encodePacket } from './pcapng.js';
import { WireRecorder } from './wire-recorder.js';
import { WireRecording } from './wire-recording.js';

const BOARD = 'sim:typical?seed=3&rows=8&cols=8';
const CELLS = Uint8Array.from({ length: 64 }, (_, k) => k % 2);
const INPUTS = Uint8Array.from({ length: 8 * 700 }, (_, k) => k % 4);

let folder: string;
let file: string;
let made: Session;

/** What a session saw of a board. */
interface Session {
  readonly drive: unknown;
  readonly writeAttempts: number;
  readonly shots: Uint8Array;
  readonly bits: string;
  readonly map: Float32Array;
  readonly products: Int16Array;
  readonly pulses: readonly number[];
  readonly levels: readonly (string | number)[];
}

/** A session that uses each kind of call: single ones, streams down, up and both, watches, telemetry. */
async function session(board: Board): Promise<Session> {
  const pulses = [(await board.readTelemetry()).counters.cellPulses];
  const { drive: before } = await board.getState();
  const drive = await board.setConfig({ ...before, pulseWidthS: 2e-9 });
  await board.arm();
  const { outcomes } = await board.runShots({ shots: 5, initialise: 'p' });
  pulses.push((await board.readTelemetry()).counters.cellPulses);
  const bits: string[] = [];
  // Left early: no count was given.
  for await (const block of board.openBits({ blockBytes: 64 })) {
    bits.push(Buffer.from(block.bytes).toString('hex'));
    if (bits.length === 20) break;
  }
  const map = await board.readMap();
  const levels = [await board.pins.read('AUX0'), await board.makeSafe()] as (string | number)[];
  await board.arm();
  const window = { tile: 0, rowFirst: 0, colFirst: 0, rows: 8, cols: 8 };
  const { writeAttempts } = await board.programTile({ ...window, cells: CELLS, verifyPasses: 2 });
  const { results } = await board.multiply({
    ...window,
    inputBits: 2,
    columnMode: 'single',
    inputs: INPUTS,
  });
  pulses.push((await board.readTelemetry()).counters.cellPulses);
  await board.makeSafe();
  return { drive, writeAttempts, shots: outcomes, bits: bits.join(), map, products: results, pulses, levels };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spindrift-wire-'));
  file = join(folder, 'wire.pcapng');
  const recorder = new WireRecorder({ board: BOARD });
  const board = await openBoard(BOARD, { inThread: true, trace: recorder });
  recorder.start(file);
  made = await session(board);
  expect(recorder.stop()).toMatchObject({ path: file, bytes: readFileSync(file).length });
  await board.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const replayOf = (path = file): Promise<Board> => openBoard(`replay:${path}?speed=max`);

describe('a recording', () => {
  it('answers as the board did, to the last bit, and from the start each time it is opened', async () => {
    for (let time = 0; time < 2; time++) {
      const board = await replayOf();
      expect(await session(board)).toEqual(made);
      await board.close();
    }
  });

  it('says that it is a replay, and that its bits are no entropy', async () => {
    const board = await replayOf();
    expect(board.identity).toMatchObject({ kind: 'replayed', serial: expect.stringContaining('SIM-') as string });
    const stream = board.openBits({ blockBytes: 64 });
    for await (const block of stream) {
      expect(block.notEntropy).toBe(true);
      break;
    }
    await board.close();
  });

  it('goes at its own pace, or at the one that is asked for', async () => {
    const path = join(folder, 'paced.pcapng');
    const recorded = new VirtualClock();
    const recorder = new WireRecorder({ board: BOARD, clock: recorded });
    // In the recording every answer takes a tenth of a second, and what the host does takes none.
    const trace = {
      sent: (frame: Uint8Array) => recorder.sent(frame),
      received: (type: FrameType, payload: Uint8Array) => {
        recorded.advance(0.1);
        recorder.received(type, payload);
      },
    };
    const board = await openBoard(BOARD, { inThread: true, trace });
    recorder.start(path);
    const shots = async (on: Board): Promise<string[]> => {
      await on.arm();
      const all: string[] = [];
      for (const k of [1, 2, 3])
        all.push(Buffer.from((await on.runShots({ shots: k, initialise: 'p' })).outcomes).toString('hex'));
      await on.close();
      return all;
    };
    const drawn = await shots(board);
    recorder.stop();
    // Limits, arming and three calls; Hello is answered at once.
    const answers = 5;
    for (const speed of [0.5, 1, 4]) {
      const clock = new VirtualClock();
      const began = clock.now();
      const work = { ended: false };
      const seen = openBoard(`replay:${path}?speed=${speed}`, { clock })
        .then(shots)
        .finally(() => (work.ended = true));
      while (!work.ended) {
        await turn();
        clock.advance(0.005);
      }
      expect(await seen).toEqual(drawn);
      const took = clock.now() - began;
      // Each answer may come a millisecond early, and some steps of the clock late.
      expect(took).toBeGreaterThan(answers * (0.1 / speed - 0.001) - 1e-9);
      expect(took).toBeLessThan(answers * (0.1 / speed + 0.05));
    }
  });

  it('refuses what it does not hold, and says why', async () => {
    const board = await replayOf();
    await expect(board.runShots({ shots: 6, initialise: 'p' })).rejects.toThrow(
      /runShots is not served by this board: the recording has no runShots like this/,
    );
    await board.runShots({ shots: 5, initialise: 'p' });
    await expect(board.runShots({ shots: 5, initialise: 'p' })).rejects.toThrow(
      /has this runShots once, and it was answered; open the board again/,
    );
    const other = INPUTS.slice();
    other[8 * 600] = 3;
    const window = { tile: 0, rowFirst: 0, colFirst: 0, rows: 8, cols: 8 };
    await expect(board.multiply({ ...window, inputBits: 2, columnMode: 'single', inputs: other })).rejects.toThrow(
      /the recording has other data here/,
    );
    // Whatever was recorded, a board can be made safe.
    expect(await board.makeSafe()).toBe('safe');
    await board.close();
  });

  it('tells a reader that wants more than there is', async () => {
    const board = await replayOf();
    let blocks = 0;
    const more = async (): Promise<void> => {
      for await (const block of board.openBits({ blockBytes: 64 })) blocks += block.gap === 0 ? 1 : 0;
    };
    await expect(more()).rejects.toThrow(/the recording of this openBits ends after \d+ blocks/);
    expect(blocks).toBeGreaterThanOrEqual(20);
    await board.close();
  });

  it('is read up to where it is torn', async () => {
    const torn = join(folder, 'torn.pcapng');
    const whole = readFileSync(file);
    let frames = Infinity;
    for (const left of [whole.length - 1, whole.length >> 1]) {
      writeFileSync(torn, whole);
      truncateSync(torn, left);
      const recording = await WireRecording.open(torn);
      expect(recording.frames).toBeLessThan(frames);
      frames = recording.frames;
      recording.close();
    }
    expect(frames).toBeGreaterThan(0);
  });

  it('is refused when it is damaged, or something else', async () => {
    const bad = join(folder, 'bad.pcapng');
    const bytes = readFileSync(file);
    // A bit in the middle of a frame: its checksum tells.
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(bad, bytes);
    await expect(replayOf(bad)).rejects.toThrow(DataError);
    await expect(replayOf(bad)).rejects.toThrow(/frame \d+ is damaged/);
    writeFileSync(bad, 'time,voltage\n');
    await expect(replayOf(bad)).rejects.toThrow(/is no recording of frames/);
    await expect(replayOf(join(folder, 'none'))).rejects.toThrow(BoardNotFoundError);
    await expect(replayOf(folder)).resolves.toBeDefined();
    const empty = mkdtempSync(join(folder, 'run-'));
    await expect(replayOf(empty)).rejects.toThrow(/holds no frames that could be replayed/);
  });
});

describe('a file of somebody else', () => {
  it('is a recording or is refused: whatever is in it, it cannot break the program', async () => {
    const whole = readFileSync(file);
    const path = join(folder, 'strange.pcapng');
    const random = RandomStream.from(7);
    let opened = 0;
    for (let n = 0; n < 300; n++) {
      const bytes = Buffer.from(whole.subarray(0, 200 + random.integer(4000)));
      // Lengths, types and options are found at any place; frames would be told by their checksums.
      for (let k = random.integer(4); k >= 0; k--) bytes[random.integer(bytes.length)] = random.integer(256);
      writeFileSync(path, bytes);
      try {
        (await WireRecording.open(path)).close();
        opened += 1;
      } catch (error) {
        expect(error).toBeInstanceOf(DataError);
      }
    }
    expect(opened).toBeGreaterThan(0);
  });

  it('is refused where a good checksum is around what is no message', async () => {
    const path = join(folder, 'nonsense.pcapng');
    const frame = encodeFrame(FrameType.CONTROL_TO_HOST, Uint8Array.of(0x0a, 0xff, 0xff));
    const head = encodeHead({ program: 'x', source: 'y', comment: JSON.stringify({ format: 'spindrift-wire' }) });
    writeFileSync(path, Buffer.concat([head, encodePacket(1n, Direction.IN, frame)]));
    await expect(replayOf(path)).rejects.toThrow(/frame 1 is damaged/);
    // A packet block that is too short to be one.
    writeFileSync(path, Buffer.concat([head, Buffer.from('060000000c0000000c000000', 'hex')]));
    await expect(replayOf(path)).rejects.toThrow(/does not hold how a session with a board was opened/);
  });
});

describe('a recorder', () => {
  it('may begin when the session is long open: how it was opened is in the file all the same', async () => {
    const path = join(folder, 'late.pcapng');
    const recorder = new WireRecorder({ board: BOARD });
    const board = await openBoard(BOARD, { inThread: true, trace: recorder });
    await board.arm();
    await board.runShots({ shots: 3, initialise: 'p' });
    recorder.start(path);
    const { outcomes } = await board.runShots({ shots: 4, initialise: 'ap' });
    const { frames } = recorder.stop()!;
    await board.runShots({ shots: 5, initialise: 'ap' });
    await board.close();
    // Hello and the limits with their answers, one call with its answer.
    expect(frames).toBe(6);
    const again = await replayOf(path);
    expect((await again.runShots({ shots: 4, initialise: 'ap' })).outcomes).toEqual(outcomes);
    await expect(again.runShots({ shots: 3, initialise: 'p' })).rejects.toThrow(/no runShots like this/);
    await again.close();
  });

  it('overwrites nothing', () => {
    const recorder = new WireRecorder({ board: BOARD });
    expect(() => recorder.start(file)).toThrow(/cannot write .*wire\.pcapng/);
    expect(recorder.recording).toBe(false);
  });
});

/** Lets what is under way arrive. */
async function turn(): Promise<void> {
  for (let k = 0; k < 4; k++) await new Promise((resolve) => setImmediate(resolve));
}
