/**
 * What the board draws while its coil is off and on, by its own power monitors.
 *
 *     npm run build && node dist/examples/johnny-five-power.js [board URI]
 */
import { MagnetCoil, MtjArray, PowerMonitor, openJohnnyFive, type PowerReading } from 'spindrift/johnny-five';

const session = await openJohnnyFive(process.argv[2] ?? 'sim:ideal');
const { board, steady } = session;
const modelled = steady.current().identity.kind === 'real' ? 'measured' : 'modelled';
try {
  const array = new MtjArray({ board });
  const monitor = new PowerMonitor({ board, rail: 'COIL', freq: 50 });
  const coil = new MagnetCoil({ board, limit: 15 });
  const print = ({ rail, power, voltage }: PowerReading, field: number): void =>
    console.log(`${rail}: ${(power * 1e3).toFixed(1)} mW at ${voltage.toFixed(1)} V for ${field} mT (${modelled})`);
  for (const field of [0, 10]) {
    await coil.reach(field);
    // Some work, in which the coil settles and the monitors convert.
    for (let k = 0; k < 20; k++) await array.sample();
    print(await monitor.read(), field);
  }
} finally {
  await session.close();
}
