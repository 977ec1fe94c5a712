import { RandomStream } from '../../base/index.js';
import {
  encodeGrayPng,
  imageGrid,
  pathStrip,
  type GrayImage,
  type ReportInput,
  type ReportStep,
} from '../../lab/report/index.js';

/** A made-up digit-like blob, sharper the smaller the noise. */
function blob(random: RandomStream, noise: number): GrayImage {
  const [cx, cy, r] = [10 + 8 * random.uniform(), 10 + 8 * random.uniform(), 4 + 5 * random.uniform()];
  const data = Uint8Array.from({ length: 784 }, (_, i) => {
    const ring = Math.exp(-(((Math.hypot((i % 28) - cx, Math.floor(i / 28) - cy) - r) / 1.6) ** 2));
    return Math.max(0, Math.min(255, 255 * (ring * (1 - noise) + noise * random.uniform())));
  });
  return { width: 28, height: 28, data };
}

/** A report's input with numbers of the right size and no meaning. */
export function exampleReportInput(count = 50): ReportInput {
  const random = RandomStream.from(5, 'report');
  const steps = Array.from({ length: count }, (_, i): ReportStep => {
    const wobble = 1 + 0.1 * random.gaussian();
    return {
      step: i + 1,
      wallSeconds: 1.1 * wobble,
      boardSeconds: 64.2 * (1 + 0.01 * random.gaussian()),
      bits: i === count - 1 ? 0 : 64 * 784 * 32,
      macs: 64 * 784 * 40_960,
      energy: [
        { scope: 'device', kind: 'modelled', joules: 3.4e-6 * wobble, sigma: 2e-7 },
        { scope: 'array', kind: 'modelled', joules: 8.1e-4 * wobble, sigma: 4e-5 },
        { scope: 'board', kind: 'modelled', joules: 128.4 * wobble, sigma: 6 },
        { scope: 'host', kind: 'measured', joules: 22.5 * wobble, sigma: 0.2 },
      ],
    };
  });
  const total = (scope: number): number => steps.reduce((sum, step) => sum + step.energy[scope]!.joules, 0);
  const entry = { kind: 'modelled', sigma: 0 } as const;
  return {
    title: 'Handwritten digits from a simulated VCMA-MTJ board',
    summary: '64 images, drawn from the board’s own bits and multiplied on its own tiles, step by step.',
    run: {
      id: '20250301-101502-generate-x7',
      experiment: 'generate',
      status: 'finished',
      startedAt: '2025-03-01T10:15:02+01:00',
      command: 'spindrift generate --board sim:typical --images 64 --steps 50 --seed 1 --out runs/demo',
      parameters: [
        { label: 'Images', value: '64' },
        { label: 'Denoising steps', value: '50' },
        { label: 'Seed', value: '1' },
      ],
      versions: [
        { label: 'Spindrift', value: '0.1.0' },
        { label: 'Protocol', value: '1.0' },
      ],
    },
    board: {
      kind: 'simulated',
      name: 'sim:typical',
      facts: [
        { label: 'Model', value: 'behavioural simulator, scenario typical' },
        { label: 'Array', value: '64 rows × 64 columns, 1 tile' },
        { label: 'Serial', value: 'SIM-00000007' },
      ],
    },
    images: 64,
    grid: {
      png: encodeGrayPng(
        imageGrid(
          Array.from({ length: 64 }, () => blob(random, 0.05)),
          { scale: 3 },
        ),
      ),
      alt: 'Grid of 64 generated digits, eight rows of eight, white on black.',
      caption: 'The 64 images, each 28 × 28 pixels, enlarged three times.',
    },
    path: {
      png: encodeGrayPng(
        pathStrip(
          [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0].map((n) => [
            blob(random, n),
            blob(random, n),
            blob(random, n),
            blob(random, n),
          ]),
          { scale: 2 },
        ),
      ),
      alt: 'Four images at eleven moments of denoising, from noise on the left to the result on the right.',
      caption: 'The denoising path of four images: noise on the left, steps 5, 10, 15 … 50 to the right.',
    },
    steps,
    ledger: {
      totals: (['device', 'array', 'board'] as const)
        .map((scope, i) => ({ ...entry, scope, joules: total(i), sigma: total(i) * 0.05, events: 1_204_224_000 }))
        .concat([{ scope: 'host', kind: 'measured', joules: total(3), sigma: 1.4, events: 50 } as never]),
      components: [
        {
          ...entry,
          scope: 'device',
          component: 'pulse, Joule',
          joules: total(0) * 0.93,
          events: 80_281_600,
          formula: 'joule',
        },
        {
          ...entry,
          scope: 'device',
          component: 'pulse, charge',
          joules: total(0) * 0.0695,
          events: 80_281_600,
          formula: 'charge',
        },
        { ...entry, scope: 'device', component: 'read', joules: total(0) * 0.0005, events: 80_281_600 },
        {
          ...entry,
          scope: 'array',
          component: 'converters',
          joules: total(1) * 0.7,
          events: 1_204_224_000,
          formula: 'charge',
        },
        { ...entry, scope: 'array', component: 'lines', joules: total(1) * 0.3, events: 1_204_224_000 },
        { ...entry, scope: 'board', component: 'idle', joules: total(2) * 0.96, events: 50, baseline: true },
        { ...entry, scope: 'board', component: 'active', joules: total(2) * 0.04, events: 50 },
        { scope: 'host', kind: 'measured', component: 'package', joules: total(3), sigma: 1.4, events: 50 },
      ],
      formulas: [
        {
          id: 'charge',
          title: 'C·V² per pulse',
          expression: 'E = C · V²',
          constants: [
            { symbol: 'C', value: '0.22 fF', source: 'plate capacitor, ε_r 9.6, oxide 1.4 nm' },
            { symbol: 'V', value: '1.5 V', source: 'drive settings' },
          ],
          source: 'Supply side: the stored half is lost on return.',
        },
        {
          id: 'joule',
          title: '∫V²/R dt',
          expression: 'E = V² · t / R(state, V), mean of P and AP',
          constants: [{ symbol: 't', value: '0.7 ns', source: 'drive settings' }],
          source: 'Conductance model of the device, version 1.',
        },
      ],
    },
    time: { wallSeconds: 58.3, boardSeconds: 3210 },
    bitsUsed: 78_675_968,
    macs: 50 * 64 * 784 * 40_960,
    network: {
      facts: [
        { label: 'Denoiser', value: 'convolutional, 41 k parameters', note: 'one bit a weight on the tiles' },
        { label: 'Reuse', value: 'a tile is programmed once per step; all images and positions pass it' },
      ],
      tables: [
        {
          caption: 'Layers',
          columns: ['Layer', 'Inputs', 'Outputs', 'Tiles', 'MACs a pass'],
          rows: [
            ['conv1', 9, 32, 1, 225_792],
            ['conv2', 288, 64, 10, 14_450_688],
          ],
        },
      ],
    },
    quality: {
      method:
        'Fréchet distance in the features of the classifier (64 numbers), 1,000 images against the MNIST test set',
      rows: [
        { metric: 'Fréchet distance, board', value: '14.2', interval: '13.1 … 15.4', note: 'bootstrap' },
        {
          metric: 'Fréchet distance, float weights and software noise',
          value: '11.9',
          interval: '11.0 … 12.8',
          note: 'bootstrap',
        },
      ],
    },
  };
}
