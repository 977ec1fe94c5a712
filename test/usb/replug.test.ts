/** Plugs that are pulled and put back while data runs, and programs that watch it. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSimulatedBoard } from '../../board-sim/index.js';
import { FaultyDevice, SimulatedUsbDevice } from '../../board-sim/virtual-usb/index.js';
import { withBench } from './bench.js';
import { broken } from './breaks.js';
import type { GuestProgram } from './guest-program.js';
import { recordBlocks } from './recording.js';
import { startUdevd, stopUdevd } from './udev.js';

const ROUNDS = 10;
const SERIAL = 'SD-REPLUG';
/** A session lasts at least so long before the plug is pulled. */
const RUN_BYTES = 150_000;

/** What the program tells of a session. */
interface Session {
  readonly number: number;
  readonly restarted: boolean;
  readonly bootId: number;
  readonly uri: string;
  readonly bytes: number;
  readonly sha: string;
  /** Blocks came in order and none was missing. */
  readonly whole: boolean;
  readonly end: string;
}

withBench('replug', (bench) => {
  const made = (serial: string) => {
    const { board, sent } = recordBlocks(createSimulatedBoard({ seed: 9, rows: 32, cols: 64 }));
    return { board, sent, device: new FaultyDevice(new SimulatedUsbDevice(board, { serial, speed: 'unpaced' })) };
  };

  it(`${ROUNDS} times in the midst of a stream: what came before is whole, and the same board is found again`, async () => {
    const { board, sent, device } = made(SERIAL);
    let plugged = await bench().plug(device);
    const program = bench().program();
    const sessions = program.run(
      async ({ host, load, tell }, rounds) => {
        const { createHash: hashing } = (await load('node:crypto')) as { createHash: typeof createHash };
        for await (const { board, number, restarted } of host.boardSessions('usb:', { limitS: 40 })) {
          const hash = hashing('sha256');
          let [bytes, next, whole, end] = [0, 0, true, 'orderly'];
          try {
            await board.arm();
            const last = number > rounds;
            for await (const block of board.openBits(last ? { totalBits: 800_000 } : {})) {
              whole &&= block.seq === next++ && block.gap === 0;
              bytes += block.bytes.length;
              hash.update(block.bytes);
            }
          } catch (error) {
            end = (error as Error & { code: string }).code;
          }
          const { uri, identity } = board;
          tell({ number, restarted, bootId: identity.bootId, uri, bytes, sha: hash.digest('hex'), whole, end });
          if (end === 'orderly') break;
        }
      },
      ROUNDS,
      230,
    );
    sessions.catch(() => undefined);
    const nodes = new Set([plugged.node]);
    for (let round = 1; round <= ROUNDS; round++) {
      // A device that leaves by itself, and a host that lets go of it, in turn.
      if (round % 2 === 0) device.leaveAfter(RUN_BYTES);
      else await until(program, `session ${round} to run`, () => device.bytesIn > RUN_BYTES);
      if (round % 2 === 1) await bench().unplug(plugged);
      await until(program, `the loss of session ${round}`, () => program.told.length >= round);
      if (round % 2 === 0) await bench().unplug(plugged);
      const session = program.told[round - 1] as Session;
      expect(session).toMatchObject({ number: round, restarted: false, uri: `usb:${SERIAL}`, end: 'BOARD_LOST' });
      expect([session.bootId, session.whole]).toEqual([board.core.bootId, true]);
      expect(session.bytes).toBeGreaterThan(RUN_BYTES / 4);
      const bits = sent().subarray(0, session.bytes);
      expect(createHash('sha256').update(bits).digest('hex')).toBe(session.sha);
      plugged = broken('reconnect')
        ? await bench().plug(made('SD-ANOTHER').device)
        : await bench().attach(plugged.busId);
      nodes.add(plugged.node);
    }
    await sessions;
    expect(program.told.at(-1)).toMatchObject({ number: ROUNDS + 1, end: 'orderly', bytes: 100_000, whole: true });
    // Linux counts addresses up: no object of before could have been used.
    expect(nodes.size).toBe(ROUNDS + 1);
    await program.close();
  }, 240_000);

  it('is told to a program that watches, with udevd and without', async () => {
    const { guest } = bench();
    const { device } = made('SD-WATCHED');
    const busId = bench().server.add(device);
    for (const events of [true, false]) {
      if (!events) await stopUdevd(guest);
      const program = bench().program();
      const changes = (): string[] => program.told.map((told) => (told as string[]).join(' '));
      const watching = program.run(async ({ host, tell }) => {
        tell(['watching', '']);
        for await (const { type, board } of host.watchBoards()) {
          tell([type, board.serial]);
          if (type === 'detached') break;
        }
      });
      watching.catch(() => undefined);
      await until(program, 'the program to watch', () => program.told.length > 0);
      // Its first look must be over before something comes.
      await program.run(() => new Promise((resolve) => setTimeout(resolve, 500)));
      const plugged = await bench().attach(busId);
      await until(program, 'the arrival to be told', () => changes().includes('attached SD-WATCHED'));
      await bench().unplug(plugged);
      await watching;
      expect(changes().at(-1)).toBe('detached SD-WATCHED');
      await program.close();
    }
    await startUdevd(guest);
  });
});

async function until(program: GuestProgram, what: string, condition: () => boolean): Promise<void> {
  try {
    await program.process.until(condition, 60, 50);
  } catch (cause) {
    throw new Error(`waited for ${what}`, { cause });
  }
}
