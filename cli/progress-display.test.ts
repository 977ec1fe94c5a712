import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../base/index.js';
import { Console } from './console.js';
import { LiveStatus } from './live-status.js';
import { openProgress } from './progress-display.js';
import { FakeWorld } from './testing/fake-world.js';

describe('progress without a terminal', () => {
  it('writes a line every few seconds, and the last state', async () => {
    const clock = new VirtualClock();
    const world = new FakeWorld();
    const progress = await openProgress(new Console(world, { json: false, verbose: false }), clock);
    for (let step = 1; step <= 12; step++) {
      clock.advance(1);
      progress.update(step, 12, 'step', ['images 64']);
    }
    progress.close();
    progress.close();
    const lines = world.stderr.text.trim().split('\n');
    expect(lines.map((line) => line.split(',')[0])).toEqual(['step 1/12', 'step 6/12', 'step 11/12', 'step 12/12']);
    expect(lines[1]).toMatch(/6\.0\u00a0s left, images 64$/);
    expect(world.stdout.text).toBe('');
  });
});

describe('LiveStatus', () => {
  it('shows counts, then energies with scope and kind in words, and keeps what is not named again', () => {
    const status = new LiveStatus();
    status.update({
      images: 64,
      bitsUsed: 1.6e6,
      macs: 2e9,
      'energy.device.modelled': 3.4e-6,
      'energy.host.measured': 20,
    });
    status.update({ 'energy.device.modelled': 6.8e-6, noiseV: 0.002 });
    expect(status.lines()).toEqual([
      'images 64   bits used 1.600\u00a0Mbit   products 2.000\u00a0GMAC   noise 2.000\u00a0mV',
      'energy: device 6.800\u00a0µJ modelled | host 20.00\u00a0J measured',
    ]);
    expect(status.lines(40).slice(-2)).toEqual([
      'energy: device 6.800\u00a0µJ modelled',
      '        host 20.00\u00a0J measured',
    ]);
  });
});
