/**
 * What a host may do to the firmware's USB driver besides talking to it, with the echo image on the strict emulated chip: halts, suspension,
 * resets of the bus in the midst of a stream, other configurations. Nothing of it has run on silicon.
 */
import { describe, expect, it } from 'vitest';
import { Machine } from '../../board-sim/emulator/machine.js';
import { controlNow, enumerate, setupPacket } from '../../board-sim/emulator/usb/enumerate.js';
import type { TransferResult } from '../../board-sim/emulator/usb/transfer.js';
import { buildFlash } from './harness/bringup-board.js';

const built = buildFlash('echo');
if (built === undefined) console.log('skipped: the USB driver of the firmware, for want of arm-none-eabi-gcc');
const [IN, OUT] = [0x81, 0x01];
const setHalt = (endpoint: number): Uint8Array => setupPacket(0x02, 3, 0, endpoint, 0);
const clearHalt = (endpoint: number): Uint8Array => setupPacket(0x02, 1, 0, endpoint, 0);
const getStatus = (endpoint: number): Uint8Array => setupPacket(0x82, 0, 0, endpoint, 2);
const setConfiguration = (value: number): Uint8Array => setupPacket(0x00, 9, value, 0, 0);
const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, (_, k) => (k * 13 + length) & 0xff);

describe.skipIf(built === undefined)('USB driver of the firmware', () => {
  const flash = built ?? new Uint8Array(0);
  const start = (): Machine => {
    const machine = new Machine({ flash });
    enumerate(machine);
    return machine;
  };

  function transfer(machine: Machine, direction: 'in' | 'out', work: number | Uint8Array): TransferResult | undefined {
    let result: TransferResult | undefined;
    const id = machine.usb.submit(1, direction, work, (end) => (result = end));
    machine.run({ until: () => result !== undefined, maxNanos: 50e6 });
    if (result !== undefined) return result;
    machine.usb.cancel(id);
    return undefined;
  }
  /** Bytes there and back, with DATA0 and DATA1 in step. */
  function expectEcho(machine: Machine, length: number): void {
    expect(transfer(machine, 'out', bytes(length))?.status).toBe('ok');
    const got: number[] = [];
    while (got.length < length) {
      const result = transfer(machine, 'in', 16384);
      if (result === undefined) break;
      got.push(...result.data);
    }
    expect(Uint8Array.from(got)).toEqual(bytes(length));
    expect(machine.usb.counters.toggleErrors).toBe(0);
  }
  /** A stream both ways that is in full swing. `ends`: how transfers ended that did not just end with a short packet. */
  function stream(machine: Machine): { ends: string[]; cancel: () => void } {
    const ends: string[] = [];
    const note = ({ status }: TransferResult): void => void ends.push(status);
    const out = machine.usb.submit(1, 'out', bytes(60_000), note);
    const read = (): number =>
      machine.usb.submit(1, 'in', 16384, (result) => {
        if (result.status === 'ok') id = read();
        else note(result);
      });
    let id = read();
    machine.run({ maxNanos: 3.3e6 });
    const cancel = (): void => {
      for (const one of [id, out]) machine.usb.cancel(one);
      machine.run({ maxNanos: 100e3 }); // a packet that is on the wire is let through
    };
    return { ends, cancel };
  }

  it('halts one pipe when told to, says so, and begins with DATA0 when the halt is cleared', () => {
    const machine = start();
    expectEcho(machine, 65);
    for (const endpoint of [IN, OUT]) {
      const direction = endpoint === IN ? 'in' : 'out';
      expect([...controlNow(machine, getStatus(endpoint)).data]).toEqual([0, 0]);
      expect(controlNow(machine, setHalt(endpoint)).status).toBe('ok');
      expect([...controlNow(machine, getStatus(endpoint)).data]).toEqual([1, 0]);
      for (let k = 0; k < 2; k++)
        expect(transfer(machine, direction, endpoint === IN ? 64 : bytes(64))?.status).toBe('stall');
      expect(controlNow(machine, clearHalt(endpoint)).status).toBe('ok');
      expect([...controlNow(machine, getStatus(endpoint)).data]).toEqual([0, 0]);
      expectEcho(machine, 300);
    }
    expect(controlNow(machine, setHalt(0x82)).status).toBe('stall');
  });

  it('halts in the midst of a stream', () => {
    for (const endpoint of [IN, OUT]) {
      const machine = start();
      const { ends, cancel } = stream(machine);
      expect(controlNow(machine, setHalt(endpoint)).status).toBe('ok');
      machine.run({ maxNanos: 2e6 });
      expect(ends).toEqual(['stall']);
      cancel();
      for (const setup of [setupPacket(0x40, 1, 0, 0, 0), clearHalt(IN), clearHalt(OUT)])
        expect(controlNow(machine, setup).status).toBe('ok');
      expectEcho(machine, 1000);
    }
  });

  it('begins anew after a reset of the bus in the midst of a stream', () => {
    const machine = start();
    for (let k = 0; k < 3; k++) {
      const { ends } = stream(machine);
      machine.usb.reset();
      machine.run({ maxNanos: 1e6 });
      expect(ends).toEqual(['gone', 'gone']);
      enumerate(machine);
      expectEcho(machine, 1000);
    }
  });

  it('forgets a stream when it is suspended, and goes on when it is woken', () => {
    const machine = start();
    stream(machine).cancel();
    machine.usb.suspend();
    const before = machine.instructions;
    machine.run({ maxNanos: 300e6 });
    expect(machine.ended).toBeUndefined();
    expect(machine.instructions - before).toBeLessThan(20_000);
    machine.usb.resume();
    machine.run({ maxNanos: 30e6 });
    expect(machine.usb.state).toBe('active');
    expect(transfer(machine, 'in', 16384)).toBeUndefined();
    expectEcho(machine, 1000);
  });

  it('takes its configuration away and back', () => {
    const machine = start();
    expect(controlNow(machine, setConfiguration(0)).status).toBe('ok');
    expect([...controlNow(machine, setupPacket(0x80, 8, 0, 0, 1)).data]).toEqual([0]);
    expect(controlNow(machine, getStatus(IN)).status).toBe('stall');
    expect(controlNow(machine, setConfiguration(2)).status).toBe('stall');
    expect(controlNow(machine, setConfiguration(1)).status).toBe('ok');
    expectEcho(machine, 500);
    // The alternate setting there is: both toggles begin anew.
    expect(controlNow(machine, setupPacket(0x01, 11, 0, 0, 0)).status).toBe('ok');
    expectEcho(machine, 500);
  });
});
