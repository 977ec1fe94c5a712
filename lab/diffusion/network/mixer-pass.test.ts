import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { ShardTrainer } from '../training/shard.js';
import { Layout } from './shape.js';

const shape = {
  side: 8,
  patch: 4,
  window: 6,
  channels: 8,
  tokenHidden: 8,
  channelHidden: 16,
  blocks: 2,
  condition: 8,
  classes: 3,
};

function setup() {
  const layout = new Layout(shape);
  const random = RandomStream.from(5);
  const parameters = new Float32Array(layout.size);
  for (const slot of layout.slots) {
    for (let i = 0; i < slot.rows * slot.cols; i++) {
      parameters[slot.offset + i] = slot.mean + (slot.spread || 0.1) * random.gaussian();
    }
  }
  const pixels = Uint8Array.from({ length: 64 * 20 }, () => random.integer(256));
  const labels = Uint8Array.from({ length: 20 }, () => random.integer(3));
  return { layout, parameters, trainer: new ShardTrainer({ shape, seed: 3, shard: 0, images: 16, pixels, labels }) };
}

describe('MixerPass', () => {
  const { layout, parameters, trainer } = setup();
  const gradient = new Float32Array(layout.size);
  trainer.gradient(parameters, { step: 0, bits: 0, labelDropout: 0.3 }, gradient);
  const scratch = new Float32Array(layout.size);

  // The derivative along the gradient itself is its norm: one difference quotient checks a whole matrix.
  it.each(layout.slots.filter((s) => !s.name.includes('logStep')))('gradient of $name', (slot) => {
    const g = gradient.subarray(slot.offset, slot.offset + slot.rows * slot.cols);
    const norm = Math.sqrt(g.reduce((a, x) => a + x * x, 0));
    expect(norm).toBeGreaterThan(0);
    const reach = 2e-3 / norm;
    const loss = (sign: number): number => {
      const moved = Float32Array.from(parameters);
      g.forEach((x, i) => (moved[slot.offset + i] = moved[slot.offset + i]! + sign * reach * x));
      return trainer.gradient(moved, { step: 0, bits: 0, labelDropout: 0.3 }, scratch);
    };
    const slope = (loss(1) - loss(-1)) / (2 * reach * norm);
    expect(slope / norm).toBeGreaterThan(0.98);
    expect(slope / norm).toBeLessThan(1.02);
  });

  it('gives the steps of quantised activations a gradient, and only when they are quantised', () => {
    const steps = () => layout.view(scratch, 'block0.logStep');
    trainer.gradient(parameters, { step: 0, bits: 0, labelDropout: 0.3 }, scratch);
    expect(Array.from(steps())).toEqual([0, 0, 0, 0]);
    trainer.gradient(parameters, { step: 0, bits: 4, labelDropout: 0.3 }, scratch);
    expect(steps().every((g) => g !== 0)).toBe(true);
  });

  it('repeats itself: the same step gives the same bytes', () => {
    trainer.gradient(parameters, { step: 7, bits: 4, labelDropout: 0.3 }, scratch);
    const first = Float32Array.from(scratch);
    trainer.gradient(parameters, { step: 8, bits: 4, labelDropout: 0.3 }, scratch);
    expect(scratch).not.toEqual(first);
    trainer.gradient(parameters, { step: 7, bits: 4, labelDropout: 0.3 }, scratch);
    expect(scratch).toEqual(first);
  });

  it('names a field of a shape that does not fit', () => {
    expect(() => new Layout({ ...shape, patch: 3 })).toThrow('patch 3 does not divide the image side 8');
    expect(() => new Layout({ ...shape, channels: 10 })).toThrow('channels is 10; it must be a multiple of 8');
    expect(() => new Layout({ ...shape, window: 7 })).toThrow('window 7 cannot be centred on a patch of 4');
  });
});
