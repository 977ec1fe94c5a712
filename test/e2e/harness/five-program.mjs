// A program with johnny-five on a board: five-program.mjs WHAT BOARD. It never ends the process by itself.
import { createRequire } from 'node:module';
import * as host from '../../../dist/firmware-host/host/index.js';
import { MtjArray, PowerMonitor, openJohnnyFive } from '../../../dist/firmware-host/host/johnny-five/index.js';

const [, , what, uri] = process.argv;
const loaded = () =>
  Object.keys(createRequire(import.meta.url).cache).filter((path) =>
    /node_modules\/(johnny-five|serialport)\//.test(path),
  );
process.on('exit', (code) => console.log(`exit ${code}`));

if (what === 'nothing') {
  const board = await host.openBoard(uri);
  await board.pins.read('AUX0');
  await board.close();
  console.log(`${loaded().length} modules of johnny-five`);
} else {
  const { five, board, steady } = await openJohnnyFive(uri);
  board.on('error', (error) => console.log(`error ${error.message}`));
  console.log(`ready, serial port: ${loaded().some((path) => path.includes('/serialport/'))}`);
  if (what === 'calls') {
    // Nothing but calls: they are waited for.
    await steady.current().arm();
    new five.Relay({ pin: 'AUX1', board }).close();
    console.log((await steady.current().getState()).state);
  } else if (what === 'components') {
    const array = new MtjArray({ board, rows: 4, freq: 5 }).start();
    const monitor = new PowerMonitor({ board, freq: 20 }).start();
    await Promise.all([array, monitor].map((component) => new Promise((resolve) => component.once('data', resolve))));
    console.log('sampling');
    process.stdin.once('data', () => {
      array.stop();
      monitor.stop();
      process.stdin.unref();
    });
  }
}
