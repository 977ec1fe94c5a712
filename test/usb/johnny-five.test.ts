/** johnny-five over USB: its example program, unchanged, on a board behind a kernel. */
import { expect, it } from 'vitest';
import { simulatedDevice, withBench } from './bench.js';
import { PLUGDEV } from './guest.js';
import { GUEST_CHECKOUT } from './rig/initrd.js';

const CELSIUS = 31.5;
/** An emulated processor takes seconds to load johnny-five. */
const LIMIT_S = 60;

withBench('johnny-five over USB', (bench) => {
  it('reads a thermometer on the header, and its relay closes', async () => {
    await bench().plug(
      simulatedDevice({ seed: 7, header: { devices: [{ kind: 'tmp102', address: 0x4a, celsius: CELSIUS }] } }),
    );
    const program = bench().guest.start(
      ['node', `${GUEST_CHECKOUT}/dist/examples/johnny-five-lamp-and-thermometer.js`, 'usb:'],
      { user: PLUGDEV },
    );
    const { stdout, stderr, code } = await program.ended(LIMIT_S);
    expect([stdout, code], stderr).toEqual([`${CELSIUS} degrees: the relay is closed\n`, 0]);
  });
});
