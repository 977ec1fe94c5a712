/**
 * The auxiliary header from the host's call to the chips' pins: the product image on the strict emulated chip among the models of the other chips.
 * Nothing of it has run on silicon.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { HardwareError, LimitError, ProtocolError, StateError } from '../../base/index.js';
import { createEmulatedBoard, type EmulatedBoard } from '../../board-sim/emulator/board/emulated-board.js';
import { buildImage } from '../../board-sim/emulator/testing/build-image.js';
import { DacChannel, GPIO, type PartFaults } from '../../board-sim/parts/index.js';
import { I2C_ADDRESS } from '../../board-sim/parts/i2c/board-bus.js';
import type { I2cChip } from '../../board-sim/parts/i2c/i2c-bus.js';
import { InProcessTransport, Link, hello } from '../../firmware-host/host/index.js';
import { spindrift, type ReplyMessage } from '../../proto/index.js';

const { PinFunction, Feature } = spindrift.v1;
const [AUX3, A1, OUT0, OUT1, LED, INTERLOCK] = [3, 9, 12, 13, 14, 15] as const;
const USER_CHIP = 0x3c;

const image = buildImage('product');
if (image === undefined) console.log('skipped: pins of the emulated board, for want of arm-none-eabi-gcc');

/** Sixteen bytes behind a pointer; notes how long a byte takes on the wires. */
class Memory implements I2cChip {
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

describe.skipIf(image === undefined)('the auxiliary header of the emulated board', () => {
  const opened: { link: Link; board: EmulatedBoard }[] = [];
  afterEach(async () => {
    for (const { link, board } of opened.splice(0)) {
      await link.close();
      board.close();
    }
  });

  async function open(faults: PartFaults = {}): Promise<{ link: Link; board: EmulatedBoard; memory: Memory }> {
    const board = createEmulatedBoard({ image: image!, scenario: 'ideal', faults });
    const memory = new Memory();
    board.parts.bus.bus.attach(USER_CHIP, memory);
    const link = await Link.open({ transport: new InProcessTransport(board, 'emulated'), clock: board.clock });
    opened.push({ link, board });
    await hello(link);
    return { link, board, memory };
  }
  const mode = async (link: Link, pin: number, fn: spindrift.v1.PinFunction): Promise<number> =>
    (await link.call('pinMode', { pin, function: fn }, 'pinModeReply')).value;
  const read = async (link: Link, pin: number): Promise<number> =>
    (await link.call('pinRead', { pin }, 'pinReadReply')).value;

  it('is among the features', async () => {
    const { link } = await open();
    const { features } = await hello(link);
    expect(features).toEqual(
      expect.arrayContaining([Feature.FEATURE_PINS, Feature.FEATURE_PIN_WATCH, Feature.FEATURE_I2C]),
    );
  });

  it('writes its lines, and reads them', async () => {
    const { link, board } = await open();
    const { header } = board.parts.bus;
    header.outside = 0xfd;
    expect([await read(link, 0), await read(link, 1), await read(link, AUX3)]).toEqual([1, 0, 1]);
    const write = link.call('pinWrite', { pin: AUX3, high: false }, 'pinWriteReply');
    await expect(write).rejects.toBeInstanceOf(StateError);
    expect(await mode(link, AUX3, PinFunction.PIN_FUNCTION_OUTPUT)).toBe(1);
    expect(header.driven).toBe(1 << AUX3);
    for (const high of [false, true, false]) {
      const { value } = await link.call('pinWrite', { pin: AUX3, high }, 'pinWriteReply');
      expect(value).toBe(high ? 1 : 0);
      expect((header.lines >> AUX3) & 1).toBe(value);
      expect(await read(link, AUX3)).toBe(value);
    }
    expect(await mode(link, AUX3, PinFunction.PIN_FUNCTION_INPUT)).toBe(1);
    expect(header.driven).toBe(0);
  });

  it('writes in the order of the calls', async () => {
    const { link, board } = await open();
    await Promise.all(Array.from({ length: 8 }, (_, pin) => mode(link, pin, PinFunction.PIN_FUNCTION_OUTPUT)));
    const writes = Array.from({ length: 14 }, (_, k) =>
      link.call('pinWrite', { pin: k % 8, high: k > 7 }, 'pinWriteReply'),
    );
    await Promise.all(writes);
    expect(board.parts.bus.header.lines).toBe(0x3f);
  });

  it('converts voltages both ways', async () => {
    const { link, board } = await open();
    board.parts.bus.analogHeader.inputsV[1] = 1.234;
    expect(await read(link, A1)).toBe(1_234_000);
    expect(await read(link, A1 + 1)).toBe(0);
    const { dac } = board.parts;
    expect([dac.settledVolts(DacChannel.aux0), dac.settledVolts(DacChannel.aux1)]).toEqual([0, 0]);
    const { value } = await link.call('dacWrite', { pin: OUT1, levelUv: 1_800_000 }, 'dacWriteReply');
    expect(value).toBeCloseTo(1_800_000, -2);
    expect(dac.settledVolts(DacChannel.aux1) * 1e6).toBeCloseTo(value, -1);
    expect(dac.settledVolts(DacChannel.aux0)).toBe(0);
    const tooHigh = link.call('dacWrite', { pin: OUT0, levelUv: 2_500_001 }, 'dacWriteReply');
    await expect(tooHigh).rejects.toBeInstanceOf(LimitError);
  });

  it('tells of changes at its lines, and of the interlock', async () => {
    const { link, board } = await open();
    const { header } = board.parts.bus;
    const stop = new AbortController();
    const events: ReplyMessage<'watchPinReply'>[] = [];
    const watch = (pin: number): Promise<unknown> =>
      link
        .call('watchPin', { pin }, 'watchPinReply', { signal: stop.signal, onPartial: (event) => events.push(event) })
        .catch((error: unknown) => error);
    const ends = [watch(AUX3), watch(INTERLOCK)];
    await board.pass(0.01);
    const before = board.clock.now();
    header.outside = 0xff & ~(1 << AUX3);
    await board.pass(0.01);
    board.parts.setInterlock(false, board.parts.seconds * 1e9);
    await board.pass(0.01);
    header.outside = 0xff;
    await board.pass(0.01);
    const told = (of: number): number[][] =>
      events.filter(({ pin }) => pin === of).map(({ seq, value }) => [seq, value]);
    expect(told(AUX3)).toEqual([
      [0, 1],
      [1, 0],
      [2, 1],
    ]);
    expect(told(INTERLOCK)).toEqual([
      [0, 0],
      [1, 1],
    ]);
    const atS = Number(events.find(({ pin, seq }) => pin === AUX3 && seq === 1)!.tUs) / 1e6;
    expect(atS - before).toBeGreaterThan(-1e-3);
    expect(atS - before).toBeLessThan(4e-3);
    stop.abort();
    for (const end of await Promise.all(ends)) expect(end).toMatchObject({ name: 'AbortError' });
    const count = events.length;
    header.outside = 0;
    await board.pass(0.02);
    expect(events.length).toBe(count);
  });

  it('tells a voltage at intervals', async () => {
    const { link, board } = await open();
    const { inputsV } = board.parts.bus.analogHeader;
    const stop = new AbortController();
    const values: number[] = [];
    const end = link
      .call('watchAdc', { pin: A1, periodMs: 10 }, 'watchAdcReply', {
        signal: stop.signal,
        onPartial: ({ value }) => values.push(value),
      })
      .catch((error: unknown) => error);
    await board.pass(0.045);
    inputsV[1] = 2.5;
    await board.pass(0.05);
    stop.abort();
    expect(await end).toMatchObject({ name: 'AbortError' });
    expect(values.slice(0, 4)).toEqual([0, 0, 0, 0]);
    expect(values.length).toBeGreaterThanOrEqual(8);
    expect(values.at(-1)).toBe(2_500_000);
  });

  it('gives the LED a level, pulses of a width, and back', async () => {
    const { link, board } = await open();
    const edges: [level: number, nanos: number][] = [];
    board.machine.pins.onChange(GPIO.LED, ({ level }, nanos) => edges.push([level, nanos]));
    const level = (): number => board.machine.pins.state(GPIO.LED).level;
    /** Widths of the pulses, and their distance, that come in so much time, µs. */
    const pulses = async (seconds: number): Promise<{ widths: number[]; periods: number[] }> => {
      edges.length = 0;
      await board.pass(seconds);
      const rises = edges.flatMap(([up, nanos], k) => (up === 1 && k + 1 < edges.length ? [[nanos, k] as const] : []));
      return {
        widths: rises.map(([nanos, k]) => (edges[k + 1]![1] - nanos) / 1000),
        periods: rises.slice(1).map(([nanos], k) => (nanos - rises[k]![0]) / 1000),
      };
    };
    await mode(link, LED, PinFunction.PIN_FUNCTION_OUTPUT);
    expect(level()).toBe(0);
    await link.call('pinWrite', { pin: LED, high: true }, 'pinWriteReply');
    expect(level()).toBe(1);
    await mode(link, LED, PinFunction.PIN_FUNCTION_PWM);
    expect(level()).toBe(0);
    await link.call('pwmWrite', { pin: LED, dutyPpm: 300_000, periodNs: 100_000 }, 'pwmWriteReply');
    const pwm = await pulses(0.005);
    expect(pwm.widths.length).toBeGreaterThan(40);
    for (const width of pwm.widths.slice(0, -1)) expect(width).toBeCloseTo(30, 1);
    for (const period of pwm.periods) expect(period).toBeCloseTo(100, 1);
    await link.call('pwmWrite', { pin: LED, dutyPpm: 1_000_000 }, 'pwmWriteReply');
    await board.pass(0.001);
    edges.length = 0;
    await board.pass(0.002);
    expect([edges.length, level()]).toEqual([0, 1]);
    await mode(link, LED, PinFunction.PIN_FUNCTION_SERVO);
    await link.call('servoWrite', { pin: LED, pulseUs: 1500 }, 'servoWriteReply');
    const servo = await pulses(0.1);
    expect(servo.widths.length).toBeGreaterThanOrEqual(3);
    for (const width of servo.widths) expect(Math.abs(width - 1500)).toBeLessThan(1);
    for (const period of servo.periods) expect(Math.abs(period - 20_000)).toBeLessThan(1);
    await mode(link, LED, PinFunction.PIN_FUNCTION_INPUT);
    expect(level()).toBe(0);
    const { configHash } = await link.call('getState', {}, 'getStateReply');
    await link.call('arm', {}, 'armReply', { configHash });
    await board.pass(0.001);
    expect([level(), await read(link, LED)]).toEqual([1, 1]);
  });

  it('carries bytes to a chip on its bus and back, at the clock that is asked for', async () => {
    const { link, board, memory } = await open();
    const data = Uint8Array.of(4, 10, 20, 30);
    await link.call('i2cWrite', { address: USER_CHIP, data }, 'i2cWriteReply');
    expect([...memory.bytes.slice(4, 7)]).toEqual([10, 20, 30]);
    expect(memory.byteNanos / 1000).toBeCloseTo(9 / 0.4, 0);
    const reply = await link.call(
      'i2cRead',
      { address: USER_CHIP, prefix: Uint8Array.of(5), count: 2 },
      'i2cReadReply',
    );
    expect([reply.address, ...reply.data]).toEqual([USER_CHIP, 20, 30]);
    await link.call('i2cConfig', { clockHz: 100_000 }, 'i2cConfigReply');
    await link.call('i2cWrite', { address: USER_CHIP, data }, 'i2cWriteReply');
    expect(memory.byteNanos / 1000).toBeCloseTo(90, 0);
    // The longest of all takes 6 ms now.
    const long = await link.call(
      'i2cRead',
      { address: USER_CHIP, prefix: Uint8Array.of(0), count: 64 },
      'i2cReadReply',
    );
    expect(long.data.length).toBe(64);
    const stop = new AbortController();
    const seen: number[] = [];
    const end = link
      .call(
        'watchI2c',
        { read: { address: USER_CHIP, prefix: Uint8Array.of(0), count: 1 }, periodMs: 10 },
        'watchI2cReply',
        {
          signal: stop.signal,
          onPartial: (event) => seen.push(event.data[0]!),
        },
      )
      .catch((error: unknown) => error);
    await board.pass(0.025);
    memory.bytes[0] = 77;
    await board.pass(0.02);
    stop.abort();
    expect(await end).toMatchObject({ name: 'AbortError' });
    expect([seen[0], seen.at(-1)]).toEqual([0, 77]);
  });

  it("does not reach the board's own chips by its bus", async () => {
    const { link } = await open();
    for (const address of [...Object.values(I2C_ADDRESS), 0x40, 0x41, 0x44, 0x45, 0x48]) {
      const write = link.call('i2cWrite', { address, data: Uint8Array.of(0) }, 'i2cWriteReply');
      await expect(write).rejects.toThrow(LimitError);
      const bytes = link.call('i2cRead', { address, count: 1 }, 'i2cReadReply');
      await expect(bytes).rejects.toThrow(`address = ${address}: there is the board's own`);
    }
    const nobody = link.call('i2cRead', { address: 0x60, count: 1 }, 'i2cReadReply');
    await expect(nobody).rejects.toBeInstanceOf(HardwareError);
  });

  it('names what it refuses', async () => {
    const { link } = await open({ i2c: { silent: [I2C_ADDRESS.pca9554, I2C_ADDRESS.ads1015] } });
    await expect(read(link, 16)).rejects.toThrow('pin = 16: allowed is 0 to 15');
    const servo = link.call('servoWrite', { pin: AUX3, pulseUs: 1500 }, 'servoWriteReply');
    await expect(servo).rejects.toThrow(ProtocolError);
    await expect(read(link, AUX3)).rejects.toThrow('the PCA9554 at 0x20 does not answer');
    await expect(read(link, A1)).rejects.toThrow('the ADS1015 at 0x49 does not answer');
    await expect(read(link, A1)).rejects.toBeInstanceOf(HardwareError);
    expect(await read(link, INTERLOCK)).toBe(0);
  });
});
