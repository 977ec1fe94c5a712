/**
 * The platform half of the firmware, with an application that only echoes, on the strict emulated chip: what rp2040js and our own model of the
 * USB controller accept. Nothing of it has run on silicon.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readFirmwareImage } from '../../board-sim/emulator/image/firmware-image.js';
import { Machine } from '../../board-sim/emulator/machine.js';
import { wireBoard } from '../../board-sim/emulator/wire-board.js';
import { BoardParts, DacChannel, VMID_V } from '../../board-sim/parts/index.js';
import { PinDriver } from '../../board-sim/parts/testing/pin-driver.js';
import type { TransferResult } from '../../board-sim/emulator/usb/transfer.js';
import { controlNow, enumerate, setupPacket } from '../../board-sim/emulator/usb/enumerate.js';

const hasCompiler = spawnSync('arm-none-eabi-gcc', ['--version']).status === 0;
if (!hasCompiler) console.log('skipped: the firmware on the emulated chip, for want of arm-none-eabi-gcc');
const out = mkdtempSync(join(tmpdir(), 'spindrift-echo-'));
afterAll(() => rmSync(out, { recursive: true }));

const LINK_RESET = setupPacket(0x40, 1, 0, 0, 0);
const clearHalt = (endpoint: number): Uint8Array => setupPacket(0x02, 1, 0, endpoint, 0);
const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, (_, k) => (k * 13 + length) & 0xff);

function build(): Uint8Array {
  const script = fileURLToPath(new URL('../../scripts/build-firmware.mjs', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, '--application', 'echo', '--out', out], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return readFirmwareImage(readFileSync(join(out, 'firmware.uf2')));
}

describe.skipIf(!hasCompiler)('platform of the firmware', () => {
  const flash = hasCompiler ? build() : new Uint8Array(0);
  const start = (): Machine => new Machine({ flash });

  function transfer(machine: Machine, direction: 'in' | 'out', work: number | Uint8Array): TransferResult | undefined {
    let result: TransferResult | undefined;
    const id = machine.usb.submit(1, direction, work, (end) => (result = end));
    machine.run({ until: () => result !== undefined, maxNanos: 100e6 });
    if (result !== undefined) return result;
    machine.usb.cancel(id);
    return undefined;
  }
  function readBack(machine: Machine, length: number): Uint8Array {
    const got: number[] = [];
    while (got.length < length) {
      const result = transfer(machine, 'in', 16384);
      if (result === undefined) break;
      got.push(...result.data);
    }
    return Uint8Array.from(got);
  }

  it('enumerates, and answers its own requests and no others', () => {
    const machine = start();
    const found = enumerate(machine);
    expect([found.manufacturer, found.product, found.serial]).toEqual([
      'Spindrift',
      'Spindrift emulator',
      'UNPROVISIONED',
    ]);
    expect([...found.device]).toEqual([18, 1, 0x10, 2, 0, 0, 0, 64, 0x09, 0x12, 1, 0, 0x10, 0, 1, 2, 3, 1]);
    expect([found.configuration.length, found.configuration[8]]).toEqual([32, 250]);
    const bos = controlNow(machine, setupPacket(0x80, 6, 15 << 8, 0, 255));
    expect([bos.data.length, bos.data[4], bos.data[29], bos.data[31]]).toEqual([57, 2, 162, 0x20]);
    const { data } = controlNow(machine, setupPacket(0xc0, 0x20, 0, 7, 255));
    expect(data.length).toBe(162);
    expect(new TextDecoder('utf-16le').decode(data.subarray(82))).toBe('{567EDF93-16FD-4EFD-9F79-66B0D67186BC}\0\0');
    expect(controlNow(machine, setupPacket(0xc0, 0x21, 1, 2, 255)).status).toBe('stall');
    expect(controlNow(machine, setupPacket(0x80, 6, 6 << 8, 0, 10)).status).toBe('stall');
    expect(controlNow(machine, LINK_RESET).status).toBe('ok');
  });

  it('returns what it is sent, and ends each burst short', () => {
    const machine = start();
    enumerate(machine);
    for (const length of [1, 63, 64, 65, 128, 1000, 4096]) {
      expect(transfer(machine, 'out', bytes(length))?.status).toBe('ok');
      expect(readBack(machine, length)).toEqual(bytes(length));
    }
    expect(machine.usb.counters.toggleErrors).toBe(0);
  });

  it('lets the host wait while nobody reads, and loses nothing', () => {
    const machine = start();
    enumerate(machine);
    let sent = false;
    machine.usb.submit(1, 'out', bytes(40_000), () => (sent = true));
    machine.run({ maxNanos: 200e6 });
    expect(sent).toBe(false);
    expect(readBack(machine, 40_000)).toEqual(bytes(40_000));
    expect(sent).toBe(true);
  });

  it('drops both queues at LINK_RESET, and begins anew with DATA0 after the halts are cleared', () => {
    const machine = start();
    enumerate(machine);
    transfer(machine, 'out', bytes(5000));
    for (const setup of [LINK_RESET, clearHalt(0x81), clearHalt(0x01)])
      expect(controlNow(machine, setup).status).toBe('ok');
    expect(transfer(machine, 'in', 16384)).toBeUndefined();
    transfer(machine, 'out', bytes(100));
    expect(readBack(machine, 100)).toEqual(bytes(100));
    expect(machine.usb.counters.toggleErrors).toBe(0);
  });

  it('keeps step with the controller when LINK_RESET meets packets on the wire', () => {
    const machine = start();
    enumerate(machine);
    const ids = [
      machine.usb.submit(1, 'in', 1 << 20, () => undefined),
      machine.usb.submit(1, 'out', bytes(60_000), () => undefined),
    ];
    machine.run({ maxNanos: 3e6 });
    expect(controlNow(machine, LINK_RESET).status).toBe('ok');
    for (const id of ids) machine.usb.cancel(id);
    machine.run({ maxNanos: 2e6 });
    for (const setup of [LINK_RESET, clearHalt(0x81), clearHalt(0x01)])
      expect(controlNow(machine, setup).status).toBe('ok');
    expect(transfer(machine, 'out', bytes(300))?.status).toBe('ok');
    expect(readBack(machine, 300)).toEqual(bytes(300));
    expect(machine.usb.counters.toggleErrors).toBe(0);
  });

  it('puts the serial chains to rest before it appears on USB', () => {
    const machine = start();
    const frames: [number[], number[]] = [[], []];
    machine.spi.forEach((port, bus) => port.attach((word) => (frames[bus as 0 | 1].push(word), 0)));
    machine.run({ until: () => machine.usb.state !== 'detached', maxNanos: 1e9 });
    expect(frames[0]).toEqual(new Array<number>(6 + 4).fill(0));
    expect(frames[1]).toEqual([8, 0, 0, 9, 0x80, 0, 11, 0x80, 0]);
  });

  it('leaves the chips of a board at rest, whatever they held', () => {
    const trouble: string[] = [];
    const parts = new BoardParts({ scenario: 'typical', onTrouble: (message) => trouble.push(message) });
    const before = new PinDriver(parts);
    before.prepare({ rows: 5n });
    expect([parts.enabled, parts.rowSwitches.closed.length, parts.columns.on.length]).toEqual([true, 2, 64]);
    // The chip is reset alone: its pins fall to their pulls, the other chips keep what they hold.
    parts.releasePins(before.nanos);
    const machine = start();
    wireBoard(machine, parts, before.nanos);
    machine.run({ until: () => machine.usb.state !== 'detached', maxNanos: 1e9 });
    expect([parts.enabled, parts.rowSwitches.closed]).toEqual([false, []]);
    const volts = [DacChannel.vAmp, DacChannel.vRead, DacChannel.coil].map((channel) =>
      parts.dac.settledVolts(channel),
    );
    expect(volts).toEqual([0, VMID_V, VMID_V]);
    // The column enables are low as long as the array is disabled; what they would show is nothing, too.
    before.nanos += machine.nanos;
    before.set('ARRAY_EN', 1);
    expect(parts.columns.on).toEqual([]);
    expect(trouble).toEqual([]);
  });

  it('feeds the watchdog and sleeps meanwhile', () => {
    const machine = start();
    enumerate(machine);
    const before = machine.instructions;
    machine.run({ maxNanos: 2e9 });
    expect(machine.ended).toBeUndefined();
    // Waking 40 times a second, and at each frame's interrupt at most: far below what spinning takes.
    expect(machine.instructions - before).toBeLessThan(200_000);
  });
});
