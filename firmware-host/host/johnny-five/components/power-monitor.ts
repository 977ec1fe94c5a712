/** The power monitors of a board. */
import { checkNumber } from '../../../../base/index.js';
import type { RailTelemetry, Telemetry } from '../../telemetry-types.js';
import { SpindriftComponent, type ComponentOptions } from './component.js';
import { hideState } from './hidden-state.js';

/** Options of a {@link PowerMonitor}. */
export interface PowerMonitorOptions extends ComponentOptions {
  /** The rail that `voltage`, `current`, `power` and `energy` are of: `USB5V` (default), `3V3`, `VAMP` or `COIL`. */
  readonly rail?: string | undefined;
  /** Time between two readings, ms; 20 at least, default 250. */
  readonly freq?: number | undefined;
  /** Change of the power that makes a `change`, W; default 0.01. */
  readonly threshold?: number | undefined;
}

/** What a monitor says of one rail. On a stand-in these are modelled, not measured. */
export interface PowerReading {
  readonly rail: string;
  /** V */
  readonly voltage: number;
  /** A */
  readonly current: number;
  /** W */
  readonly power: number;
  /** J since the board's boot */
  readonly energy: number;
}

const LEAST_MS = 20;
/** After the board was lost, or a reading went wrong. */
const PAUSE_S = 0.25;

/** Events: `data` (reading, all rails) at every reading, `change` (reading) beyond the threshold. */
export class PowerMonitor extends SpindriftComponent {
  readonly rail: string;
  readonly freq: number;
  readonly threshold: number;
  #last: PowerReading | undefined;
  #told: number | undefined;

  constructor(options: PowerMonitorOptions) {
    super(options);
    this.rail = options.rail ?? 'USB5V';
    this.freq = checkNumber('freq', options.freq ?? 250, { min: LEAST_MS, integer: true });
    this.threshold = checkNumber('threshold', options.threshold ?? 0.01, { min: 0 });
    hideState(this, () => ({ running: this.isRunning, last: this.#last }));
  }

  /** V; undefined before the first reading. */
  get voltage(): number | undefined {
    return this.#last?.voltage;
  }
  /** A */
  get current(): number | undefined {
    return this.#last?.current;
  }
  /** W */
  get power(): number | undefined {
    return this.#last?.power;
  }
  /** J since the board's boot */
  get energy(): number | undefined {
    return this.#last?.energy;
  }

  /** Reads once. @throws RangeError if the board has no such rail; what reading throws */
  async read(): Promise<PowerReading> {
    return this.during(async () => this.#take(await this.steady.current().readTelemetry()));
  }

  /** Reads again and again. */
  start(): this {
    this.repeat({
      pauseS: PAUSE_S,
      work: async (signal) => {
        const telemetry = this.steady.current().telemetry({ periodMs: this.freq, signal });
        for await (const message of telemetry) this.#take(message);
      },
    });
    return this;
  }

  stop(): this {
    this.halt();
    return this;
  }

  #take({ rails }: Telemetry): PowerReading {
    const readings = rails.map(readingOf);
    const own = readings.find(({ rail }) => rail === this.rail);
    if (own === undefined)
      throw new RangeError(`rail must be one of ${readings.map(({ rail }) => rail).join(', ')}, got ${this.rail}`);
    this.#last = own;
    this.emit('data', own, readings);
    if (this.#told === undefined || Math.abs(own.power - this.#told) > this.threshold) {
      this.#told = own.power;
      this.emit('change', own);
    }
    return own;
  }
}

function readingOf({ name, busV, currentA, powerW, energyJ }: RailTelemetry): PowerReading {
  return { rail: name, voltage: busV, current: currentA, power: powerW, energy: energyJ };
}
