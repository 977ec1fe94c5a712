/** The product image on an emulated board, for tests that go after the board's faults: what a host sees, and what the parts show. */
import { afterEach, expect } from 'vitest';
import { createEmulatedBoard, type EmulatedBoardOptions } from '../../../board-sim/emulator/board/emulated-board.js';
import type { EmulatedBoard } from '../../../board-sim/emulator/board/emulated-board.js';
import { DacChannel, VMID_V, type BoardParts, type PinName } from '../../../board-sim/parts/index.js';
import { InProcessTransport, Link, LinkStream, hello, type HelloOptions } from '../../../firmware-host/host/index.js';
import { spindrift, type Reply, type RequestFields } from '../../../proto/index.js';
import { arm } from '../../contract/bench.js';
import { productImage } from '../../contract/emulated.js';
import { RawClient } from '../../contract/raw-client.js';

const { FaultCode } = spindrift.v1;
const image = productImage();
if (typeof image === 'string') console.log(`skipped: faults of an emulated board: ${image}`);

/** Whether there is a firmware to run. */
export const hasProduct = typeof image !== 'string';

/** Lines that are low in the safe state. */
const LOW: readonly PinName[] = ['ARRAY_EN', 'TRIG_A', 'TRIG_B', 'PULSE_SEL', 'COIL_EN'];

/** A board with whoever is connected to it. */
export class ProductBench {
  readonly board: EmulatedBoard;
  /** Events that links of this bench heard. */
  readonly events: Reply[] = [];
  /** What the parts have complained of. */
  readonly trouble: string[] = [];
  #leave: () => Promise<void> = () => Promise.resolve();

  constructor(options: Omit<EmulatedBoardOptions, 'image' | 'onTrouble'> = {}) {
    if (typeof image === 'string') throw new Error(image);
    const onTrouble = (message: string): unknown => this.trouble.push(message);
    this.board = createEmulatedBoard({ image, scenario: 'typical', seed: 11, ...options, onTrouble });
  }

  get parts(): BoardParts {
    return this.board.parts;
  }

  /** A link that has said Hello. */
  async link(options: { heartbeat?: boolean } & HelloOptions = {}): Promise<Link> {
    const { heartbeat = true, ...terms } = options;
    const transport = new InProcessTransport(this.board, 'emulated');
    const link = await Link.open({
      transport,
      clock: this.board.clock,
      heartbeat,
      onEvent: (event) => this.events.push(event),
    });
    this.#leave = () => link.close();
    await hello(link, terms);
    return link;
  }

  /** Frames by hand, Hello said. */
  async raw(greeting: NonNullable<RequestFields['hello']> = {}): Promise<RawClient> {
    const raw = await RawClient.open(new InProcessTransport(this.board, 'emulated'));
    this.#leave = () => raw.close();
    await raw.hello(greeting);
    return raw;
  }

  /** Lets board time pass. */
  pass(seconds: number): Promise<void> {
    return this.board.pass(seconds);
  }

  /** Codes of the fault events so far. */
  get faults(): string[] {
    return this.events.flatMap((event) => (event.body === 'fault' ? [FaultCode[event.fault.code]] : []));
  }

  /** Whoever is connected goes. */
  async close(): Promise<void> {
    await this.#leave();
    this.board.close();
  }

  /** The drive is on: without this, a safe state would prove nothing. */
  expectEnabled(): void {
    expect(this.parts.enabled).toBe(true);
    expect(this.parts.dac.settledVolts(DacChannel.vAmp)).toBeGreaterThan(0.7);
  }

  /** Everything at the parts is off: lines, rows, columns, levels. */
  expectSafe(): void {
    const { parts } = this;
    expect(LOW.map((pin) => `${pin} ${parts.driven(pin)}`)).toEqual(LOW.map((pin) => `${pin} 0`));
    expect(parts.enabled).toBe(false);
    expect(parts.rowSwitches.closed).toEqual([]);
    const levels = [DacChannel.vAmp, DacChannel.vRead, DacChannel.coil];
    expect(levels.map((channel) => parts.dac.settledVolts(channel))).toEqual([0, VMID_V, VMID_V]);
    // The outputs are off with the array; what they would show is nothing, too.
    expect(parts.columns.latched).toEqual([]);
  }
}

/** A stream that ends when the test wants it to; blocks are counted and consumed. */
export interface RunningStream {
  readonly stream: LinkStream;
  readonly blocks: () => number;
}

/** Bits without an end. */
export async function streamBits(link: Link, configHash: number): Promise<RunningStream> {
  let blocks = 0;
  const onBlock = (): void => {
    blocks++;
  };
  const stream = await LinkStream.open(link, 'openBits', { blockBytes: 1024 }, { configHash, window: 8, onBlock });
  stream.done.catch(() => undefined);
  return { stream, blocks: () => blocks };
}

/** Arms, streams bits, and waits until they flow. */
export async function flowingBits(bench: ProductBench, link: Link): Promise<RunningStream> {
  const running = await streamBits(link, await arm(link));
  while (running.blocks() < 4) await bench.pass(0.002);
  bench.expectEnabled();
  expect(bench.parts.columns.on.length).toBe(64);
  return running;
}

/** Makes benches for the tests of a suite; after each they are closed, and no part may have complained. */
export function benchForEach(): (options?: ConstructorParameters<typeof ProductBench>[0]) => ProductBench {
  const open: ProductBench[] = [];
  afterEach(async () => {
    for (const bench of open.splice(0)) {
      await bench.close();
      expect(bench.trouble).toEqual([]);
    }
  });
  return (options) => {
    const bench = new ProductBench(options);
    open.push(bench);
    return bench;
  };
}
