/** What `spindrift doctor` says in front of a real kernel. Each trouble by itself, on machines made of files, is in lab/doctor. */
import { expect, it } from 'vitest';
import type { Board } from '../../firmware-host/host/index.js';
import { simulatedDevice, withBench } from './bench.js';
import type { Guest } from './guest.js';
import { installProductRule, removeProductRule, startUdevd } from './udev.js';

interface Check {
  readonly id: string;
  readonly ok: boolean;
  readonly blocks: boolean;
  readonly detail: string;
  readonly remedy: string | null;
}

async function doctor(guest: Guest): Promise<{ code: unknown; checks: Check[] }> {
  const { code, stdout } = await guest.spindrift(['doctor', '--json']);
  return { code, checks: (JSON.parse(stdout) as { checks: Check[] }).checks };
}
/** What is said of a board, without its address. */
const ofBoard = (checks: readonly Check[]): string[] =>
  checks
    .filter(({ id }) => id.startsWith('board-'))
    .map(({ id, ok }) => `${id.split(':')[0]!} ${ok ? 'ok' : 'not ok'}`);
const blocking = (checks: readonly Check[]): Check[] => checks.filter(({ blocks }) => blocks);
const found = (checks: readonly Check[], id: string): Check => checks.find((check) => check.id === id)!;

withBench(
  'doctor',
  (bench) => {
    it('misses udevd, and finds that only root may open the board', async () => {
      const { guest } = bench();
      const { name, node } = await bench().plug(simulatedDevice({ seed: 1 }));
      const { code, checks } = await doctor(guest);
      expect(code).toBe(5);
      expect(found(checks, 'udevd').ok).toBe(false);
      expect(blocking(checks).map(({ id }) => id)).toEqual([`board-access:${name}`]);
      const access = found(checks, `board-access:${name}`);
      expect(access.detail).toContain(node);
      expect(access.remedy).toContain('--udev-rule | sudo tee /etc/udev/rules.d/70-spindrift.rules');
    });

    it('is content once the rule that it prints is there, and names the board', async () => {
      const { guest } = bench();
      await startUdevd(guest);
      const { stdout } = await guest.spindrift(['doctor', '--udev-rule']);
      await installProductRule(guest);
      expect(await guest.readText('/etc/udev/rules.d/70-spindrift.rules')).toBe(stdout.trimEnd());
      const { name } = await bench().plug(simulatedDevice({ seed: 1 }));
      await guest.root('udevadm', 'settle');
      const { code, checks } = await doctor(guest);
      expect([code, blocking(checks)]).toEqual([0, []]);
      expect(['usb-bus', 'udevd', 'udev-rule', 'usb-library', 'boards'].map((id) => found(checks, id).ok)).toEqual(
        new Array(5).fill(true),
      );
      expect(found(checks, 'boards').detail).toBe(`usb:SIM-typical-1 at ${name}`);
      expect(ofBoard(checks)).toEqual(
        ['identity', 'configured', 'power', 'speed', 'descriptor', 'serial', 'access', 'free'].map(
          (c) => `board-${c} ok`,
        ),
      );
    });

    it('names the program that holds the board', async () => {
      const { guest } = bench();
      const { name } = await bench().plug(simulatedDevice({ seed: 1 }));
      await guest.root('udevadm', 'settle');
      const holder = bench().program();
      await holder.run(async ({ host, kept }) => void kept.set('board', await host.openBoard('usb:')));
      const { code, checks } = await doctor(guest);
      await holder.run(({ kept }) => (kept.get('board') as Board).close());
      await holder.close();
      expect(code).toBe(5);
      expect(blocking(checks).map(({ id }) => id)).toEqual([`board-free:${name}`]);
      expect(found(checks, `board-free:${name}`).detail).toMatch(/holds the board at .*: node.* \(process \d+\)/);
    });

    it('tells of a board that the kernel was told not to let in', async () => {
      const { guest } = bench();
      const { name } = await bench().plug(simulatedDevice({ seed: 1 }));
      await guest.root('sh', '-c', `echo 0 > /sys/bus/usb/devices/${name}/authorized`);
      const { checks } = await doctor(guest);
      expect(blocking(checks).map(({ id }) => id)).toEqual([`board-configured:${name}`]);
      expect(found(checks, `board-configured:${name}`).remedy).toContain(`${name}/authorized`);
    });

    it('tells two boards of one serial number from a third', async () => {
      const { guest } = bench();
      await removeProductRule(guest);
      for (const seed of [1, 2, 2]) await bench().plug(simulatedDevice({ seed }));
      const { checks } = await doctor(guest);
      const serials = checks.filter(({ id }) => id.startsWith('board-serial:'));
      expect(serials.map(({ ok }) => ok)).toEqual([true, false, false]);
    });
  },
  { daemon: false },
);
