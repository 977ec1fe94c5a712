// The controller and the bus, worked by a driver that knows only registers.
import { describe, expect, it } from 'vitest';
import type { Machine } from '../machine.js';
import { type ControlAnswer, UsbDriver, usbMachine } from '../testing/usb-driver.js';
import { controlNow, enumerate, setupPacket } from './enumerate.js';
import type { TransferResult } from './transfer.js';

const DEVICE = Uint8Array.of(18, 1, 0, 2, 0, 0, 0, 64, 9, 0x12, 1, 0, 0, 1, 1, 2, 3, 1);
const CONFIGURATION = Uint8Array.from({ length: 100 }, (_, k) => (k === 2 ? 100 : k === 5 ? 1 : k));
const text = (value: string): Uint8Array => Uint8Array.of(2 + 2 * value.length, 3, ...Buffer.from(value, 'utf16le'));

/** Knows the descriptors, and refuses request 0x55. */
function descriptors([, request, index, type]: Uint8Array): ControlAnswer {
  if (request !== 6) return request === 0x55 ? 'stall' : 'ok';
  return type === 1 ? DEVICE : type === 2 ? CONFIGURATION : text(['', 'Maker', 'Thing', '1234'][index!]!);
}

function bench(options: { double?: boolean } = {}): { machine: Machine; driver: UsbDriver } {
  const machine = usbMachine();
  const driver = new UsbDriver(machine, options);
  driver.answer = descriptors;
  enumerate(machine);
  return { machine, driver };
}

/** Runs until a transfer is over. */
function transfer(
  machine: Machine,
  direction: 'in' | 'out',
  work: number | Uint8Array,
  maxNanos = 1e9,
): TransferResult | undefined {
  let result: TransferResult | undefined;
  machine.usb.submit(1, direction, work, (end) => (result = end));
  machine.run({ until: () => result !== undefined, maxNanos });
  return result;
}
const packet = (seed: number, length = 64): Uint8Array => Uint8Array.from({ length }, (_, k) => (seed * 7 + k) & 0xff);

describe('attachment', () => {
  it('debounces, resets, and the device is then at address 0', () => {
    const machine = usbMachine();
    const driver = new UsbDriver(machine, { pullUp: false });
    const states: string[] = [];
    machine.usb.onState((state) => states.push(`${state} ${(machine.nanos / 1e6).toFixed(0)}`));
    expect(machine.usb.state).toBe('detached');
    const begin = machine.nanos / 1e6;
    driver.pullUp(true);
    machine.run({ maxNanos: 120e6 });
    const at = (ms: number): string => (begin + ms).toFixed(0);
    expect(states).toEqual([`debouncing ${at(0)}`, `resetting ${at(100)}`, `active ${at(110)}`]);
    // Between connection and reset the bus is idle: a device sees that as suspend.
    expect(driver.events).toEqual(['suspend', 'reset']);
    expect(machine.usb.counters.frames).toBeGreaterThanOrEqual(9);
    let gone = 0;
    machine.usb.onDetach(() => gone++);
    driver.pullUp(false);
    expect([machine.usb.state, gone]).toEqual(['detached', 1]);
  });

  it('enumerates: descriptors of several packets, address after the status stage', () => {
    const machine = usbMachine();
    const driver = new UsbDriver(machine);
    driver.answer = descriptors;
    const found = enumerate(machine);
    expect(found).toEqual({
      device: DEVICE,
      configuration: CONFIGURATION,
      manufacturer: 'Maker',
      product: 'Thing',
      serial: '1234',
    });
    expect([machine.usb.address, machine.usb.deviceAddress]).toEqual([1, 1]);
    expect(driver.requests.map((setup) => setup[1])).toEqual([6, 5, 6, 6, 6, 6, 6, 6, 9]);
  });

  it('a device that takes its address too early does not answer the status stage', () => {
    const machine = usbMachine();
    const driver = new UsbDriver(machine);
    driver.answer = (setup) => {
      if (setup[1] === 5) driver.write(0x50110000, setup[2]!);
      return setup[1] === 6 ? DEVICE : 'ok';
    };
    expect(() => enumerate(machine)).toThrow(/silent/);
  });

  it('suspends after 3 ms without frames, and wakes', () => {
    const { machine, driver } = bench();
    driver.events.length = 0;
    machine.usb.suspend();
    machine.run({ maxNanos: 2.9e6 });
    expect(driver.events).toEqual([]);
    machine.run({ maxNanos: 0.2e6 });
    expect(driver.events).toEqual(['suspend']);
    machine.usb.resume();
    machine.run({ maxNanos: 25e6 });
    expect(driver.events).toEqual(['suspend', 'resume']);
    expect(transfer(machine, 'out', packet(1))?.status).toBe('ok');
  });

  it('a reset ends what is queued', () => {
    const { machine } = bench();
    const ends: string[] = [];
    machine.usb.submit(1, 'in', 64, ({ status }) => ends.push(status));
    machine.usb.submitControl(setupPacket(0x40, 1, 0, 0, 0), new Uint8Array(0), ({ status }) => ends.push(status));
    machine.usb.reset();
    expect(ends.sort()).toEqual(['gone', 'gone']);
    expect(machine.usb.address).toBe(0);
  });
});

describe('endpoint 0', () => {
  it('stalls what the firmware refuses, and the next SETUP ends the stall', () => {
    const { machine } = bench();
    expect(controlNow(machine, setupPacket(0xc0, 0x55, 0, 0, 8)).status).toBe('stall');
    expect(controlNow(machine, setupPacket(0x80, 6, 0x100, 0, 18)).data).toEqual(DEVICE);
    expect(machine.usb.counters.stalls).toBe(1);
  });

  it('sends data after the request, and cuts replies to what was asked', () => {
    const { machine, driver } = bench();
    expect(controlNow(machine, setupPacket(0x40, 2, 0, 0, 5), packet(3, 5)).status).toBe('ok');
    expect(driver.controlData).toEqual([packet(3, 5)]);
    expect(controlNow(machine, setupPacket(0x80, 6, 0x200, 0, 9)).data).toEqual(CONFIGURATION.subarray(0, 9));
    expect(() => machine.usb.submitControl(setupPacket(0x40, 2, 0, 0, 5), packet(3, 4), () => undefined)).toThrow(
      RangeError,
    );
  });

  it('is a promise too', async () => {
    const { machine } = bench();
    const good = machine.usb.control(setupPacket(0x80, 6, 0x100, 0, 18));
    const bad = machine.usb.control(setupPacket(0xc0, 0x55, 0, 0, 8));
    machine.run({ maxNanos: 10e6 });
    expect(await good).toEqual(DEVICE);
    await expect(bad).rejects.toThrow(/stall/);
  });
});

describe('bulk endpoints', () => {
  it('IN waits for the firmware, OUT for its room: nothing is lost', () => {
    const { machine, driver } = bench();
    driver.onReceived = () => false;
    expect(transfer(machine, 'out', packet(1))?.actual).toBe(64);
    expect(transfer(machine, 'out', packet(2), 50e6)).toBeUndefined();
    expect(driver.received).toEqual([packet(1)]);
    const before = machine.usb.counters.naks;
    machine.run({ maxNanos: 50e6 });
    // Refused once, it is not asked again until the firmware has something new.
    expect(machine.usb.counters.naks).toBe(before);
    driver.takeNext();
    machine.run({ maxNanos: 1e6 });
    expect(driver.received[1]).toEqual(packet(2));
    const later = machine.clock.createAlarm(() => driver.send(packet(9, 10)));
    later.schedule(20e6);
    expect(transfer(machine, 'in', 512)).toEqual({ status: 'ok', data: packet(9, 10), actual: 10 });
  });

  it('a transfer ends full, with a short packet or with an empty one', () => {
    const { machine, driver } = bench();
    const queue = [packet(1), packet(2), packet(3), new Uint8Array(0), packet(5, 7)];
    driver.onSent = () => {
      const next = queue.shift();
      if (next) driver.send(next);
    };
    driver.onSent();
    expect(transfer(machine, 'in', 128)?.data).toEqual(Uint8Array.of(...packet(1), ...packet(2)));
    expect(transfer(machine, 'in', 4096)?.data).toEqual(packet(3));
    expect(transfer(machine, 'in', 4096)?.data).toEqual(packet(5, 7));
    driver.send(packet(6));
    expect(transfer(machine, 'in', 32)).toEqual({ status: 'overflow', data: packet(6).subarray(0, 32), actual: 32 });
  });

  it.each([
    // A single buffer is found empty once a packet, which takes the time of two packets a frame.
    [false, 17],
    [true, 19],
  ])('carries at most 19 full packets a frame (double buffer: %s)', (double, most) => {
    const { machine, driver } = bench({ double });
    let [sent, acknowledged] = [0, 0];
    const fill = (): void => {
      while (sent - acknowledged < (double ? 2 : 1)) driver.send(packet(sent++));
    };
    driver.onSent = () => {
      acknowledged++;
      fill();
    };
    fill();
    const chunks: Uint8Array[] = [];
    const more = (): void => {
      machine.usb.submit(1, 'in', 16384, ({ data }) => {
        chunks.push(data);
        more();
      });
    };
    more();
    const begin = machine.nanos;
    machine.run({ until: () => chunks.length === 16, maxNanos: 1e9 });
    const rate = (16 * 16384) / ((machine.nanos - begin) / 1e9);
    expect(machine.usb.counters.mostBulkPerFrame).toBe(most);
    expect(rate).toBeLessThan(1.217e6);
    expect(rate).toBeGreaterThan(double ? 1.2e6 : 1.07e6);
    expect(machine.usb.counters.toggleErrors).toBe(0);
    chunks.forEach((chunk, k) => {
      for (let n = 0; n < 256; n++) expect(chunk[64 * n]).toBe(packet(256 * k + n)[0]);
    });
  });

  it('takes turns: an IN stream and an OUT stream share the frame', () => {
    const { machine, driver } = bench();
    let count = 0;
    driver.onSent = () => driver.send(packet(count++));
    driver.onSent();
    const got = { in: 0, out: 0 };
    const more = (direction: 'in' | 'out'): void => {
      machine.usb.submit(1, direction, direction === 'in' ? 64 : packet(got.out), () => {
        got[direction]++;
        more(direction);
      });
    };
    more('in');
    more('out');
    machine.run({ maxNanos: 100e6 });
    expect(machine.usb.counters.mostBulkPerFrame).toBeLessThanOrEqual(19);
    expect(got.in + got.out).toBeGreaterThan(1500);
    expect(Math.abs(got.in - got.out)).toBeLessThan(300);
    driver.received.forEach((data, k) => expect(data).toEqual(packet(k)));
  });

  it('stalls, until the host clears the halt and the toggle with it', () => {
    const { machine, driver } = bench();
    driver.send(packet(1));
    expect(transfer(machine, 'in', 64)?.status).toBe('ok');
    driver.stall(2);
    expect(transfer(machine, 'in', 64)?.status).toBe('stall');
    driver.configure();
    driver.send(packet(2));
    expect(controlNow(machine, setupPacket(0x02, 1, 0, 0x81, 0)).status).toBe('ok');
    expect(controlNow(machine, setupPacket(0x02, 1, 0, 0x01, 0)).status).toBe('ok');
    expect(transfer(machine, 'in', 64)?.data).toEqual(packet(2));
    expect(transfer(machine, 'out', packet(3))?.status).toBe('ok');
  });

  it('a wrong DATA0/DATA1 is found, both ways', () => {
    const wrongIn = bench();
    wrongIn.driver.arm(2, 0, 0x8000 | 0x2000 | 4);
    expect(() => transfer(wrongIn.machine, 'in', 64)).toThrow(/DATA1 on pipe 2 where DATA0 is expected/);
    const wrongOut = bench();
    transfer(wrongOut.machine, 'out', packet(1));
    // The room after the first is armed for DATA1; the host starts again at DATA0.
    controlNow(wrongOut.machine, setupPacket(0x02, 1, 0, 0x01, 0));
    expect(() => transfer(wrongOut.machine, 'out', packet(2))).toThrow(/DATA0 on pipe 3 where DATA1 is expected/);
    expect(wrongOut.machine.usb.counters.toggleErrors).toBe(1);
  });

  it('a cancelled transfer gives what had come, also in the middle of a packet', () => {
    const { machine, driver } = bench();
    const ends: TransferResult[] = [];
    const waiting = machine.usb.submit(1, 'in', 4096, (end) => ends.push(end));
    const behind = machine.usb.submit(1, 'in', 4096, (end) => ends.push(end));
    expect(machine.usb.cancel(behind)).toBe(true);
    expect(machine.usb.cancel(behind)).toBe(false);
    driver.send(packet(1));
    machine.run({ maxNanos: 1e6 });
    driver.onSent = () => undefined;
    driver.send(packet(2));
    // The second packet is on the wire for 51 µs after the host's next try.
    machine.run({ maxNanos: 20e3 });
    expect(machine.usb.cancel(waiting)).toBe(true);
    expect(ends.map(({ status }) => status)).toEqual(['cancelled']);
    machine.run({ maxNanos: 1e6 });
    expect(ends[1]).toEqual({ status: 'cancelled', data: Uint8Array.of(...packet(1), ...packet(2)), actual: 128 });
  });

  it('an abort is done when the packet on the wire is through', () => {
    const { machine, driver } = bench();
    const ABORT = 0x50110060;
    driver.write(ABORT, 1 << 2);
    expect(driver.read(ABORT + 4)).toBe(1 << 2);
    driver.write(ABORT, 0);
    driver.write(ABORT + 4, 1 << 2);
    driver.send(packet(1));
    let result: TransferResult | undefined;
    machine.usb.submit(1, 'in', 64, (end) => (result = end));
    machine.run({ maxNanos: 20e3 });
    driver.write(ABORT, 1 << 2);
    expect(driver.read(ABORT + 4)).toBe(0);
    machine.run({ until: () => result !== undefined, maxNanos: 1e6 });
    expect(driver.read(ABORT + 4)).toBe(1 << 2);
  });

  it('a packet longer than its buffer is a fault', () => {
    const { machine, driver } = bench();
    driver.onReceived = () => false;
    transfer(machine, 'out', packet(1));
    driver.arm(3, 0, 0x2000 | 16);
    expect(() => transfer(machine, 'out', packet(2))).toThrow(/64 bytes come for EP1 OUT, whose buffer takes 16/);
  });
});
