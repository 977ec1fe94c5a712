/** The command over USB gives what it gives without: the same board, behind a kernel. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { spindrift } from '../e2e/spindrift-command.js';
import { simulatedDevice, withBench } from './bench.js';

const SEED = 7;
const SERIAL = 'SIM-typical-7';
const SIM = ['--board', `sim:typical?seed=${SEED}`];
const USB = ['--board', 'usb:'];
/** Far more than it takes. */
const GENERATE_LIMIT_S = 240;

withBench('the command over USB', (bench) => {
  it('boards lists it once, ready to be opened by its serial number', async () => {
    const { name } = await bench().plug(simulatedDevice({ seed: SEED }));
    const { stdout, code } = await bench().guest.spindrift(['boards', '--json']);
    const { boards } = JSON.parse(stdout) as { boards: { uri: string }[] };
    expect(boards.filter(({ uri }) => uri.startsWith('usb:'))).toEqual([
      expect.objectContaining({ uri: `usb:${SERIAL}`, kind: 'simulated', serial: SERIAL, port: name, state: 'ready' }),
    ]);
    expect(code).toBe(0);
  });

  it('info says the same', async () => {
    await bench().plug(simulatedDevice({ seed: SEED }));
    const [usb, sim] = await Promise.all([
      bench().guest.spindrift(['info', ...USB, '--json']),
      spindrift(['info', ...SIM, '--json']),
    ]);
    expect(usb.stderr).toBe('');
    expect(JSON.parse(usb.stdout)).toEqual({ ...(JSON.parse(sim.stdout) as object), uri: `usb:${SERIAL}` });
  });

  it('entropy gives the same bytes, and says that they are none', async () => {
    await bench().plug(simulatedDevice({ seed: SEED }));
    const { guest } = bench();
    const folder = mkdtempSync(join(tmpdir(), 'usb-rig-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const args = ['entropy', '--bytes', '200kB', '--controller', '--out'];
    const there = join('/run/home', 'bits');
    const [usb] = await Promise.all([
      guest.spindrift([...args, there, ...USB]),
      spindrift([...args, join(folder, 'bits'), ...SIM]),
    ]);
    expect(usb.code).toBe(0);
    expect(usb.stderr).toMatch(/not entropy/i);
    const bits = readFileSync(join(folder, 'bits'));
    expect(bits.length).toBe(200_000);
    expect((await guest.read(there)).equals(bits)).toBe(true);
  });

  it(
    'generate gives the same image',
    async () => {
      await bench().plug(simulatedDevice({ seed: SEED }));
      const { guest } = bench();
      const folder = mkdtempSync(join(tmpdir(), 'usb-rig-'));
      onTestFinished(() => rmSync(folder, { recursive: true }));
      const args = ['generate', '--images', '1', '--steps', '1', '--out'];
      const sim = await spindrift([...args, join(folder, 'run'), ...SIM]);
      // An emulated processor takes half a minute for it.
      const usb = guest.startSpindrift([...args, '/run/home/run', ...USB]);
      const { code, stderr } = await usb.ended(GENERATE_LIMIT_S);
      expect([sim.code, code], stderr).toEqual([0, 0]);
      expect((await guest.read('/run/home/run/grid.png')).equals(readFileSync(join(folder, 'run/grid.png')))).toBe(
        true,
      );
    },
    1000 * GENERATE_LIMIT_S,
  );
});
