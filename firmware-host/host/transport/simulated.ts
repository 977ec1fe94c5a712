/** The way to a simulated board: in a worker thread, or in this one. */
import { Worker } from 'node:worker_threads';
import type { Clock } from '../../../base/index.js';
import { createSimulatedBoard, scenarioNamed, type HeaderSpec } from '../../../board-sim/index.js';
import { identityOf } from '../../../board-sim/board/identity.js';
import type { BoardListing } from '../list-boards.js';
import { SCENARIOS, formatSimUri, type SimulatedBoardSpec } from '../uri.js';
import { InProcessTransport } from './in-process.js';
import { PortTransport } from './port.js';
import type { Transport } from './transport.js';

/** Where a simulated board runs, and by which clock. */
export interface SimulatedOptions {
  readonly inThread?: boolean | undefined;
  readonly clock?: Clock | undefined;
  readonly header?: HeaderSpec | undefined;
}

/** Entry of the worker, beside the compiled modules. */
const WORKER = new URL('../../../board-sim/board/worker.js', import.meta.url);
/** Worker threads load compiled modules only; from the sources the board runs in this thread. */
const COMPILED = !import.meta.url.endsWith('.ts');

/** What `sim:NAME` is without options; held against Hello by a test. */
const DEFAULT_SEED = 1;
const DEFAULT_GEOMETRY = { rows: 64, cols: 64, tiles: 1 };

/** A transport to a new simulated board, which lives as long as the session. */
export function simulatedTransport(spec: SimulatedBoardSpec, options: SimulatedOptions = {}): Transport {
  const name = formatSimUri(spec);
  const { scenario, seed, rows, cols, tiles, ambientC, faults: boardFaults } = spec;
  const drawn = defined({ seed, rows, cols, tiles, ambientC, boardFaults });
  const parts = { scenario, ...drawn, ...defined({ header: options.header }) };
  if (options.inThread || !COMPILED)
    return new InProcessTransport(createSimulatedBoard({ ...parts, ...defined({ clock: options.clock }) }), name);
  let worker: Worker | undefined;
  return new PortTransport({
    name,
    start: () => (worker = new Worker(WORKER, { workerData: parts })),
    stop: async () => worker?.terminate(),
  });
}

/** The simulated boards as a list shows them: what each would say in Hello, without building its array. */
export function simulatedListings(): BoardListing[] {
  return SCENARIOS.map((scenario) => {
    const { name, serial, firmware } = identityOf(scenarioNamed(scenario), DEFAULT_SEED, DEFAULT_GEOMETRY);
    return {
      uri: formatSimUri({ scenario }),
      kind: 'simulated',
      name: name ?? '',
      serial: serial ?? '',
      firmware: firmware ?? '',
    };
  });
}

/** Without the keys whose value is undefined. */
function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
