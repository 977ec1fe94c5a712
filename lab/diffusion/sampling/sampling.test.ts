import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../base/index.js';
import { ExactProducts } from '../mapping/product.js';
import { Layout } from '../network/shape.js';
import { fold, unfold } from '../patches.js';
import { noiseLevel } from '../schedule.js';
import { ArrayDenoiser } from './array-denoiser.js';
import { BitNoise, SeededBits } from './noise.js';
import { type Denoiser, posterior, sample } from './sampler.js';
import { SoftwareDenoiser } from './software-denoiser.js';

const shape = {
  side: 12,
  patch: 4,
  window: 8,
  channels: 16,
  tokenHidden: 8,
  channelHidden: 24,
  blocks: 2,
  condition: 16,
  classes: 4,
};

function network() {
  const layout = new Layout(shape);
  const random = RandomStream.from(9);
  const parameters = new Float32Array(layout.size);
  for (const slot of layout.slots) {
    for (let i = 0; i < slot.rows * slot.cols; i++) {
      parameters[slot.offset + i] = slot.mean + (slot.spread || 0.1) * 2 * random.gaussian();
    }
  }
  return { layout, parameters };
}

describe('denoisers', () => {
  it('an ideal array and the kernels of training form the same numbers', async () => {
    const { layout, parameters } = network();
    const quantisation = { trits: 2, activationBits: 4 };
    const kernels = new SoftwareDenoiser(layout, parameters, quantisation);
    const array = new ArrayDenoiser(layout, parameters, quantisation, { rows: 10, cols: 20 }, new ExactProducts());
    const random = RandomStream.from(1);
    const x = Float32Array.from({ length: 5 * 144 }, () => random.gaussian());
    const labels = Uint8Array.from([0, 1, 2, 3, 1]);
    const a = await kernels.predict(x, labels, 0.4);
    const b = await array.predict(x, labels, 0.4);
    const largest = Math.max(...a.map(Math.abs));
    for (let i = 0; i < a.length; i++) expect(Math.abs(a[i]! - b[i]!)).toBeLessThan(1e-5 * largest);
  });
});

describe('sampler', () => {
  it('has the coefficients of the exact posterior of two normal densities', () => {
    const [t, s] = [0.7, 0.5];
    const [from, to] = [noiseLevel(t), noiseLevel(s)];
    const { keep, towards, spread } = posterior(t, s);
    // Given x_0, x_s has mean alpha_s x_0 and x_t = r x_s + added noise: the regression of x_s on x_t.
    const r = from.alpha / to.alpha;
    const gain = (r * to.sigma ** 2) / from.sigma ** 2;
    expect(keep).toBeCloseTo(gain, 12);
    expect(towards).toBeCloseTo(to.alpha - gain * from.alpha, 12);
    expect(spread ** 2).toBeCloseTo(to.sigma ** 2 - gain * r * to.sigma ** 2, 12);
  });

  it('finds the image when the denoiser knows it', async () => {
    const image = Float32Array.from({ length: 64 }, (_, i) => (i % 7 < 3 ? 1 : -1));
    const knowing: Denoiser = {
      predict: (x, _labels, t) => {
        const { alpha, sigma } = noiseLevel(t);
        return Promise.resolve(
          Float32Array.from(x, (v, i) => alpha * ((v - alpha * image[i]!) / sigma) - sigma * image[i]!),
        );
      },
    };
    const noise = new BitNoise(new SeededBits(RandomStream.from(1)));
    let last = new Float32Array();
    let steps = 0;
    for await (const step of sample({ labels: Uint8Array.of(0), pixels: 64, steps: 10, denoiser: knowing, noise })) {
      last = Float32Array.from(step.estimate);
      steps++;
    }
    expect(steps).toBe(10);
    expect(noise.bits).toBe(640);
    last.forEach((v, i) => expect(v).toBeCloseTo(image[i]!, 4));
  });

  it('stops between steps when it is aborted', async () => {
    const abort = new AbortController();
    const denoiser: Denoiser = { predict: (x) => Promise.resolve(x) };
    const noise = new BitNoise(new SeededBits(RandomStream.from(1)));
    const run = sample({ labels: Uint8Array.of(0), pixels: 4, steps: 10, denoiser, noise, signal: abort.signal });
    await run.next();
    abort.abort();
    await expect(run.next()).rejects.toThrow(/abort/i);
  });
});

describe('windows', () => {
  it('fold is the transpose of unfold', () => {
    const random = RandomStream.from(4);
    const image = Float32Array.from({ length: 144 }, () => random.gaussian());
    const windows = Float32Array.from({ length: 9 * 64 }, () => random.gaussian());
    const unfolded = new Float32Array(9 * 64);
    const folded = new Float32Array(144);
    unfold(image, shape, unfolded);
    fold(windows, shape, folded);
    const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, v, i) => sum + v * b[i]!, 0);
    expect(dot(unfolded, windows)).toBeCloseTo(dot(image, folded), 3);
  });
});

describe('noise from bits', () => {
  it('is +1 for a 1 and -1 for a 0, least significant bit first', async () => {
    const noise = new BitNoise({ read: () => Promise.resolve(Uint8Array.of(0b0000_1011, 1)) });
    expect(Array.from(await noise.draw(9))).toEqual([1, 1, -1, 1, -1, -1, -1, -1, 1]);
  });
});
