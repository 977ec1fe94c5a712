/** The bring-up image on the strict emulated chip, joined to the models of the board's other chips, spoken to as its header says. */
import { readFirmwareImage } from '../../../board-sim/emulator/image/firmware-image.js';
import { Machine } from '../../../board-sim/emulator/machine.js';
import { buildImage } from '../../../board-sim/emulator/testing/build-image.js';
import { enumerate } from '../../../board-sim/emulator/usb/enumerate.js';
import { wireBoard } from '../../../board-sim/emulator/wire-board.js';
import {
  BoardParts,
  DAC_SPAN_V,
  DacChannel,
  PERFECT_DELAYS,
  VMID_V,
  type BoardPartsOptions,
} from '../../../board-sim/parts/index.js';

/** Longest that an answer takes, ns. */
const PATIENCE_NS = 100e6;

/** Builds an application. @returns what its flash holds; undefined without a compiler */
export function buildFlash(application: string): Uint8Array | undefined {
  const image = buildImage(application);
  return image === undefined ? undefined : readFirmwareImage(image);
}

/** A number as the image takes it. */
export const hex = (value: number): string => value.toString(16);
/** A mask of 64 lines as the image takes it: eight bytes, the lowest lines first. */
export const maskBytes = (mask: bigint): string =>
  Array.from({ length: 8 }, (_, k) => hex(Number((mask >> BigInt(8 * k)) & 0xffn))).join(' ');

/** A board with the bring-up image, enumerated. */
export class BringupBoard {
  readonly machine: Machine;
  readonly parts: BoardParts;
  /** Board time when the chip was powered, ns. */
  readonly origin: number;
  /** What the parts have complained of. */
  readonly trouble: string[] = [];

  /** @param after a board whose chip has ended: the parts go on, and so does what the watchdog keeps */
  constructor(flash: Uint8Array, options: BoardPartsOptions = {}, after?: BringupBoard) {
    this.parts =
      after?.parts ??
      new BoardParts({
        scenario: 'ideal',
        delays: PERFECT_DELAYS,
        ...options,
        onTrouble: (message) => this.trouble.push(message),
      });
    this.origin = after === undefined ? 0 : after.boardNanos;
    this.machine = new Machine({ flash, ...(after === undefined ? {} : { memory: after.machine.memory }) });
    wireBoard(this.machine, this.parts, this.origin);
    enumerate(this.machine);
  }

  /** Board time, ns. */
  get boardNanos(): number {
    return this.origin + this.machine.nanos;
  }

  /** Sends a line without waiting for its answer. */
  send(line: string): void {
    this.machine.usb.submit(1, 'out', new TextEncoder().encode(`${line}\n`), () => undefined);
  }

  /** Sends a line. @returns its answer */
  ask(line: string): string {
    let answer = '';
    this.send(line);
    while (!answer.endsWith('\n')) {
      let done = false;
      this.machine.usb.submit(1, 'in', 16384, ({ data }) => {
        answer += new TextDecoder().decode(data);
        done = true;
      });
      if (this.machine.run({ until: () => done, maxNanos: PATIENCE_NS }) !== 'done')
        throw new Error(`no answer to ${line.slice(0, 40)}`);
    }
    return answer.trim();
  }

  /** Sends a line. @returns the numbers of its answer */
  numbers(line: string): number[] {
    return this.ask(line)
      .split(' ')
      .map((word) => Number.parseInt(word, 16));
  }

  /** Writes to a chip of the I²C bus, then reads from it. @returns the state, below 0 for a failure, and what was read */
  i2c(address: number, size: number, bytes: readonly number[]): { state: number; data: number[] } {
    const [state, ...data] = this.numbers(['i' + hex(address), hex(size), ...bytes.map(hex)].join(' '));
    return { state: state! | 0, data };
  }

  /** The cells of a row, bit c for column c, 1 for antiparallel. */
  rowState(row: number): bigint {
    const { state } = this.parts.array.unit.cells;
    let mask = 0n;
    for (let c = 0; c < 64; c++) if (state[64 * row + c] === 1) mask |= 1n << BigInt(c);
    return mask;
  }
}

const code = (volts: number): string => hex(Math.round((volts * 0x10000) / DAC_SPAN_V));

/** As `PinDriver.prepare` does it: rows closed, all columns on, 1.6 V pulses, reads of 0.1 V. */
export function prepareArray(board: BringupBoard, rows: bigint): void {
  for (const line of [
    `d${DacChannel.vAmp} ${code(1.6)}`,
    `d${DacChannel.vRead} ${code(VMID_V + 0.1)}`,
    `d${DacChannel.vThreshold} ${code(VMID_V - 0.143)}`,
    'a1',
    `r${maskBytes(rows)}`,
    `c${maskBytes(2n ** 64n - 1n)} 1`,
  ]) {
    const answer = board.ask(line);
    if (answer !== 'ok') throw new Error(`${line} is answered by ${answer}`);
  }
}
