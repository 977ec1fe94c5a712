/** Boards for the tests of johnny-five: behavioural and emulated, each at the end of a cable that can be pulled. */
import type { EventEmitter } from 'node:events';
import { BoardLostError, BoardNotFoundError } from '../../../base/index.js';
import { createSimulatedBoard, type AuxHeader, type HeaderSpec } from '../../../board-sim/index.js';
import { createEmulatedBoard } from '../../../board-sim/emulator/board/emulated-board.js';
import { buildImage } from '../../../board-sim/emulator/testing/build-image.js';
import { GPIO } from '../../../board-sim/parts/index.js';
import { InProcessTransport, openBoardOver, type Board, type Transport } from '../../../firmware-host/host/index.js';
import { openJohnnyFive, type JohnnyFiveSession } from '../../../firmware-host/host/johnny-five/index.js';
import type { DeviceEndpoint } from '../../../proto/index.js';

/** A board as these tests see it from outside. */
export interface FiveBoardUnderTest {
  readonly endpoint: DeviceEndpoint;
  readonly header: AuxHeader;
  /** Whether the LED is lit now, be it in pulses. */
  lit(): boolean;
  /** The LED's pulses, s; undefined while there are none. */
  pulses(): { readonly highS: number; readonly periodS: number } | undefined;
  setInterlock(closed: boolean): void;
  /** What an unplugged board goes through. */
  powerCycle(): void;
}

const SCENARIO = 'ideal';
const SEED = 3;

/** Makes a board. */
export type MakeBoard = (header: HeaderSpec, seed?: number) => FiveBoardUnderTest;

function simulated(header: HeaderSpec, seed = SEED): FiveBoardUnderTest {
  const board = createSimulatedBoard({ scenario: SCENARIO, seed, header });
  const { port, safety } = board.core;
  const { lamp } = port;
  return {
    endpoint: board,
    header: board.header,
    lit: () => lamp.lit({ faulted: false, armed: safety.armed, seconds: port.seconds }),
    pulses: () => (lamp.highNs === 0 ? undefined : { highS: lamp.highNs / 1e9, periodS: lamp.periodNs / 1e9 }),
    setInterlock: (closed) => (safety.interlockClosed = closed),
    powerCycle: () => board.core.restart(),
  };
}

const image = buildImage('product');
if (image === undefined) console.log('skipped: johnny-five on the emulated board, for want of a firmware');

function emulated(header: HeaderSpec, seed = SEED): FiveBoardUnderTest {
  const board = createEmulatedBoard({
    scenario: SCENARIO,
    seed,
    image: image!,
    header,
    provision: {},
    pace: 'wall',
  });
  const level = (): number => board.machine.pins.state(GPIO.LED).level;
  /** Times of the LED's last edges, ns. */
  let [rise, fall, before] = [0, 0, 0];
  board.machine.pins.onChange(GPIO.LED, (state, nanos) => {
    if (state.level === 1) [before, rise] = [rise, nanos];
    else fall = nanos;
  });
  return {
    endpoint: board,
    header: board.header,
    lit: () => level() === 1,
    pulses: () =>
      before === 0
        ? undefined
        : { highS: (fall > rise ? fall - rise : fall - before) / 1e9, periodS: (rise - before) / 1e9 },
    setInterlock: (closed) => board.parts.setInterlock(closed, board.parts.seconds * 1e9),
    powerCycle: () => board.powerCycle(),
  };
}

/** Both kinds, or the one that can be. */
export const kinds: (readonly [name: string, make: MakeBoard])[] = [['sim:', simulated]];
if (image !== undefined) kinds.push(['emu:', emulated]);

/** A way to a board that can be pulled out and put back. */
export class Cable {
  #endpoint: DeviceEndpoint;
  #plugged = true;
  /** Times that somebody wanted to open what is at its end. */
  attempts = 0;
  #cut: () => void = () => undefined;

  constructor(endpoint: DeviceEndpoint) {
    this.#endpoint = endpoint;
  }

  /** Opens the board. @throws BoardNotFoundError while it is unplugged */
  open(): Promise<Board> {
    this.attempts++;
    const inner = new InProcessTransport(this.#endpoint, 'cable');
    const transport: Transport = {
      name: 'cable',
      open: async (handlers, signal) => {
        if (!this.#plugged) throw new BoardNotFoundError('nothing is plugged in');
        await inner.open(handlers, signal);
        this.#cut = () => {
          void inner.close();
          handlers.onClose(new BoardLostError('the cable was pulled'));
        };
      },
      send: (bytes) => inner.send(bytes),
      close: () => inner.close(),
    };
    return openBoardOver(transport, 'cable', { standIn: true });
  }

  unplug(): void {
    this.#plugged = false;
    this.#cut();
  }

  /** Puts it back, into the same board unless another is named. */
  plug(endpoint = this.#endpoint): void {
    this.#endpoint = endpoint;
    this.#plugged = true;
  }
}

/** A board, its cable, and johnny-five on it. */
export interface FiveBench extends JohnnyFiveSession {
  readonly under: FiveBoardUnderTest;
  readonly cable: Cable;
  /** What the board of johnny-five told as errors. */
  readonly errors: Error[];
}

const opened: JohnnyFiveSession[] = [];

/** Puts johnny-five on a new board. */
export async function setUp(make: MakeBoard, header: HeaderSpec = {}): Promise<FiveBench> {
  const under = make(header);
  const cable = new Cable(under.endpoint);
  const session = await openJohnnyFive(() => cable.open(), { safeExit: false });
  opened.push(session);
  const errors: Error[] = [];
  session.board.on('error', (error: Error) => errors.push(error));
  return { ...session, under, cable, errors };
}

/** Ends what was set up. */
export async function tearDown(): Promise<void> {
  for (const session of opened.splice(0)) await session.close();
}

/** Waits until something is so; the test's own time limit ends what never comes. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** Waits for an event. The types of johnny-five say of few emitters that they are some. */
export function event<T = unknown>(source: object, name: string): Promise<T> {
  return new Promise((resolve) => (source as EventEmitter).once(name, resolve));
}
