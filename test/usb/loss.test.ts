/** Losing a board, sharing a port, choosing one of two: what the command says and gives back. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { CLI } from '../e2e/spindrift-command.js';
import { createSimulatedBoard } from '../../board-sim/index.js';
import { InProcessTransport, openBoardOver } from '../../firmware-host/host/index.js';
import { simulatedDevice, withBench } from './bench.js';
import { errorIn } from './guest.js';

/** `spindrift virtual-usb` on the host, as a process that can be killed. */
async function serve(board: string): Promise<{ readonly port: number; kill(): void }> {
  const child = spawn(
    process.execPath,
    [CLI, 'virtual-usb', '--board', board, '--listen', '127.0.0.1:0', '--unpaced', '--json'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  child.stdout.on('data', (bytes: Buffer) => (text += bytes.toString()));
  for (;;) {
    const port = /"port": (\d+)/.exec(text)?.[1];
    if (port !== undefined && text.trimEnd().endsWith('}'))
      return { port: Number(port), kill: () => void child.kill('SIGKILL') };
    await once(child.stdout, 'data');
  }
}

withBench('losing and choosing', (bench) => {
  it('a server that is killed in the midst of a stream ends the command with code 4; every byte until then is right', async () => {
    const { guest } = bench();
    const server = await serve('sim:typical?seed=13&rows=32');
    const attached = await guest.attach(server, '1-1');
    expect(attached.alike).toBe(1);
    const command = guest.startSpindrift(['entropy', '--bytes', '1GB', '--board', 'usb:', '--out', '/run/home/lost']);
    await guest.until(
      'the stream to run',
      async () => (await guest.size('/run/home/lost.part', '/run/home/lost')) > 300_000,
    );
    server.kill();
    const { code, stderr } = await command.ended();
    expect([code, stderr]).toEqual([4, expect.stringContaining('unplugged')]);
    const bytes = await guest.read('/run/home/lost');
    expect(bytes.length).toBeGreaterThan(300_000);
    const board = createSimulatedBoard({ seed: 13, rows: 32 });
    const here = await openBoardOver(new InProcessTransport(board), 'here', { standIn: true });
    await here.arm();
    const expected = await here.openBits().readBits(8 * bytes.length);
    await here.close();
    expect(bytes.equals(expected)).toBe(true);
    await guest.detach(attached);
  });

  it('one of two boards must be named; one that is in use is not taken over', async () => {
    await bench().plug(simulatedDevice({ seed: 1, rows: 16 }));
    await bench().plug(simulatedDevice({ seed: 2, rows: 32 }));
    const { guest } = bench();
    const program = bench().program();
    const rows = await program.run(async ({ host, kept }) => {
      const boards = await Promise.all([
        host.openBoard('usb:SIM-typical-1-16x64'),
        host.openBoard('usb:SIM-typical-2-32x64'),
      ]);
      kept.set('boards', boards);
      return boards.map(({ identity }) => identity.geometry.rows);
    });
    expect(rows).toEqual([16, 32]);
    const unnamed = await guest.spindrift(['info', '--board', 'usb:', '--json']);
    expect([unnamed.code, errorIn(unnamed)]).toEqual([
      3,
      expect.objectContaining({
        code: 'BOARD_AMBIGUOUS',
        details: { boards: ['usb:SIM-typical-1-16x64', 'usb:SIM-typical-2-32x64'] },
      }),
    ]);
    const busy = await guest.spindrift(['info', '--board', 'usb:SIM-typical-2-32x64', '--json']);
    expect([busy.code, errorIn(busy)]).toEqual([3, expect.objectContaining({ code: 'BOARD_BUSY' })]);
    await program.close();
  });
});
