/**
 * What may happen to the cable, to the pipes and to the host while the product image drives the array of an emulated board: each ends with the
 * parts at rest, and the next host finds a board that works. Nothing of it has run on silicon.
 */
import { describe, expect, it } from 'vitest';
import type { Machine } from '../../board-sim/emulator/machine.js';
import type { UsbHost } from '../../board-sim/emulator/usb/usb-host.js';
import { controlNow, enumerate, setupPacket } from '../../board-sim/emulator/usb/enumerate.js';
import type { Link } from '../../firmware-host/host/index.js';
import { multiply } from '../../firmware-host/host/multiply.js';
import { FrameType, encodeFrame, encodeRequest, spindrift } from '../../proto/index.js';
import { arm, errorOf, stateOf } from '../contract/bench.js';
import { header, memory } from './harness/eeprom-banks.js';
import { benchForEach, flowingBits, hasProduct, type ProductBench } from './harness/product-bench.js';

const { BoardState, FaultCode, RebootTarget, Status } = spindrift.v1;
const SAFE = BoardState.BOARD_STATE_SAFE;
const ARMED = BoardState.BOARD_STATE_ARMED;
const configure = (value: number): Uint8Array => setupPacket(0x00, 9, value, 0, 0);
/** From power to a firmware that has been seen by a host, s. */
const BOOT_S = 0.2;

describe.skipIf(!hasProduct)('faults of cable, pipes and host', () => {
  const set = benchForEach();

  /** The next host finds the drive off and can switch it on. @returns its link */
  async function nextHost(bench: ProductBench, latched = FaultCode.FAULT_CODE_UNSPECIFIED): Promise<Link> {
    const link = await bench.link();
    expect(await stateOf(link)).toMatchObject({ state: SAFE, fault: latched });
    bench.expectSafe();
    if (latched !== FaultCode.FAULT_CODE_UNSPECIFIED) {
      expect(String(await errorOf(arm(link)))).toContain(FaultCode[latched].replace('FAULT_CODE_', ''));
      bench.expectSafe();
      await link.call('clearFault', {}, 'clearFaultReply');
    }
    const configHash = await arm(link);
    expect((await stateOf(link)).state).toBe(ARMED);
    bench.expectEnabled();
    const shots = { plan: { shots: 16, rowMask: Uint8Array.of(1) } };
    const { count, ones } = await link.call('runShots', shots, 'runShotsReply', { configHash });
    expect(count).toBe(1024);
    // A fair pulse on 64 cells: five standard deviations of their spread are far within.
    expect(Math.abs(ones - 512)).toBeLessThan(200);
    return link;
  }

  it('a cable pulled in the midst of bits: another boot id, the junctions and the memory as they were', async () => {
    const eeprom = memory(header('SPD-0042'));
    const bench = set({ eeprom });
    const link = await bench.link();
    const { stream } = await flowingBits(bench, link);
    const { bootId } = link;
    const cells = bench.parts.array.unit.cells.state.slice();
    bench.board.powerCycle();
    // Without a single instruction of the firmware.
    expect([bench.parts.enabled, bench.parts.driven('COIL_EN'), bench.parts.rowSwitches.closed]).toEqual([
      false,
      0,
      [],
    ]);
    expect(await errorOf(stream.done)).toMatchObject({ code: 'BOARD_LOST' });
    await bench.pass(BOOT_S);
    bench.expectSafe();
    expect(bench.parts.array.unit.cells.state).toEqual(cells);
    const next = await nextHost(bench);
    expect(next.bootId).not.toBe(bootId);
    const { identity } = await next.call('getIdentity', {}, 'getIdentityReply');
    expect(identity?.serial).toBe('SPD-0042');
    expect(Buffer.compare(bench.parts.bus.eeprom.image(bench.board.clock.now() * 1e9), eeprom)).toBe(0);
  });

  it('a cable pulled in the midst of products', async () => {
    const bench = set();
    const link = await bench.link();
    const configHash = await arm(link);
    const [rows, cols, vectors] = [64, 64, 1000];
    const inputs = new Uint8Array(vectors * rows).fill(255);
    const plan = { tile: 0, inputBits: 8, columnMode: 'single', rows, cols, inputs } as const;
    const failure = errorOf(multiply(link, plan, configHash));
    // 171 µs each: a third of them.
    await bench.pass(0.06);
    expect(bench.parts.rowSwitches.closed.length).toBe(rows);
    bench.expectEnabled();
    bench.board.powerCycle();
    expect(await failure).toMatchObject({ code: 'BOARD_LOST' });
    expect(bench.parts.enabled).toBe(false);
    await bench.pass(BOOT_S);
    bench.expectSafe();
    await nextHost(bench);
  });

  it.each([
    ['IN', 0x81],
    ['OUT', 0x01],
  ])('a pipe (%s) that is halted in the midst of bits: the host is gone, and missed', async (_name, endpoint) => {
    const bench = set();
    const link = await bench.link({ hostSilenceMs: 300 });
    const { stream } = await flowingBits(bench, link);
    bench.board.machine.usb.submitControl(setupPacket(0x02, 3, 0, endpoint, 0), new Uint8Array(0), () => undefined);
    expect(await errorOf(stream.done)).toMatchObject({ code: 'BOARD_LOST' });
    await bench.pass(0.31);
    bench.expectSafe();
    await nextHost(bench, FaultCode.FAULT_CODE_HOST_SILENCE);
  });

  it('a pipe that is halted, and a host that opens the board at once: LINK_RESET makes it safe without a fault', async () => {
    const bench = set();
    const { stream } = await flowingBits(bench, await bench.link());
    bench.board.machine.usb.submitControl(setupPacket(0x02, 3, 0, 0x81, 0), new Uint8Array(0), () => undefined);
    await errorOf(stream.done);
    await nextHost(bench);
  });

  it('a host that talks rubbish for good: the firmware goes safe and halts the pipes until the next host', async () => {
    const bench = set();
    const link = await bench.link();
    const { stream } = await flowingBits(bench, link);
    // Headers in order and payloads that are not: 64 of them in a row.
    const frame = encodeFrame(FrameType.CONTROL_TO_DEVICE, encodeRequest({ id: 77, body: 'arm', arm: {} }));
    frame[frame.length - 5]! ^= 1;
    for (let k = 0; k < 64; k++) link.send(frame.slice());
    expect(await errorOf(stream.done)).toMatchObject({
      name: expect.stringMatching(/AbortError|BoardLostError/) as string,
    });
    await bench.pass(0.02);
    expect(String(link.failure)).toContain('STALL');
    bench.expectSafe();
    await nextHost(bench);
  });

  it('noise that is no frame at all is skipped', async () => {
    const bench = set();
    const link = await bench.link();
    await arm(link);
    for (let k = 0; k < 50; k++)
      link.send(Uint8Array.from({ length: 1000 }, (_, i) => (i * i * 31 + k * 7 + (i >> 3)) & 0xff));
    expect((await stateOf(link)).state).toBe(ARMED);
    bench.expectEnabled();
  });

  it('a damaged frame is counted, does nothing, and leaves a stream alone', async () => {
    const bench = set();
    const link = await bench.link();
    const { configHash } = await stateOf(link);
    const badFrames = async (): Promise<number> => {
      let bad: number | undefined;
      await new Promise((resolve, reject) =>
        link.exchange(
          'openTelemetry',
          { periodMs: 20, count: 1 },
          {},
          {
            onReply: () => undefined,
            onEnd: (reply) => resolve((bad = reply.body === 'telemetry' ? reply.telemetry.link?.badFrames : undefined)),
            onError: reject,
          },
        ),
      );
      return bad!;
    };
    const before = await badFrames();
    const damaged = (id: number, at: (length: number) => number): Uint8Array => {
      const frame = encodeFrame(FrameType.CONTROL_TO_DEVICE, encodeRequest({ id, configHash, body: 'arm', arm: {} }));
      frame[at(frame.length)]! ^= 0x10;
      return frame;
    };
    // In the payload, in its check, in the header's check.
    for (const at of [(n: number) => n - 6, (n: number) => n - 1, () => 6]) link.send(damaged(900, at));
    await bench.pass(0.02);
    expect((await stateOf(link)).state).toBe(SAFE);
    bench.expectSafe();
    expect((await badFrames()) - before).toBe(3);

    const running = await flowingBits(bench, link);
    link.send(damaged(901, (n) => n - 6));
    const blocks = running.blocks();
    while (running.blocks() < blocks + 20) await bench.pass(0.002);
    expect(running.stream.reader.missing).toBe(0);
    running.stream.close();
    await running.stream.done;
    expect((await badFrames()) - before).toBe(4);
  });

  it('a host that hangs while bits flow: HOST_SILENCE', async () => {
    const bench = set();
    const raw = await bench.raw({ hostSilenceMs: 400 });
    const configHash = await raw.arm();
    const id = raw.request({ configHash, body: 'openBits', openBits: { blockBytes: 1024 } });
    raw.notify({ body: 'streamCredit', streamCredit: { streamId: id, blocks: 100_000 } });
    // From here on the host says nothing.
    await raw.blocksOf(2);
    await bench.pass(0.39);
    const blocks = raw.blocks.length;
    expect(blocks).toBeGreaterThan(50);
    bench.expectEnabled();
    await bench.pass(0.03);
    bench.expectSafe();
    const event = raw.replies.find((reply) => reply.body === 'fault');
    expect(event).toMatchObject({ fault: { code: FaultCode.FAULT_CODE_HOST_SILENCE, limit: 400 } });
    expect(await raw.final(id)).toMatchObject({ status: Status.STATUS_CANCELLED });
    await raw.close();
    await nextHost(bench, FaultCode.FAULT_CODE_HOST_SILENCE);
  });

  it('a computer that goes to sleep in the midst of bits', async () => {
    const bench = set();
    const link = await bench.link();
    await flowingBits(bench, link);
    const { usb } = bench.board.machine;
    usb.suspend();
    // Three milliseconds without a frame are a suspension; the rest is the main loop's.
    await bench.pass(0.006);
    bench.expectSafe();
    await bench.pass(0.5);
    bench.expectSafe();
    usb.resume();
    await bench.pass(0.03);
    await link.close();
    await nextHost(bench);
  });

  it.each([
    ['resets the bus', (usb: UsbHost): void => usb.reset(), enumerate],
    [
      'takes the configuration away',
      (usb: UsbHost): void => void usb.submitControl(configure(0), new Uint8Array(0), () => undefined),
      (machine: Machine): unknown => controlNow(machine, configure(1)),
    ],
  ] as const)('a computer that %s in the midst of bits', async (_what, act, takeBack) => {
    const bench = set();
    const link = await bench.link();
    await flowingBits(bench, link);
    act(bench.board.machine.usb);
    await bench.pass(0.004);
    bench.expectSafe();
    await bench.pass(0.02);
    await bench.close();
    takeBack(bench.board.machine);
    await nextHost(bench);
  });

  it.each([
    ['hangs with its interrupts on', 'cpsie'],
    ['hangs with its interrupts off', 'cpsid'],
  ])('a firmware that %s in the midst of bits: the watchdog resets it, and says so', async (_what, how) => {
    const bench = set();
    const link = await bench.link();
    const { stream } = await flowingBits(bench, link);
    const { chip } = bench.board.machine;
    const { bootId } = link;
    // An endless loop at the end of the memory, where the stack begins: b .
    const LOOP = 0x20041ff0;
    chip.writeUint16(LOOP, 0xe7fe);
    chip.core.PM = how === 'cpsid';
    chip.core.PC = LOOP;
    chip.core.waiting = false;
    await bench.pass(0.105);
    expect(await errorOf(stream.done)).toMatchObject({ code: 'BOARD_LOST' });
    expect(String(link.failure)).toContain('watchdog');
    // The pads are at their pulls, whatever the firmware does next.
    expect([bench.parts.enabled, bench.parts.driven('COIL_EN')]).toEqual([false, 0]);
    await bench.pass(BOOT_S);
    bench.expectSafe();
    expect(bench.board.starts).toBe(2);
    const next = await nextHost(bench, FaultCode.FAULT_CODE_WATCHDOG);
    expect(next.bootId).not.toBe(bootId);
  });

  it('a restart that was asked for is no fault', async () => {
    const bench = set();
    const link = await bench.link();
    await arm(link);
    await link.call('reboot', { target: RebootTarget.REBOOT_TARGET_APP, confirm: link.bootId }, 'rebootReply');
    await bench.pass(BOOT_S);
    bench.expectSafe();
    expect(bench.board.starts).toBe(2);
    await nextHost(bench);
  });
});
