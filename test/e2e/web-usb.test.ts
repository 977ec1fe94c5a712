// spindrift/web in a real browser. Its USB is a virtual machine's in Node: what is proved is that the client works in a page, and that the calls which it
// makes are those that the browser has. No browser has met a board here.
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SimulatedUsbDevice, createSimulatedBoard } from '../../board-sim/index.js';
import { InProcessTransport, openBoardOver, type Board } from '../../firmware-host/host/index.js';
import { FakeUsbMachine } from '../../firmware-host/host/testing/fake-web-usb.js';
import { UsbBridge } from './harness/usb-bridge.js';
import {
  PAGE_CSP,
  PAGE_HTML,
  PAGE_ORIGIN,
  PRODUCT_CELLS,
  PRODUCT_INPUTS,
  PRODUCT_WINDOW,
  actionCall,
  pageScript,
  type ActionArguments,
  type ActionName,
  type ActionResult,
} from './harness/web-page.js';
import type { BridgeCall } from '../web/bridge.js';

const executablePath = process.env['SPINDRIFT_CHROMIUM'] ?? '/usr/bin/chromium';
/** Missing locally: skipped with the reason in the name. In CI the browser is installed, and its absence is a failure. */
const missing = !existsSync(executablePath) && process.env['CI'] === undefined;

const SERIAL = 'SIM-typical-9-16x16';
const simulated = (): ReturnType<typeof createSimulatedBoard> =>
  createSimulatedBoard({ scenario: 'typical', seed: 9, rows: 16, cols: 16, tiles: 1 });

describe.skipIf(missing)(`spindrift/web in Chromium${missing ? ` (skipped: no ${executablePath})` : ''}`, () => {
  let browser: Browser;
  let scripts: { readonly page: string; readonly worker: string };
  const trouble: string[] = [];

  beforeAll(async () => {
    const [page, worker, launched] = await Promise.all([
      pageScript('page'),
      pageScript('worker'),
      chromium.launch({ executablePath, args: ['--no-sandbox'] }),
    ]);
    scripts = { page, worker };
    browser = launched;
  });
  afterAll(async () => {
    await browser.close();
  });
  afterEach(() => {
    expect(trouble.splice(0)).toEqual([]);
  });

  /** A page from this computer, with nothing but its script. */
  async function open(): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    page.on('console', (message) => trouble.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
    await page.route('**', (route) => {
      const name = new URL(route.request().url()).pathname;
      const script = name === '/page.js' ? scripts.page : name === '/worker.js' ? scripts.worker : undefined;
      return script === undefined
        ? route.fulfill({ contentType: 'text/html', headers: { 'Content-Security-Policy': PAGE_CSP }, body: PAGE_HTML })
        : route.fulfill({ contentType: 'text/javascript', body: script });
    });
    await page.goto(`${PAGE_ORIGIN}/`);
    await page.waitForSelector('html[data-ready=true]');
    return page;
  }

  interface Bridged {
    readonly page: Page;
    readonly machine: FakeUsbMachine;
    readonly socket: SimulatedUsbDevice;
  }

  /** A page whose USB is a machine in Node, with one board. */
  async function bridged(): Promise<Bridged> {
    const page = await open();
    const machine = new FakeUsbMachine();
    const socket = new SimulatedUsbDevice(simulated(), { speed: 'unpaced' });
    await machine.plug(socket);
    const bridge = new UsbBridge(machine.page(), (type, device) => {
      void act(page, 'tell', type, device);
    });
    await page.exposeBinding('usbBridge', (_source, message: BridgeCall) => bridge.call(message));
    await act(page, 'bridge');
    return { page, machine, socket };
  }

  it('opens a board, and reads the bits and products that Node reads', async () => {
    const { page } = await bridged();
    expect(await act(page, 'open')).toEqual({ kind: 'simulated', serial: SERIAL, uri: `usb:${SERIAL}` });
    const direct: Board = await openBoardOver(new InProcessTransport(simulated(), 'direct'), 'direct', {
      standIn: true,
    });
    await direct.arm();
    const count = 400_000;
    const bits = await direct.openBits({ totalBits: count }).readBits(count);
    expect(await act(page, 'bits', count)).toBe(Buffer.from(bits).toString('hex'));

    await direct.programTile({ ...PRODUCT_WINDOW, cells: Uint8Array.from(PRODUCT_CELLS), verifyPasses: 8 });
    const inputs = Uint8Array.from(PRODUCT_INPUTS);
    const { results } = await direct.multiply({ ...PRODUCT_WINDOW, inputBits: 4, columnMode: 'single', inputs });
    expect(await act(page, 'product', PRODUCT_CELLS, PRODUCT_INPUTS)).toEqual([...results]);
    await act(page, 'close');
    await direct.close();
    await page.context().close();
  });

  it('sees the board pulled in the middle of a stream, and takes it again when it is back', async () => {
    const { page, machine, socket } = await bridged();
    await act(page, 'open');
    await act(page, 'startStream');
    const end = act(page, 'readOn');
    machine.unplug(socket);
    const { error, isLost, lost, connected } = await end;
    expect(error).toContain('unplugged');
    expect({ isLost, lost, connected }).toEqual({ isLost: true, lost: ['BoardLostError'], connected: false });
    const back = act(page, 'reopen', SERIAL);
    await machine.plug(socket);
    expect(await back).toBe(SERIAL);
    expect(await act(page, 'bits', 80)).toHaveLength(20);
    await act(page, 'close');
    await page.context().close();
  });

  it('calls only what the browser has', async () => {
    const page = await open();
    const found = await act(page, 'native');
    expect(Object.keys(found).length).toBeGreaterThan(20);
    expect(Object.entries(found).filter(([, type]) => type !== 'function')).toEqual([]);
    await page.context().close();
  });

  it('runs in a worker, where only the list of boards is missing', async () => {
    const page = await open();
    const report = await page.evaluate(`new Promise((resolve, reject) => {
      const worker = new Worker('/worker.js', { type: 'module' });
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
    })`);
    expect(report).toEqual({ boards: 0, hasUsb: true, requestDevice: 'undefined' });
    await page.context().close();
  });

  it('explains what the browser itself refuses', async () => {
    const page = await open();
    expect(await act(page, 'permitted')).toBe('no error: 0');
    expect(await act(page, 'requested')).toMatch(/^BoardAccessError: .*click or a key \| click the button/);
    await page.context().close();
  });
});

/** Calls an action of the page. */
function act<K extends ActionName>(page: Page, name: K, ...args: ActionArguments<K>): Promise<ActionResult<K>> {
  return page.evaluate<ActionResult<K>>(actionCall(name, args));
}
