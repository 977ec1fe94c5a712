import { checkNumber, systemClock, type Clock } from '../../base/index.js';
import { type DeviceEndpoint, type SendBytes } from '../../proto/index.js';
import { type BoardFaultSpec } from '../faults/index.js';
import { type AuxHeader, type HeaderSpec } from '../parts/index.js';
import { DEFAULT_SCENARIO, scenarioNamed, type BoardScenario } from '../scenarios/index.js';
import { BoardCore } from './board-core.js';
import { LinkFaults, type LinkFaultOptions } from './link-faults.js';
import { Session } from './session.js';

/** What to make a simulated board of. */
export interface SimulatedBoardOptions {
  /** A named scenario, or numbers of one's own. Default: typical. */
  readonly scenario?: string | BoardScenario;
  /** Draws the board's cells, converters and dice. Default 1. */
  readonly seed?: number | bigint;
  /** Size of an array, 1 to 256 each; default 64 × 64. */
  readonly rows?: number;
  readonly cols?: number;
  /** Arrays, 1 to 64; default 1. */
  readonly tiles?: number;
  /** Temperature around the board, °C, −60 to 150; default the scenario's. */
  readonly ambientC?: number;
  /** What goes wrong with it while it works. Default: nothing but what the scenario has broken already. */
  readonly boardFaults?: readonly BoardFaultSpec[];
  /** What hangs on the auxiliary header. Default: nothing. */
  readonly header?: HeaderSpec;
  /** For deadlines, heartbeats and the host's silence; board time has its own. Default: the computer's. */
  readonly clock?: Clock;
  /** Runs work in a later turn of the event loop. */
  readonly defer?: (work: () => void) => void;
  /** Trouble of the link, for tests. */
  readonly faults?: LinkFaultOptions;
}

/** What parts bear. */
const AMBIENT_C = { min: -60, max: 150 };

/** A behavioural board at the end of a byte pipe. */
export interface SimulatedBoard extends DeviceEndpoint {
  /** Says what to do when the board closes the link by itself. */
  onHangUp(fn: (reason: string) => void): void;
  /** The auxiliary header from outside. */
  readonly header: AuxHeader;
  /** The board's inside, for tests and for views of a simulation; never through the wire. */
  readonly core: BoardCore;
}

/**
 * Makes a simulated board. It answers the whole protocol or says NOT_IMPLEMENTED; what it answers depends on scenario, seed and the requests
 * in their order, never on when they come, heartbeats or telemetry. Its bits are computed: they are marked NOT_ENTROPY and never are entropy.
 *
 * @throws RangeError for an unknown scenario or a size out of range
 */
export function createSimulatedBoard(options: SimulatedBoardOptions = {}): SimulatedBoard {
  return new Endpoint(options);
}

class Endpoint implements SimulatedBoard {
  readonly core: BoardCore;
  readonly #clock: Clock;
  readonly #defer: (work: () => void) => void;
  readonly #faults: LinkFaults;
  #send: SendBytes = () => true;
  #hangUp: (reason: string) => void = () => undefined;
  #session: Session | undefined;

  constructor(options: SimulatedBoardOptions) {
    const { scenario = DEFAULT_SCENARIO, seed = 1, rows = 64, cols = 64, tiles = 1 } = options;
    this.#clock = options.clock ?? systemClock;
    this.#defer = options.defer ?? ((work) => void setImmediate(work));
    const size = (name: string, value: number, max: number): number => {
      if (!Number.isInteger(value) || value < 1 || value > max)
        throw new RangeError(`${name} must be a whole number from 1 to ${max}, got ${value}`);
      return value;
    };
    const geometry = { rows: size('rows', rows, 256), cols: size('cols', cols, 256), tiles: size('tiles', tiles, 64) };
    const named = typeof scenario === 'string' ? scenarioNamed(scenario) : scenario;
    const ambientC = checkNumber('ambientC', options.ambientC ?? named.ambientC, AMBIENT_C);
    const chosen = { ...named, ambientC };
    this.core = new BoardCore(chosen, seed, geometry, this.#clock, options.header, options.boardFaults);
    this.#faults = new LinkFaults(options.faults ?? {}, (reason) => this.#close(reason));
  }

  get header(): AuxHeader {
    return this.core.port.header;
  }

  onSend(fn: SendBytes): void {
    this.#send = fn;
  }

  onHangUp(fn: (reason: string) => void): void {
    this.#hangUp = fn;
  }

  receive(bytes: Uint8Array): void {
    if (this.#faults.closed) return;
    this.#open().receive(bytes);
  }

  drained(): void {
    this.#session?.drained();
  }

  close(): void {
    this.core.endSession();
    this.#session = undefined;
  }

  #open(): Session {
    if (this.#session === undefined) {
      this.#session = new Session({
        board: this.core,
        clock: this.#clock,
        send: (bytes) => this.#faults.pass(bytes, this.#send),
        defer: this.#defer,
        hangUp: (reason) => this.#close(reason),
      });
      this.core.session = this.#session;
    }
    return this.#session;
  }

  #close(reason: string): void {
    this.close();
    this.#hangUp(reason);
  }
}
