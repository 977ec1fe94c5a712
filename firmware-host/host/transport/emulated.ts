/** The way to an emulated board: in a worker thread, or in this one. */
import { Worker } from 'node:worker_threads';
import type { EmulatedBoardOptions } from '../../../board-sim/emulator/board/emulated-board.js';
import { checkBoot2 } from '../../../board-sim/emulator/image/boot2.js';
import { readFirmwareImage } from '../../../board-sim/emulator/image/firmware-image.js';
import type { HeaderSpec } from '../../../board-sim/parts/index.js';
import { formatEmuUri, type EmulatedBoardSpec } from '../uri.js';
import { readFirmware } from './firmware-file.js';
import { InProcessTransport } from './in-process.js';
import { PortTransport } from './port.js';
import type { Transport } from './transport.js';

/** Entry of the worker, beside the compiled modules. */
const WORKER = new URL('../../../board-sim/emulator/board/worker.js', import.meta.url);
/** Worker threads load compiled modules only; from the sources the board runs in this thread. */
const COMPILED = !import.meta.url.endsWith('.ts');

/**
 * A transport to a new emulated board, which lives as long as the session. Its time is its own: it works as fast as this computer can, and idles with
 * the computer's clock.
 *
 * @throws BoardNotFoundError without a firmware; FirmwareImageError for one that does not boot
 */
export async function emulatedTransport(
  spec: EmulatedBoardSpec,
  options: { readonly inThread?: boolean | undefined; readonly header?: HeaderSpec | undefined } = {},
): Promise<Transport> {
  const name = formatEmuUri(spec);
  const { scenario, seed } = spec;
  const image = await readFirmware(spec.image);
  // Whoever names a wrong file is told here, not by a thread that ends.
  checkBoot2(readFirmwareImage(image));
  const board: EmulatedBoardOptions = {
    image,
    scenario,
    ...(seed === undefined ? {} : { seed }),
    ...(options.header === undefined ? {} : { header: options.header }),
    // As it comes from the factory: with a serial number, and calibrated.
    provision: {},
    pace: 'wall',
  };
  if (options.inThread || !COMPILED) {
    const { createEmulatedBoard } = await import('../../../board-sim/emulator/board/emulated-board.js');
    return new InProcessTransport(createEmulatedBoard(board), name);
  }
  let worker: Worker | undefined;
  return new PortTransport({
    name,
    start: () => (worker = new Worker(WORKER, { workerData: board })),
    stop: async () => worker?.terminate(),
  });
}
