import { describe, expect, it } from 'vitest';
import { BoardAccessError, BoardNotFoundError, UnsupportedError, VirtualClock } from '../../../../base/index.js';
import { settle } from '../../testing/fake-device.js';
import { ScriptedWebUsb, ScriptedWebUsbDevice, exception } from '../../testing/scripted-web-usb.js';
import { doubt } from './doubtful.js';
import { WebUsbPort } from './web-usb-port.js';
import { awaitWebUsbBoard, requestWebUsbBoard, watchWebUsbBoards, webUsbBoards } from './web-usb-boards.js';

/** Another maker's device. */
const stranger = Object.assign(new ScriptedWebUsbDevice('X'), { vendorId: 0x0403 });

describe('choosing a board in a page', () => {
  it('takes what the user chooses', async () => {
    const usb = new ScriptedWebUsb();
    usb.devices = [new ScriptedWebUsbDevice()];
    expect(await requestWebUsbBoard(usb)).toBe(usb.devices[0]);
  });

  it.each([
    ['NotFoundError', 'No device selected.', BoardNotFoundError, /no board was chosen/],
    ['SecurityError', 'Must be handling a user gesture to show a permission request.', BoardAccessError, /click/],
    ['SecurityError', 'Access to the feature "usb" is disallowed by permissions policy.', BoardAccessError, /policy/],
    ['DataError', 'odd', DOMException, /odd/],
  ] as const)('explains %s: %s', async (name, message, type, pattern) => {
    const usb = new ScriptedWebUsb();
    usb.refusal = exception(name, message);
    const error = await requestWebUsbBoard(usb).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(type);
    expect((error as Error).message).toMatch(pattern);
    if (type !== DOMException) expect((error as BoardAccessError).nextStep).toBeTruthy();
  });

  it('says so where there is no WebUSB', async () => {
    // Node has none either.
    await expect(requestWebUsbBoard()).rejects.toBeInstanceOf(UnsupportedError);
    await expect(webUsbBoards()).rejects.toBeInstanceOf(UnsupportedError);
    await expect(awaitWebUsbBoard('S1')).rejects.toBeInstanceOf(UnsupportedError);
  });

  it('lists boards only', async () => {
    const usb = new ScriptedWebUsb();
    const board = new ScriptedWebUsbDevice();
    usb.devices = [stranger, board];
    expect(await webUsbBoards(usb)).toEqual([board]);
  });

  it('tells of boards that come and go, until it is stopped', () => {
    const usb = new ScriptedWebUsb();
    const heard: string[] = [];
    const stop = watchWebUsbBoards(
      {
        onConnect: (device) => heard.push(`+${device.serialNumber}`),
        onDisconnect: (device) => heard.push(`-${device.serialNumber}`),
      },
      usb,
    );
    const board = new ScriptedWebUsbDevice();
    for (const device of [board, stranger]) usb.tell('connect', device);
    for (const device of [board, stranger]) usb.tell('disconnect', device);
    stop();
    usb.tell('connect', board);
    expect(heard).toEqual(['+S1', '-S1']);
    expect(usb.listeners).toBe(0);
  });
});

describe('waiting for a board', () => {
  it('takes one that is there', async () => {
    const usb = new ScriptedWebUsb();
    usb.devices = [new ScriptedWebUsbDevice('S2'), new ScriptedWebUsbDevice('S1')];
    expect(await awaitWebUsbBoard('S1', { usb })).toBe(usb.devices[1]);
    expect(usb.listeners).toBe(0);
  });

  it('takes the one that comes, and no other', async () => {
    const usb = new ScriptedWebUsb();
    const waiting = awaitWebUsbBoard('S1', { usb });
    const board = new ScriptedWebUsbDevice('S1');
    usb.tell('connect', new ScriptedWebUsbDevice('S2'));
    usb.tell('connect', board);
    expect(await waiting).toBe(board);
    expect(usb.listeners).toBe(0);
  });

  it('does not take one that is listed and gone', async () => {
    const usb = new ScriptedWebUsb();
    const clock = new VirtualClock();
    const pulled = new ScriptedWebUsbDevice('S1');
    usb.devices = [pulled];
    doubt(pulled);
    const waiting = awaitWebUsbBoard('S1', { usb, clock });
    await settle();
    usb.tell('disconnect', pulled);
    clock.advance(10);
    const back = new ScriptedWebUsbDevice('S1');
    usb.tell('connect', back);
    expect(await waiting).toBe(back);
    expect(clock.pending).toBe(0);
  });

  it('takes one whose transfers failed and that is still there', async () => {
    const usb = new ScriptedWebUsb();
    const clock = new VirtualClock();
    const disturbed = new ScriptedWebUsbDevice('S1');
    usb.devices = [disturbed];
    doubt(disturbed);
    const waiting = awaitWebUsbBoard('S1', { usb, clock });
    await settle();
    clock.advance(2);
    expect(await waiting).toBe(disturbed);
    const port = new WebUsbPort(disturbed, { usb, clock });
    await port.open();
    expect(await awaitWebUsbBoard('S1', { usb, clock })).toBe(disturbed);
  });

  it('gives up when told to', async () => {
    const usb = new ScriptedWebUsb();
    const controller = new AbortController();
    const waiting = awaitWebUsbBoard('S1', { usb, signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await expect(awaitWebUsbBoard('S1', { usb, signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(usb.listeners).toBe(0);
  });
});
