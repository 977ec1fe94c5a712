/** The Board client's USB, as it is built, against a real kernel: its thread, its errors, its reconnection. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createSimulatedBoard } from '../../board-sim/index.js';
import { FaultyDevice, SimulatedUsbDevice } from '../../board-sim/virtual-usb/index.js';
import type { Board, BoardSession } from '../../firmware-host/host/index.js';
import { withBench, type Plugged } from './bench.js';
import type { GuestProcess } from './guest-process.js';
import type { GuestProgram } from './guest-program.js';
import { PLUGDEV } from './guest.js';
import { GUEST_CHECKOUT } from './rig/initrd.js';
import { startUdevd, stopUdevd } from './udev.js';

const HOST = `${GUEST_CHECKOUT}/dist/firmware-host/host/index.js`;

/** A board of the host's, behind a cable that can have trouble. */
interface Plug {
  readonly device: FaultyDevice;
  readonly board: ReturnType<typeof createSimulatedBoard>;
  readonly plugged: Plugged;
}

withBench('boards on USB', (bench) => {
  /** One for most of the tests: starting one takes the guest a while. */
  let p: GuestProgram;
  beforeAll(() => (p = bench().program()));
  // The port of the controller is free a moment before the kernel has forgotten the device.
  beforeEach(() =>
    bench().guest.until('the bus to be empty', async () => {
      const { code } = await bench().guest.run(['sh', '-c', 'grep -q 1209 /sys/bus/usb/devices/*/idVendor']);
      return code !== 0;
    }),
  );
  afterAll(() => p.process.kill());

  /** Plugs a board in, and waits until the guest's user may open it. */
  const plug = async (serial: string, usable = true): Promise<Plug> => {
    const board = createSimulatedBoard({ scenario: 'typical', seed: 1, rows: 64, cols: 64 });
    const device = new FaultyDevice(new SimulatedUsbDevice(board, { serial, speed: 'unpaced' }));
    const plugged = await bench().plug(device);
    if (usable)
      await bench().guest.until('udev to set permissions', async () => {
        const { code } = await bench().guest.run(['test', '-w', plugged.node], { user: PLUGDEV });
        return code === 0;
      });
    return { device, board, plugged };
  };
  const node = (script: string): GuestProcess =>
    bench().guest.start(['node', '--input-type=module', '-e', script], { user: PLUGDEV });

  it('are listed and opened by serial number, in a thread, and the process ends by itself', async () => {
    await plug('SD-1');
    const script = `
      import { listBoards, openBoard } from '${HOST}';
      const listed = (await listBoards()).filter(({ uri }) => uri.startsWith('usb:'));
      const board = await openBoard('usb:');
      await board.arm();
      const bits = board.openBits({ totalBits: 400000 });
      let bytes = 0;
      for await (const block of bits) bytes += block.bytes.length;
      const during = (await listBoards()).filter(({ uri }) => uri.startsWith('usb:'));
      await board.close();
      console.log(JSON.stringify({ listed, during, uri: board.uri, kind: board.identity.kind, bytes, pid: process.pid }));
    `;
    const { code, stdout, stderr } = await node(script).ended(110);
    expect(code, stderr).toBe(0);
    const told = JSON.parse(stdout) as Record<string, unknown>;
    const listed = { uri: 'usb:SD-1', kind: 'simulated', name: 'Spindrift simulator', serial: 'SD-1' };
    expect(told).toMatchObject({
      listed: [{ ...listed, state: 'ready' }],
      during: [{ ...listed, state: 'busy', holder: 'this program' }],
      uri: 'usb:SD-1',
      kind: 'simulated',
      bytes: 50_000,
    });
  });

  it('say who holds them', async () => {
    await plug('SD-2');
    const holder = node(
      `import { openBoard } from '${HOST}'; console.log((await openBoard('usb:')).uri, process.pid);`,
    );
    await holder.until(() => holder.stdout.includes('\n'));
    const pid = Number(holder.stdout.split(' ')[1]);
    await expect(p.run(({ host }) => host.openBoard('usb:SD-2'))).rejects.toMatchObject({
      name: 'BoardBusyError',
      code: 'BOARD_BUSY',
      message: `usb:SD-2: node (process ${pid}) holds the board`,
    });
    holder.kill();
  });

  it('are never chosen from', async () => {
    await plug('SD-3');
    await plug('SD-4');
    const both = await plug('SD-4');
    await expect(p.run(({ host }) => host.openBoard('usb:'))).rejects.toMatchObject({ code: 'BOARD_AMBIGUOUS' });
    await expect(p.run(({ host }) => host.openBoard('usb:SD-4'))).rejects.toMatchObject({ code: 'BOARD_AMBIGUOUS' });
    const uri = `usb:@${both.plugged.name}`;
    const open = await p.run(async ({ host }, at) => {
      const [one, other] = await Promise.all([host.openBoard('usb:SD-3'), host.openBoard(at)]);
      const [a, b] = await Promise.all([one.readTelemetry(), other.readTelemetry()]);
      await Promise.all([one.close(), other.close()]);
      return [one.uri, other.uri, typeof a, typeof b];
    }, uri);
    expect(open).toEqual(['usb:SD-3', uri, 'object', 'object']);
  });

  it('give what they sent before they were unplugged, in order, and come back', async () => {
    const made = await plug('SD-5');
    await p.run(({ host, kept, tell }) => {
      const sessions = host.boardSessions('usb:SD-5', {
        onWait: ({ state, error }) => tell({ state, error: error.message }),
      });
      kept.set('sessions', sessions);
      kept.set('next', sessions.next());
    });
    const first = await p.run(async ({ kept }) => {
      const { value } = await (kept.get('next') as Promise<{ value: BoardSession }>);
      kept.set('board', value.board);
      return { number: value.number, restarted: value.restarted, boot: value.board.identity.bootId };
    });
    expect(first).toMatchObject({ number: 1, restarted: false });
    made.device.leaveAfter(3_000_000);
    const loss = await p.run(async ({ kept, base }) => {
      let next = 0;
      let bytes = 0;
      try {
        const board = kept.get('board') as Board;
        await board.arm();
        for await (const block of board.openBits()) {
          if (block.seq !== next++ || block.gap > 0) return `block ${block.seq} came as ${next - 1}`;
          bytes += block.bytes.length;
        }
      } catch (error) {
        const { message, code } = error as Error & { code: string };
        return { blocks: next, bytes, lost: error instanceof base.BoardLostError, code, message };
      }
      return 'no end';
    });
    expect(loss).toMatchObject({ lost: true, code: 'BOARD_LOST', message: 'usb:SD-5: the board was unplugged' });
    const { bytes } = loss as { bytes: number };
    // All but the last cut frame and what lay in transfers that had not come back.
    expect(bytes).toBeGreaterThan(2_000_000);
    await p.run(({ kept }) => {
      kept.set('next', (kept.get('sessions') as AsyncGenerator<BoardSession>).next());
    });
    await bench().unplug(made.plugged);
    await bench().attach(made.plugged.busId);
    const second = await p.run(async ({ kept }) => {
      const { value } = await (kept.get('next') as Promise<{ value: BoardSession }>);
      const state = await value.board.getState();
      const { number, restarted, board } = value;
      await (kept.get('sessions') as AsyncGenerator<BoardSession>).return(undefined);
      return { number, restarted, uri: board.uri, connected: board.connected, state: typeof state };
    });
    expect(second).toMatchObject({ number: 2, uri: 'usb:SD-5', connected: false, state: 'object' });
    expect(p.told[0]).toEqual({ state: 'lost', error: 'usb:SD-5: the board was unplugged' });
  });

  it('are lost when they halt the link, and open again at once', async () => {
    const made = await plug('SD-6');
    await p.run(async ({ host, kept }) => {
      const board = await host.openBoard('usb:SD-6');
      kept.set('lost', new Promise((resolve) => board.on('lost', (error) => resolve(error.message))));
    });
    made.device.stall('in');
    made.device.stall('out');
    expect(await p.run(({ kept }) => kept.get('lost') as Promise<string>)).toBe('usb:SD-6: the board halted the link');
    const again = await p.run(async ({ host }) => {
      const board = await host.openBoard('usb:SD-6');
      await board.readTelemetry();
      await board.close();
      return board.uri;
    });
    expect(again).toBe('usb:SD-6');
  });

  it.each(['exit', 'kill'] as const)('are safe and free after a process that ends by %s', async (way) => {
    const serial = `SD-7-${way}`;
    const made = await plug(serial);
    const script = `
      import { openBoard } from '${HOST}';
      const board = await openBoard('usb:${serial}');
      await board.arm();
      // No end of their own.
      const bits = board.openBits();
      let blocks = 0;
      for await (const block of bits) {
        if (++blocks === 20) console.log((await board.getState()).state);
        if (blocks === 40) {
          if ('${way}' === 'exit') process.exit(7);
          if ('${way}' === 'kill') process.kill(process.pid, 'SIGKILL');
        }
      }
    `;
    const ended = await node(script).ended(110);
    expect([ended.code, ended.signal, ended.stdout], ended.stderr).toEqual([
      way === 'exit' ? 7 : null,
      way === 'kill' ? 'SIGKILL' : null,
      'running\n',
    ]);
    // Nobody can do anything for a process that was killed; whoever opens next does.
    if (way !== 'kill') expect(made.board.core.armed).toBe(false);
    const state = await p.run(async ({ host }, uri) => {
      const board = await host.openBoard(uri);
      const { state } = await board.getState();
      await board.close();
      return state;
    }, `usb:${serial}`);
    expect(state).toBe('safe');
  });

  it('are made safe by Ctrl-C of the command', async () => {
    const made = await plug('SD-8');
    const run = bench().guest.startSpindrift(['run', 'hysteresis-loop', '--board', 'usb:SD-8', '--out', '/tmp/sd-8'], {
      user: PLUGDEV,
    });
    await bench().guest.until(
      'the run to drive the board',
      async () => made.board.core.armed && made.device.bytesIn > 20_000,
      110,
    );
    run.kill('SIGINT');
    const { code, stderr } = await run.ended();
    expect(code, stderr).toBe(130);
    expect(stderr).toMatch(/the array is safe/);
    expect(made.board.core.armed).toBe(false);
  });

  it('are found by a process that began before they were plugged in, without udevd too', async () => {
    await plug('SD-9');
    await p.run(async ({ host }) => {
      const board = await host.openBoard('usb:SD-9');
      await board.close();
    });
    await stopUdevd(bench().guest);
    try {
      const later = await plug('SD-10', false);
      // What udevd would have done.
      await bench().guest.root('chmod', '666', later.plugged.node);
      const found = await p.run(async ({ host }) => {
        const boards = [await host.openBoard('usb:SD-10'), await host.openBoard('usb:SD-9')];
        const uris = boards.map(({ uri }) => uri);
        await Promise.all(boards.map((board) => board.close()));
        return uris;
      });
      expect(found).toEqual(['usb:SD-10', 'usb:SD-9']);
    } finally {
      await startUdevd(bench().guest);
    }
  });
});
