/** Who may open the board: nobody without the product's rule, its group with it. */
import { expect, it } from 'vitest';
import { simulatedDevice, withBench } from './bench.js';
import { NOBODY, PLUGDEV, errorIn, type Guest } from './guest.js';
import type { GuestUser } from './messages.js';
import { installProductRule, removeProductRule, startUdevd } from './udev.js';

/** Without the product: the user's capabilities, and whether the kernel lets it open the file for reading and writing. */
async function rawOpen(guest: Guest, node: string, user: GuestUser): Promise<string> {
  const script = 'grep CapEff /proc/self/status; (: <> "$1") 2>/dev/null && echo opened || echo refused';
  return (await guest.run(['sh', '-c', script, 'open', node], { user })).stdout;
}
const POWERLESS = 'CapEff:\t0000000000000000\n';

withBench(
  'access',
  (bench) => {
    it('is refused to other users without the rule, by an error that names the rule', async () => {
      const { guest } = bench();
      await startUdevd(guest);
      await removeProductRule(guest);
      const { node } = await bench().plug(simulatedDevice({ seed: 1 }));
      expect(await rawOpen(guest, node, PLUGDEV)).toBe(`${POWERLESS}refused\n`);
      const info = await guest.spindrift(['info', '--board', 'usb:', '--json'], { user: PLUGDEV });
      expect(info.code).toBe(3);
      expect(errorIn(info)).toMatchObject({
        code: 'BOARD_ACCESS',
        nextStep: expect.stringContaining('70-spindrift.rules') as string,
      });
      const listed = await guest.spindrift(['boards', '--json'], { user: NOBODY });
      expect(usbOf(listed.stdout)).toEqual([
        expect.objectContaining({ serial: 'SIM-typical-1', state: 'no permission' }),
      ]);
    });

    it("is given to the group plugdev, and to nobody else, by the product's own rule", async () => {
      const { guest } = bench();
      await startUdevd(guest);
      await installProductRule(guest);
      const { node } = await bench().plug(simulatedDevice({ seed: 1 }));
      await guest.root('udevadm', 'settle');
      expect(await rawOpen(guest, node, NOBODY)).toBe(`${POWERLESS}refused\n`);
      expect(await rawOpen(guest, node, PLUGDEV)).toBe(`${POWERLESS}opened\n`);
      expect(await guest.root('stat', '-c', '%a %U:%G', node)).toBe('660 root:plugdev\n');
      const info = await guest.spindrift(['info', '--board', 'usb:', '--json'], { user: PLUGDEV });
      expect([info.stderr, info.code]).toEqual(['', 0]);
      expect((await guest.spindrift(['info', '--board', 'usb:'], { user: NOBODY })).code).toBe(3);
    });
  },
  { daemon: false },
);

const usbOf = (json: string): unknown[] =>
  (JSON.parse(json) as { boards: { uri: string }[] }).boards.filter(({ uri }) => uri.startsWith('usb:'));
