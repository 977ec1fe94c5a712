import { describe, expect, it } from 'vitest';
import { BoardAccessError, BoardBusyError, VirtualClock } from '../../base/index.js';
import { SimulatedUsbDevice, createSimulatedBoard } from '../../board-sim/index.js';
import type { Board } from './board.js';
import { openWebUsbBoard } from './open-web-usb.js';
import { reopenWebUsbBoard } from './reopen-web-usb.js';
import { settle } from './testing/fake-device.js';
import { FakeUsbMachine, type FakeWebUsb } from './testing/fake-web-usb.js';
import type { FakeWebUsbDevice } from './testing/fake-web-usb-device.js';

const SERIAL = 'SIM-typical-5-16x16';

interface Setup {
  readonly machine: FakeUsbMachine;
  readonly socket: SimulatedUsbDevice;
  readonly usb: FakeWebUsb;
  readonly device: FakeWebUsbDevice;
}

async function setup(): Promise<Setup> {
  const machine = new FakeUsbMachine();
  const board = createSimulatedBoard({ scenario: 'typical', seed: 5, rows: 16, cols: 16, tiles: 1 });
  const socket = new SimulatedUsbDevice(board, { speed: 'unpaced' });
  await machine.plug(socket);
  const usb = machine.page();
  return { machine, socket, usb, device: (await usb.getDevices())[0]! };
}

describe('taking a board again', () => {
  it('opens one that is there', async () => {
    const { usb } = await setup();
    const board = await reopenWebUsbBoard(SERIAL, { usb });
    expect((await board.getState()).state).toBe('safe');
    await board.close();
    expect(usb.listeners).toBe(0);
  });

  it.each([false, true])(
    'waits from the moment in which it is lost, when the browser still lists it (refused: %s)',
    async (refused) => {
      const { machine, socket, usb, device } = await setup();
      const board = await openWebUsbBoard(device, { usb });
      const clock = new VirtualClock();
      const listed: number[] = [];
      const again = new Promise<Board>((resolve, reject) => {
        board.on('lost', () => {
          // What Chromium says of a device whose node has vanished.
          device.denied = refused;
          usb.getDevices().then((devices) => listed.push(devices.length), reject);
          reopenWebUsbBoard(SERIAL, { usb, clock }).then(resolve, reject);
        });
      });
      machine.noticeTurns = 50;
      machine.unplug(socket);
      await new Promise((resolve) => board.on('lost', resolve));
      await settle(80);
      await machine.plug(socket);
      const back = await again;
      expect(listed).toEqual([1]);
      expect((await back.getState()).state).toBe('safe');
      await back.close();
      expect(usb.listeners).toBe(0);
      expect(clock.pending).toBe(0);
    },
  );

  it('says so when the board is there and may not be opened', async () => {
    const { usb, device } = await setup();
    device.denied = true;
    const clock = new VirtualClock();
    const again = reopenWebUsbBoard(SERIAL, { usb, clock });
    const refused = expect(again).rejects.toBeInstanceOf(BoardAccessError);
    await settle(20);
    clock.advance(5);
    await refused;
    expect(usb.listeners).toBe(0);
  });

  it('says so when somebody else has it', async () => {
    const { machine, usb } = await setup();
    const other = machine.page();
    const board = await openWebUsbBoard((await other.getDevices())[0]!, { usb: other });
    await expect(reopenWebUsbBoard(SERIAL, { usb })).rejects.toBeInstanceOf(BoardBusyError);
    await board.close();
  });

  it('gives up when told to, wherever it waits', async () => {
    const { machine, socket, usb, device } = await setup();
    const controller = new AbortController();
    const clock = new VirtualClock();
    device.denied = true;
    const refused = expect(reopenWebUsbBoard(SERIAL, { usb, clock, signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    await settle(20);
    controller.abort();
    await refused;
    machine.unplug(socket);
    await settle();
    const second = new AbortController();
    const waiting = expect(reopenWebUsbBoard(SERIAL, { usb, signal: second.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    second.abort();
    await waiting;
    expect(usb.listeners).toBe(0);
    expect(clock.pending).toBe(0);
  });
});
