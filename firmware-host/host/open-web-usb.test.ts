import { describe, expect, it } from 'vitest';
import { BoardAccessError, BoardBusyError, BoardLostError } from '../../base/index.js';
import { SimulatedUsbDevice, createSimulatedBoard } from '../../board-sim/index.js';
import type { Board } from './board.js';
import { openBoardOver } from './open-board-over.js';
import { openWebUsbBoard } from './open-web-usb.js';
import { FakeUsbMachine, type FakeWebUsb } from './testing/fake-web-usb.js';
import type { FakeWebUsbDevice } from './testing/fake-web-usb-device.js';
import { InProcessTransport } from './transport/in-process.js';
import { awaitWebUsbBoard, requestWebUsbBoard, webUsbBoards } from './transport/web-usb/web-usb-boards.js';

const makeBoard = (seed = 5): ReturnType<typeof createSimulatedBoard> =>
  createSimulatedBoard({ scenario: 'typical', seed, rows: 16, cols: 16, tiles: 1 });
const makeDevice = (seed = 5): SimulatedUsbDevice => new SimulatedUsbDevice(makeBoard(seed), { speed: 'unpaced' });

const serialOf = (seed: number): string => `SIM-typical-${seed}-16x16`;

interface Setup {
  readonly machine: FakeUsbMachine;
  readonly socket: SimulatedUsbDevice;
  readonly usb: FakeWebUsb;
  readonly device: FakeWebUsbDevice;
}

/** A machine with one board and one page. */
async function setup(): Promise<Setup> {
  const machine = new FakeUsbMachine();
  const socket = makeDevice();
  await machine.plug(socket);
  const usb = machine.page();
  return { machine, socket, usb, device: (await usb.getDevices())[0]! };
}

/** The same board without USB, for what it should say. */
const inProcess = (): Promise<Board> =>
  openBoardOver(new InProcessTransport(makeBoard(), 'in-process'), 'in-process', { standIn: true });

async function bits(board: Board): Promise<Uint8Array> {
  await board.arm();
  return board.openBits({ totalBits: 400_000 }).readBits(400_000);
}

async function product(board: Board): Promise<number[]> {
  await board.arm();
  const cells = Uint8Array.from({ length: 64 }, (_, i) => ((i * 5) >> 2) & 1);
  const window = { tile: 0, rowFirst: 0, rows: 8, colFirst: 0, cols: 8 };
  await board.programTile({ ...window, cells, verifyPasses: 8 });
  const inputs = Uint8Array.from({ length: 8 * 50 }, (_, i) => i % 16);
  return [...(await board.multiply({ ...window, inputBits: 4, columnMode: 'single', inputs })).results];
}

const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => new Error('it should have failed'),
    (error: unknown) => error,
  );

describe('a simulated board over WebUSB', () => {
  it('opens, resets the link at both ends of the session, and leaves the device free', async () => {
    const { usb, device } = await setup();
    const board = await openWebUsbBoard(device, { usb });
    expect(board.uri).toBe(`usb:${serialOf(5)}`);
    expect(board.identity).toMatchObject({ kind: 'simulated', serial: serialOf(5) });
    expect(device.calls).toEqual([
      'open',
      'claimInterface 0',
      'control vendor device 1',
      'clearHalt in 1',
      'clearHalt out 1',
    ]);
    await board.close();
    expect(device.calls.slice(5)).toEqual(['control vendor device 1', 'close']);
    expect(device.opened).toBe(false);
    expect(usb.listeners).toBe(0);
    await board.close();
  });

  it('gives the bits and the products that it gives in process', async () => {
    const { usb, device } = await setup();
    const board = await openWebUsbBoard(device, { usb });
    const direct = await inProcess();
    expect(await bits(board)).toEqual(await bits(direct));
    const { usb: otherUsb, device: other } = await setup();
    const [second, directSecond] = [await openWebUsbBoard(other, { usb: otherUsb }), await inProcess()];
    expect(await product(second)).toEqual(await product(directSecond));
    for (const open of [board, direct, second, directSecond]) await open.close();
  });

  it('selects the configuration where nobody has', async () => {
    const { usb, device } = await setup();
    device.unconfigure();
    const board = await openWebUsbBoard(device, { usb });
    expect(device.calls).toContain('selectConfiguration 1');
    await board.close();
  });

  it('is lost when it is pulled in the middle of a stream, and found again by its serial number', async () => {
    const { machine, socket, usb, device } = await setup();
    const board = await openWebUsbBoard(device, { usb });
    const lost: Error[] = [];
    board.on('lost', (error) => lost.push(error));
    await board.arm();
    const stream = board.openBits();
    await stream.readBits(100_000);
    machine.unplug(socket);
    const error = await errorOf(
      (async () => {
        for (;;) await stream.readBits(10_000);
      })(),
    );
    expect(error).toBeInstanceOf(BoardLostError);
    expect(lost).toEqual([error]);
    expect((error as Error).message).toContain('unplugged');
    expect(board.connected).toBe(false);
    await board.close();
    expect(usb.listeners).toBe(0);
    expect(await webUsbBoards(usb)).toEqual([]);

    const waiting = awaitWebUsbBoard(serialOf(5), { usb });
    await machine.plug(makeDevice(6));
    await machine.plug(socket);
    const back = await waiting;
    expect(back).not.toBe(device);
    const again = await openWebUsbBoard(back, { usb });
    expect(again.identity.serial).toBe(serialOf(5));
    expect(await bits(again)).toHaveLength(50_000);
    await again.close();
  });

  it('is waited for from the moment in which it is lost, when the browser still lists it', async () => {
    const { machine, socket, usb, device } = await setup();
    const board = await openWebUsbBoard(device, { usb });
    const listed: number[] = [];
    const again = new Promise<Board>((resolve, reject) => {
      board.on('lost', () => {
        usb.getDevices().then((devices) => listed.push(devices.length), reject);
        awaitWebUsbBoard(serialOf(5), { usb })
          .then((back) => openWebUsbBoard(back, { usb }))
          .then(resolve, reject);
      });
    });
    machine.noticeTurns = 50;
    machine.unplug(socket);
    await new Promise((resolve) => board.on('lost', resolve));
    await machine.plug(socket);
    const back = await again;
    expect(listed).toEqual([1]);
    expect((await back.getState()).state).toBe('safe');
    await back.close();
  });

  it('is lost when it is pulled while a call is open', async () => {
    const { machine, socket, usb, device } = await setup();
    const board = await openWebUsbBoard(device, { usb });
    const state = errorOf(board.getState());
    machine.unplug(socket);
    expect(await state).toBeInstanceOf(BoardLostError);
    await board.close();
  });

  it('says that it is gone when it is opened after it was pulled', async () => {
    const { machine, socket, usb, device } = await setup();
    machine.unplug(socket);
    await new Promise((resolve) => setImmediate(resolve));
    const error = await errorOf(openWebUsbBoard(device, { usb }));
    expect(error).toBeInstanceOf(BoardLostError);
  });

  it('ends the link when it halts a pipe; opening again clears the halt', async () => {
    const { socket, usb, device } = await setup();
    const board = await openWebUsbBoard(device, { usb });
    const lost = new Promise<Error>((resolve) => board.on('lost', resolve));
    // SET_FEATURE(ENDPOINT_HALT), as the firmware does to itself.
    socket.submitControl(Uint8Array.of(0x02, 3, 0, 0, 0x81, 0, 0, 0), new Uint8Array(0), () => undefined);
    expect((await lost).message).toContain('halted');
    await board.close();
    const again = await openWebUsbBoard(device, { usb });
    expect(await bits(again)).toHaveLength(50_000);
    await again.close();
  });

  it('starts afresh after a page that went in the middle of a frame', async () => {
    const { usb, device } = await setup();
    await device.open();
    await device.claimInterface(0);
    await device.transferOut(1, Uint8Array.of(0x53, 0x44, 1, 0, 0xff));
    await device.close();
    const board = await openWebUsbBoard(device, { usb });
    expect((await board.getState()).state).toBe('safe');
    await board.close();
  });

  it('closes in the middle of a stream', async () => {
    const { usb, device } = await setup();
    const board = await openWebUsbBoard(device, { usb });
    await board.arm();
    const stream = board.openBits();
    await stream.readBits(1000);
    await board.close();
    expect(device.opened).toBe(false);
    const again = await openWebUsbBoard(device, { usb });
    expect((await again.getState()).state).toBe('safe');
    await again.close();
  });
});

describe('a board that somebody else has', () => {
  it('is busy for another tab until the first has closed it', async () => {
    const { machine, usb, device } = await setup();
    const tab = machine.page();
    const theirs = (await tab.getDevices())[0]!;
    const board = await openWebUsbBoard(device, { usb });
    const error = await errorOf(openWebUsbBoard(theirs, { usb: tab }));
    expect(error).toBeInstanceOf(BoardBusyError);
    expect((error as BoardBusyError).nextStep).toContain('tab');
    expect(theirs.opened).toBe(false);
    expect((await board.getState()).state).toBe('safe');
    await board.close();
    const second = await openWebUsbBoard(theirs, { usb: tab });
    await second.close();
  });

  it('is busy for the same page too, and its link is left alone', async () => {
    const { usb, device } = await setup();
    const board = await openWebUsbBoard(device, { usb });
    expect(await errorOf(openWebUsbBoard(device, { usb }))).toBeInstanceOf(BoardBusyError);
    expect((await board.getState()).state).toBe('safe');
    const [first, second] = await Promise.allSettled([
      board.close().then(() => openWebUsbBoard(device, { usb })),
      openWebUsbBoard(device, { usb }),
    ]);
    expect([first.status, second.status]).toEqual(['fulfilled', 'rejected']);
    if (first.status === 'fulfilled') await first.value.close();
  });

  it('is not opened without permission of the system, and the error says what to do', async () => {
    const { usb, device } = await setup();
    device.denied = true;
    const error = await errorOf(openWebUsbBoard(device, { usb }));
    expect(error).toBeInstanceOf(BoardAccessError);
    expect((error as BoardAccessError).nextStep).toContain('udev');
  });
});

describe('several boards in a page', () => {
  it('are used at once', async () => {
    const machine = new FakeUsbMachine();
    for (const seed of [5, 6]) await machine.plug(makeDevice(seed));
    const usb = machine.page();
    const boards = await Promise.all((await webUsbBoards(usb)).map((device) => openWebUsbBoard(device, { usb })));
    expect(boards.map(({ identity }) => identity.serial).sort()).toEqual([serialOf(5), serialOf(6)]);
    const [first, second] = await Promise.all(boards.map(bits));
    expect(first).toHaveLength(50_000);
    expect(first).not.toEqual(second);
    await boards[0]!.close();
    expect((await boards[1]!.getState()).state).toBe('armed');
    await boards[1]!.close();
  });

  it('are there once the user has chosen them', async () => {
    const machine = new FakeUsbMachine();
    for (const seed of [5, 6]) await machine.plug(makeDevice(seed));
    const usb = machine.page({ permitted: false });
    expect(await webUsbBoards(usb)).toEqual([]);
    usb.choose = (devices) => devices.find(({ serialNumber }) => serialNumber === serialOf(6));
    const chosen = await requestWebUsbBoard(usb);
    expect(await webUsbBoards(usb)).toEqual([chosen]);
    expect(chosen.productName).toBe('Spindrift simulator');
    usb.choose = () => undefined;
    await expect(requestWebUsbBoard(usb)).rejects.toThrow('no board was chosen');
    usb.userGesture = false;
    await expect(requestWebUsbBoard(usb)).rejects.toThrow('click');
  });
});
