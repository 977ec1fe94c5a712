/** johnny-five's own components on the auxiliary header of a simulated and of an emulated board. */
import { afterEach, describe, expect, it } from 'vitest';
import { HardwareError, LimitError } from '../../base/index.js';
import { RegisterMemory } from '../../board-sim/index.js';
import { event, kinds, setUp, tearDown, until, type FiveBench, type FiveBoardUnderTest } from './harness/five-bench.js';

const TMP102 = 0x4a;
const MEMORY = 0x3c;

/** Whether the LED has pulses of a width and a period, to two microseconds. */
function pulsing(under: FiveBoardUnderTest, highS: number, periodS: number): boolean {
  const pulses = under.pulses();
  return pulses !== undefined && Math.abs(pulses.highS - highS) < 2e-6 && Math.abs(pulses.periodS - periodS) < 2e-6;
}

describe.each(kinds)('johnny-five on %s', (_kind, make) => {
  afterEach(tearDown);

  it('blinks the lamp, and dims it', async () => {
    const { five, board, under } = await setUp(make);
    const led = new five.Led({ pin: 'STATUS', board });
    led.blink(20);
    for (const lit of [true, false, true]) await until(() => under.lit() === lit);
    led.stop().off();
    await until(() => !under.lit());
    led.brightness(51);
    // One millisecond, a fifth of it lit.
    await until(() => pulsing(under, 2e-4, 1e-3));
  });

  it('switches a relay', async () => {
    const { five, board, io, under } = await setUp(make);
    const relay = new five.Relay({ pin: 'AUX2', board });
    relay.close();
    await io.flush();
    expect([under.header.driven(2), under.header.level(2)]).toEqual([true, 1]);
    relay.open();
    await io.flush();
    expect([under.header.driven(2), under.header.level(2)]).toEqual([true, 0]);
  });

  it('hears the interlock as a switch', async () => {
    const { five, board, under } = await setUp(make);
    const loop = new five.Switch({ pin: 'FAULT', board });
    await event(loop, 'close');
    expect(loop.isClosed).toBe(true);
    under.setInterlock(false);
    await event(loop, 'open');
    expect(loop.isOpen).toBe(true);
    under.setInterlock(true);
    await event(loop, 'close');
  });

  it('hears a button', async () => {
    const { five, board, under } = await setUp(make);
    const button = new five.Button({ pin: 'AUX0', isPullup: true, board });
    under.header.setLevel(0, 0);
    await event(button, 'down');
    under.header.setLevel(0, 1);
    await event(button, 'up');
    expect(under.header.driven(0)).toBe(false);
  });

  it('reads a voltage in millivolts, twelve bits of them', async () => {
    const { five, board, under } = await setUp(make, { inputsV: [1.234] });
    expect(board.RESOLUTION.ADC).toBe(4095);
    const sensor = new five.Sensor({ pin: 'A0', freq: 20, board });
    await until(() => sensor.value === 1234);
    expect(sensor.fscaleTo(0, 4.095)).toBeCloseTo(1.234, 3);
    under.header.setVoltage(0, 3.3);
    await until(() => sensor.value === 3300);
    sensor.disable();
  });

  it('reads a thermometer on the bus, by the stock controller and by one of our own', async () => {
    const { five, board } = await setUp(make, { devices: [{ kind: 'tmp102', address: TMP102, celsius: 25.5 }] });
    const stock = new five.Thermometer({ controller: 'TMP102', address: TMP102, freq: 20, board });
    const own = new five.Thermometer({
      controller: {
        initialize: {
          value: (_options: unknown, tell: (raw: number) => void) => {
            board.i2cConfig({ address: TMP102 }).i2cRead(TMP102, 0, 2, ([high, low]) => tell((high! << 8) | low!));
          },
        },
        toCelsius: { value: (raw: number) => raw / 256 },
      },
      freq: 20,
      board,
    });
    await until(() => stock.celsius === 25.5 && own.celsius === 25.5);
    expect(stock.fahrenheit).toBeCloseTo(77.9, 6);
  });

  it('turns a servo', async () => {
    const { five, board, under } = await setUp(make);
    const servo = new five.Servo({ pin: 'LED', board });
    for (const [degrees, micros] of [
      [90, 1500],
      [0, 600],
      [180, 2400],
    ] as const) {
      servo.to(degrees);
      await until(() => pulsing(under, micros / 1e6, 0.02));
    }
    // Below 544 a value is an angle.
    board.servoWrite('LED', 90);
    await until(() => pulsing(under, 1472e-6, 0.02));
  });

  it('sets an analog output, which a Led takes for a dimmer', async () => {
    const { five, board, io, under } = await setUp(make);
    io.dacWrite('OUT0', 2048);
    const led = new five.Led({ pin: 'OUT1', board });
    led.brightness(51);
    await io.flush();
    expect(under.header.outputV(0)).toBeCloseTo((2048 / 4095) * 2.5, 4);
    expect(under.header.outputV(1)).toBeCloseTo(0.5, 4);
    expect(io.pins[12]!.value).toBe(2048);
  });

  it('writes and reads devices on the bus', async () => {
    const { board, under, errors } = await setUp(make);
    const memory = new RegisterMemory(16);
    under.header.attach(MEMORY, memory);
    board.i2cConfig({ address: MEMORY });
    board.i2cWrite(MEMORY, 4, [10, 20]).i2cWrite(MEMORY, [6, 30]).i2cWriteReg(MEMORY, 7, 40);
    const read = (count: number): Promise<number[]> =>
      new Promise((resolve) => board.i2cReadOnce(MEMORY, 4, count, resolve));
    expect(await read(4)).toEqual([10, 20, 30, 40]);
    const bare = new Promise<number[]>((resolve) => board.i2cReadOnce(MEMORY, 2, resolve));
    expect(await bare).toEqual([0, 0]);
    const seen: number[] = [];
    board.i2cRead(MEMORY, 5, 1, ([byte]) => seen.push(byte!));
    await until(() => seen.length > 2);
    memory.bytes[5] = 77;
    await until(() => seen.at(-1) === 77);
    expect([seen[0], errors]).toEqual([20, []]);
  });

  it('reads more than the board has streams for', async () => {
    const { five, board, under, steady } = await setUp(make, { inputsV: [0.1, 0.2, 0.3, 0.4] });
    const sensors = [0, 1, 2, 3].map((k) => new five.Sensor({ pin: `A${k}`, freq: 20, board }));
    const button = new five.Button({ pin: 'AUX1', isPullup: true, board });
    await until(() => sensors.every(({ value }, k) => value === 100 * (k + 1)));
    under.header.setLevel(1, 0);
    await event(button, 'down');
    // What is left is enough for the array.
    const telemetry = steady.current().telemetry({ periodMs: 20 })[Symbol.asyncIterator]();
    expect((await telemetry.next()).done).toBe(false);
    await telemetry.return?.();
  });

  it('names pins that there are not, modes that they have not, and devices that are not there', async () => {
    const bench = await setUp(make);
    const { five, board, errors } = bench;
    expect(() => new five.Led({ pin: 'D99', board })).toThrow(/^pin must be one of AUX0, .*got "D99"/);
    expect(() => new five.Sensor({ pin: 'AUX0', board })).toThrow(
      'AUX0 has no mode ANALOG; it is input, input-pullup, output',
    );
    expect(() => new five.Led({ pin: 'INTERLOCK', board })).toThrow('INTERLOCK has no mode OUTPUT');
    expect(() => bench.io.dacWrite('LED', 1)).toThrow('LED is no analog output');
    expect(() => board.samplingInterval(1)).toThrow('sampling interval must be 5 to 3600000 ms, got 1');
    board.i2cWrite(0x60, [1]);
    await until(() => errors.length === 1);
    expect(errors[0]).toBeInstanceOf(HardwareError);
    board.i2cWrite(0x48, [1]);
    await until(() => errors.length === 2);
    expect(errors[1]).toBeInstanceOf(LimitError);
    board.i2cRead(0x60, 1, () => undefined);
    await until(() => errors.length === 3);
    expect(errors[2]).toBeInstanceOf(HardwareError);
  });

  it('tells when the board is unplugged, and goes on as it was when it is back', async () => {
    const bench: FiveBench = await setUp(make, { inputsV: [1] });
    const { five, board, io, cable, under, errors } = bench;
    const relay = new five.Relay({ pin: 'AUX2', board });
    const led = new five.Led({ pin: 'LED', board });
    const sensor = new five.Sensor({ pin: 'A0', freq: 20, board });
    relay.close();
    io.dacWrite('OUT0', 4095);
    led.brightness(128);
    await until(() => sensor.value === 1000);
    await io.flush();
    const away = event(board, 'disconnect');
    cable.unplug();
    await away;
    under.powerCycle();
    expect(under.header.outputV(0)).not.toBeCloseTo(2.5, 1);
    // What is asked for meanwhile is done afterwards.
    io.dacWrite('OUT1', 2048);
    relay.open();
    under.header.setVoltage(0, 2);
    const back = event(board, 'reconnect');
    cable.plug();
    await back;
    await io.flush();
    expect([under.header.driven(2), under.header.level(2)]).toEqual([true, 0]);
    expect(under.header.outputV(0)).toBeCloseTo(2.5, 3);
    expect(under.header.outputV(1)).toBeCloseTo((2048 / 4095) * 2.5, 4);
    await until(() => sensor.value === 2000);
    await until(() => under.lit());
    expect(five.Board.cache.filter((other) => other === board).length).toBe(1);
    expect(errors).toEqual([]);
  });

  it('takes no other board for its own', async () => {
    const { board, errors, steady, cable, under } = await setUp(make);
    const other = make({}, 4);
    const away = event(board, 'disconnect');
    cable.unplug();
    await away;
    cable.plug(other.endpoint);
    const before = cable.attempts;
    await until(() => cable.attempts > before + 1);
    expect([steady.board, errors]).toEqual([undefined, []]);
    const back = event(board, 'reconnect');
    cable.plug(under.endpoint);
    await back;
    expect(steady.current().identity.serial).toBe(steady.serial);
  });
});
