// spindrift/web in a real browser. Its USB is a virtual machine's in Node: what is proved is that the client works in a page, and that the calls which it
// makes are those that the browser has. No browser has met a board here.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SimulatedUsbDevice, createSimulatedBoard } from '../../board-sim/index.js';
import { InProcessTransport, openBoardOver, type Board } from '../../firmware-host/host/index.js';
import { FakeUsbMachine } from '../../firmware-host/host/testing/fake-web-usb.js';
import { UsbBridge } from './harness/usb-bridge.js';
import { bundle } from './harness/bundle.js';
import type { Actions } from '../web/actions.js';
import type { BridgeCall } from '../web/bridge.js';

const executablePath = process.env['SPINDRIFT_CHROMIUM'] ?? '/usr/bin/chromium';
/** Missing locally: skipped with the reason in the name. In CI the browser is installed, and its absence is a failure. */
const missing = !existsSync(executablePath) && process.env['CI'] === undefined;

const ORIGIN = 'http://localhost';
const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>WebUSB</title><link rel="icon" href="data:,">
<script type="module" src="/page.js"></script></head><body><button>Connect</button></body></html>`;
/** As strict as the application's own. */
const CSP = "default-src 'none'; script-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

const SERIAL = 'SIM-typical-9-16x16';
const simulated = (): ReturnType<typeof createSimulatedBoard> =>
  createSimulatedBoard({ scenario: 'typical', seed: 9, rows: 16, cols: 16, tiles: 1 });

describe.skipIf(missing)(`spindrift/web in Chromium${missing ? ` (skipped: no ${executablePath})` : ''}`, () => {
  let browser: Browser;
  let script: string;
  const trouble: string[] = [];

  beforeAll(async () => {
    const [built, launched] = await Promise.all([
      bundle(fileURLToPath(new URL('../web/page.ts', import.meta.url))),
      chromium.launch({ executablePath, args: ['--no-sandbox'] }),
    ]);
    script = built.code;
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
    await page.route('**', (route) =>
      route.request().url() === `${ORIGIN}/page.js`
        ? route.fulfill({ contentType: 'text/javascript', body: script })
        : route.fulfill({ contentType: 'text/html', headers: { 'Content-Security-Policy': CSP }, body: HTML }),
    );
    await page.goto(`${ORIGIN}/`);
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

    const cells = Array.from({ length: 64 }, (_, i) => ((i * 5) >> 2) & 1);
    const inputs = Array.from({ length: 8 * 200 }, (_, i) => (i * 7) % 16);
    const window = { tile: 0, rowFirst: 0, rows: 8, colFirst: 0, cols: 8 };
    await direct.programTile({ ...window, cells: Uint8Array.from(cells), verifyPasses: 8 });
    const options = { ...window, inputBits: 4, columnMode: 'single', inputs: Uint8Array.from(inputs) } as const;
    const { results } = await direct.multiply(options);
    expect(await act(page, 'product', cells, inputs)).toEqual([...results]);
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

  it('explains what the browser itself refuses', async () => {
    const page = await open();
    expect(await act(page, 'permitted')).toBe('no error: 0');
    expect(await act(page, 'requested')).toMatch(/^BoardAccessError: .*click or a key \| click the button/);
    await page.context().close();
  });
});

/** Calls an action of the page. */
function act<K extends keyof Actions>(
  page: Page,
  name: K,
  ...args: Parameters<Actions[K]>
): Promise<Awaited<ReturnType<Actions[K]>>> {
  const call = `window.actions[${JSON.stringify(name)}](...${JSON.stringify(args)})`;
  return page.evaluate<Awaited<ReturnType<Actions[K]>>>(call);
}
