// The endpoint around the emulated chip, with the firmware's echo application: bytes, and everything that happens to a cable.
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../../base/index.js';
import { buildImage } from '../testing/build-image.js';
import { setupPacket } from '../usb/enumerate.js';
import { createEmulatedBoard, type EmulatedBoard, type EmulatedBoardOptions } from './emulated-board.js';

const echo = buildImage('echo');
if (echo === undefined) console.log('skipped: the emulated board, for want of arm-none-eabi-gcc');
const WATCHDOG = 0x40058000;
const bytes = (length: number, from = 0): Uint8Array => Uint8Array.from({ length }, (_, k) => ((k + from) * 13) & 0xff);

/** A host below all transports: it keeps what comes, and may say that it has had enough. */
class Host {
  readonly board: EmulatedBoard;
  readonly got: number[] = [];
  readonly chunks: number[] = [];
  reason: string | undefined;
  holds = false;

  constructor(board: EmulatedBoard) {
    this.board = board;
    board.onSend((data) => {
      this.got.push(...data);
      this.chunks.push(data.length);
      return !this.holds;
    });
    board.onHangUp((reason) => (this.reason = reason));
  }

  /** Waits until so many bytes have come, or the board is gone. */
  async until(length: number): Promise<void> {
    while (this.got.length < length && this.reason === undefined) await new Promise((resolve) => setImmediate(resolve));
  }
}

const boardOf = (options: Partial<EmulatedBoardOptions> = {}): EmulatedBoard =>
  createEmulatedBoard({ image: echo!, scenario: 'ideal', ...options });

describe('sizes and images', () => {
  it('refuses what the firmware does not drive, and what is no image', () => {
    const image = new Uint8Array(4096);
    expect(() => createEmulatedBoard({ image, rows: 32 })).toThrow(/rows must be 64.*got 32/);
    expect(() => createEmulatedBoard({ image, cols: 65 })).toThrow(RangeError);
    expect(() => createEmulatedBoard({ image })).toThrow(/second boot stage/);
  });
});

describe.skipIf(echo === undefined)('an emulated board', () => {
  it('enumerates by itself and returns what it is sent', async () => {
    const board = boardOf();
    const host = new Host(board);
    board.receive(bytes(3000));
    await host.until(3000);
    expect(Uint8Array.from(host.got)).toEqual(bytes(3000));
    expect(board.machine.usb.counters.toggleErrors).toBe(0);
    // Contacts settle, the bus is reset, the descriptors are read: a tenth of a second.
    expect(board.clock.now()).toBeGreaterThan(0.11);
    expect(board.clock.now()).toBeLessThan(0.25);
    board.close();
  });

  it('takes 100 kB while the host holds, and loses none of it', async () => {
    const board = boardOf();
    const host = new Host(board);
    host.holds = true;
    for (let at = 0; at < 100_000; at += 4000) board.receive(bytes(4000, at));
    await board.pass(0.3);
    const held = host.got.length;
    // Two transfers, and the rest stands in the firmware's buffers and here.
    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThanOrEqual(32_768);
    await board.pass(0.3);
    expect(host.got.length).toBe(held);
    host.holds = false;
    board.drained();
    await host.until(100_000);
    expect(Uint8Array.from(host.got)).toEqual(bytes(100_000));
    board.close();
  });

  it('forgets at the next opening what was under way at the last closing', async () => {
    const board = boardOf();
    const host = new Host(board);
    board.receive(bytes(60_000));
    await host.until(20_000);
    board.close();
    const before = host.got.length;
    await board.pass(0.05);
    expect(host.got.length).toBe(before);
    const next = new Host(board);
    board.receive(bytes(500, 7));
    await next.until(500);
    await board.pass(0.05);
    expect(Uint8Array.from(next.got)).toEqual(bytes(500, 7));
    expect(board.machine.usb.counters.toggleErrors).toBe(0);
    expect(board.starts).toBe(1);
    board.close();
  });

  it('hangs up when the cable is pulled in mid-stream, and serves the next host with the junctions it had', async () => {
    const board = boardOf();
    const host = new Host(board);
    board.receive(bytes(60_000));
    await host.until(10_000);
    const cells = board.parts.array.unit.cells.state.slice();
    const time = board.clock.now();
    board.powerCycle();
    expect(host.reason).toMatch(/cable/);
    const next = new Host(board);
    board.receive(bytes(200));
    await next.until(200);
    expect(Uint8Array.from(next.got)).toEqual(bytes(200));
    expect(board.starts).toBe(2);
    expect(board.clock.now()).toBeGreaterThan(time);
    expect(board.parts.array.unit.cells.state).toEqual(cells);
    board.close();
  });

  it('hangs up when the watchdog bites or the firmware restarts, and starts again', async () => {
    const board = boardOf();
    const host = new Host(board);
    board.receive(bytes(10));
    await host.until(10);
    const { core } = board.machine.chip;
    core.executeInstruction = () => 1;
    core.waiting = false;
    await board.pass(0.11);
    expect(host.reason).toMatch(/watchdog/);
    expect(board.starts).toBe(2);
    const next = new Host(board);
    board.receive(bytes(10));
    await next.until(10);
    board.machine.chip.writeUint32(WATCHDOG, 0x80000000);
    await board.pass(0.01);
    expect(next.reason).toMatch(/restarted/);
    // What the watchdog keeps over a reset: the firmware counts its starts in it.
    const last = new Host(board);
    board.receive(bytes(10));
    await last.until(10);
    expect(board.machine.memory.scratch[0]).toBe(3);
    board.close();
  });

  it('hangs up when an endpoint is halted', async () => {
    const board = boardOf();
    const host = new Host(board);
    board.receive(bytes(10));
    await host.until(10);
    board.machine.usb.submitControl(setupPacket(0x02, 3, 0, 0x81, 0), new Uint8Array(0), () => undefined);
    await board.pass(0.01);
    expect(host.reason).toMatch(/STALL/);
    const next = new Host(board);
    board.receive(bytes(10));
    await next.until(10);
    expect(Uint8Array.from(next.got)).toEqual(bytes(10));
    board.close();
  });

  it('says what silicon would not forgive, to this host and to the next, until the power goes', async () => {
    const board = boardOf();
    const host = new Host(board);
    board.receive(bytes(10));
    await host.until(10);
    board.machine.chip.core.PC = 0x20000001;
    board.machine.chip.core.executeInstruction = () => board.machine.chip.core.readUint32(2);
    board.machine.chip.core.waiting = false;
    await expect(board.pass(1)).rejects.toThrow(/unaligned read/);
    expect(host.reason).toMatch(/unaligned read/);
    const next = new Host(board);
    board.receive(bytes(10));
    expect(next.reason).toMatch(/unaligned read/);
    board.powerCycle();
    const last = new Host(board);
    board.receive(bytes(10));
    await last.until(10);
    expect(last.got.length).toBe(10);
    board.close();
  });

  it('two boards of a seed live the same life, and another seed wakes up with another memory', async () => {
    const life = async (seed: number): Promise<unknown> => {
      const board = boardOf({ seed });
      const host = new Host(board);
      const memory = board.machine.chip.sram.slice(-8192);
      board.receive(bytes(5000));
      await host.until(5000);
      const rung: number[] = [];
      board.clock.setTimer(0.0123, () => rung.push(board.clock.now()));
      await board.pass(0.5);
      board.close();
      return [memory, host.chunks, rung, board.machine.instructions, board.machine.nanos, board.clock.now()];
    };
    const first = await life(3);
    expect(await life(3)).toEqual(first);
    expect(((await life(4)) as unknown[])[0]).not.toEqual((first as unknown[])[0]);
  });

  it('lets time stand still when nobody is there, but for who passes it', async () => {
    const board = boardOf();
    const host = new Host(board);
    board.receive(bytes(1));
    await host.until(1);
    board.close();
    const before = board.clock.now();
    for (let k = 0; k < 50; k++) await new Promise((resolve) => setImmediate(resolve));
    expect(board.clock.now()).toBe(before);
    await board.pass(2.5);
    expect(board.clock.now() - before).toBeCloseTo(2.5, 6);
  });

  it('rings the timers of its clock at their own time', async () => {
    const board = boardOf();
    const host = new Host(board);
    board.receive(bytes(1));
    await host.until(1);
    const begin = board.clock.now();
    const at: number[] = [];
    for (const s of [0.25, 0.0101, 1.5]) board.clock.setTimer(s, () => at.push(board.clock.now() - begin));
    await board.pass(2);
    [0.0101, 0.25, 1.5].forEach((s, k) => expect(at[k]).toBeCloseTo(s, 6));
    board.close();
  });

  it('at the pace of the wall idles no faster than the wall, and works as fast as it can', async () => {
    const wallClock = new VirtualClock();
    const board = boardOf({ pace: 'wall', wallClock });
    const host = new Host(board);
    board.receive(bytes(20_000));
    // 20 kB are 17 ms each way, and the wall stands still.
    await host.until(20_000);
    const turns = async (): Promise<void> => {
      for (let k = 0; k < 100; k++) await new Promise((resolve) => setImmediate(resolve));
    };
    await turns();
    const worked = board.clock.now();
    expect(wallClock.pending).toBe(1);
    for (let k = 0; k < 100; k++) {
      wallClock.advance(0.01);
      await turns();
    }
    expect(board.clock.now() - worked).toBeGreaterThan(0.97);
    expect(board.clock.now() - worked).toBeLessThan(1.02);
    // After a sleep of the computer it does not run after the lost hours.
    wallClock.advance(3600);
    await turns();
    expect(board.clock.now() - worked).toBeLessThan(1.2);
    const before = board.clock.now();
    board.receive(bytes(10));
    await host.until(20_010);
    expect(board.clock.now() - before).toBeLessThan(0.05);
    board.close();
  });
});
