/**
 * A lamp, a relay and a thermometer on the auxiliary header, by johnny-five: the relay closes when it gets warm. The simulated board that opens by
 * itself has a TMP102 at 0x4a; a real one needs it on its header.
 *
 *     npm run build && node dist/examples/johnny-five-lamp-and-thermometer.js [board URI]
 */
import { openJohnnyFive } from 'spindrift/johnny-five';

const ADDRESS = 0x4a;

const session = await openJohnnyFive(process.argv[2] ?? 'sim:ideal', {
  header: { devices: [{ kind: 'tmp102', address: ADDRESS, celsius: 31.5 }] },
});
const { five, board, io, steady } = session;
board.on('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
try {
  const lamp = new five.Led({ pin: 'STATUS', board });
  const relay = new five.Relay({ pin: 'AUX2', board });
  const thermometer = new five.Thermometer({ controller: 'TMP102', address: ADDRESS, freq: 50, board });
  lamp.blink(100);
  const celsius = await new Promise<number>((resolve) => {
    thermometer.on('change', () => resolve(thermometer.celsius));
  });
  if (celsius > 30) relay.close();
  await io.flush();
  const level = await steady.current().pins.read('AUX2');
  console.log(`${celsius} degrees: the relay is ${level === 1 ? 'closed' : 'open'}`);
} finally {
  await session.close();
}
// johnny-five knows no way to stop a thermometer.
process.exit();
