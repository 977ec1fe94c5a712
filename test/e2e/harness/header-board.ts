/** Emulated boards with the product's firmware for tests of the auxiliary header: a session each, and a user's chip on the header's bus. */
import { createEmulatedBoard, type EmulatedBoard } from '../../../board-sim/emulator/board/emulated-board.js';
import { buildImage } from '../../../board-sim/emulator/testing/build-image.js';
import type { PartFaults } from '../../../board-sim/parts/index.js';
import type { I2cChip } from '../../../board-sim/parts/i2c/i2c-bus.js';
import { InProcessTransport, Link, hello } from '../../../firmware-host/host/index.js';

export const USER_CHIP = 0x3c;

const image = buildImage('product');
if (image === undefined)
  console.log('skipped: the header of the emulated board, for want of arm-none-eabi-gcc and of a released firmware');
export const hasImage = image !== undefined;

/** Sixteen bytes behind a pointer; notes how long a byte takes on the wires. */
export class Memory implements I2cChip {
  readonly bytes = new Uint8Array(16);
  byteNanos = 0;
  #pointer = -1;
  #last = 0;

  start(read: boolean, nanos: number): boolean {
    if (!read) this.#pointer = -1;
    this.#last = nanos;
    return true;
  }
  write(byte: number, nanos: number): boolean {
    this.byteNanos = nanos - this.#last;
    this.#last = nanos;
    if (this.#pointer < 0) this.#pointer = byte;
    else this.bytes[this.#pointer++ % 16] = byte;
    return true;
  }
  read(): number {
    return this.bytes[this.#pointer++ % 16]!;
  }
  stop(): void {
    // Everything has been written byte by byte.
  }
}

/** A board, a session with it, and its user's chip. */
export interface HeaderBench {
  readonly link: Link;
  readonly board: EmulatedBoard;
  readonly memory: Memory;
}

const opened: { link: Link; board: EmulatedBoard }[] = [];

export async function openHeader(faults: PartFaults = {}): Promise<HeaderBench> {
  const board = createEmulatedBoard({ image: image!, scenario: 'ideal', faults });
  const memory = new Memory();
  board.parts.bus.bus.attach(USER_CHIP, memory);
  return { link: await connect(board), board, memory };
}

/** A session with a board that is there. */
export async function connect(board: EmulatedBoard): Promise<Link> {
  const link = await Link.open({ transport: new InProcessTransport(board, 'emulated'), clock: board.clock });
  opened.push({ link, board });
  await hello(link);
  return link;
}

/** Ends what was opened. */
export async function closeAll(): Promise<void> {
  for (const { link, board } of opened.splice(0)) {
    await link.close();
    board.close();
  }
}

/** @returns the token of the configuration */
export async function arm(link: Link): Promise<number> {
  const { configHash } = await link.call('getState', {}, 'getStateReply');
  await link.call('arm', {}, 'armReply', { configHash });
  return configHash;
}
