/**
 * Switching probability over the width of the pulse, and a product in the array, by components in the style of johnny-five.
 *
 *     npm run build && node dist/examples/johnny-five-mtj-array.js [board URI]
 */
import { MacEngine, MtjArray, openJohnnyFive } from 'spindrift/johnny-five';

const session = await openJohnnyFive(process.argv[2] ?? 'sim:ideal');
const { board, steady } = session;
try {
  const array = new MtjArray({ board, rows: 16, shots: 2 });
  const { drive } = await steady.current().getState();
  for (const pulseWidthS of [1e-9, 4e-9, 3e-8]) {
    await steady.current().setConfig({ ...drive, pulseWidthS });
    const { pSwitch, interval, pulses } = await array.sample();
    const [low, high] = interval.map((p) => p.toFixed(3));
    console.log(
      `${(pulseWidthS * 1e9).toFixed(0)} ns: ${pSwitch.toFixed(3)} [${low}, ${high}] of ${pulses} pulses switched`,
    );
  }
  const engine = new MacEngine({ board, inputBits: 2 });
  engine.weights([
    [1, -1],
    [1, 1],
    [-1, 1],
    [1, -1],
  ]);
  const { codes } = await engine.multiply([3, 1, 2, 0]);
  console.log(`codes ${codes.join(', ')} for exact products 2, 0`);
} finally {
  await session.close();
}
