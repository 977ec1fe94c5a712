/**
 * The firmware's own state machines and DMA, by the bring-up image on the strict emulated chip among the models of the board's other chips.
 * Nothing of it has run on silicon.
 */
import { describe, expect, it } from 'vitest';
import { PIO0, SHOT_PROGRAM, shotMachine, shotTicket } from '../../board-sim/emulator/testing/shot-program.js';
import { controlNow, setupPacket } from '../../board-sim/emulator/usb/enumerate.js';
import { wireBoard } from '../../board-sim/emulator/wire-board.js';
import { BoardParts, GPIO, PERFECT_DELAYS } from '../../board-sim/parts/index.js';
import { PinDriver } from '../../board-sim/parts/testing/pin-driver.js';
import { BringupBoard, buildFlash, hex, prepareArray } from './harness/bringup-board.js';

const built = buildFlash('bringup');
if (built === undefined) console.log('skipped: state machines under the firmware, for want of arm-none-eabi-gcc');
const LINK_RESET = setupPacket(0x40, 1, 0, 0, 0);
const clearHalt = (endpoint: number): Uint8Array => setupPacket(0x02, 1, 0, endpoint, 0);
const RELAX = 7;
const SETTLE = 23;
/** Cycles of a shot with these waits, pulses of up to two cycles. */
const SHOT_CYCLES = 82;
const CYCLE_NS = 8;
const ROW = 9;

const shots = (letter: 'p' | 'g', n: number, count: number): string =>
  `${letter}${hex(n)} ${hex(shotTicket(n, RELAX, SETTLE))} ${hex(count)}`;
const pairs = (words: readonly number[]): bigint[] =>
  Array.from({ length: words.length / 2 }, (_, k) => (BigInt(words[2 * k + 1]!) << 32n) | BigInt(words[2 * k]!));

/** The four replies of each frame, out of its two words: the first clock is the highest nibble, a bit of each converter in it. */
function replies(words: readonly number[]): number[][] {
  return Array.from({ length: words.length / 2 }, (_, frame) =>
    [0, 1, 2, 3].map((chip) => {
      let reply = 0;
      for (const word of words.slice(2 * frame, 2 * frame + 2))
        for (let nibble = 7; nibble >= 0; nibble--) reply = (reply << 1) | ((word >>> (4 * nibble + chip)) & 1);
      return reply;
    }),
  );
}

/** Rises and falls of a pin, ns. */
function edges(board: BringupBoard, pin: number): { rises: number[]; falls: number[] } {
  const seen = { rises: [] as number[], falls: [] as number[] };
  let first = true;
  board.machine.pins.onChange(pin, ({ level }, nanos) => {
    if (!first) (level === 1 ? seen.rises : seen.falls).push(nanos);
    first = false;
  });
  return seen;
}

describe.skipIf(built === undefined)('state machines under the firmware', () => {
  const flash = built ?? new Uint8Array(0);
  const prepared = (): BringupBoard => {
    const board = new BringupBoard(flash);
    prepareArray(board, 1n << BigInt(ROW));
    return board;
  };

  it('read the cells of a row that no pulse reaches, in order of the columns', () => {
    const board = prepared();
    // B 5 ns before A: no pulse.
    board.ask(`l${hex(1023)} 0`);
    expect(pairs(board.numbers(shots('p', 0, 64)))).toEqual(new Array(64).fill(board.rowState(ROW)));
    expect(board.rowState(ROW)).not.toBe(board.rowState(ROW - 1));
    expect(board.parts.array.pulses.rowPulses).toBe(0);
    expect(board.trouble).toEqual([]);
  });

  it.each([0, 1, 2, 3, 10])('pulse for %i cycles, at the period of the program', (n) => {
    const board = prepared();
    board.ask(`l${hex(300)} ${hex(500)}`);
    const a = edges(board, GPIO.TRIG_A);
    const b = edges(board, GPIO.TRIG_B);
    const select = edges(board, GPIO.PULSE_SEL);
    expect(board.numbers(shots('p', n, 20)).length).toBe(40);
    expect([a.rises.length, a.falls.length, b.rises.length, b.falls.length]).toEqual([20, 20, 20, 20]);
    expect(select.rises.length).toBe(20);
    const period = (SHOT_CYCLES + Math.max(0, n - 2)) * CYCLE_NS;
    for (let k = 0; k < 20; k++) {
      expect(b.rises[k]! - a.rises[k]!).toBeCloseTo(CYCLE_NS * n, 6);
      expect(b.falls[k]! - a.falls[k]!).toBeCloseTo(2 * CYCLE_NS, 6);
      if (k > 1) expect(a.rises[k]! - a.rises[k - 1]!).toBeCloseTo(period, 6);
    }
    expect(board.parts.array.pulses.rowPulses).toBe(20);
    expect(board.parts.array.lastPulse!.widthNs).toBeCloseTo(8 * n + 0.005 * 200, 6);
    expect(board.trouble).toEqual([]);
  });

  it('give the shots that the program gives when it is fed by hand', () => {
    const board = prepared();
    board.ask(`l${hex(300)} ${hex(500)}`);
    const fromFirmware = pairs(board.numbers(shots('p', 3, 32)));
    const parts = new BoardParts({ scenario: 'ideal', delays: PERFECT_DELAYS });
    const driver = new PinDriver(parts);
    driver.prepare({ rows: 1n << BigInt(ROW) });
    driver.delays(300, 500);
    const machine = shotMachine(SHOT_PROGRAM);
    wireBoard(machine, parts, driver.nanos);
    const { chip } = machine;
    chip.writeUint32(0xd0000024, 1 << GPIO.ARRAY_EN);
    chip.writeUint32(0x40014004 + 8 * GPIO.ARRAY_EN, 5);
    chip.writeUint32(0xd0000014, 1 << GPIO.ARRAY_EN);
    machine.run({ maxNanos: 100e3 });
    const byHand = Array.from({ length: 32 }, () => {
      chip.writeUint32(PIO0 + 0x10, shotTicket(3, RELAX, SETTLE));
      chip.writeUint32(PIO0, 1);
      machine.run({ maxNanos: 8 * 93 });
      const [low, high] = [chip.readUint32(PIO0 + 0x20), chip.readUint32(PIO0 + 0x20)];
      return (BigInt(high) << 32n) | BigInt(low);
    });
    expect(fromFirmware).toEqual(byHand);
    expect(new Set(byHand).size).toBeGreaterThan(20);
  });

  it('convert the columns that are asked for, two frames late, and read shots again afterwards', () => {
    const board = prepared();
    const got = replies(board.numbers('s12'));
    const parts = new BoardParts({ scenario: 'ideal', delays: PERFECT_DELAYS });
    const driver = new PinDriver(parts);
    driver.prepare({ rows: 1n << BigInt(ROW) });
    const wanted = driver.scan(18);
    for (let frame = 2; frame < 18; frame++)
      for (let chip = 0; chip < 4; chip++) {
        const [reply, want] = [got[frame]![chip]!, wanted[frame]![chip]!];
        expect(reply >> 12).toBe(frame - 2);
        expect(Math.abs((reply & 0xfff) - (want & 0xfff))).toBeLessThanOrEqual(1);
      }
    // The ideal board's cells have two resistances; both are in the row.
    expect(
      new Set(
        got
          .slice(2)
          .flat()
          .map((reply) => reply & 0xfff),
      ).size,
    ).toBe(2);
    expect(board.machine.pins.state(GPIO.ADC_CS)).toEqual({ driven: true, level: 1 });
    board.ask(`l${hex(1023)} 0`);
    expect(pairs(board.numbers(shots('p', 0, 2)))).toEqual([board.rowState(ROW), board.rowState(ROW)]);
    expect(replies(board.numbers('s12')).slice(2)).toEqual(got.slice(2));
    expect(board.trouble).toEqual([]);
  });

  it('stop at once in the midst of a pulse, and begin anew', () => {
    const board = prepared();
    const { pins } = board.machine;
    const a = edges(board, GPIO.TRIG_A);
    const b = edges(board, GPIO.TRIG_B);
    // 300 shots of half a millisecond, nearly all of it with A high.
    expect(board.ask(shots('g', 0x10000, 0x12c))).toBe('ok');
    board.machine.run({ maxNanos: 2e6 });
    expect(pins.state(GPIO.TRIG_A).level).toBe(1);
    expect(board.ask(shots('p', 2, 1))).toBe('? refused');
    expect(board.ask('s12')).toBe('? refused');
    expect(board.ask('k')).toBe('0');
    expect([GPIO.TRIG_A, GPIO.TRIG_B, GPIO.PULSE_SEL].map((pin) => pins.state(pin).level)).toEqual([0, 0, 0]);
    expect(b.falls.at(-1)! - a.falls.at(-1)!).toBeGreaterThanOrEqual(2 * CYCLE_NS);
    board.machine.run({ maxNanos: 5e6 });
    const pulses = a.rises.length;
    expect(pulses).toBeLessThan(20);
    board.ask(`l${hex(1023)} 0`);
    expect(pairs(board.numbers(shots('p', 0, 3)))).toEqual(new Array(3).fill(board.rowState(ROW)));
    expect([a.rises.length - pulses, board.ask('k')]).toEqual([3, '1']);
    expect(board.trouble).toEqual([]);
  });

  it('leave a scan in the midst of a frame when the link is reset, and scan straight afterwards', () => {
    const board = prepared();
    const { machine } = board;
    const straight = board.numbers('s12');
    const select = edges(board, GPIO.ADC_CS);
    // 512 frames of 1.1 us.
    board.send('s200');
    machine.run({ until: () => select.falls.length > 10, maxNanos: 10e6 });
    for (const setup of [LINK_RESET, clearHalt(0x81), clearHalt(0x01)])
      expect(controlNow(machine, setup).status).toBe('ok');
    expect(select.falls.length).toBeLessThan(512);
    expect([GPIO.ADC_CS, GPIO.FCLK, GPIO.SHLD].map((pin) => machine.pins.state(pin).level)).toEqual([1, 0, 1]);
    expect(board.parts.enabled).toBe(false);
    prepareArray(board, 1n << BigInt(ROW));
    expect(replies(board.numbers('s12')).slice(2)).toEqual(replies(straight).slice(2));
  });

  it('let the chip sleep through a burst, and wake it at the end', () => {
    const board = prepared();
    const before = board.machine.instructions;
    const begin = board.machine.nanos;
    // 32 shots of half a millisecond; the watchdog's feeder alone wakes each 25 ms.
    expect(board.numbers(shots('p', 0x10000, 0x20)).length).toBe(64);
    expect((board.machine.nanos - begin) / 1e6).toBeGreaterThan(16.7);
    expect((board.machine.nanos - begin) / 1e6).toBeLessThan(18);
    expect(board.machine.instructions - before).toBeLessThan(40_000);
  });
});
