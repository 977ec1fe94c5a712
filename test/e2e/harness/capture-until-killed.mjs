// Records until it is killed: each number it prints is a count of samples that were acknowledged before.
import { Capture } from '../../../dist/lab/capture/index.js';

const capture = await Capture.create({
  dir: process.argv[2],
  params: {},
  timeBases: [{ name: 'time', rateHz: 1000 }],
  channels: [
    { name: 'x', title: 'x', unit: 'V', type: 'f64', provenance: 'modelled', time: 'time' },
    { name: 'y', title: 'y', unit: 'V', type: 'f32', provenance: 'modelled', time: 'time' },
  ],
  notEntropy: true,
});
const BATCH = 997;
for (let n = 0; ; n += BATCH) {
  const values = Float64Array.from({ length: BATCH }, (_, k) => n + k);
  capture.append('time', { boardS: n / 1000 }, { x: values, y: values });
  await capture.flush();
  process.stdout.write(`${n + BATCH}\n`);
}
