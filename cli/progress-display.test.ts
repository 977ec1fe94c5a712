import { describe, expect, it } from 'vitest';
import { Console } from './console.js';
import { LiveStatus } from './live-status.js';
import { openProgress } from './progress-display.js';
import { FakeWorld } from './testing/fake-world.js';

describe('progress without a terminal', () => {
  it('writes a line every few seconds, and the last state', async () => {
    const world = new FakeWorld();
    const progress = await openProgress(new Console(world, { json: false, verbose: false }));
    for (let step = 1; step <= 12; step++) {
      progress.update(
        { done: step, total: 12, unit: 'images', note: `step ${step}`, elapsedS: step, etaS: 12 - step },
        ['bits 64', 'more'],
      );
    }
    progress.close();
    progress.close();
    const lines = world.stderr.text.trim().split('\n');
    expect(lines.map((line) => line.split('  ')[0])).toEqual(['step 1', 'step 6', 'step 11', 'step 12']);
    expect(lines[1]).toBe('step 6  6/12 images  6.0\u00a0s left  bits 64  more');
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
