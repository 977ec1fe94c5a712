/** Analog products through the typed client. */
import { expect, it } from 'vitest';
import { DataLossError, ProtocolError } from '../../base/index.js';
import { hello } from '../../firmware-host/host/index.js';
import { spindrift } from '../../proto/index.js';
import { armed, mean, program } from './array-helpers.js';
import { arm, errorOf, onEveryBoard } from './bench.js';

onEveryBoard('products', (set) => {
  it('products: more antiparallel cells give less current, more driven rows more; nothing driven gives about nothing', async () => {
    const board = await armed(await set());
    const { features, geometry } = board.identity;
    if (!features.includes('multiply-stream')) return;
    const { rows, cols } = geometry;
    // Left half parallel, right half antiparallel.
    await program(board, rows, cols, (_r, c) => c >= cols / 2);
    const inputs = new Uint8Array(3 * rows);
    inputs.fill(1, rows, rows + rows / 2);
    inputs.fill(1, 2 * rows);
    const { results, shift, boardTimeS } = await board.multiply({
      tile: 0,
      inputBits: 1,
      columnMode: 'single',
      rows,
      cols,
      inputs,
    });
    expect(shift).toBe(0);
    expect(boardTimeS).toBeGreaterThan(0);
    const half = (v: number, first: number): number =>
      mean([...results.subarray(v * cols + first, v * cols + first + cols / 2)]);
    const [none, some, all] = [0, 1, 2].map((v) => ({ p: half(v, 0), ap: half(v, cols / 2) })) as [
      { p: number; ap: number },
      { p: number; ap: number },
      { p: number; ap: number },
    ];
    expect(Math.abs(none.p)).toBeLessThan(4);
    expect(all.p).toBeGreaterThan(1.3 * all.ap);
    expect(all.p / some.p).toBeGreaterThan(1.6);
    expect(all.p / some.p).toBeLessThan(2.4);
  });

  it('products: differential outputs are differences of single ones; planes weigh 1, 2, 4, …', async () => {
    const board = await armed(await set());
    if (!board.identity.features.includes('multiply-stream')) return;
    const { rows, cols } = board.identity.geometry;
    await program(board, rows, cols, (r, c) => (r * 7 + c * 3) % 5 < 2);
    const vectors = 40;
    const inputs = Uint8Array.from({ length: vectors * rows }, (_, i) => (i * 11) % 16);
    const common = { tile: 0, inputBits: 4, rows, cols, inputs, repeats: 8 } as const;
    const single = await board.multiply({ ...common, columnMode: 'single' });
    const differential = await board.multiply({ ...common, columnMode: 'differential' });
    expect(single.results.length).toBe(vectors * cols);
    expect(differential.results.length).toBe((vectors * cols) / 2);
    const errors: number[] = [];
    for (let v = 0; v < vectors; v++)
      for (let j = 0; j < cols / 2; j++) {
        const expected =
          (single.results[v * cols + 2 * j]! - single.results[v * cols + 2 * j + 1]!) * 2 ** single.shift;
        errors.push(differential.results[(v * cols) / 2 + j]! * 2 ** differential.shift - expected);
      }
    const rms = Math.sqrt(mean(errors.map((e) => e * e)));
    // A few codes of noise on sums of 15 code units; far below the signal.
    expect(rms).toBeLessThan(60);
    expect(Math.max(...single.results)).toBeGreaterThan(500);
    const doubled = await board.multiply({
      ...common,
      columnMode: 'single',
      inputs: inputs.map((x) => (x < 8 ? 2 * x : 0)),
    });
    const small = await board.multiply({ ...common, columnMode: 'single', inputs: inputs.map((x) => (x < 8 ? x : 0)) });
    const scale = (r: typeof doubled): number => mean([...r.results]) * 2 ** r.shift;
    expect(scale(doubled) / scale(small)).toBeGreaterThan(1.9);
    expect(scale(doubled) / scale(small)).toBeLessThan(2.1);
  });

  it('products: many blocks keep their order, 8 bits are shifted to fit', async () => {
    const bench = await set();
    const board = await armed(bench);
    if (!board.identity.features.includes('multiply-stream')) return;
    const { rows, cols } = board.identity.geometry;
    await program(board, rows, cols, () => false);
    // Vector v drives v % rows rows: the results must rise and fall with it.
    const vectors = 3 * Math.ceil(65_520 / rows) + 5;
    const inputs = new Uint8Array(vectors * rows);
    for (let v = 0; v < vectors; v++) inputs.fill(1, v * rows, v * rows + (v % rows));
    const many = await board.multiply({ tile: 0, inputBits: 1, columnMode: 'single', rows, cols, inputs });
    for (const v of [0, 1, rows - 1, rows, 7 * rows + 3, vectors - 1]) {
      const here = mean([...many.results.subarray(v * cols, (v + 1) * cols)]);
      const one = mean([...many.results.subarray((rows - 1) * cols, rows * cols)]) / (rows - 1);
      expect(Math.abs(here / one - (v % rows))).toBeLessThan(0.5);
    }
    const full = new Uint8Array(2 * rows).fill(255);
    const wide = await board.multiply({ tile: 0, inputBits: 8, columnMode: 'single', rows, cols, inputs: full });
    expect(wide.shift).toBeGreaterThan(0);
    expect(Math.min(...wide.results)).toBeGreaterThan(0);
  });

  it('products: an input of too many bits is refused and leaves the board armed', async () => {
    const board = await armed(await set());
    if (!board.identity.features.includes('multiply-stream')) return;
    const { rows, cols } = board.identity.geometry;
    const inputs = new Uint8Array(rows).fill(4);
    const error = await errorOf(board.multiply({ tile: 0, inputBits: 2, columnMode: 'single', rows, cols, inputs }));
    expect(error).toBeInstanceOf(ProtocolError);
    expect(error).toMatchObject({ details: { status: 'INVALID_ARGUMENT' } });
    expect(error).not.toBeInstanceOf(DataLossError);
    expect((await board.getState()).state).toBe('armed');
  });

  it('products: a vector inline gives what the stream gives, to within read noise', async () => {
    const bench = await set();
    const link = await bench.link({ greet: false });
    const { features, identity } = await hello(link);
    if (!features.includes(spindrift.v1.Feature.FEATURE_MULTIPLY_VECTOR)) return;
    const { rows, cols } = identity!.geometry!;
    const configHash = await arm(link);
    const window = { tile: 0, rowFirst: 0, rows, colFirst: 0, cols };
    const plan = { window, inputBits: 3, columnMode: spindrift.v1.ColumnMode.COLUMN_MODE_SINGLE, repeats: 8 };
    const inputs = Uint8Array.from({ length: rows }, (_, i) => i % 8);
    const reply = await link.call('multiplyVector', { plan, inputs }, 'multiplyVectorReply', { configHash });
    const inline = new Int16Array(reply.results.slice().buffer);
    await link.close();
    await bench.board.pass(0.1);
    const board = await armed(bench);
    const streamed = await board.multiply({
      tile: 0,
      inputBits: 3,
      columnMode: 'single',
      rows,
      cols,
      inputs,
      repeats: 8,
    });
    expect([inline.length, reply.shift]).toEqual([cols, streamed.shift]);
    const differences = [...inline].map((value, j) => Math.abs(value - streamed.results[j]!));
    // Sums of 7 code units with a noise of about one code each.
    expect(Math.max(...differences)).toBeLessThan(40);
    expect(Math.max(...inline)).toBeGreaterThan(200);
  });
});
