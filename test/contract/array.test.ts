/** The array through the typed client: shots, bits, maps, tiles. */
import { expect, it } from 'vitest';
import { isAbortError } from '../../base/index.js';
import { copyBits } from '../../firmware-host/host/index.js';
import { crc32, spindrift } from '../../proto/index.js';
import { armed, mean, ones, program } from './array-helpers.js';
import { errorOf, onEveryBoard } from './bench.js';

const { Status } = spindrift.v1;

onEveryBoard('array', (set) => {
  it('inline shots: count, ones and packing agree; initialised cells without a pulse read their state', async () => {
    const board = await armed(await set());
    if (!board.identity.features.includes('shots')) return;
    const { cols } = board.identity.geometry;
    const shot = await board.runShots({ shots: 5, rowMask: 0b101n });
    expect(shot.count).toBe(2 * 5 * cols);
    expect(shot.outcomes.length).toBe(Math.ceil(shot.count / 8));
    expect(ones(shot.outcomes)).toBe(shot.ones);
    expect(shot.boardTimeS).toBeGreaterThan(0);
    const { drive } = await board.getState();
    await board.setConfig({ ...drive, amplitudeV: 0 });
    // Stuck cells and reading errors are few on any board worth using.
    const ap = await board.runShots({ shots: 4, initialise: 'ap', rowMask: 0b11n });
    expect(ap.ones / ap.count).toBeGreaterThan(0.9);
    const p = await board.runShots({ shots: 4, initialise: 'p', rowMask: 0b11n });
    expect(p.ones / p.count).toBeLessThan(0.1);
    expect((await board.runShots({ shots: 3, colMask: 0b10n, rowMask: 1n })).count).toBe(3);
  });

  it('streamed shots: every outcome comes, whatever the block size', async () => {
    const board = await armed(await set());
    if (!board.identity.features.includes('shot-stream')) return;
    const { rows, cols } = board.identity.geometry;
    const stream = board.openShots({ shots: 7, blockBytes: 50 });
    let bits = 0;
    for await (const block of stream) bits += block.bits;
    expect(bits).toBe(7 * rows * cols);
    expect(stream.summary).toMatchObject({ dropped: 0, missing: 0 });
  });

  it('bits: the number asked for, near balance, marked by kind', async () => {
    const board = await armed(await set());
    if (!board.identity.features.includes('bits')) return;
    const count = 20_000;
    const stream = board.openBits({
      totalBits: count,
      controller: board.identity.features.includes('bias-controller'),
    });
    const bits = await stream.readBits(count);
    expect(await stream.next()).toBeUndefined();
    // A fair source lies outside 0.5 ± 0.1 with a probability far below 1e-9; this finds stuck or inverted paths, not small bias.
    expect(Math.abs(ones(bits) / count - 0.5)).toBeLessThan(0.1);
    expect(stream.notEntropy).toBe(board.identity.kind !== 'real');
  });

  it('bits: folded and debiased streams deliver too', async () => {
    const board = await armed(await set());
    const { features } = board.identity;
    for (const options of [
      ...(features.includes('xor-fold') ? [{ xorStages: 2 }] : []),
      ...(features.includes('von-neumann') ? [{ mode: 'vonNeumann' as const }] : []),
    ]) {
      const stream = board.openBits({ ...options, totalBits: 4000 });
      expect((await stream.readBits(4000)).length).toBe(500);
      await stream.close();
    }
  });

  it('leaving a bit stream early frees the array at once', async () => {
    const board = await armed(await set());
    for await (const block of board.openBits({ blockBytes: 64 })) {
      expect(block.bytes.length).toBe(64);
      break;
    }
    expect((await board.getState()).state).toBe('armed');
    const controller = new AbortController();
    const stream = board.openBits({ blockBytes: 64, signal: controller.signal });
    await stream.next();
    controller.abort();
    const end = await errorOf(
      (async () => {
        while (await stream.next()) continue;
      })(),
    );
    expect(isAbortError(end)).toBe(true);
    expect((await board.getState()).state).toBe('armed');
  });

  it('a resistance map shows what was programmed', async () => {
    const board = await armed(await set());
    const { features, geometry } = board.identity;
    if (!features.includes('read-map') || !features.includes('program-tile')) return;
    const { rows, cols } = geometry;
    const cells = await program(board, rows, cols, (r, c) => (r + c) % 2 === 1);
    const ohm = await board.readMap({ averages: 4 });
    expect(ohm.length).toBe(rows * cols);
    const finite = [...ohm].map((value, k) => [value, cells[k]!] as const).filter(([value]) => Number.isFinite(value));
    expect(finite.length).toBeGreaterThan(0.9 * ohm.length);
    const high = mean(finite.filter(([, cell]) => cell === 1).map(([value]) => value));
    const low = mean(finite.filter(([, cell]) => cell === 0).map(([value]) => value));
    expect(high).toBeGreaterThan(1.2 * low);
    const part = await board.readMap({ rowMask: 0b110n, colMask: 0b1n, averages: 4 });
    expect(part.length).toBe(2);
    expect(part[1]! > part[0]!).toBe(cells[2 * cols]! > cells[cols]!);
  });

  it('programming with a wrong checksum is DATA_LOSS, with a wrong cell value INVALID_ARGUMENT', async () => {
    const bench = await set();
    const raw = await bench.raw();
    const configHash = await raw.arm();
    const window = { tile: 0, rowFirst: 0, rows: 2, colFirst: 0, cols: 2 };
    for (const [cells, crc, status] of [
      [Uint8Array.of(0, 1, 1, 0), 1, Status.STATUS_DATA_LOSS],
      [Uint8Array.of(0, 1, 2, 0), crc32(Uint8Array.of(0, 1, 2, 0)), Status.STATUS_INVALID_ARGUMENT],
    ] as const) {
      const id = raw.request({ configHash, body: 'programTile', programTile: { window, dataCrc32: crc } });
      await raw.opened(id);
      await raw.find((reply) => reply.id === id && reply.body === 'streamCredit');
      raw.block({ streamId: id, flags: 1 }, cells);
      expect((await raw.final(id)).status).toBe(status);
    }
    expect((await raw.sync()).state).toBe(spindrift.v1.BoardState.BOARD_STATE_ARMED);
  });

  it('bits drawn in portions are the bits of one long stream', async () => {
    const factory = await set();
    const board = await armed(factory);
    if (!board.identity.features.includes('bits')) return;
    const stream = board.openBits({ totalBits: 3000, blockBytes: 100 });
    const joined = new Uint8Array(375);
    for (let at = 0; at < 3000; at += 300) copyBits(await stream.readBits(300), 0, joined, at, 300);
    expect(stream.summary === undefined || stream.summary.blocks === 4).toBe(true);
    expect(ones(joined)).toBeGreaterThan(0);
    await stream.close();
    expect((await board.getState()).state).toBe('armed');
  });
});
